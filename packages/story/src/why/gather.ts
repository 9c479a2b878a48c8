/** Many causes alike are told as one: who did the same, or to whom the same was done. */
import { identity } from '../english/names.ts';
import type { InWhy } from '@anchorhold/engine';
import type { Roles } from '../english/phrase.ts';
import type { Entity } from '../told.ts';
import type { Clause } from '../words.ts';
import { rolesIn } from '../voice/fact.ts';
import type { Stated } from './causes.ts';
import type { Chronicled, Chronicles } from './chronicled.ts';

/** Causes that are told in one sentence. */
export interface Gathered {
  readonly ids: readonly number[];
  readonly told: readonly Chronicled[];
  readonly clause: Clause;
  readonly roles: Roles;
  /** What others said of the same, in the same sentence. */
  readonly also?: { readonly clause: Clause; readonly roles: Roles };
}

/** Each cause by what it tells; those that say the same of others are one. Latest first. */
export function gathered(past: Chronicles, causes: readonly Stated[]): Gathered[] {
  const alike: { ids: Set<number>; told: Chronicled[] }[] = [];
  for (const { ids, told } of causes) {
    for (const event of told) {
      const at = alike.findIndex(({ told: known }) => isAlike(past, known, event));
      const known = alike[at];
      if (known === undefined) alike.push({ ids: new Set(ids), told: [event] });
      else {
        for (const id of ids) known.ids.add(id);
        if (!known.told.includes(event)) known.told.push(event);
      }
    }
  }
  const parts = alike
    .map(({ ids, told }) =>
      sum(
        past,
        [...ids],
        told.sort((a, b) => a.time - b.time || a.id - b.id),
      ),
    )
    .sort((a, b) => (b.told[0]?.id ?? 0) - (a.told[0]?.id ?? 0));
  return withWord(past, parts);
}

/** What somebody saw, and others told them: one sentence. */
function withWord(past: Chronicles, parts: readonly Gathered[]): Gathered[] {
  const isBy = (how: InWhy) => (part: Gathered) => part.told.every((event) => past.standing(event) === how);
  const whom = ({ told, roles }: Gathered) =>
    (roles['target'] ?? told.map((event) => past.entity(event, 'target'))).map(identity).sort().join();
  const words = parts.filter((part) => isBy('word')(part) && part.clause.content !== undefined);
  const used = new Set<Gathered>();
  const joined = parts.map((seen) => {
    const word = isBy('sense')(seen) ? words.find((each) => !used.has(each) && whom(each) === whom(seen)) : undefined;
    if (word === undefined) return seen;
    used.add(word);
    const { content: _said, ...clause } = word.clause;
    const also = { clause: { ...clause, object: { noun: 'it', of: 'none' } } as const, roles: word.roles };
    return { ...seen, ids: [...seen.ids, ...word.ids], told: [...seen.told, ...word.told], also };
  });
  return joined.filter((part) => !used.has(part));
}

/** Whether an event says the same as those, but for who did it or to whom. */
function isAlike(past: Chronicles, known: readonly Chronicled[], event: Chronicled): boolean {
  const [first] = known;
  if (first === undefined || first.kind !== event.kind || isPast(first) || isPast(event)) return false;
  if (known.includes(event)) return true;
  return clauseFor(past, [...known, event]) !== null;
}

const isPast = ({ time }: Chronicled): boolean => time < 0;

/** The clause by which several events can be told as one: it differs in two roles at most; null where there is none. */
function clauseFor(past: Chronicles, events: readonly Chronicled[]): Clause | null {
  const [first] = events;
  if (first === undefined) return null;
  const pick = (of: (event: Chronicled) => Clause | null, most: number): Clause | null => {
    const clause = of(first);
    if (clause === null || events.some((event) => JSON.stringify(of(event)) !== JSON.stringify(clause))) return null;
    const roles = rolesOf(past, events, clause);
    return rolesIn(clause).filter((role) => (roles[role]?.length ?? 0) > 1).length <= most ? clause : null;
  };
  return pick(({ clause }) => clause, 1) ?? pick(({ reason }) => reason, 1) ?? pick(({ clause }) => clause, 2);
}

function rolesOf(past: Chronicles, events: readonly Chronicled[], clause: Clause): Roles {
  const found: Record<string, Entity[]> = {};
  for (const event of events) {
    for (const role of Object.keys(event.roles)) {
      const entity = past.entity(event, role);
      const those = (found[role] ??= []);
      if (!those.some((known) => identity(known) === identity(entity))) those.push(entity);
    }
  }
  const spoken = new Set(rolesIn(clause));
  return Object.fromEntries(Object.entries(found).filter(([role]) => spoken.has(role)));
}

function sum(past: Chronicles, ids: readonly number[], told: readonly Chronicled[]): Gathered {
  const clause = (told.length > 1 ? clauseFor(past, told) : null) ?? told[0]!.clause;
  return { ids, told, clause, roles: rolesOf(past, told, clause) };
}
