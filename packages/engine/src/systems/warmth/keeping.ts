/** What is done by the evening about the cold: how fires are kept, their being lit, and what is burnt when the wood is gone. */
import { enabled, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { readCharge, whoSeesTo } from '../offices/state.ts';
import { DAY, ableOf, hourOf, placesOf } from '../rations/state.ts';
import { mending } from '../repairs/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { tellBurning, tellFires } from './considered.ts';
import { brokeUp, lit, ranOut, setFires } from './events.ts';
import { FIRES, coldness, hearth } from './state.ts';
import { nightsOn, nightsWood, woodOf } from './wood.ts';

/** The hours at which it is settled how fires are kept, and at which they are lit. [d] */
const SETTLED_AT = 16;
const LIT_AT = 17;
/** Fires are kept fuller again only where wood lasts for so many times the days that it has to. [d] */
const FULLER_WHERE_LASTING = 1.5;
/** Nights for which things are broken up at a time. [d] */
const NIGHTS_BROKEN_UP = 2;

/** Groups with a hearth, in the order of their rows. */
function* hearths(world: World): Generator<number> {
  const { seat } = world.of(hearth);
  for (let of = 0; of < world.of(group).count; of++) if (seat.raw[of] !== 0) yield of;
}

/** Towards evening whoever leads settles how fires are kept, and what to burn where there is nothing left. */
export const settleFires = rule('warmth/settle-fires', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== SETTLED_AT) return;
  for (const of of hearths(world)) {
    const who = whoSeesTo(world, of, null, ableOf(world, of));
    if (who < 0 || nightsWood(world, of, 0) === 0) continue;
    // What was cut or brought since there was nothing left is burnt first.
    if (world.of(hearth).out.raw[of] === 1 && woodOf(world, of) === 0) findFuel(world, of, who);
    else weigh(world, of, who);
  }
});

function weigh(world: World, of: number, who: number): void {
  const rows = world.of(hearth);
  world.trace.open(who, world.time);
  const grams = woodOf(world, of);
  const now = rows.fires.at(of);
  world.of(coldness).spell.at(0);
  const cover = rows.days.raw[of];
  const due = lasting(world, of, grams, cover);
  const to = due > now ? due : Math.min(now, lasting(world, of, grams, cover * FULLER_WHERE_LASTING));
  tellFires(world, of, who, { grams, cover, now, to });
  if (to !== now && grams > 0) {
    const days = Math.min(cover, nightsOn(world, of, grams, to));
    const fields = { actor: who, group: of, place: rows.seat.raw[of] - 1, to: FIRES[to], days };
    world.propose(
      setFires,
      fields,
      jointly([rows.litBy.raw[of], rows.fuelBy.raw[of], world.of(coldness).by.raw[0]], 1),
    );
  }
  world.trace.close(false);
}

/** The fullest way to keep fires in which so many grams last for so many nights like this one; the lowest where none does. */
function lasting(world: World, of: number, grams: number, nights: number): number {
  for (let fires = 0; fires < FIRES.length; fires++) if (nightsOn(world, of, grams, fires) >= nights) return fires;
  return FIRES.length - 1;
}

/** Timber is burnt before furniture, unless there are walls to mend with it. */
function findFuel(world: World, of: number, who: number): void {
  const rows = world.of(hearth);
  world.trace.open(who, world.time);
  rows.out.at(of);
  const wanted = nightsWood(world, of, FIRES.length - 1) * NIGHTS_BROKEN_UP;
  const { amount } = world.of(stock);
  const store = placesOf(world, of).find((at) => amount.at(stockRow(at, 'timber')) > 0) ?? -1;
  const timber = store < 0 ? 0 : amount.raw[stockRow(store, 'timber')];
  const furniture = rows.furniture.at(of);
  const mends = isMending(world);
  const what = timber > 0 && (!mends || furniture === 0) ? 'timber' : 'furniture';
  tellBurning(world, of, who, { timber, furniture, mends, what });
  const there = what === 'timber' ? timber : furniture;
  if (there > 0) {
    const fields = {
      actor: who,
      group: of,
      place: rows.seat.raw[of] - 1,
      what,
      amount: Math.min(wanted, there),
    } as const;
    world.propose(brokeUp, { ...fields, store: what === 'timber' ? store : -1 }, [reason(rows.outBy.raw[of])]);
  }
  world.trace.close(false);
}

/** Whether some wall waits to be mended. */
function isMending(world: World): boolean {
  const { found } = world.of(mending);
  for (let row = 0; row < world.of(mending).count; row++) if (found.raw[row] !== 0) return true;
  return false;
}

/** At dusk fires are lit, if it is cold and there is wood. */
export const lightFires = rule('warmth/light-fires', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== LIT_AT) return;
  for (const of of hearths(world)) {
    const wanted = nightsWood(world, of, world.of(hearth).fires.raw[of]);
    const who = wanted === 0 ? -1 : whoSeesTo(world, of, 'kitchen', ableOf(world, of));
    if (who >= 0) light(world, of, who, wanted);
  }
});

function light(world: World, of: number, who: number, wanted: number): void {
  const rows = world.of(hearth);
  const place = rows.seat.raw[of] - 1;
  world.trace.open(who, world.time);
  readCharge(world, of, 'kitchen');
  rows.fires.at(of);
  world.of(coldness).spell.at(0);
  const there = woodOf(world, of);
  if (there === 0) {
    const last = Math.max(rows.litBy.raw[of], rows.fuelBy.raw[of]);
    const because = jointly([last, world.of(coldness).by.raw[0]], 1);
    if (rows.out.at(of) === 0) world.propose(ranOut, { group: of, place }, because);
  } else {
    world.propose(lit, { actor: who, group: of, place, amount: Math.min(wanted, there) }, whyLit(world, of));
  }
  world.trace.close(false);
}

/** Fires are as large as they are to be, for how cold it has turned; and are lit at all since there is something to burn again. */
function whyLit(world: World, of: number): Cause[] {
  const { firesBy, fuelBy, outBy } = world.of(hearth);
  const again = outBy.raw[of] !== 0 && fuelBy.raw[of] > outBy.raw[of] ? fuelBy.raw[of] : 0;
  return [reason(firesBy.raw[of]), reason(world.of(coldness).by.raw[0]), enabled(again)].filter((each) => each !== 0);
}

/** For how many days firewood is to last where the scenario does not say, in seconds. [d] */
export const COVERS = 14 * DAY;
