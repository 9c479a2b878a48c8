/** What is promised to those who will not live: a grave, or that somebody looks after whom they leave. */
import { purpose } from '../../kernel/chance.ts';
import { enabled, reason } from '../../kernel/events.ts';
import type { EventRecord } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { grave } from '../burial/state.ts';
import { canAct } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { lying } from '../infirmary/state.ts';
import { LEVELS, nourishment } from '../needs/state.ts';
import { TIES, bond } from '../past/state.ts';
import { vitals } from '../wounds/state.ts';
import { giveWord, readiness } from './giving.ts';
import { DAY, promise } from './state.ts';
import type { Undertaking } from './state.ts';

/** The chance that it is said, by somebody of no particular temper. [d] */
const SAYS_A_LAST_WORD = 0.55;
/** Days within which the dead are to be in the ground, and after which it shows whether those they left were looked after. [d] */
const BURIED_WITHIN = 3;
const LOOKED_AFTER = 8;
const P_SAYS_SO = purpose('promises/last-wish');
const KIN: readonly (typeof TIES)[number][] = [
  'sister',
  'brother',
  'mother',
  'father',
  'daughter',
  'son',
  'wife',
  'husband',
];

/** Whether somebody lies dying, as far as those beside them can tell. Plain reads. */
const isDying = (world: World, who: number): boolean =>
  world.of(body).alive.raw[who] === 1 &&
  (world.of(lying).givenUp.raw[who] === 1 || world.of(vitals).failing.raw[who] > 0);

/** Whom somebody leaves: kin of theirs who live among the same people; -1 for nobody. Plain reads. */
function leftBy(world: World, who: number): number {
  const rows = world.of(bond);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.from.raw[row] !== who || !KIN.includes(TIES[rows.kind.raw[row]])) continue;
    const kin = rows.to.raw[row];
    if (world.of(body).alive.raw[kin] === 1 && groupOf(world, kin) === groupOf(world, who)) return kin;
  }
  return -1;
}

/** Whoever sees that there is nothing to be done says what they can. */
function comfort(world: World, event: EventRecord, that: 'bury them' | 'look after theirs'): void {
  const { actor, target } = event.roles;
  if (!canAct(world, actor) || !isDying(world, target)) return;
  const kin = leftBy(world, target);
  const leaves = kin >= 0 && kin !== actor;
  if (leaves !== (that === 'look after theirs')) return;
  if (world.luck(P_SAYS_SO, actor, target) >= readiness(world, actor, SAYS_A_LAST_WORD)) return;
  world.trace.open(actor, world.time);
  world.of(lying).givenUp.at(target);
  world.of(vitals).failing.at(target);
  const given = world.of(lying).givenUpBy.raw[target];
  const offer = { from: actor, to: target, that, ...(leaves ? { about: kin } : {}) };
  giveWord(world, offer, [reason(event.id), ...(given === event.id ? [] : [enabled(given)])]);
  world.trace.close(false);
}
const UPON = ['infirmary/gave-up-on', 'infirmary/sat-by'] as const;

export const burying: Undertaking = {
  that: 'bury them',
  upon: UPON,
  offer: (world, event) => comfort(world, event, 'bury them'),
  outlives: true,
  fate: (world, row) => {
    const whom = world.of(promise).to.raw[row] - 1;
    const { alive, downBy } = world.of(body);
    const { dug, by } = world.of(grave);
    if (alive.at(whom) === 1) return isDying(world, whom) ? null : spared(world, row);
    if (dug.at(whom) === 1) return { as: 'kept', because: [reason(by.raw[whom])] };
    const since = world.time - world.chronicle.time(downBy.raw[whom]);
    return since < BURIED_WITHIN * DAY ? null : { as: 'broken', because: [reason(downBy.raw[whom])] };
  },
};

export const lookingAfter: Undertaking = {
  that: 'look after theirs',
  upon: UPON,
  offer: (world, event) => comfort(world, event, 'look after theirs'),
  outlives: true,
  fate: (world, row) => {
    const rows = world.of(promise);
    const [whom, kin] = [rows.to.raw[row] - 1, rows.about.raw[row] - 1];
    const { alive, downBy } = world.of(body);
    if (alive.at(whom) === 1) return isDying(world, whom) ? null : spared(world, row);
    const { level, levelBy } = world.of(nourishment);
    if (alive.at(kin) === 0) return { as: 'broken', because: [reason(downBy.raw[kin])] };
    if (level.at(kin) === LEVELS.indexOf('starving')) return { as: 'broken', because: [reason(levelBy.raw[kin])] };
    const since = world.time - world.chronicle.time(downBy.raw[whom]);
    return since < LOOKED_AFTER * DAY
      ? null
      : { as: 'kept', because: [enabled(rows.given.raw[row]), enabled(downBy.raw[whom])] };
  },
};

/** They live: what was promised them is owed no more. */
const spared = (world: World, row: number): ReturnType<Undertaking['fate']> => ({
  as: 'released',
  why: 'spared',
  because: [enabled(world.of(promise).given.raw[row])],
});
