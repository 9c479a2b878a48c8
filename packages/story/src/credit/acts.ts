import { person, readEvent, withhold } from '@anchorhold/engine';
import type { LogEntry, Mute } from '@anchorhold/engine';
import type { Lived } from '../forks/lived.ts';
import { happened, momentOf, mutesOf, withheldBy } from '../forks/withheld.ts';
import { MOST_ACTS } from './shares.ts';

/** Something that one person did: one event, or several that belong together, such as a burst of fire. */
export interface Act {
  /** Numbers of its events, in order of time. */
  readonly events: readonly number[];
  /** Key of the person who did it. */
  readonly actor: string;
}

/** A question about credit that cannot be put as it stands, or not of this run; the message says why, for whoever asked. */
export class CreditError extends Error {
  override name = 'CreditError';
  /** `not-so`: the outcome did not come about, so that there is no credit to give. */
  readonly trouble: 'bad-question' | 'not-so';
  constructor(message: string, trouble: CreditError['trouble'] = 'bad-question') {
    super(message);
    this.trouble = trouble;
  }
}

/**
 * The acts that lists of events name, for a question about the moment `until` (in seconds after d1 00:00). Throws CreditError
 * where they are none, too many, later than that, nobody's, several people's, or cannot be told apart.
 */
export function actsOf(lived: Lived, lists: readonly (readonly number[])[], until: number): Act[] {
  if (lists.length === 0) throw new CreditError('Name one act at least.');
  if (lists.length > MOST_ACTS) {
    throw new CreditError(
      `${lists.length} acts are too many: all their combinations are lived, so that ${MOST_ACTS} is the most. Join some into one act, or leave some out.`,
    );
  }
  const named = lists.flat();
  const twice = named.find((id, at) => named.indexOf(id) !== at);
  if (twice !== undefined) throw new CreditError(`Event ${twice} is named twice.`);
  const acts = lists.map((ids) => actOf(lived, ids, until));
  mustBeApart(lived, acts, until);
  return acts;
}

function actOf(lived: Lived, ids: readonly number[], until: number): Act {
  if (ids.length === 0) throw new CreditError('An act without events is none.');
  const actors = ids.map((id) => {
    const found = Number.isInteger(id) ? lived.happenings[id - 1] : undefined;
    if (found === undefined) {
      throw new CreditError(`There is no event ${id} in this run: it has ${lived.happenings.length}.`);
    }
    if (found.time > until)
      throw new CreditError(`Event ${id} came after the outcome's moment, and had no part in it.`);
    return actorOf(lived, id) ?? refuseNobodys(id);
  });
  const other = ids.find((_, at) => actors[at] !== actors[0]);
  if (other !== undefined) {
    throw new CreditError(
      `Events ${ids[0]} and ${other} were done by two people. An act is one person's; name them apart: ${ids[0]},${other}`,
    );
  }
  return { events: [...ids].sort((a, b) => a - b), actor: actors[0]! };
}

function refuseNobodys(id: number): never {
  throw new CreditError(`Event ${id} is nobody's doing: it says of no person that they did it.`);
}

/** Key of the person who did something, or null where an event is nobody's doing. */
export function actorOf({ end }: Lived, id: number): string | null {
  const { roles, entry } = readEvent(end, id);
  const row = roles['actor'];
  return row !== undefined && entry.kind.roles['actor']!.table === person ? end.keyOf(person, row) : null;
}

/** Withholding one act must leave the others alone, or no coalition could hold one without the other. */
function mustBeApart(lived: Lived, acts: readonly Act[], until: number): void {
  for (const act of acts) {
    const withheld = new Set(withheldFor(lived, act, until));
    for (const other of acts) {
      const taken = other === act ? undefined : other.events.find((id) => withheld.has(id));
      if (taken === undefined) continue;
      const first = act.events[0]!;
      throw new CreditError(
        `Events ${first} and ${taken} are the same thing, done twice at the same moment: neither can be withheld without the other. Join them into one act: ${first}+${taken}`,
      );
    }
  }
}

/**
 * What withholding an act means: none of its events comes until the same was done again, which is another act, and else until
 * the moment that is asked about. Were each withheld for a minute only, as a mute in a fight lasts, most acts would merely be
 * put off; were it for longer, one act would be credited with the next.
 */
function mutesFor(lived: Lived, { events }: Act, until: number): Mute[] {
  const kept: Mute[] = [];
  for (const id of events) {
    const { key, time } = happened(lived, id);
    // What is done twice in one second is withheld with it; and the past is on record in no order of time.
    const again = lived.happenings.filter((each) => each.key === key && each.time > time && !events.includes(each.id));
    const to = again.reduce((soonest, each) => Math.min(soonest, each.time - 1), until);
    const mute = { ...mutesOf(lived, [id])[0]!, to };
    // A burst is many shots of one kind: what one mute withholds needs no other.
    const covered = kept.some(
      (each) => each.lo === mute.lo && each.hi === mute.hi && each.from <= mute.from && each.to >= to,
    );
    if (!covered) kept.push(mute);
  }
  return kept;
}

/** The entries of the log that withhold an act until the moment that is asked about. */
export function withholdingAct(lived: Lived, act: Act, until: number): LogEntry[] {
  return mutesFor(lived, act, until).map(withhold);
}

/** Numbers of all events of the run that withholding an act keeps from happening. */
export function withheldFor(lived: Lived, act: Act, until: number): number[] {
  return withheldBy(mutesFor(lived, act, until), lived.happenings);
}

/** When the first and the last event of an act came. */
export function spanOf(lived: Lived, { events }: Act): { readonly first: number; readonly last: number } {
  return { first: momentOf(lived, events), last: Math.max(...events.map((id) => happened(lived, id).time)) };
}
