import { entries, choice, flag, integer, list, nameIn, optionally, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { reason } from '../../kernel/events.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { efforts } from '../bodies/effort.ts';
import { courses } from '../conduct/course.ts';
import { groupOf, side } from '../groups/state.ts';
import { groupBonds } from '../groups/system.ts';
import { between, crossing, metresBetween, pairRow, passage, position } from '../places/state.ts';
import { neighboursOf } from '../places/forms.ts';
import { crossings } from '../places/system.ts';
import type { Crossed } from '../places/system.ts';
import { breach, work } from './breaking.ts';
import { breached, began, climbed, cracked, heed, leftOff } from './events.ts';
import { BARRIER_KINDS, BARRIER_NAMES } from './kinds.ts';
import { barrier, breaking, kindOf } from './state.ts';
import { layAround } from './ways.ts';
import { toil } from './toil.ts';
import { whole } from './facts.ts';
import { words } from './words.ts';

export const barrierForms = entries('barriers', {
  between: list(nameIn('places', 'The two places that it stands between: they adjoin each other.')),
  like: withDefault(choice(BARRIER_NAMES, 'What kind of barrier it is; all else follows from it.'), 'palisade'),
  'kept by': optionally(
    nameIn('groups', 'Whose people pass it freely; the first group that has a home, where it is left out.'),
  ),
  strength: optionally(integer(1, 1_000_000, 'Seconds that it takes one person to get through it.')),
  open: withDefault(flag('Whether it stands open or broken as it begins.'), false),
});

/** Somebody has come across where a barrier stands: over it, or through it from within, which leaves it open. */
const cross: Crossed = (world, who, from, to, row) => {
  const walls = world.of(barrier);
  if (walls.breached.at(row) === 1 || walls.keeper.raw[row] === groupOf(world, who) + 1) return;
  const because = [reason(world.of(position).setOut.raw[who])];
  if (kindOf(world, row).opens && walls.inside.raw[row] === from) {
    world.propose(breached, { actor: who, barrier: row, place: from, how: 'opened' }, because);
  } else world.propose(climbed, { actor: who, barrier: row, place: to }, because);
};

export const barriers = defineSystem({
  id: 'barriers',
  after: ['conduct', 'sight'],
  tables: [barrier, breaking],
  events: { began, 'left-off': leftOff, cracked, breached, climbed },
  facts: [whole],
  words,
  affair: 'walls',
  rules: [work],
  fills: [fill(courses, breach), fill(crossings, cross), fill(efforts, toil)],
  notice: heed,
  scenario: [barrierForms],
  conditions: [
    {
      pattern: '{barriers} broken',
      truth: (world, names) => {
        const row = world.cast.row(barrier, names['barriers']);
        return row >= 0 && world.of(barrier).breached.raw[row] === 1;
      },
      because: (world, names) => {
        const row = world.cast.row(barrier, names['barriers']);
        const by = row < 0 ? 0 : world.of(barrier).breachedBy.raw[row];
        return by === 0 ? [] : [by];
      },
    },
  ],
  check,
  build: (world, setup) => {
    const forms = setup.entries(barrierForms);
    if (forms.size === 0) return;
    const cells = world.of(crossing);
    while (cells.count < world.of(between).count) cells.add();
    const walls = world.of(barrier);
    for (const [key, fields] of forms) {
      const row = world.addNamed(barrier, key, key);
      const ends = fields.between.map((name) => world.cast.mustRow(place, name));
      const keeper = keeperOf(setup, fields['kept by']);
      if (keeper !== undefined) walls.keeper.put(row, world.cast.mustRow(group, keeper) + 1);
      const [inside, outside] = inFirst(world, ends[0], ends[1], walls.keeper.raw[row] - 1);
      walls.inside.put(row, inside);
      walls.outside.put(row, outside);
      walls.kind.put(row, BARRIER_NAMES.indexOf(fields.like));
      walls.strength.put(row, fields.strength ?? BARRIER_KINDS[fields.like].work);
      walls.breached.put(row, fields.open ? 1 : 0);
      walls.view.put(row, world.of(between).sight.raw[pairRow(world, inside, outside)]);
      for (const pair of [pairRow(world, inside, outside), pairRow(world, outside, inside)]) {
        cells.barrier.put(pair, row + 1);
      }
    }
    shareWays(world);
    layAround(world);
  },
});

/** Groups that keep a barrier go by ways of their own; all others share one set. */
function shareWays(world: World): void {
  const walls = world.of(barrier);
  let sets = 0;
  for (let of = 0; of < world.of(group).count; of++) {
    let keeps = false;
    for (let row = 0; row < walls.count; row++) if (walls.keeper.raw[row] === of + 1) keeps = true;
    world.of(passage).ways.put(of, keeps ? ++sets : 0);
  }
}

/** The two sides of a barrier, its keepers' first: the one nearer to where they live, else the one named first. */
function inFirst(world: World, a: number, b: number, keeper: number): readonly [number, number] {
  const home = keeper < 0 ? -1 : world.of(side).home.raw[keeper] - 1;
  if (home < 0 || a === home) return [a, b];
  return metresBetween(world, home, b) < metresBetween(world, home, a) ? [b, a] : [a, b];
}

/** Who keeps a barrier: whom it names, else the first group that has a home. */
function keeperOf(setup: Setup, named: string | undefined): string | undefined {
  if (named !== undefined) return named;
  for (const [key, fields] of setup.entries(groupBonds)) if (fields.home !== undefined) return key;
  return undefined;
}

function check(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  const beside = neighboursOf(setup);
  const taken = new Map<string, string>();
  for (const [key, fields] of setup.entries(barrierForms)) {
    const path = ['barriers', key, 'between'];
    const [a, b] = fields.between;
    if (fields.between.length !== 2 || a === b) {
      remarks.push({
        severity: 'error',
        code: 'barrier-ends',
        path,
        message: `${key} has to stand between two places.`,
        hint: 'Write "between: [barn, yard]".',
      });
      continue;
    }
    if (beside.get(a)?.has(b) !== true) {
      remarks.push({
        severity: 'error',
        code: 'barrier-apart',
        path,
        message: `${key} cannot stand between ${a} and ${b}: they do not adjoin.`,
        hint: `Add "next to: ${b}" to ${a}.`,
      });
    }
    const pair = a < b ? `${a}\n${b}` : `${b}\n${a}`;
    const other = taken.get(pair);
    if (other !== undefined) {
      remarks.push({
        severity: 'error',
        code: 'barrier-twice',
        path,
        message: `${other} stands between ${a} and ${b} already.`,
        hint: 'One barrier is enough: give it the strength of both.',
      });
    }
    taken.set(pair, key);
  }
  return remarks;
}
