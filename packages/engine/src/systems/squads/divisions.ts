import { groupNames, peopleNames, peopleOf } from '../../kernel/cast.ts';
import { entries, flag, integer, list, nameIn, optionally, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';

/** People in a squad where the scenario names none: as many as one voice can lead. [d] */
const PEOPLE_A_SQUAD = 7;
/** Fewest people whom a group divides. */
const DIVIDES_FROM = 4;

export const squadSection = entries('squads', {
  of: optionally(nameIn('groups', 'The group that it is a part of; that of its leader where it is left out.')),
  leader: nameIn('people', 'Who leads it.'),
  people: withDefault(list(nameIn('people', 'Its people beside the leader.')), []),
  extras: withDefault(integer(0, 200, "How many of its group's extras are in it, beside those named."), 0),
  at: optionally(
    nameIn('places', 'Where it belongs; each of its people is there as it begins, unless said otherwise.'),
  ),
  reserve: withDefault(flag('Whether it is kept back for the commander to use.'), false),
});

/** A squad as the scenario has it, or as a group divides itself. */
interface Division {
  readonly key: string;
  readonly shown: string;
  readonly leader: string;
  readonly people: readonly string[];
  readonly group: string;
  readonly reserve: boolean;
  readonly at: string | undefined;
}

/** The squads of a scenario: those that it names, then what is left of each group, divided. */
export function divisionsOf(setup: Setup): Division[] {
  const everybody = peopleOf(setup);
  const groupBy = new Map(everybody.map((each) => [each.key, each.group]));
  const described = setup.entries(squadSection);
  const divisions: Division[] = [];
  const taken = new Set<string>();
  for (const [key, fields] of described) {
    const of = fields.of ?? groupBy.get(fields.leader) ?? '';
    const named = [fields.leader, ...fields.people.filter((name) => name !== fields.leader)];
    const counted = everybody
      .filter((each) => each.extra !== undefined && each.group === of && !taken.has(each.key))
      .sort((a, b) => a.extra! - b.extra!)
      .slice(0, fields.extras);
    const people = [...named, ...counted.map((each) => each.key)];
    people.forEach((name) => taken.add(name));
    divisions.push({
      key,
      shown: key,
      leader: fields.leader,
      people,
      group: of,
      reserve: fields.reserve,
      at: fields.at,
    });
  }
  const named = setup.entries(peopleNames);
  for (const [key, fields] of setup.entries(groupNames)) {
    const rest = everybody.filter((each) => each.group === key && !taken.has(each.key));
    if (rest.length === 0) continue;
    const count = rest.length < DIVIDES_FROM ? 1 : Math.max(2, Math.round(rest.length / PEOPLE_A_SQUAD));
    // Whoever leads the group leads the first; the scenario's named people lead the next ones, then anybody.
    const rank = (each: (typeof rest)[number]): number =>
      each.key === fields.leader ? 0 : named.has(each.key) ? 1 : 2;
    const order = [...rest].sort((a, b) => rank(a) - rank(b));
    for (let i = 0; i < count && i < order.length; i++) {
      const people = order.filter((_, place) => place % count === i).map((each) => each.key);
      const lead = order[i];
      divisions.push({
        key: `${lead.key}'s people`,
        shown: `${lead.shown}'s people`,
        leader: lead.key,
        people,
        group: key,
        reserve: false,
        at: undefined,
      });
    }
  }
  return divisions.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Where somebody's squad belongs, as the scenario has it. */
export function squadPost(setup: Setup, key: string): string | undefined {
  for (const fields of setup.entries(squadSection).values()) {
    if (fields.leader === key || fields.people.includes(key)) return fields.at;
  }
  return undefined;
}

/** Who is in two squads, or in one of another group. */
export function misplaced(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  const groupBy = new Map(peopleOf(setup).map((each) => [each.key, each.group]));
  const taken = new Map<string, string>();
  for (const [key, fields] of setup.entries(squadSection)) {
    const of = fields.of ?? groupBy.get(fields.leader);
    for (const name of [fields.leader, ...fields.people.filter((each) => each !== fields.leader)]) {
      const other = taken.get(name);
      const wrong =
        other !== undefined
          ? `${name} belongs to ${other} already and cannot belong to ${key} too.`
          : groupBy.get(name) !== of
            ? `${name} belongs to ${groupBy.get(name)} and cannot be in a squad of ${of}.`
            : null;
      if (wrong !== null) {
        const path = ['squads', key, name === fields.leader ? 'leader' : 'people'];
        remarks.push({ severity: 'error', code: 'wrong-squad', path, message: wrong, hint: 'Name somebody else.' });
      }
      taken.set(name, key);
    }
  }
  return remarks;
}
