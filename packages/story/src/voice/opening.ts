import { chance, pick } from '../draw.ts';
import { prepositionFor } from '../english/clause.ts';
import { cleanText, identity, inPlace } from '../english/names.ts';
import { entitiesOf, isFilled, sayPhrase } from '../english/phrase.ts';
import { aboutTime, dayOf, dayWords, spanWords } from '../english/times.ts';
import type { Clause } from '../words.ts';
import { dayWordsFor, isFullOfNames } from './days/opening.ts';
import type { Fact } from './fact.ts';
import type { Opening, Teller } from './teller.ts';
import { lately } from './teller.ts';

/** In the past of a siege what lies less apart needs no other time. */
const DAY = 86_400;
const sameTime = 7 * DAY;
/** What lies so far apart across a midnight is told with its day, seconds. */
const NEEDS_DAY = 4 * 3600;

/** What ties what else a day brought to the rest of it. */
const SAME_DAY = ['that day', 'the same day', 'that same day', 'meanwhile'] as const;

/** Once in so many sentences, and once more. */
const MANY = 3;

/** Words before the main clause, and the clause that is left to say. */
export interface Opened {
  readonly words: string;
  readonly clause: Clause;
  readonly opening: Opening;
}

const movable: ReadonlySet<string> = new Set(['from', 'behind', 'under', 'on', 'in', 'beside']);
const directions: ReadonlySet<string> = new Set(
  'at by to into onto through over across toward towards round past down up out off along near inside outside'.split(
    ' ',
  ),
);
const motion: ReadonlySet<string> = new Set(
  'go come run walk creep crawl climb ride drive fall withdraw slip'.split(' '),
);
const still: ReadonlySet<string> = new Set('lie stand sit wait kneel hide fire shoot call shout'.split(' '));

function timeWords(gap: number, fact: Fact, teller: Teller): string | null {
  if (gap < 50 || (gap < 100 && teller.openings.at(-1) === 'time')) return null;
  const span = spanWords(gap);
  const { words, bare } = aboutTime(teller.begin + fact.time);
  const clock = bare ? words : `at ${words}`;
  // After midnight a reader can no more tell from a span which day it is.
  const at = teller.begin + fact.time;
  if (gap >= NEEDS_DAY && dayOf(at) !== dayOf(at - gap)) return `${clock} on ${dayWords(at)}`;
  const options =
    gap < 100
      ? [`${span} later`, 'soon after', 'presently', `${span} after that`]
      : gap < 600
        ? [`${span} later`, `${span} later`, clock]
        : [clock, `${span} later`];
  return pick(options, fact.key, 'time', lately(teller.phrases, 4));
}

/** Whether the clause says by itself where it happens. */
function namesPlace({ clause, roles }: Fact): boolean {
  const { verb, complements = [], complement, content, object, subject } = clause;
  const moves = motion.has(verb.split(' ')[0] ?? '') && complements.length > 0;
  const phrases = [subject, ...(object === undefined ? [] : [object]), ...complements.map(({ phrase }) => phrase)];
  const placed = complements.some(({ by }) => movable.has(by) || directions.has(by.split(' ').at(-1) ?? ''));
  const named = phrases.some((phrase) => entitiesOf(phrase, roles).some((one) => one.kind === 'place'));
  return moves || placed || named || complement !== undefined || content !== undefined;
}

function front(fact: Fact, teller: Teller, ofAny = false): Opened | null {
  const { complements = [], verb } = fact.clause;
  const at = complements.findIndex(
    ({ by, phrase }) => movable.has(by) && isFilled(phrase, fact.roles) && isPlaceOrNoun(fact, phrase),
  );
  const moved = complements[at];
  const stays = still.has(verb) || (ofAny && moved !== undefined && ['in', 'on'].includes(moved.by));
  if (moved === undefined || !stays || fact.clause.passive) return null;
  const words = `${prepositionFor(moved.by, moved.phrase, fact.roles)} ${sayPhrase(moved.phrase, 'object', { roles: fact.roles, discourse: teller.discourse }, [])}`;
  return {
    words,
    clause: { ...fact.clause, complements: complements.filter((_, index) => index !== at) },
    opening: 'complement',
  };
}

function isPlaceOrNoun(fact: Fact, phrase: NonNullable<Clause['complements']>[number]['phrase']): boolean {
  if (!('role' in phrase)) return false;
  return phrase.possessed === undefined && (fact.roles[phrase.role] ?? []).every((one) => one.kind === 'place');
}

/** How a sentence that tells these facts opens, after what was told before it. `plain` keeps it to time and place. */
export function openingOf(facts: readonly Fact[], teller: Teller, plain: boolean): Opened {
  const [fact] = facts;
  if (fact === undefined) throw new RangeError('a sentence needs a fact');
  const { clause } = fact;
  if (teller.where !== null) {
    const words = dayWordsFor(fact, teller.where, teller);
    if (words === '' && !plain && isFullOfNames(teller.where)) {
      const fronted = front(fact, teller, true);
      if (fronted !== null && !lately(teller.phrases, 6).includes(fronted.words)) return { ...fronted, words: comma(fronted.words) }; // prettier-ignore
      const turn = pick(SAME_DAY, fact.key, 'same day', lately(teller.phrases, 5));
      const room = teller.where.turns < 1 + Math.floor(teller.where.sentences / MANY);
      if (room && teller.openings.at(-1) !== 'turn of speech' && !lately(teller.phrases, 5).includes(turn)) {
        teller.where.turns++;
        return { words: turn, clause, opening: 'turn of speech' };
      }
    }
    return { words: comma(words), clause, opening: words === '' ? 'name' : 'time' };
  }
  const gap = teller.time === null ? 0 : fact.time - teller.time;
  if (fact.time < 0) {
    if (teller.discourse.familiar && teller.throng && teller.time !== null && gap < sameTime && fact.time < -DAY) {
      return { words: '', clause, opening: 'name' };
    }
    const words = `${spanWords(fact.time)} before`;
    const said = teller.phrases.at(-1) === words;
    return said ? { words: '', clause, opening: 'name' } : { words: `${words},`, clause, opening: 'time' };
  }
  if (teller.throng && fact.exchange === true && fact.until - fact.time >= 50) {
    const span = spanWords(fact.until - fact.time);
    const bare = span.replace('half an hour', 'half hour').replace(/^an? /, '');
    const words = pick(
      [`for ${span}`, `over the next ${bare}`, `in the ${bare} that followed`],
      fact.key,
      'span',
      lately(teller.phrases, 6),
    );
    return { words, clause, opening: 'time' };
  }
  const lasted = Math.max(...facts.map(({ until }) => until)) - fact.time;
  if (facts[1]?.replies !== undefined && lasted >= 15 && chance(60, fact.key, 'lasted')) {
    const span = lasted < 25 ? 'quarter of a minute' : lasted < 40 ? 'half minute' : 'minute';
    const words = pick(
      [`for the next ${span}`, `in the ${span} that followed`, `over the next ${span}`],
      fact.key,
      'span',
      lately(teller.phrases, 6),
    );
    return { words, clause, opening: 'time' };
  }
  const time = teller.terse ? null : timeWords(gap, fact, teller);
  if (time !== null) return { words: comma(time), clause, opening: 'time' };
  const place = fact.place === undefined ? null : identity(fact.place);
  const moved = place !== null && place !== teller.place;
  const scattered = facts.some((other) => other.place !== undefined && identity(other.place) !== place);
  const follows = fact.because.some(({ id }) => teller.sentence - (teller.told.get(id) ?? -9) <= 1);
  if (
    moved &&
    !follows &&
    !scattered &&
    fact.place !== undefined &&
    !namesPlace(fact) &&
    cleanText(fact.place.name) !== '' &&
    fact.weight !== 'turn'
  ) {
    const where = inPlace(fact.place);
    const meanwhile =
      teller.time !== null &&
      gap < 15 &&
      chance(25, fact.key, 'meanwhile') &&
      !teller.phrases.slice(-6).includes('meanwhile');
    if (meanwhile) teller.phrases.push('meanwhile');
    return { words: meanwhile ? `meanwhile, ${where},` : comma(where), clause, opening: 'place' };
  }
  const named = lately(teller.openings, 2).filter((opening) => opening === 'name').length;
  if (!plain && named > 0 && chance(named * 40, fact.key, 'front')) {
    const fronted = front(fact, teller);
    if (fronted !== null) return { ...fronted, words: comma(fronted.words) };
    if (named > 1 && gap > 4 && gap < 50) {
      const turn = pick(
        gap > 8 ? ['then', 'moments later', 'a moment later'] : ['then'],
        fact.key,
        'turn',
        lately(teller.phrases, 5),
      );
      if (!teller.phrases.slice(-5).includes(turn)) {
        teller.phrases.push(turn);
        return { words: turn, clause, opening: 'turn of speech' };
      }
    }
  }
  return { words: '', clause, opening: 'name' };
}

function comma(words: string): string {
  return words.split(' ').length > 3 ? `${words},` : words;
}
