/** What becomes of the wounded in the days after, hour by hour: each of it an event when it comes about. */
import { enabled, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { care } from '../infirmary/state.ts';
import { position } from '../places/state.ts';
import { feverBroke, fevered, gotStrong, gotUp, healed } from './course.ts';
import { died, fell } from './events.ts';
import { canRise, closesAt, isSteady } from './healing.ts';
import { chanceOfDeath, chanceOfFoul, showsAt, takesToBed } from './sepsis.ts';
import { REGIONS, able, fever, vitals, wound } from './state.ts';

/** The hours of the day, from and until, in which people get up, and see that a wound has closed. [d] */
const BY_DAY = [7, 20] as const;

/** The hour's look at whoever has something to get over. */
export const mend = rule('wounds/mend', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { open } = world.of(vitals);
  const { alive, down } = world.of(body);
  const { faint } = world.of(able);
  for (const who of beat.members) {
    if (alive.raw[who] === 0) continue;
    if (open.raw[who] === 0 && down.raw[who] === 0 && faint.raw[who] === 0 && world.of(fever).state.raw[who] === 0)
      continue;
    world.trace.open(who, world.time);
    const { state } = world.of(fever);
    if (state.at(who) === 0) turnFoul(world, who);
    else goThroughFever(world, who);
    if (down.raw[who] === 1) rise(world, who);
    else if (faint.raw[who] === 1 && isSteady(world, who)) {
      world.propose(gotStrong, { actor: who, place: placeOf(world, who) }, [reason(world.of(able).faintBy.raw[who])]);
    }
    if (state.raw[who] === 0) close(world, who);
    world.trace.close(false);
  }
});

const placeOf = (world: World, who: number): number => world.of(position).at.raw[who];
const whereIs = (world: World, who: number): { actor: number; place: number; away: boolean } => ({
  actor: who,
  place: placeOf(world, who),
  away: world.of(position).gone.raw[who] === 1,
});

function isDay(world: World): boolean {
  const hour = Math.floor(world.time / 3600) % 24;
  return hour >= BY_DAY[0] && hour < BY_DAY[1];
}

/** The open wounds of somebody, as rows. */
function openWounds(world: World, who: number): number[] {
  const rows = world.of(wound);
  const found: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.person.raw[row] === who && rows.closed.raw[row] === 0) found.push(row);
  }
  return found.sort((a, b) => rows.ordinal.raw[a] - rows.ordinal.raw[b]);
}

/** A wound that is due shows whether it has stayed clean; of several that turn at once the first brings the fever. */
function turnFoul(world: World, who: number): void {
  const rows = world.of(wound);
  for (const row of openWounds(world, who)) {
    if (rows.foul.raw[row] !== 0 || world.time < showsAt(world, row)) continue;
    if (rows.foulLuck.raw[row] >= chanceOfFoul(world, row)) {
      // That it stayed clean is no event; it is not asked again.
      rows.foul.raw[row] = 1;
      continue;
    }
    const fields = { ...whereIs(world, who), region: REGIONS[rows.region.raw[row]] };
    world.propose(fevered, { ...fields, ordinal: rows.ordinal.raw[row] }, [reason(rows.madeBy.raw[row])]);
    return;
  }
}

/** It keeps them in bed, and then it turns. */
function goThroughFever(world: World, who: number): void {
  const rows = world.of(fever);
  const place = placeOf(world, who);
  const began = rows.by.raw[who];
  if (world.time < rows.turnsAt.at(who)) {
    if (world.of(body).down.at(who) === 1 || world.of(position).gone.raw[who] === 1 || !takesToBed(world, who)) return;
    world.propose(fell, { actor: who, place, group: groupOf(world, who), from: 'fever' }, [reason(began)]);
    return;
  }
  const { nursed, alone } = chanceOfDeath(world, who);
  const luck = rows.luck.raw[who];
  if (luck < nursed) {
    world.propose(died, { actor: who, place, group: groupOf(world, who), of: 'fever' }, [reason(began)]);
    return;
  }
  const because: Cause[] = [reason(began)];
  // Without the nursing it would have killed.
  if (luck < alone) because.push(enabled(world.of(care).by.raw[who]));
  world.propose(feverBroke, whereIs(world, who), because);
}

/** Whoever lies gets up again, when what felled them lets them. */
function rise(world: World, who: number): void {
  if (!isDay(world)) return;
  const { up, cared } = canRise(world, who);
  if (!up) return;
  const because: Cause[] = [reason(world.of(body).downBy.raw[who])];
  if (cared) because.push(enabled(world.of(care).by.raw[who]));
  world.propose(gotUp, { ...whereIs(world, who), group: groupOf(world, who) }, because);
}

/** A wound whose time has come closes. */
function close(world: World, who: number): void {
  if (!isDay(world)) return;
  const rows = world.of(wound);
  for (const row of openWounds(world, who)) {
    if (world.time < closesAt(world, row)) continue;
    const because: Cause[] = [reason(rows.madeBy.raw[row]), enabled(rows.dressedBy.raw[row])];
    const fields = { ...whereIs(world, who), region: REGIONS[rows.region.raw[row]] };
    world.propose(healed, { ...fields, grave: rows.grave.raw[row] === 1, ordinal: rows.ordinal.raw[row] }, because);
  }
}
