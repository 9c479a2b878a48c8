import { pick } from '../draw.ts';
import { identity } from '../english/names.ts';
import { entitiesOf, sameEntities } from '../english/phrase.ts';
import type { Clause } from '../words.ts';
import type { Fact } from './fact.ts';
import { joinCauses } from './fact.ts';

/** The kind of event in which somebody begins to fire at somebody. */
const OPENED = 'shooting/opened-fire';
/** Those of a side who begin to fire at the same person within this time are told as one, seconds. */
const TOGETHER = 40;

/** Whether it says of others of a side that they began to fire at the same person, from wherever. */
function joins(known: Fact, fact: Fact): boolean {
  return (
    known.kind === OPENED &&
    fact.kind === OPENED &&
    fact.time - known.time <= TOGETHER &&
    known.actors[0]?.side === fact.actors[0]?.side &&
    sameEntities(known.roles['target'] ?? [], fact.roles['target'] ?? []) &&
    !fact.actors.some((one) => known.actors.some((other) => identity(one) === identity(other)))
  );
}

/** Many have somebody under fire; of two it is said how they begin. */
function jointly({ key, clause: { subject } }: Fact, count: number, from: NonNullable<Clause['complements']>): Clause {
  const target = { role: 'target' } as const;
  const ways: readonly Clause[] = [
    { verb: 'open fire', subject, complements: [...from, { by: 'on', phrase: target }] },
    { verb: 'begin', subject, object: { noun: 'firing', of: 'none' }, complements: [...from, { by: 'at', phrase: target }] },
    ...(count > 2 ? [{ verb: 'have', subject, object: target, complement: 'under fire', complements: from }] : []),
  ]; // prettier-ignore
  return pick(ways, key, 'volley');
}

function asOne(known: Fact, fact: Fact): Fact {
  const ids = [...known.ids, ...fact.ids];
  const same = sameEntities(known.roles['place'] ?? [], fact.roles['place'] ?? []);
  const { clause } = known;
  // Where each of them stood matters less than at whom they all fire.
  const from = same ? (clause.complements ?? []).filter(({ by }) => by === 'from') : [];
  const roles = { ...known.roles, actor: [...known.actors, ...fact.actors] };
  const joint = jointly(known, roles['actor'].length, from);
  return {
    ...known,
    ids,
    until: Math.max(known.until, fact.until),
    clause: joint,
    roles,
    actors: entitiesOf(joint.subject, roles),
    ...(same ? {} : { place: undefined }),
    because: joinCauses([known, fact], ids),
  };
}

/** The facts, in order, with those of a side who began to fire at the same person one after the other as one: `Lena, Ralf and Milo opened fire on Ilka`. */
export function volleys(facts: readonly Fact[]): Fact[] {
  const told: Fact[] = [];
  for (const fact of facts) {
    const at = told.findLastIndex((known) => joins(known, fact));
    const known = told[at];
    // What came about in between, and made them fire, is told first.
    const moved = told.slice(at + 1).some(({ ids }) => fact.because.some(({ id }) => ids.includes(id)));
    if (known === undefined || moved) told.push(fact);
    else told[at] = asOne(known, fact);
  }
  return told;
}
