import { chance } from '../draw.ts';
import { isSeenDoing, rolesOf } from '../english/clause.ts';
import { identity } from '../english/names.ts';
import { entitiesOf, sameEntities } from '../english/phrase.ts';
import type { Fact } from './fact.ts';
import { plainly, wordCount } from './fact.ts';

/** Which facts one sentence tells: a chain of acts of the same people, or two facts side by side. */
export interface Group {
  readonly facts: readonly Fact[];
  readonly join: 'chain' | 'cause' | 'beside';
}

export interface Limits {
  /** Words in a sentence, reason aside. */
  readonly words: number;
  /** Acts of one subject in a sentence. */
  readonly acts: number;
  /** Seconds between acts of a chain. */
  readonly pause: number;
  /** Seconds between two facts side by side; ten by default. */
  readonly beside?: number;
}

export const prose: Limits = { words: 30, acts: 3, pause: 75 };

const words = (fact: Fact) => wordCount(plainly(fact));

/** A turn that can be said in a few words stands alone: `Bede died.` */
export function standsAlone(fact: Fact): boolean {
  return fact.weight === 'turn' && words(fact) <= 3;
}

function causes(fact: Fact, earlier: readonly Fact[]): boolean {
  return fact.because.some((cause) => cause.as !== 'enabled' && earlier.some((other) => other.ids.includes(cause.id)));
}

/** Otherwise nothing more can be added: after a subordinate clause the reader loses whose act it is. */
function isOpenEnded(fact: Fact, chain: readonly Fact[]): boolean {
  const { content, purpose, certainty } = fact.clause;
  const told = purpose === undefined || fact.clause.object !== undefined;
  return (content === undefined || isSeenDoing(fact.clause) || chain.length === 1) && told && certainty !== 'likely';
}

function nextInChain(chain: readonly Fact[], queue: readonly Fact[], limits: Limits): number {
  const last = chain.at(-1);
  if (last === undefined || chain.length >= limits.acts || !isOpenEnded(last, chain) || last.actors.length === 0)
    return -1;
  const spent = chain.reduce((sum, fact) => sum + words(fact), 0);
  for (let at = 0; at < Math.min(4, queue.length); at++) {
    const fact = queue[at];
    const [front] = queue;
    if (
      fact === undefined ||
      front === undefined ||
      fact.exchange ||
      last.exchange ||
      fact.time - last.until > limits.pause
    )
      return -1;
    const skipped = queue.slice(0, at);
    if (at > 0 && (fact.time - front.time > 20 || causes(fact, skipped))) return -1;
    const mixed = last.actors.some((one) => fact.actors.some((other) => identity(other) === identity(one)));
    if (!sameEntities(fact.actors, last.actors)) {
      if (mixed || standsAlone(fact)) return -1;
      continue;
    }
    const fits = spent + words(fact) <= limits.words && !standsAlone(fact);
    const repeats = chain.some((known) => known.clause.verb === fact.clause.verb);
    // Where somebody got to is no part of what they said.
    const astray = last.clause.content !== undefined && fact.always === true;
    const passive = fact.clause.passive !== last.clause.passive && chain.length > 1;
    return fits && !repeats && !passive && !astray ? at : -1;
  }
  return -1;
}

/** Whether the second fact is what became of whom the first was done to: somebody hit, who fell. */
export function strikes(first: Fact, second: Fact): boolean {
  return (
    second.time - first.time <= 3 &&
    second.because.some(
      ({ id, clause, roles }) =>
        first.ids.includes(id) &&
        clause.passive === true &&
        sameEntities(entitiesOf(clause.subject, rolesOf(roles)), second.actors),
    )
  );
}

const systemOf = ({ kind }: Fact): string => kind.split('/')[0] ?? '';

function besideWhat(fact: Fact, next: Fact | undefined, after: Fact | undefined, limits: Limits): Group['join'] | null {
  if (
    next === undefined ||
    next.exchange ||
    fact.exchange ||
    fact.time < 0 !== next.time < 0 ||
    standsAlone(next) ||
    words(fact) + words(next) > limits.words
  )
    return null;
  const gap = next.time - fact.until;
  const overlap = next.actors.some((one) => fact.actors.some((other) => identity(other) === identity(one)));
  if (gap > Math.max(30, limits.beside ?? 0) || overlap) return null;
  // What its actor does next is told with it.
  const goesOn = after !== undefined && after.time - next.time <= 5 && sameEntities(after.actors, next.actors);
  if (goesOn && next.actors.length > 0) return null;
  if (causes(next, [fact])) return 'cause';
  // A day is told of the whole settlement.
  const elsewhere =
    (limits.beside ?? 0) < 86_400 &&
    fact.place !== undefined &&
    next.place !== undefined &&
    identity(fact.place) !== identity(next.place);
  if (gap > (limits.beside ?? 10) || elsewhere || fact.clause.content !== undefined) return null;
  const shares = next.actors.some((one) =>
    Object.keys(fact.roles).some((role) =>
      entitiesOf({ role }, fact.roles).some((other) => identity(other) === identity(one)),
    ),
  );
  // Of a whole day, what has nothing to do with the other stands for itself.
  const isDay = (limits.beside ?? 0) >= 86_400;
  if (isDay && !shares && systemOf(fact) !== systemOf(next)) return null;
  return chance(shares || isDay ? 80 : 50, fact.key, 'beside') ? 'beside' : null;
}

/** Takes from the front of the queue what the next sentence tells. */
export function takeGroup(queue: Fact[], limits: Limits = prose): Group {
  const first = queue.shift();
  if (first === undefined) throw new RangeError('no facts left');
  const facts = [first];
  const reply = first.exchange === true ? queue.slice(0, 6).findIndex(({ replies }) => replies === first.ids[0]) : -1;
  if (reply >= 0) return { facts: [...facts, ...queue.splice(reply, 1)], join: 'beside' };
  const struck = queue.slice(0, 4).findIndex((fact) => strikes(first, fact));
  if (struck >= 0) return { facts: [...facts, ...queue.splice(struck, 1)], join: 'cause' };
  if (standsAlone(first)) return { facts, join: 'chain' };
  for (let at = nextInChain(facts, queue, limits); at >= 0; at = nextInChain(facts, queue, limits)) {
    facts.push(...queue.splice(at, 1));
  }
  if (facts.length > 1) return { facts, join: 'chain' };
  const join = besideWhat(first, queue[0], queue[1], limits);
  if (join === null) return { facts, join: 'chain' };
  return { facts: [...facts, ...queue.splice(0, 1)], join };
}
