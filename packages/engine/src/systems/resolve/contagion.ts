import { believe } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, hostile, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { mostVisible } from '../sight/looking.ts';
import { hasBroken, nerves } from './state.ts';

/** Chance that somebody sees another lose their nerve: in the same place; elsewhere, of what could be seen at all. [d] */
const SEEN_NEAR = 0.9;
const SEEN_FAR = 0.5;
/** What it puts on a comrade to see it, and the share of that beside a leader who stands firm. [d] */
const STRAIN_SEEN_BREAK = 0.08;
const BESIDE_LEADER = 0.4;
const P_SEES = purpose('resolve/sees-break');

/**
 * Panic is contagious: those who see somebody lose their nerve know of it, and on comrades it weighs, less where the
 * leader stands firm beside them.
 */
export function spread(world: World, from: number, source: number): void {
  const bodies = world.of(body);
  const where = world.of(position);
  const own = groupOf(world, from);
  for (let who = 0; who < world.of(person).count; who++) {
    if (who === from || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1 || where.gone.raw[who] === 1)
      continue;
    const comrade = groupOf(world, who) === own;
    if (!comrade && !hostile(world, groupOf(world, who), own)) continue;
    const near = where.at.raw[who] === where.at.raw[from];
    const chance = near ? SEEN_NEAR : SEEN_FAR * mostVisible(world, where.at.raw[who], where.at.raw[from], false);
    if (world.luck(P_SEES, who, from) >= chance) continue;
    world.chronicle.addWitness(witnessWord(who, BY_SIGHT, 180));
    believe(world, who, hasBroken, from, {
      place: where.at.raw[from],
      confidence: 0.8,
      source,
      truth: source,
    });
    if (!comrade) continue;
    const weight = STRAIN_SEEN_BREAK * (leaderStandsBy(world, who, from) ? BESIDE_LEADER : 1);
    world.of(nerves).strain.add(who, weight, source);
  }
}

/** Whether somebody's leader is with them and keeps their nerve. */
export function leaderStandsBy(world: World, who: number, besides = -1): boolean {
  const leader = world.of(side).leader.raw[groupOf(world, who)] - 1;
  if (leader < 0 || leader === who || leader === besides) return false;
  const [bodies, nerve, where] = [world.of(body), world.of(nerves), world.of(position)];
  if (where.at.raw[leader] !== where.at.raw[who] || where.gone.raw[leader] === 1 || bodies.down.raw[leader] === 1)
    return false;
  return nerve.broken.raw[leader] === 0 && nerve.pinned.raw[leader] === 0;
}
