import { chance, pick } from '../draw.ts';
import { finish, isSeenDoing, rolesOf, sayClause } from '../english/clause.ts';
import type { Mention } from '../english/discourse.ts';
import { newDiscourse, nextSentence, recede } from '../english/discourse.ts';
import { identity, shownName } from '../english/names.ts';
import { list } from '../english/nouns.ts';
import { entitiesOf, sameEntities } from '../english/phrase.ts';
import { isPerception, isStative } from '../english/verbs.ts';
import type { Entity, Sentence, ToldCause } from '../told.ts';
import type { Clause } from '../words.ts';
import type { Fact } from './fact.ts';
import { plainly, wordCount } from './fact.ts';
import { isFullOfNames } from './days/opening.ts';
import { causeRoles } from './fold.ts';
import type { Group } from './grouping.ts';
import { strikes } from './grouping.ts';
import { longPast } from './prepare.ts';
import { openingOf } from './opening.ts';
import type { Construction } from './reasons.ts';
import { chooseReason, constructionsFor, isBrief, isConnective, isFront, sayReason, isSummedUp } from './reasons.ts';
import type { Teller } from './teller.ts';
import { lately } from './teller.ts';

/** So often an old wrong that has been told is recalled as a reason. */
const mostRecalls = 2;
/** Words between two causal connectives. */
const connectiveEvery = 80;
/** What was told is recalled in passing after so long, seconds. */
const recalled = 300;
/** An event told at most so many sentences ago need not be repeated as a reason: the order carries it. */
const stillPresent = 2;

interface Planned {
  readonly causes: readonly ToldCause[];
  readonly of: Fact;
  readonly construction: Construction;
}

/** Days are told at some distance: `Down, she` and `now that he had` are too near to it. */
function suitsDays(one: Construction, causes: readonly ToldCause[]): boolean {
  if (one === 'now that') return false;
  return one !== 'state' || causes.some(({ clause }) => / /.test(clause.complement ?? ''));
}

/** Seconds within which a journal does not give the same sort of reason for the same sort of thing again. */
const reasonEvery = 7 * 86_400;

const sortOf = (of: Fact, cause: ToldCause): string => `${of.kind} ${cause.kind}`;

function isStale(of: Fact, causes: readonly ToldCause[], { reasoned }: Teller): boolean {
  return causes.some((cause) => of.time - (reasoned.get(sortOf(of, cause)) ?? -Infinity) < reasonEvery);
}

function planReason(group: Group, teller: Teller): Planned | null {
  const own = group.facts.flatMap((fact) => fact.ids);
  const isPresent = (id: number) => own.includes(id) || teller.sentence - (teller.told.get(id) ?? -9) <= stillPresent;
  const isTold = (id: number) => teller.told.has(id);
  const spare = teller.wordsSinceConnective >= connectiveEvery;
  for (const of of group.facts) {
    const causes = chooseReason(of, isPresent);
    if (causes.length === 0 || (of.sums === true && of.actors[0]?.kind === 'group' && !isSummedUp(of, causes)))
      continue;
    const old = causes.some(({ time }) => of.time - time > longPast) && of.weight !== 'detail';
    // A journal says once where something of its days came from.
    if (teller.where !== null && causes.some(({ id }) => teller.recalled.has(id))) continue;
    if (teller.where !== null && isStale(of, causes, teller)) continue;
    if (teller.where === null && old && (teller.recalls >= mostRecalls || of.time < 0)) continue;
    const isFirst = of === group.facts[0];
    const isLast = of === group.facts.at(-1);
    const fits = constructionsFor(causes, of, spare)
      .filter((one) => (isFront(one) ? isFirst : isLast))
      .filter((one) => teller.where === null || suitsDays(one, causes))
      // What has been told is recalled only later, and in passing.
      .filter(
        (one) =>
          isSummedUp(of, causes) ||
          (teller.where !== null && causes.every(({ when }) => when !== undefined)) ||
          (old && one === 'who' && teller.recalls < mostRecalls) ||
          !causes.every(({ id }) => isTold(id)) ||
          (teller.where === null && isBrief(one) && causes.some(({ time }) => of.time - time > recalled)),
      );
    if (fits.length === 0) continue;
    const fronts = fits.filter(isFront);
    const full = teller.where !== null && isFullOfNames(teller.where) && fronts.length > 0;
    if (old && teller.where === null) teller.recalls++;

    return { causes, of, construction: pick(full ? fronts : fits, of.key, 'reason', lately(teller.constructions, 3)) };
  }
  return null;
}

const failing: ReadonlySet<string> = new Set(['miss', 'fail']);

function isFailure(clause: Clause): boolean {
  return clause.negated === true || failing.has(clause.verb);
}

/** Whether a chain's first act can lead in as a participle: `Having broken into the barn, Garrick found the grain`. */
function leadsIn(facts: readonly Fact[], teller: Teller): boolean {
  const [first, second] = facts;
  if (first === undefined || second === undefined || first.actors.length === 0 || first.weight === 'turn') return false;
  const { verb, negated, certainty, passive, aspect, content } = first.clause;
  const plain = !negated && !passive && certainty === undefined && aspect === undefined && content === undefined;
  const stale = lately(teller.openings, 3).includes('participle') || teller.openings.at(-1) !== 'name';
  if (
    !plain ||
    stale ||
    isStative(verb.split(' ')[0] ?? '') ||
    !isDeed(second) ||
    facts.some((fact) => isFailure(fact.clause))
  )
    return false;
  return chance(70, first.key, 'participle');
}

function ledIn(facts: readonly Fact[], clause: Clause, teller: Teller): string {
  const [first, ...rest] = facts;
  const [second] = rest;
  if (first === undefined || second === undefined) return '';
  const lead = sayClause(
    clause,
    { roles: first.roles, discourse: teller.discourse },
    { form: 'having', subject: false },
  );
  return `${lead}, ${chainWords(rest, second.clause, teller)}`;
}

function chainWords(facts: readonly Fact[], clause: Clause, teller: Teller): string {
  const { discourse } = teller;
  const said = facts.map((fact, at) =>
    at === 0
      ? sayClause(clause, { roles: fact.roles, discourse })
      : sayClause(fact.clause, { roles: fact.roles, discourse }, { subject: false }),
  );
  const last = facts.at(-1);
  if (said.length === 1 || last === undefined) return said.join('');
  // `shouted that Milo was there, and opened fire`: the comma takes the reader back to who shouted.
  const opening = facts[0]?.clause;
  if (opening?.content !== undefined && !isSeenDoing(opening)) return `${said[0] ?? ''}, and ${list(said.slice(1))}`;
  const failed = isFailure(last.clause) && !isFailure(clause);
  if (isFailure(clause) && !facts.slice(1).some((fact) => isFailure(fact.clause))) {
    return `${said[0] ?? ''} but ${list(said.slice(1))}`;
  }
  if (failed) return `${list(said.slice(0, -1))}${said.length > 2 ? ',' : ''} but ${said.at(-1) ?? ''}`;
  if (
    said.length === 2 &&
    last.time - (facts[0]?.until ?? 0) >= 3 &&
    chance(30, last.key, 'then') &&
    teller.phrases.at(-1) !== 'then'
  ) {
    teller.phrases.push('then');
    return said.join(', then ');
  }
  return list(said);
}

/** Whether the fact is something done of one's own will, so that another can be its reason. */
function isDeed({ clause, actors }: Fact): boolean {
  const verb = clause.verb.split(' ')[0] ?? '';
  return actors.length > 0 && !clause.passive && !isPerception(verb) && !isStative(verb);
}

/** How two facts can be joined; `plain` where something already stands before the main clause. */
function jointsOf({ join, facts }: Group, clause: Clause, teller: Teller, plain: boolean): readonly string[] {
  const [first, second] = facts;
  if (first === undefined || second === undefined) return ['and'];
  if (second.replies !== undefined) return ['and'];
  if (join === 'cause') {
    if (isFailure(second.clause) && !isFailure(clause)) return ['but'];
    // What follows from what within a day goes without saying.
    if (teller.where !== null) return ['and'];
    const so = !plain && second.sums !== true && isDeed(second) && teller.wordsSinceConnective >= connectiveEvery;
    return ['and', 'and', ...(plain ? [] : ['when']), ...(so ? ['so'] : [])];
  }
  const involved = Object.values(second.roles).flat().map(identity);
  const met = Object.values(first.roles).flat().map(identity);
  const apart =
    !first.actors.some((one) => involved.includes(identity(one))) &&
    !second.actors.some((one) => met.includes(identity(one)));
  const atOnce =
    apart && first.time >= 0 && second.time - first.time <= 5 && isDeed(first) && second.clause.aspect !== 'perfect';
  return atOnce ? ['while', 'and', ';'] : ['and', ';'];
}

/** Two facts of different people in one sentence. */
function pairWords(group: Group, clause: Clause, teller: Teller, plain: boolean): string {
  const [first, second] = group.facts;
  if (first === undefined || second === undefined) return '';
  const { discourse } = teller;
  const before = [...discourse.current];
  const a = sayClause(clause, { roles: first.roles, discourse });
  const met = group.join === 'cause' ? lastNamed(first, clause, a) : null;
  if (met !== null && sameEntities(met, second.actors) && !second.clause.certainty) {
    return `${a}, who ${sayClause(second.clause, { roles: second.roles, discourse }, { subject: false })}`;
  }
  const struck = strikes(first, second) ? second.because.find(({ id }) => first.ids.includes(id)) : undefined;
  if (struck !== undefined) return struckWords(struck, second, before, teller);
  const faced = first.roles['target'] ?? [];
  if (second.replies !== undefined && sameEntities(faced, second.actors) && a.endsWith(list(faced.map(shownName)))) {
    return `${a}, who ${sayClause(second.clause, { roles: second.roles, discourse }, { subject: false })}`;
  }
  const b = sayClause(second.clause, { roles: second.roles, discourse });
  const joint = pick(jointsOf(group, clause, teller, plain), second.key, 'joint', lately(teller.phrases, 2));
  teller.phrases.push(joint);
  if (joint === 'so') teller.wordsSinceConnective = 0;
  if (joint === 'when') return `when ${a}, ${b}`;
  if (joint === 'while') return `${a} while ${b}`;
  return joint === ';' ? `${a}; ${b}` : `${a}, ${joint} ${b}`;
}

/** What was done to somebody and what became of them: `Ilka fell, hit in the belly by Ralf`. */
function struckWords(struck: ToldCause, second: Fact, before: readonly Mention[], teller: Teller): string {
  const { discourse } = teller;
  discourse.current = [...before];
  const how = { form: 'bare', subject: false } as const;
  const bare = () => sayClause(struck.clause, { roles: rolesOf(struck.roles), discourse }, how);
  const main = () => sayClause(second.clause, { roles: second.roles, discourse });
  if (pick(['front', 'behind'], second.key, 'struck', lately(teller.phrases, 1)) === 'front') {
    teller.phrases.push('front');
    const words = bare();
    return `${words}, ${main()}`;
  }
  teller.phrases.push('behind');
  return `${main()}, ${bare()}`;
}

/** The person that a clause ends on by name, to whom a `who` can be joined. */
function lastNamed(fact: Fact, clause: Clause, said: string): Fact['actors'] | null {
  const people = Object.values(fact.roles).filter((ones) => ones.length === 1 && ones[0]?.kind === 'person');
  const met = people.find(
    ([one]) => one !== undefined && said.endsWith(shownName(one)) && !sameEntities([one], fact.actors),
  );
  return met === undefined || clause.content !== undefined ? null : met;
}

/** Leaves out where something was done if the reader is there already. */
function withoutKnownPlace(facts: readonly Fact[], teller: Teller): Fact[] {
  let known = teller.place;
  return facts.map((fact) => {
    const verb = fact.clause.verb.split(' ')[0] ?? '';
    const { complements = [] } = fact.clause;
    const rest = complements.filter(({ by, phrase }) => {
      const [place] = by === 'in' ? entitiesOf(phrase, fact.roles) : [];
      return place?.kind !== 'place' || identity(place) !== known;
    });
    if (fact.place !== undefined) known = identity(fact.place);
    const keeps = rest.length === complements.length || isPerception(verb) || isStative(verb);
    return keeps ? fact : { ...fact, clause: { ...fact.clause, complements: rest } };
  });
}

/** Who is named together with their side needs no other introduction. */
function acquaint(facts: readonly Fact[], { discourse }: Teller): void {
  const named = facts.flatMap(({ clause, roles }) => mentionedIn(clause, roles));
  const sides = new Set(named.flatMap(({ kind, name }) => (kind === 'group' ? [name] : [])));
  for (const one of named) if (sides.has(one.side ?? '')) discourse.introduced.add(identity(one));
}

function mentionedIn({ subject, object, complements = [], purpose }: Clause, roles: Fact['roles']): readonly Entity[] {
  const phrases = [subject, ...(object === undefined ? [] : [object]), ...complements.map(({ phrase }) => phrase)];
  const own = phrases.flatMap((phrase) => entitiesOf(phrase, roles));
  return purpose === undefined ? own : [...own, ...mentionedIn(purpose, roles)];
}

/** Says a group of facts as one sentence, and remembers what was said. */
export function saySentence(given: Group, teller: Teller): Sentence {
  const { discourse } = teller;
  const group = { ...given, facts: withoutKnownPlace(given.facts, teller) };
  nextSentence(discourse);
  acquaint(group.facts, teller);
  // Of several who fell it is said again whose they were.
  for (const { how, actors } of group.facts) {
    if (how === 'losses' && actors.length > 1) for (const one of actors) discourse.introduced.delete(identity(one));
  }
  const [first] = group.facts;
  if (first === undefined) throw new RangeError('a sentence needs a fact');
  const [, fallen] = group.facts;
  const struck = fallen !== undefined && group.join === 'cause' && strikes(first, fallen);
  // Whoever falls does not fall for the reasons of whoever shot.
  const reason = teller.terse || struck ? null : planReason(group, teller);
  const goesFirst = reason !== null && isFront(reason.construction);
  // A pronoun before its name would send the reader back.
  if (goesFirst) discourse.previous = [];
  const front = goesFirst ? `${sayReason(reason.causes, reason.construction, reason.of, discourse)},` : '';
  const opened = openingOf(group.facts, teller, goesFirst || struck);
  const plain = goesFirst || opened.words !== '';
  const led = group.join === 'chain' && !plain && leadsIn(group.facts, teller);
  const main = led
    ? ledIn(group.facts, opened.clause, teller)
    : group.join === 'chain'
      ? chainWords(group.facts, opened.clause, teller)
      : pairWords(group, opened.clause, teller, plain);
  const start =
    goesFirst && opened.words !== '' ? `${opened.words.replace(/,$/, '')}, ${front}` : `${opened.words} ${front}`;
  const text = finish(`${start} ${main}${reason === null || goesFirst ? '' : sayBehind(reason, teller)}`);

  const reasons = reason === null ? [] : reason.causes.flatMap((cause) => cause.ids ?? [cause.id]);
  const events = [...new Set([...group.facts.flatMap((fact) => fact.ids), ...reasons])];
  for (const id of events) teller.told.set(id, teller.sentence);
  if (teller.where !== null) {
    for (const id of events) teller.recalled.add(id);
    teller.where.sentences++;
    if (!goesFirst && opened.words === '' && !led && first.actors.some(({ kind }) => kind === 'person' || kind === 'group')) teller.where.named++; // prettier-ignore
  }
  teller.wordsSinceConnective += wordCount(text);
  if (reason !== null) {
    for (const cause of reason.causes) if (cause.scar === undefined) teller.reasoned.set(sortOf(reason.of, cause), reason.of.time); // prettier-ignore
    teller.constructions.push(reason.construction);
    if (isConnective(reason.construction)) teller.wordsSinceConnective = 0;
  }
  if (opened.words !== '') teller.phrases.push(opened.words.replace(/,$/, ''));
  teller.openings.push(led ? 'participle' : opened.opening === 'name' && goesFirst ? 'reason' : opened.opening);
  teller.sentence++;
  teller.time = Math.max(...group.facts.map((fact) => fact.until));
  const place = group.facts.findLast((fact) => fact.place !== undefined)?.place;
  const stated = place !== undefined && (identity(place) === teller.place || text.includes(shownName(place)));
  if (place !== undefined) teller.place = stated ? identity(place) : null;
  return { text, events, facts: [...given.facts.map(plainly), ...(reason?.causes ?? []).map(statedPlainly)] };
}

function statedPlainly(cause: ToldCause): string {
  return finish(sayClause(cause.clause, { roles: causeRoles(cause), discourse: newDiscourse() }));
}

function sayBehind({ causes, construction, of }: Planned, teller: Teller): string {
  const inMind = new Set(teller.discourse.current.map(({ id }) => id));
  const said = sayReason(causes, construction, of, teller.discourse);
  recede(teller.discourse, inMind);
  if (construction === 'colon') return `: ${said}`;
  return construction === 'that' ||
    construction === 'because' ||
    construction === 'word behind' ||
    construction === 'after behind' ||
    construction === 'when behind'
    ? ` ${said}`
    : `, ${said}`;
}
