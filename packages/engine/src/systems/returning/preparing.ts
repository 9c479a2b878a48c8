/** What a band that means to come back needs for it, and how it sees to that: it heals, finds people and rounds, has the place looked at, and sets out. */
import { findClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { enabled, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ambushAt } from '../assault/knowing.ts';
import { STATES, headOf, isOut, isOutThere, outfit, peopleOut, stray } from '../bands/state.ts';
import { body } from '../bodies/state.ts';
import { dreadOf, dreadedBy } from '../dread/state.ts';
import { hostile, peopleIn } from '../groups/state.ts';
import { DAY, arrivesAt, cache, cacheRow, canReach, homeSite } from '../region/state.ts';
import { spying } from '../scouting/state.ts';
import { vitals } from '../wounds/state.ts';
import { isArmed, setOut } from './coming.ts';
import { ended, foundRounds, joined, setAbout } from './events.ts';
import { isOpen, stageOf, vow } from './state.ts';
import type { Stage } from './state.ts';

/** The hour at which whoever leads looks at what is wanting. [d] */
const LOOKS_AT = 11;
/** How many of them to each enemy they reckon with they want; what it takes off to know where those lay hidden, to have had the place looked at, and each day without food. [d] */
const WANTS = 0.95;
const KNOWS_AMBUSH = 0.15;
const HAS_LOOKED = 0.1;
const A_HUNGRY_DAY_SPARES = 0.03;
const HUNGER_SPARES = 0.15;
/** Who dreads more than this is no use yet. [d] */
const AFRAID_FROM = 0.4;
/** Rounds that they want for each who has something to fire them from. [d] */
const ROUNDS_EACH = 6;
/** Days for which what scouts have told holds, and days without food from which on they go without. [d] */
const WORD_HOLDS = 12;
const GOES_BLIND = 5;
/** Rounds that one of them finds in a day where some are left. [d] */
const FINDS_A_DAY = 2;
/** Days without food by which they may go hungrier than those who come over to them, for the sake of what they have in view. [d] */
const AS_HUNGRY = 1.5;
/** Hours of the night at which they mean to be there. [d] */
const COMES_FROM = 1;
const COMES_WITHIN = 4;
/** Days after the defeat at which they are fit for it at the soonest. [d] */
const SOONEST_DAYS = 5;
const P_HOUR = purpose('returning/hour');

export const prepare = rule('returning/prepare', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || Math.floor(world.time / SECONDS.hour) % 24 !== LOOKS_AT) return;
  const people = peopleOut(world);
  for (let of = 0; of < world.of(group).count; of++) {
    const stage = stageOf(world, of);
    if (!isOpen(stage) || stage === 'come') continue;
    const nobody = stage === 'marching' && people[of].length === 0;
    if (nobody || STATES[world.of(outfit).state.raw[of]] === 'fallen apart') breakUp(world, of);
    if (!isOut(world, of)) continue;
    const head = headOf(world, of, people[of]);
    if (head < 0) continue;
    gain(world, of, head, people);
    decide(world, of, head, people[of], stage);
  }
});

function breakUp(world: World, of: number): void {
  const { lossBy, site } = world.of(outfit);
  world.trace.open(-1, world.time);
  const fields = { actor: -1, group: of, target: world.of(vow).whom.raw[of] - 1, site: site.at(of) };
  world.propose(ended, { ...fields, how: 'broken up' }, [reason(lossBy.raw[of] || world.of(vow).by.raw[of])]);
  world.trace.close(false);
}

/** What is wanting first of all, with how much there is of it and how much it takes; and why it is seen to only now. */
interface Want {
  readonly what: Exclude<Stage, 'none' | 'vowed' | 'marching' | 'come' | 'given up' | 'faded' | 'split' | 'broken up'>;
  readonly have: number;
  readonly need: number;
  readonly by: readonly number[];
}

function decide(world: World, of: number, head: number, people: readonly number[], stage: Stage): void {
  const rows = world.of(vow);
  world.trace.open(head, world.time);
  const want = wantOf(world, of, head, people);
  const whom = rows.whom.at(of) - 1;
  const fields = { actor: head, group: of, target: whom, site: world.of(outfit).site.at(of) };
  const because = [...new Set([rows.vowed.raw[of], ...want.by])].filter((id) => id !== 0).map((id) => reason(id));
  if (want.what !== stage) {
    const { what, have, need } = want;
    world.propose(setAbout, { ...fields, what, have, need }, because);
  } else if (want.what === 'planning') march(world, of, head, people, because);
  world.trace.close(false);
}

function wantOf(world: World, of: number, head: number, people: readonly number[]): Want {
  const rows = world.of(vow);
  const { hunger, rounds, shortBy } = world.of(outfit);
  const sound = people.filter((who) => world.of(vitals).open.at(who) === 0 && dreadOf(world, who) < AFRAID_FROM);
  const known = ambushKnown(world, head);
  const told = world.of(spying).told.at(of);
  const isFresh = told > rows.after.raw[of] && world.time - world.chronicle.time(told) <= WORD_HOLDS * DAY;
  const desperate = Math.min(HUNGER_SPARES, A_HUNGRY_DAY_SPARES * hunger.at(of));
  const share = WANTS - (known.length > 0 ? KNOWS_AMBUSH : 0) - (isFresh ? HAS_LOOKED : 0) - desperate;
  const need = Math.max(2, Math.ceil(share * rows.foes.at(of)));
  const early = world.time - world.chronicle.time(rows.after.raw[of]) < SOONEST_DAYS * DAY;
  const ail = people.filter((who) => !sound.includes(who)).flatMap((who) => ailing(world, who));
  if (early || (sound.length < need && people.length >= need)) {
    return { what: 'recovering', have: sound.length, need, by: ail.slice(0, 3) };
  }
  if (sound.length < need) return { what: 'recruiting', have: sound.length, need, by: [rows.foesBy.raw[of]] };
  const armed = people.filter((who) => isArmed(world, who));
  const have = armed.reduce((sum, who) => sum + world.of(body).rounds.at(who), rounds.at(of));
  if (have < ROUNDS_EACH * armed.length) {
    return { what: 'arming', have, need: ROUNDS_EACH * armed.length, by: [rows.counted.raw[of]] };
  }
  if (!isFresh && hunger.raw[of] < GOES_BLIND) return { what: 'scouting', have: 0, need: 0, by: [rows.foesBy.raw[of]] };
  const by = [...(isFresh ? [told] : [shortBy.raw[of]]), ...known.slice(0, 2), rows.joined.raw[of], rows.armed.raw[of]];
  return { what: 'planning', have: sound.length, need, by };
}

/** What somebody is no use for yet: a wound, or what they dread. */
function ailing(world: World, who: number): number[] {
  return world.of(vitals).open.raw[who] > 0 ? [world.of(vitals).worst.raw[who]] : dreadedBy(world, who).slice(0, 1);
}

/** The events by which somebody knows of the places where enemies lay in wait. Tracked. */
function ambushKnown(world: World, who: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < world.of(place).count; at++) {
    const row = findClaim(world, who, ambushAt, at);
    if (row >= 0) found.push(...sourcesOf(world, row));
  }
  return found;
}

/** The way is far, and they mean to be there in the small hours. */
function march(world: World, of: number, head: number, people: readonly number[], because: readonly Cause[]): void {
  const home = homeSite(world);
  const { site } = world.of(outfit);
  if (home < 0 || !canReach(world, site.raw[of], home)) return;
  const there = arrivesAt(world, site.raw[of], home, world.time);
  const hour = COMES_FROM + Math.floor(COMES_WITHIN * world.luck(P_HOUR, head));
  let comes = Math.floor(world.time / DAY) * DAY + hour * SECONDS.hour;
  while (comes < there) comes += DAY;
  const rounds = world.of(outfit).rounds.raw[of];
  const roles = { actor: head, group: of, target: world.of(vow).whom.raw[of] - 1, site: home };
  const began = world.of(vow).by.raw[of];
  world.propose(setOut, { ...roles, people: people.length, rounds, comes }, [reason(began), ...because]);
}

/** Who is there and hungry comes over to those who have something in view; and what rounds are there are looked for. */
function gain(world: World, of: number, head: number, people: readonly (readonly number[])[]): void {
  const rows = world.of(outfit);
  const at = rows.site.raw[of];
  takeBack(world, of, head);
  for (let from = 0; from < people.length; from++) {
    if (from === of || !isOut(world, from) || rows.site.raw[from] !== at || rows.settled.raw[from] === 1) continue;
    const actor = headOf(world, from, people[from]);
    if (actor < 0 || rows.short.raw[from] === 0 || people[from].length >= people[of].length) continue;
    if (hostile(world, of, from) || hungrier(world, of, from)) continue;
    world.trace.open(actor, world.time);
    rows.short.at(from);
    const because = [rows.shortBy.raw[from], world.of(vow).vowed.at(of), rows.by.raw[from], rows.by.raw[of]];
    const fields = { actor, target: head, group: of, from, site: at, people: people[from].length };
    world.propose(
      joined,
      { ...fields, food: rows.food.at(from) },
      [...new Set(because)].filter((id) => id !== 0).map((id) => reason(id)),
    );
    world.trace.close(false);
  }
  findRounds(world, of, head, people[of], at);
}

/** Nobody comes over to people who go hungrier than they. */
function hungrier(world: World, of: number, than: number): boolean {
  const { hunger } = world.of(outfit);
  return hunger.at(of) > hunger.at(than) + AS_HUNGRY;
}

/** Who left while there was nothing to eat comes back while there is. */
function takeBack(world: World, of: number, head: number): void {
  const rows = world.of(outfit);
  if (rows.short.raw[of] === 1) return;
  const back = peopleIn(world, of).find(
    (who) => world.of(stray).alone.raw[who] === 1 && isOutThere(world, who) && leftForHunger(world, who),
  );
  if (back === undefined) return;
  world.trace.open(back, world.time);
  const by = world.of(stray).by.raw[back];
  rows.short.at(of);
  const fields = { actor: back, target: head, group: of, from: of, site: rows.site.at(of), people: 1, food: 0 };
  world.propose(joined, fields, [reason(by), enabled(world.of(vow).vowed.raw[of])]);
  world.trace.close(false);
}

function leftForHunger(world: World, who: number): boolean {
  const by = world.of(stray).by.raw[who];
  return by !== 0 && world.ruleset.kinds[world.chronicle.kind(by)].kind.id === 'bands/left';
}

function findRounds(world: World, of: number, head: number, people: readonly number[], at: number): void {
  const rounds = Math.min(world.of(cache).amount.raw[cacheRow(at, 'rounds')], FINDS_A_DAY * people.length);
  if (rounds === 0) return;
  world.trace.open(head, world.time);
  world.of(cache).amount.at(cacheRow(at, 'rounds'));
  const { vowed } = world.of(vow);
  const because = [reason(vowed.at(of)), enabled(world.of(outfit).by.raw[of] || vowed.raw[of])];
  world.propose(foundRounds, { actor: head, group: of, site: at, rounds }, because);
  world.trace.close(false);
}
