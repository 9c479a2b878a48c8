/** What happens is felt by each in their own way: by what they are like, whom it befell, and what was done to them before. */
import { decay } from '../../kernel/curves.ts';
import { enabled, jointly } from '../../kernel/events.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { TEMPERS } from '../bodies/system.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { acquaintanceOf, strand, strandRow } from '../bonds/state.ts';
import { fear } from '../dread/state.ts';
import { sinceThen, touchedBy } from '../dread/touching.ts';
import { groupOf, hostile, side } from '../groups/state.ts';
import { tollOn } from '../memory/state.ts';
import { TIES, bond, bondOf } from '../past/state.ts';
import { position } from '../places/state.ts';
import { stoodApart } from './events.ts';
import { GOOD, feeling, feelingRow, heart, moved, moves } from './state.ts';
import type { Emotion, Moves } from './state.ts';

/** Hours in which half of each feeling is gone. [d] */
export const HALF_LIFE_HOURS: Readonly<Record<Emotion, number>> = {
  relief: 30,
  hope: 72,
  pride: 60,
  gratitude: 240,
  grief: 480,
  shame: 240,
  resentment: 336,
};
/** How much more or less of it people of a temper feel, as a multiple. [d] */
const TAKES: Readonly<Partial<Record<(typeof TEMPERS)[number], Readonly<Partial<Record<Emotion, number>>>>>> = {
  gentle: { grief: 1.3, gratitude: 1.3, resentment: 0.6 },
  cold: { relief: 0.7, hope: 0.8, pride: 0.8, gratitude: 0.7, grief: 0.6, shame: 0.7 },
  proud: { pride: 1.4, shame: 1.4, gratitude: 0.8 },
  bitter: { relief: 0.7, hope: 0.6, gratitude: 0.6, resentment: 1.5 },
  wary: { relief: 0.8, hope: 0.8 },
  timid: { relief: 1.3, shame: 1.2 },
  loyal: { gratitude: 1.2, grief: 1.1 },
  just: { resentment: 1.2 },
};
/** How close somebody is, 0..1, by tie; as one of one's own without one; and anybody else. [d] */
const CLOSE: Readonly<Partial<Record<(typeof TIES)[number], number>>> = {
  friend: 0.8,
  trusts: 0.5,
  rival: 0.15,
  fears: 0.1,
};
const KIN = 1;
const OWN = 0.15;
const STRANGER = 0.03;
/** Affection that makes somebody as close as kin. [d] */
const FULL_AFFECTION = 0.8;
/** How much mood adds to what goes with it, and takes from what goes against it. [d] */
const MOOD_COLOURS = 0.3;
/** What a full grudge against one of those who came takes from somebody's relief while that one is at large, and a vow. [d] */
const WRONG_HOLDS = 0.8;
const VOW_HOLDS = 0.3;
const HOLDS_MOST = 0.9;
/** What the heaviest toll of many fights takes from whatever is good to feel. [d] */
const TOLL_DULLS = 0.5;
/** The share of their relief from which on it is said that somebody could not rejoice. [d] */
const STANDS_APART = 0.4;

/** Once an hour all that has happened since is felt. */
export const appraise = rule('feelings/appraise', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { upTo } = world.of(moved);
  const last = world.chronicle.length;
  if (beat.bubble >= 0 || upTo.raw[0] === last) return;
  sinceThen(world, upTo.raw[0], world.ruleset.filled(moves), (event, touch) => {
    // Of what is long past, as much is left as would be by now.
    const left = decay(world.time - event.time, HALF_LIFE_HOURS[touch.feels] * SECONDS.hour);
    const about = touch.about === undefined ? -1 : (event.roles[touch.about] ?? -1);
    const feels = (who: number, weight: number): void => feel(world, who, event, touch, weight * left, about);
    touchedBy(world, event, touch, feels);
    if (touch.attacked !== undefined) for (const who of attackedBy(world, event)) feels(who, touch.attacked);
  });
  upTo.raw[0] = last;
});

/** Those whose home the group in the role `group` came for. */
export function attackedBy(world: World, event: EventRecord): number[] {
  const came = event.roles['group'];
  const { home } = world.of(side);
  const found = [];
  for (let who = 0; who < world.of(person).count; who++) {
    const of = groupOf(world, who);
    if (home.raw[of] > 0 && hostile(world, of, came)) found.push(who);
  }
  return found;
}

function feel(world: World, who: number, event: EventRecord, touch: Moves, weight: number, about: number): void {
  if (who === about || world.of(body).alive.raw[who] === 0) return;
  const { feels } = touch;
  const good = GOOD.includes(feels) ? 1 : -1;
  const mood = 1 + MOOD_COLOURS * good * world.of(heart).mood.raw[who];
  const worn = good > 0 ? 1 - TOLL_DULLS * tollOn(world, who) : 1;
  const close = touch.byTie === true ? closeness(world, who, about) : 1;
  const held = feels === 'relief' && touch.attacked !== undefined ? holdsBack(world, who, event) : nothing();
  add(world, who, feels, weight * mood * worn * close * takes(world, who, feels) * (1 - held.share), event.id, about);
  if (held.share >= STANDS_APART && held.by.length > 0) standApart(world, who, event, held);
}

/** How close one person is to another, 0..1: by what they are to each other, or by what they have come to be. Plain reads. */
export function closeness(world: World, who: number, whom: number): number {
  const row = bondOf(world, who, whom);
  const { kind, grudge } = world.of(bond);
  const own = groupOf(world, who) === groupOf(world, whom) ? OWN : STRANGER;
  const tie = row < 0 ? undefined : TIES[kind.raw[row]];
  const tied = tie === undefined ? own : (CLOSE[tie] ?? KIN);
  const held = row < 0 ? 0 : grudge.raw[row];
  return Math.max(tied, grownClose(world, acquaintanceOf(world, who, whom))) * (1 - held);
}

/** How close somebody has come to be to another, 0..1, by the row of their acquaintance; less than 0 where they are averse. Plain reads. */
export function grownClose(world: World, row: number): number {
  if (row < 0) return 0;
  return Math.min(1, world.of(strand).value.raw[strandRow(row, 'affection')] / FULL_AFFECTION);
}

/** How much of a feeling somebody of such a temper takes, as a multiple. Plain reads. */
function takes(world: World, who: number, what: Emotion): number {
  const bits = world.of(heart).temper.raw[who];
  return TEMPERS.reduce(
    (share, temper, i) => ((bits & (1 << i)) === 0 ? share : share * (TAKES[temper]?.[what] ?? 1)),
    1,
  );
}

/** Somebody feels more of something on account of an event: the more they do already, the less it adds. */
function add(world: World, who: number, what: Emotion, weight: number, by: number, about: number): void {
  const row = feelingRow(who, what);
  const rows = world.of(feeling);
  const { writer } = world.trace;
  world.trace.writer = 2 * by;
  rows.strength.add(row, weight * Math.max(0, 1 - rows.strength.raw[row]), by);
  // It is about whom the gravest of it is about.
  if (rows.strength.contributors(row, 1)[0] === by) rows.about.raw[row] = about + 1;
  world.trace.writer = writer;
}

/** What keeps somebody from being relieved. */
interface Held {
  /** 0..1 of their relief. */
  readonly share: number;
  /** On whose account, and the events behind that. */
  readonly whom: number;
  readonly by: readonly number[];
}
const nothing = (): Held => ({ share: 0, whom: -1, by: [] });

/** What one of those who came did to somebody, or swore, while that one is alive and at large. Plain reads. */
function holdsBack(world: World, who: number, event: EventRecord): Held {
  const rows = world.of(bond);
  const { alive } = world.of(body);
  const { state } = world.of(captive);
  let worst = nothing();
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.from.raw[row] !== who || rows.grudge.raw[row] === 0) continue;
    const whom = rows.to.raw[row];
    if (groupOf(world, whom) !== event.roles['group'] || alive.raw[whom] === 0 || state.raw[whom] !== 0) continue;
    const vows = vowsAgainst(world, who, whom);
    const share = Math.min(HOLDS_MOST, WRONG_HOLDS * rows.grudge.raw[row] + (vows.length > 0 ? VOW_HOLDS : 0));
    if (share > worst.share) worst = { share, whom, by: [rows.by.raw[row], ...vows].filter((id) => id !== 0) };
  }
  return worst;
}

/** The vows of one person that weigh on another still. */
function vowsAgainst(world: World, who: number, by: number): number[] {
  return world
    .of(fear)
    .dread.contributors(who, 1)
    .filter((id) => {
      const kind = world.ruleset.kinds[world.chronicle.kind(id)].kind.id;
      return kind === 'voice/shouted' && world.chronicle.word(id, 0) === by;
    });
}

function standApart(world: World, who: number, event: EventRecord, held: Held): void {
  world.trace.open(who, world.time);
  world.of(fear).dread.at(who);
  const fields = { actor: who, target: held.whom, place: world.of(position).at.at(who) };
  world.propose(stoodApart, fields, [enabled(event.id), ...jointly(held.by, 1)]);
  world.trace.close(false);
}
