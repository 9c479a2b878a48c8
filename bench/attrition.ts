import {
  Ruleset,
  advance,
  believe,
  createWorld,
  defineSystem,
  eventsOf,
  group,
  person,
  place,
  reason,
  rule,
  state,
  systems,
} from '@anchorhold/engine';
import type { Beat, EventKind, System, World } from '@anchorhold/engine';
import type { Report } from './report.ts';
import { setupOf } from './scenario.ts';
import { bootstrap } from './statistics.ts';
import type { Interval } from './statistics.ts';

/**
 * Lanchester's laws, from the rules by which every fight is lived. Two sides of unlike strength shoot at each other until
 * one has lost half; the exponent p for which A^p - B^p is the same before and after says how much numbers tell: 2 where
 * each shooter fires at somebody whom they see (the square law), 1 where they fire into a place and each body there has
 * its own luck (the linear law).
 */
export type Fire = 'aimed' | 'area';

/** How many stand on the stronger side, and on the weaker. */
export type Sizes = readonly [many: number, few: number];

/** One fight: how many stood on each side as it began, and at its end, and how many were hit by aimed rounds and by others. */
export interface Duel {
  readonly before: Sizes;
  readonly after: Sizes;
  readonly aimedHits: number;
  readonly areaHits: number;
}

/** What people do but shoot is left out: whoever loses heart, is led or gives in would make another law. */
const LEFT_OUT: readonly string[] = [
  'assault',
  'captivity',
  'defence',
  'muster',
  'orders',
  'raid',
  'resolve',
  'voice',
  'will',
  'word',
];
/** What must not happen: whoever goes, breaks or gives in is no longer in the line. */
const LEAVES: readonly string[] = ['places/set-out', 'resolve/broke', 'captivity/surrendered'];
const LONGEST = 1_800;
/** Every so many seconds those who fire into a place are told anew that there is somebody: as old news, since they see nobody. */
const TOLD_EVERY = 60;
const OLD_NEWS = 40;

const withoutRules = (system: System): System =>
  LEFT_OUT.includes(system.id) ? { ...system, rules: [], fills: [] } : system;

/**
 * The rules of every fight, without those by which people are led or lose heart. Whoever is hit is out of it: a wound that
 * leaves somebody standing with half their aim would make numbers tell more than either law says. Suppression is the third
 * thing that does; it is left in for `pressed` alone.
 */
function rulesOfAFight(pressed: boolean): Ruleset {
  const idle = defineSystem({
    id: 'unshaken',
    after: ['shooting', 'wounds'],
    events: {},
    words: {},
    rules: [rule('unshaken/settle', { phase: 'settle', at: 'second' }, (world, beat) => settle(world, beat, pressed))],
  });
  const kept = systems.map((system) => (pressed && system.id === 'resolve' ? system : withoutRules(system)));
  return new Ruleset([...kept, idle], pressed ? 'pressed' : 'calm');
}

function settle(world: World, { members }: Beat, pressed: boolean): void {
  const { suppression, strain } = world.of(state.nerves);
  const { alive, down } = world.of(state.body);
  const fell = world.ruleset.entryById('wounds/fell')!.kind as EventKind;
  for (const who of members) {
    strain.fade(who, 0, 1);
    if (!pressed) suppression.fade(who, 0, 1);
    if (down.raw[who] === 1 || alive.raw[who] === 0 || world.of(state.vitals).wounds.raw[who] === 0) continue;
    const at = world.of(state.position).at.raw[who]!;
    const fields = { actor: who, place: at, group: world.of(state.member).group.raw[who]!, from: 'blow' };
    world.propose(fell, fields as never, [reason(1)]);
  }
}
const calm = rulesOfAFight(false);
const pressed = rulesOfAFight(true);

/**
 * Far apart in the open by day, with poor aim, so that to look for the next target costs little of the time that a hit
 * takes; or in ditches in the fog of a dark night and with bows, which do not flash: a place is known and nobody in it seen.
 */
const FIELDS = {
  aimed: { begin: 'summer, d1 12:00', like: 'field', metres: 260, each: 'skills: {aim: poor}' },
  area: { begin: 'late autumn, d1 23:00, moonless, thick fog', like: 'culvert', metres: 40, each: 'gear: [bow]' },
} as const satisfies Readonly<Record<Fire, object>>;

/** The side that is the stronger goes by the first name or by the second: who is dealt with first must not matter. */
function fieldText(fire: Fire, sizes: { readonly A: number; readonly B: number }): string {
  const { begin, like, metres, each } = FIELDS[fire];
  const side = (letter: 'A' | 'B', at: string): string[] =>
    Array.from(
      { length: sizes[letter] },
      (_, i) => `  ${letter}${i + 1}: {group: ${letter}, at: ${at}, rounds: 500, dressings: 0, ${each}}`,
    );
  return [
    'title: Two lines',
    `begin: ${begin}`,
    'lasts: 1h',
    `places: {east: {like: ${like}}, west: {like: ${like}, next to: east, metres: {east: ${metres}}}}`,
    'groups: {A: {home: east, leader: A1}, B: {at: west, leader: B1, hostile to: A}}',
    'people:',
    ...side('A', 'east'),
    ...side('B', 'west'),
    '',
  ].join('\n');
}

/** Live one fight until a side has lost half of its people. Throws where anybody does anything but fight. */
export function fightOut(fire: Fire, [many, few]: Sizes, seed: number, shaken = false): Duel {
  const [strong, weak] = seed % 2 === 0 ? (['A', 'B'] as const) : (['B', 'A'] as const);
  const sizes = { [strong]: many, [weak]: few } as { A: number; B: number };
  const rules = shaken ? pressed : calm;
  const world = createWorld(rules, setupOf(fieldText(fire, sizes), `${fire}, ${many} against ${few}`), { seed });
  open(world);
  const standing = (): Sizes => [standingOf(world, strong), standingOf(world, weak)];
  const began = world.time;
  if (fire === 'area') tell(world);
  advance(world, began + LONGEST, () => {
    if (fire === 'area' && (world.time - began) % TOLD_EVERY === 0) tell(world);
    const [a, b] = standing();
    return a > many / 2 && b > few / 2;
  });
  let [aimedHits, areaHits] = [0, 0];
  for (const { kind, because } of eventsOf(world)) {
    if (LEAVES.includes(kind)) throw new Error(`${kind}: somebody left the line`);
    if (kind !== 'wounds/wounded' || because.length === 0) continue;
    const by = rules.kinds[world.chronicle.kind(because[0]!.id)]!.kind.id;
    if (by === 'shooting/swept') areaHits++;
    else aimedHits++;
  }
  return { before: [many, few], after: standing(), aimedHits, areaHits };
}

/** The two are within reach of each other: from now on every second counts. */
function open(world: World): void {
  const opened = world.ruleset.entryById('engagement/opened')!.kind as EventKind;
  world.propose(opened, { group: world.cast.mustRow(group, 'B'), place: 0 } as never);
  world.commit();
}

/** Both sides hear where the other is, and are told to keep heads down there. */
function tell(world: World): void {
  const { duty, member, position, TASKS } = state;
  const rows = { A: world.cast.mustRow(person, 'A1'), B: world.cast.mustRow(person, 'B1') };
  for (let who = 0; who < world.of(person).count; who++) {
    const ownSide = world.cast.key(group, world.of(member).group.raw[who]!);
    const other = ownSide === 'A' ? 'B' : 'A';
    const word = {
      place: world.cast.mustRow(place, other === 'A' ? 'east' : 'west'),
      confidence: 1,
      source: 1,
      from: who,
      hops: 1,
      seen: world.time - OLD_NEWS,
    };
    believe(world, who, state.isAt, rows[other], word);
    world.of(duty).task.put(who, TASKS.indexOf('cover'));
    world.of(duty).place.put(who, world.of(position).at.raw[who]! + 1);
  }
}

function standingOf(world: World, key: string): number {
  const of = world.cast.mustRow(group, key);
  const { alive, down } = world.of(state.body);
  const groups = world.of(state.member).group.raw;
  let count = 0;
  for (let who = 0; who < world.of(person).count; who++) {
    if (groups[who] === of && alive.raw[who] === 1 && down.raw[who] === 0) count++;
  }
  return count;
}

/**
 * The exponent p for which A^p - B^p is on average as great after as before, from 0.1 to 20. Half is added to each number:
 * with it a fight by either law that loses people one at a time keeps its difference exactly, on average.
 */
export function exponentOf(duels: readonly Duel[]): number {
  const kept = (p: number): number =>
    duels.reduce((sum, { before, after }) => {
      const scale = before[0] + 0.5;
      const of = ([many, few]: Sizes): number => ((many + 0.5) / scale) ** p - ((few + 0.5) / scale) ** p;
      return sum + of(after) - of(before);
    }, 0);
  let [low, high] = [0.1, 20];
  // Below the exponent the stronger side has kept too little for its losses, above it too much.
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (kept(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The interval (95 %) of the exponent, by drawing the fights anew. */
export function exponentInterval(duels: readonly Duel[]): Interval {
  const indices = duels.map((_, i) => i);
  return bootstrap(indices, (drawn) => exponentOf(drawn.map((i) => duels[i]!)));
}

/** The sides that meet in turn. */
export const SIZES: readonly Sizes[] = [
  [60, 40],
  [60, 30],
  [40, 20],
];
/** Fights that are lived before it is looked again whether they tell, and the most of them. */
const AT_ONCE = 24;
const MOST = 480;
/** How wide the interval may be at most. The two laws are 1 apart, so that only one of them can lie within. */
const WIDE = { quick: 0.8, full: 0.25 };

/** What must be so of each law: the exponent that it says lies in the interval, the other's does not. */
const LAWS: readonly { fire: Fire; name: string; says: number; not: number }[] = [
  { fire: 'aimed', name: 'aimed fire follows the square law', says: 2, not: 1 },
  { fire: 'area', name: 'area fire follows the linear law', says: 1, not: 2 },
];

/** How much numbers tell, by aimed and by area fire: fights are lived until the exponent is known well enough. */
export function measureAttrition(report: Report): void {
  const wide = report.quick ? WIDE.quick : WIDE.full;
  for (const { fire, name, says, not } of LAWS) {
    const duels: Duel[] = [];
    let interval: Interval;
    do {
      for (let i = 0; i < AT_ONCE; i++) duels.push(fightOut(fire, SIZES[i % SIZES.length]!, duels.length + 1));
      interval = exponentInterval(duels);
      report.progress(`${fire} fire: ${duels.length} fights`);
    } while (interval[1] - interval[0] > wide && duels.length < MOST);
    mustBe(fire, duels);
    const scenario = `${SIZES.map((sizes) => sizes.join(':')).join(', ')}; ${duels.length} fights`;
    const [low, high] = interval;
    report.add({
      claim: `${fire} fire: exponent of the law of attrition`,
      scenario,
      value: exponentOf(duels),
      unit: '',
      interval,
      target: { min: says, max: says },
    });
    const clear = low <= says && says <= high && !(low <= not && not <= high);
    report.add({ claim: name, scenario, value: clear ? 1 : 0, unit: 'is so', floor: { min: 1 } });
  }
  if (report.quick) return;
  const duels = Array.from({ length: AT_ONCE }, (_, i) => fightOut('aimed', SIZES[i % SIZES.length]!, i + 1, true));
  report.add({
    claim: 'aimed fire with suppression: exponent of attrition',
    scenario: `${duels.length} fights`,
    value: exponentOf(duels),
    unit: '',
    interval: exponentInterval(duels),
  });
}

/** The fights were of the kind that was asked for, and to the end. */
function mustBe(fire: Fire, duels: readonly Duel[]): void {
  const sum = (of: (duel: Duel) => number): number => duels.reduce((total, duel) => total + of(duel), 0);
  const [aimed, area] = [sum((duel) => duel.aimedHits), sum((duel) => duel.areaHits)];
  const [meant, other] = fire === 'aimed' ? [aimed, area] : [area, aimed];
  if (other > 0.02 * meant) throw new Error(`${fire} fire: ${other} of ${aimed + area} hits were of the other kind`);
  if (meant < 10 * duels.length) throw new Error(`${fire} fire: ${meant} hits in ${duels.length} fights`);
}
