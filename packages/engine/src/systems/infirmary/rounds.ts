/** The daily round: whoever is in charge sees to the wounded, the worst first, for as long as the day has hours. */
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { fever, wound } from '../wounds/state.ts';
import { dressedAnew, ranOut, tookInHand } from './events.ts';
import {
  carersOf,
  dressingFor,
  fitOf,
  hasGrave,
  isSettled,
  needBehind,
  needOf,
  openRows,
  patientsOf,
  wardOf,
} from './patients.ts';
import { care, infirmaries, lying } from './state.ts';
import { giveBeds, giveUp } from './triage.ts';

/** The hour of the round. [d] */
const ROUND_AT = 12;
/** How many one pair of hands can see to in a day: of somebody who knows nothing of it, and of the best. [d] */
const A_DAY_UNSKILLED = 7;
const A_DAY_BEST = 14;
/** Of how many who are fit one can be spared to nurse, besides whoever has charge of it. [d] */
const ONE_NURSE_OF = 6;
/** Hours for which a dressing serves. [d] */
const SERVES_HOURS = 72;
/** How much a day of care is worth by somebody who knows nothing of it; by the best it is worth a day. [d] */
const UNSKILLED_WORTH = 0.4;
/** What is left of it where there is nothing to dress a wound with, and where there is no bed to lie in. [d] */
const BARE_HANDS = 0.6;
const NO_BED = 0.75;

export const round = rule('infirmary/round', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (Math.floor(world.time / 3600) % 24 !== ROUND_AT) return;
  const among = new Set(beat.members);
  for (let of = 0; of < world.of(group).count; of++) {
    if (!isSettled(world, of)) continue;
    const patients = patientsOf(world, of, among);
    if (patients.length > 0) seeToAll(world, of, patients, fitOf(world, of, among));
  }
});

/** Each carer takes the worst of those who are left, as many as they have time for; for the rest nobody has. */
function seeToAll(world: World, of: number, patients: number[], fit: readonly number[]): void {
  const carers = carersOf(world, fit).slice(0, 1 + Math.floor(fit.length / ONE_NURSE_OF));
  if (carers.length === 0) return;
  const { carer: before } = world.of(care);
  patients.sort((a, b) => needOf(world, b) - needOf(world, a) || a - b);
  giveBeds(world, of, carers[0], patients);
  const wants = (who: number): number =>
    openRows(world, who).filter((row) => wantsDressing(world, row) !== null).length;
  const kept = giveUp(world, of, carers[0], patients, wants);
  // Dressings are taken at the end of the phase: what this round has promised already is not there for the next one.
  const promised = new Map<string, number>();
  const room = new Map(carers.map((who) => [who, dayOf(world, who)]));
  for (const who of kept) {
    const known = before.raw[who] - 1;
    const stays = known !== who && (room.get(known) ?? 0) > 0;
    const carer = stays ? known : carers.find((each) => room.get(each)! > 0);
    if (carer === undefined) return;
    room.set(carer, room.get(carer)! - 1);
    seeTo(world, of, carer, who, { kept, promised });
  }
}

/** How many somebody can see to in a day. */
function dayOf(world: World, carer: number): number {
  const skill = world.of(body).care.raw[carer];
  return Math.round(A_DAY_UNSKILLED + (A_DAY_BEST - A_DAY_UNSKILLED) * skill);
}

/** One round: those who are seen to, in their order, and what has been promised already. */
interface Round {
  readonly kept: readonly number[];
  readonly promised: Map<string, number>;
}

function seeTo(world: World, of: number, carer: number, who: number, { kept, promised }: Round): void {
  const { at } = world.of(position);
  if (at.raw[carer] !== at.raw[who] && wayMetres(world, carer, at.raw[carer], at.raw[who]) === Infinity) return;
  const rows = world.of(care);
  world.trace.open(carer, world.time);
  // Whose turn it is rests on how the others are.
  for (const other of kept) {
    world.of(fever).state.at(other);
    world.of(body).down.at(other);
  }
  const ill = world.of(fever).state.at(who) !== 0;
  const grave = ill || world.of(body).down.at(who) === 1 || hasGrave(world, who);
  const place = at.at(who);
  if (grave && carer !== who && rows.carer.at(who) !== carer + 1)
    world.propose(tookInHand, { actor: carer, target: who, place }, [reason(needBehind(world, who))]);
  const bare = dress(world, of, carer, who, promised);
  world.trace.close(false);
  // Care that goes on is no event: it was begun by one.
  rows.seenAt.raw[who] = world.time;
  if (ill) {
    const skill = UNSKILLED_WORTH + (1 - UNSKILLED_WORTH) * world.of(body).care.raw[carer];
    const bed = world.of(lying).bed.raw[who] === 2 ? NO_BED : 1;
    rows.had.raw[who] = rows.had.raw[who] + skill * bed * (bare ? BARE_HANDS : 1);
  }
}

/** Each wound that needs it is dressed, as long as there is something to do it with. Returns whether something was lacking. */
function dress(world: World, of: number, carer: number, who: number, promised: Map<string, number>): boolean {
  const rows = world.of(wound);
  for (const row of openRows(world, who)) {
    const want = wantsDressing(world, row);
    if (want === null) continue;
    const first = want === 'first';
    const found = dressingFor(world, carer, wardOf(world, of), promised);
    if (found === null) {
      lack(world, of, carer, row);
      return true;
    }
    const because: Cause[] = [reason(rows.madeBy.raw[row])];
    const fields = { actor: carer, target: who, place: world.of(position).at.raw[who], ...found };
    world.propose(dressedAnew, { ...fields, first, wound: rows.ordinal.raw[row] }, because);
  }
  return false;
}

/** Whether a wound wants its first dressing, or a new one. */
function wantsDressing(world: World, row: number): 'first' | 'new' | null {
  const rows = world.of(wound);
  if (rows.dressed.at(row) === 0) return 'first';
  const isOld = rows.grave.raw[row] === 1 && world.time - rows.dressedAt.at(row) >= SERVES_HOURS * 3600;
  return isOld ? 'new' : null;
}

/** What is lacking is lacking for a wound, and because of the last dressing that was used, where that is known. */
function lack(world: World, of: number, carer: number, row: number): void {
  if (world.of(infirmaries).out.at(of) === 1) return;
  const last = world.of(infirmaries).usedBy.raw[of];
  const because = jointly([last, world.of(wound).madeBy.raw[row]], 1);
  world.propose(ranOut, { actor: carer, group: of, place: world.of(position).at.raw[carer] }, because);
}
