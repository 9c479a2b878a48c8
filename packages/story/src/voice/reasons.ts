import { pick } from '../draw.ts';
import { rolesOf, sayClause } from '../english/clause.ts';
import { nameOf, mention } from '../english/discourse.ts';
import type { Discourse } from '../english/discourse.ts';
import { list, possessive } from '../english/nouns.ts';
import { countWords } from '../english/numbers.ts';
import { arePlural, identity } from '../english/names.ts';
import type { Roles } from '../english/phrase.ts';
import { entitiesOf, sameEntities } from '../english/phrase.ts';
import { spanWords } from '../english/times.ts';
import { isPerception, isStateOfMind, isStative } from '../english/verbs.ts';
import type { Entity, ToldCause } from '../told.ts';
import type { Fact } from './fact.ts';
import { causeRoles, folded } from './fold.ts';
import { longPast } from './prepare.ts';

/** How a reason is built into a sentence. `front` comes before the main clause, `back` after it. */
export type Construction =
  | 'state'
  | 'seeing'
  | 'having'
  | 'word'
  | 'word behind'
  | 'warned'
  | 'order'
  | 'with'
  | 'once'
  | 'after'
  | 'when'
  | 'now that'
  | 'since'
  | 'who'
  | 'that'
  | 'having behind'
  | 'for'
  | 'colon'
  | 'because'
  | 'after behind'
  | 'when behind';

const frontal: ReadonlySet<Construction> = new Set([
  'state',
  'seeing',
  'having',
  'word',
  'warned',
  'order',
  'with',
  'once',
  'after',
  'when',
  'now that',
  'since',
]);
const connectives: ReadonlySet<Construction> = new Set(['since', 'for', 'because', 'now that']);

export function isFront(construction: Construction): boolean {
  return frontal.has(construction);
}
const brief: ReadonlySet<Construction> = new Set([
  'state',
  'seeing',
  'having',
  'having behind',
  'word',
  'word behind',
  'warned',
  'order',
]);
/** Whether it takes no clause of its own. */
export function isBrief(construction: Construction): boolean {
  return brief.has(construction);
}
/** Whether it spends the allowance of causal connectives, one in eighty words. */
export function isConnective(construction: Construction): boolean {
  return connectives.has(construction);
}

/** Verbs of telling, and the noun by which what was said is referred to: `at Tam's shout that the raiders were in the yard`. */
const speech: ReadonlyMap<string, string> = new Map([
  ['tell', 'word'],
  ['say', 'word'],
  ['report', 'word'],
  ['whisper', 'word'],
  ['shout', 'shout'],
  ['call', 'shout'],
  ['cry', 'cry'],
  ['warn', 'warning'],
  ['signal', 'signal'],
]);
const orders: ReadonlySet<string> = new Set('order command tell send'.split(' '));
/** So many reasons are given at most; of what a history comes down to, so many. */
const mostReasons = 3;
const mostInSum = 5;
/** More reasons of different kinds than this are too many: one that somebody said stands for them. */
const mostMixed = 4;
/** So many of one's own people are counted, not named, where they are a reason. */
const worthCounting = 4;
/** Words that were heard within this time set somebody going at once, seconds. */
const AT_ONCE = 8;
/** What was seen within this time before the act is seen in the doing, seconds. */
const justNow = 20;

/**
 * The causes of a fact worth stating: one group, reasons and interruptions before what merely made it possible, the
 * latest first; at most three of a group.
 */
export function chooseReason(fact: Fact, isUsed: (id: number) => boolean): readonly ToldCause[] {
  const groups = new Map<string, ToldCause[]>();
  for (const cause of fact.because) {
    const group = `${cause.as}:${cause.group}`;
    groups.set(group, [...(groups.get(group) ?? []), cause]);
  }
  const isPast = (causes: readonly ToldCause[]) => causes.some((cause) => fact.time - cause.time > longPast);
  const worth = (causes: readonly ToldCause[]) => (isPast(causes) ? 2 : causes[0]?.as === 'enabled' ? 0 : 1);
  const latest = (causes: readonly ToldCause[]) => Math.max(...causes.map((cause) => cause.time));
  const ranked = [...groups.values()].sort(
    (a, b) => worth(b) - worth(a) || latest(b) - latest(a) || (a[0]?.id ?? 0) - (b[0]?.id ?? 0),
  );
  const [best] = ranked;
  const again = best !== undefined && (isSummedUp(fact, best) || fact.recalls === true);
  if (best === undefined || (!again && best.some((cause) => isUsed(cause.id)))) return [];
  const inOrder = best.sort((a, b) => a.time - b.time || a.id - b.id);
  // Of several who said it, one is enough; and what they said says more than that others brought word.
  const said = inOrder.filter(({ clause }) => speech.has(clause.verb) && clause.content !== undefined);
  if (said.length === inOrder.length || (said.length > 0 && inOrder.length > mostMixed)) return said.slice(0, 1);
  const most = fact.sums === true ? mostInSum : mostReasons;
  return folded(inOrder)
    .slice(0, most)
    .map((cause) => counted(cause, fact));
}

/** Whether it is what a history comes down to, for many reasons together: they are told with it, whatever was told before. */
export function isSummedUp(fact: Fact, causes: readonly ToldCause[]): boolean {
  const count = causes.reduce((sum, { ids }) => sum + (ids?.length ?? 1), 0);
  return fact.sums === true && count > 2;
}

/** Many of somebody's own people are counted: `six of his people were down`. */
function counted(cause: ToldCause, fact: Fact): ToldCause {
  const { several = {} } = cause;
  const [actor] = fact.actors;
  const [role, those] = Object.entries(several)[0] ?? [];
  const own = those?.every(
    ({ kind, side }) => kind === 'person' && side !== undefined && side === (actor?.side ?? actor?.name),
  );
  if (role === undefined || those === undefined || own !== true || those.length < worthCounting) return cause;
  const whose = actor?.gender === 'she' ? 'her' : actor?.gender === 'he' ? 'his' : 'their';
  const name = `${countWords(those.length)} of ${whose} people`;
  return { ...cause, several: { [role]: [{ name, kind: 'group', definite: false }] } };
}

function subjectOf(cause: ToldCause): readonly Entity[] {
  return entitiesOf(cause.clause.subject, causeRoles(cause));
}

/** The one person whom the clause of a fact ends on. */
export function lastNamed({ clause, roles }: Fact): Entity | null {
  if (clause.content !== undefined || clause.purpose !== undefined || clause.manner !== undefined) return null;
  const phrase = clause.complements?.at(-1)?.phrase ?? clause.object;
  const [one, ...more] = phrase === undefined ? [] : entitiesOf(phrase, roles);
  return one?.kind === 'person' && more.length === 0 ? one : null;
}

function hasActor(cause: ToldCause, fact: Fact): boolean {
  return fact.actors.length > 0 && sameEntities(subjectOf(cause), fact.actors);
}

/** Whether the cause is words spoken to whoever acts. */
function isSpokenTo(cause: ToldCause, fact: Fact): boolean {
  const roles = rolesOf(cause.roles);
  const { object, complements = [] } = cause.clause;
  const heard = [...(object === undefined ? [] : [object]), ...complements.map(({ phrase }) => phrase)];
  const people = heard.flatMap((phrase) => entitiesOf(phrase, roles)).filter((one) => one.kind !== 'place');
  // What is shouted to nobody by name is for everybody.
  if (people.length === 0) return speech.has(cause.clause.verb) && speech.get(cause.clause.verb) !== 'word';
  return heard.some((phrase) =>
    fact.actors.some((actor) => entitiesOf(phrase, roles).some((one) => identity(one) === identity(actor))),
  );
}

/** Who tells of somebody whom they saw need not be said to have seen them. */
function tellsOfSame(cause: ToldCause, fact: Fact): boolean {
  const { object, content } = cause.clause;
  const seen = [object, content?.subject].flatMap((phrase) =>
    phrase === undefined ? [] : entitiesOf(phrase, rolesOf(cause.roles)),
  );
  const told = fact.clause.content === undefined ? [] : entitiesOf(fact.clause.content.subject, fact.roles);
  return told.some((one) => seen.some((other) => identity(one) === identity(other)));
}

/** Whether the clause names last what a cause has left: `ran a fever from the wound in the leg`. */
function endsOn({ clause }: Fact, noun: string): boolean {
  const { complements = [], manner, purpose, content } = clause;
  const named = complements.some(({ phrase }) => 'noun' in phrase && phrase.noun === noun && phrase.of === 'the');
  return named && manner === undefined && purpose === undefined && content === undefined;
}

/** What a fact is about is `it` in a reason that comes with it. */
function withIt(roles: Roles, { itself }: Fact): Roles {
  if (itself === undefined) return roles;
  const it = (one: Entity): Entity => (identity(one) === itself ? { ...one, name: arePlural([one]) ? 'them' : 'it', definite: false } : one); // prettier-ignore
  return Object.fromEntries(Object.entries(roles).map(([role, those]) => [role, those.map(it)]));
}

/** Whether a clause is short enough for what struck somebody to follow it: `Pilar fell on the east wall, hit in the leg by Lars`. */
function isBlow({ clause }: Fact): boolean {
  const { object, purpose, content, complement, manner } = clause;
  return [object, purpose, content, complement, manner].every((part) => part === undefined);
}

/** The constructions that suit these causes of this fact. `spare` says whether a causal connective may be spent. */
export function constructionsFor(causes: readonly ToldCause[], fact: Fact, spare: boolean): Construction[] {
  const [first] = causes;
  if (first === undefined) return [];
  if (fact.recalls === true) return ['colon'];
  const { clause, as, time } = first;
  if (causes.length === 1 && first.scar !== undefined && endsOn(fact, first.scar.noun)) return ['that'];
  const last = lastNamed(fact);
  if (last !== null && causes.length === 1 && sameEntities(subjectOf(first), [last]) && !hasActor(first, fact))
    return ['who'];
  const certain = causes.every((cause) => (cause.clause.certainty ?? 'sure') === 'sure');
  const verb = clause.verb.split(' ')[0] ?? '';
  const old = fact.time - time > longPast;
  const ownAct = causes.every((cause) => hasActor(cause, fact)) && certain;
  if (ownAct && isPerception(verb) && tellsOfSame(first, fact)) return [];
  if (as === 'interrupted' && !ownAct) return ['when', 'when behind'];
  if (ownAct && causes.length > 1 && causes.every(({ clause: { passive } }) => passive === true) && isBlow(fact)) return ['having', 'having behind']; // prettier-ignore
  // What it all turned on is said with all its reasons.
  if (fact.sums === true && causes.length > 1) return ['colon', 'since', 'colon'];
  const fits: Construction[] = [];
  if (ownAct && !clause.negated) {
    const isState = clause.complement !== undefined && verb === 'be' && causes.length === 1;
    if (isState && clause.aspect !== 'perfect') fits.push('state');
    else if (clause.passive) return isBlow(fact) ? ['having', 'having behind'] : ['having'];
    else if (isStateOfMind(verb) || verb === 'be' || clause.aspect === 'progressive') fits.push('seeing');
    else if (isPerception(verb) && fact.time - time <= justNow) fits.push('seeing', 'seeing', 'when');
    else fits.push('having', 'having behind');
    if (fits.length > 0) return spare ? [...fits, 'for'] : fits;
  }
  if (causes.length === 1 && isSpokenTo(first, fact) && certain && !clause.negated) {
    if (orders.has(verb) && clause.purpose !== undefined && !fact.clause.negated) return ['order'];
    if (speech.has(verb) && clause.content !== undefined) return wordsSpoken(first, fact);
  }
  const running = clause.aspect === 'progressive';
  const still = (running || verb === 'be') && !clause.passive && !clause.negated && certain && causes.length === 1;
  if (still && (running || clause.complement !== undefined || clause.complements !== undefined)) fits.push('with');
  if (running && as === 'reason' && fits.length > 0 && !spare) return fits;
  if (
    !isStative(verb) &&
    !causes.some((cause) => cause.clause.aspect === 'progressive') &&
    certain &&
    !clause.negated &&
    !old
  ) {
    const since = fact.time - time;
    // After a pause of its own a clause takes no more behind it.
    const paused = fact.clause.complement?.includes(',') === true;
    fits.push(
      'after',
      ...(paused ? [] : (['after behind'] as const)),
      ...(since < 600 ? (['once'] as const) : []),
      ...(since < 60 ? (['when'] as const) : []),
    );
  }
  fits.push('colon');
  if (spare) fits.push('for', 'since', 'for', ...(old ? [] : (['now that'] as const)), 'because');
  return fits;
}

/**
 * How words spoken are a reason: what was only just said comes before the act, or in the same breath; what stands behind an
 * act in a few words can follow it.
 */
function wordsSpoken(cause: ToldCause, fact: Fact): Construction[] {
  const since = fact.time - cause.time;
  const short = fact.clause.purpose === undefined && fact.clause.content === undefined && fact.clause.complement === undefined; // prettier-ignore
  return ['word', ...(since <= AT_ONCE ? (['when'] as const) : (['warned'] as const)), ...(short ? (['word behind'] as const) : [])]; // prettier-ignore
}

function ago(cause: ToldCause, fact: Fact): { when?: string } {
  if (cause.when !== undefined) return { when: cause.when };
  const past = fact.time - cause.time;
  return past > longPast ? { when: `${spanWords(past)} before` } : {};
}

/** `Tam's shout`; of somebody who has to be introduced, `a shout from Wicks of Tallow Road`. */
function wordsOf(cause: ToldCause, noun: string, discourse: Discourse): string {
  const speaker = subjectOf(cause);
  const said = speakerOf(cause, discourse);
  const introduced = speaker.length === 1 && / of /.test(said);
  return introduced ? `a ${noun} from ${said.replace(/['’]s$/, '')}` : `${said} ${noun}`;
}

function speakerOf(cause: ToldCause, discourse: Discourse): string {
  const speaker = subjectOf(cause);
  const name = speaker.length === 0 ? 'somebody' : list(speaker.map((one) => nameOf(one, discourse)));
  if (speaker.length > 0) mention(speaker, discourse);
  return possessive(name, arePlural(speaker));
}

function each(causes: readonly ToldCause[], say: (cause: ToldCause, at: number) => string): string {
  return list(causes.map(say));
}

/** The reason in words, without the comma that parts it from the main clause. */
export function sayReason(
  causes: readonly ToldCause[],
  construction: Construction,
  fact: Fact,
  discourse: Discourse,
): string {
  const saying = (cause: ToldCause) => ({ roles: withIt(causeRoles(cause), fact), discourse });
  const finite = (form: 'past' | 'had') =>
    each(causes, (cause) => sayClause(cause.clause, saying(cause), { form, ...ago(cause, fact) }));
  const without = (form: 'ing' | 'having' | 'bare') =>
    each(causes, (cause, at) => {
      // `having seen A and heard B`: the auxiliary is said once.
      const said = sayClause(cause.clause, saying(cause), {
        form: cause.clause.passive ? 'bare' : form,
        subject: false,
        ...ago(cause, fact),
      });
      return at > 0 ? said.replace(/^having (?:been )?/, '') : said;
    });
  const [first] = causes;
  if (first === undefined) return '';
  switch (construction) {
    case 'state':
      return `${first.clause.complement ?? ''}`;
    case 'who':
      // Only the two of them come into it, and the relative says who is who.
      discourse.previous = [];
      discourse.current = [];
      mention(fact.actors, discourse);
      return `who ${sayClause(first.clause, saying(first), { form: 'had', subject: false, ...ago(first, fact) })}`;
    case 'that':
      return `that ${sayClause(first.scar?.that ?? first.clause, saying(first), { form: 'had', ...ago(first, fact) })}`;
    case 'seeing':
      return without('ing');
    case 'having':
    case 'having behind':
      return without('having');
    case 'word':
    case 'word behind': {
      const content = first.clause.content;
      const noun = speech.get(first.clause.verb.split(' ')[0] ?? '') ?? 'word';
      return `${noun === 'word' ? 'on' : 'at'} ${wordsOf(first, noun, discourse)}${content === undefined ? '' : ` that ${sayClause(content, saying(first), { form: 'past' })}`}`;
    }
    case 'warned': {
      const by = list(subjectOf(first).map((one) => nameOf(one, discourse))) || 'somebody';
      mention(subjectOf(first), discourse);
      const content = first.clause.content;
      return `warned by ${by}${content === undefined ? '' : ` that ${sayClause(content, saying(first), { form: 'past' })}`}`;
    }
    case 'order':
      return pick(['on SPEAKER order', 'at SPEAKER word'], fact.key, 'order').replace('SPEAKER', () =>
        speakerOf(first, discourse),
      );
    case 'with': {
      const roles = rolesOf(first.roles);
      const said = sayClause({ ...first.clause, complement: first.clause.complement ?? '' }, { roles, discourse });
      return `with ${said.replace(/ (?:was|were) /, ' ')}`;
    }
    case 'colon':
      return finite('had');
    case 'when':
    case 'when behind':
      return `when ${finite('past')}`;
    case 'after behind':
      return `after ${finite('had')}`;
    default:
      return `${construction} ${finite('had')}`;
  }
}
