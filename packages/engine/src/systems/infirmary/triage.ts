/** Who is given a bed, who waits, and on whom no more is spent: when beds, hands or dressings do not suffice. */
import { isObserved } from '../../kernel/deliberation.ts';
import { enabled, reason } from '../../kernel/events.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { stock, stockRow } from '../stores/state.ts';
import { BLOOD_ML, REGIONS, fever, vitals, wound } from '../wounds/state.ts';
import type { Region } from '../wounds/state.ts';
import { tellTriage } from './considered.ts';
import { bedded, gaveUpOn, tookUpAgain, waits } from './events.ts';
import { FETCHES_METRES, needBehind, openRows } from './patients.ts';
import { infirmaries, lying } from './state.ts';

/** How little hope there is for somebody by what a carer sees, 0..1: by the worst open wound, in a fever that keeps to bed, bled white. [d] */
const WOUND_WEIGHS: Readonly<Record<Region, number>> = {
  head: 0.4,
  chest: 0.3,
  belly: 0.45,
  arm: 0.05,
  leg: 0.1,
  neck: 0.3,
  groin: 0.25,
};
const FEVER_WEIGHS = 0.35;
const BLED_WEIGHS = 0.35;
/** Share of blood whose loss shows in the face. [d] */
const WHITE_AT = 0.3;
/** How little hope there has to be, and how much a carer has to know to judge of it. [d] */
const HOPELESS_FROM = 0.6;
const JUDGES_FROM = 0.5;

/** How little hope there is for somebody, 0..1. Reads are tracked. */
function hopelessness(world: World, who: number): number {
  const rows = world.of(wound);
  let worst = 0;
  for (const row of openRows(world, who)) {
    if (rows.grave.at(row) === 1) worst = Math.max(worst, WOUND_WEIGHS[REGIONS[rows.region.raw[row]]]);
  }
  const inBed = world.of(fever).state.at(who) !== 0 && world.of(body).down.at(who) === 1 ? FEVER_WEIGHS : 0;
  const bled = world.of(vitals).lost.at(who) >= WHITE_AT * BLOOD_ML ? BLED_WEIGHS : 0;
  return worst + inBed + bled;
}

/** Whether there are fewer dressings than wounds that want one. Reads are tracked. */
function isShort(world: World, carer: number, wanted: number): boolean {
  let there = world.of(body).dressings.at(carer);
  const from = world.of(position).at.raw[carer];
  for (let at = 0; at < world.of(place).count && there < wanted; at++) {
    const stored = world.of(stock).amount;
    if (stored.raw[stockRow(at, 'dressings')] === 0) continue;
    if (at === from || wayMetres(world, carer, from, at) <= FETCHES_METRES)
      there += stored.at(stockRow(at, 'dressings'));
  }
  return there < wanted;
}

/**
 * On whom no more is spent: where dressings do not go round, those for whom there is hardly any hope leave theirs to the others.
 * Returns those who are seen to.
 */
export function giveUp(
  world: World,
  of: number,
  carer: number,
  patients: readonly number[],
  wants: (who: number) => number,
): number[] {
  const { givenUp, givenUpBy } = world.of(lying);
  const wanted = patients.reduce((sum, who) => sum + wants(who), 0);
  // Whoever was given up is not taken up again for a day on which little happens to be wanted.
  const inAll = patients.reduce((sum, who) => sum + openRows(world, who).length, 0);
  const judges = world.of(body).care.raw[carer] >= JUDGES_FROM;
  const kept: number[] = [];
  for (const who of patients) {
    world.trace.open(carer, world.time);
    const was = givenUp.at(who) === 1;
    const short = was ? isShort(world, carer, inAll) : isShort(world, carer, wanted) && wanted > wants(who);
    const little = hopelessness(world, who);
    const drops = judges && short && little >= HOPELESS_FROM && who !== carer;
    const roles = { actor: carer, target: who, place: world.of(position).at.raw[who] };
    const used = world.of(infirmaries).usedBy.raw[of];
    if (drops && !was) world.propose(gaveUpOn, roles, [reason(needBehind(world, who)), enabled(used)]);
    else if (!drops && was) world.propose(tookUpAgain, roles, [reason(givenUpBy.raw[who])]);
    world.trace.close(false);
    if (isObserved(world, carer)) tellTriage(world, carer, who, { little, short, judges, drops });
    if (!drops) kept.push(who);
  }
  return kept;
}

/** Those who lie or burn are given the beds, the worst off first; for the others there is none. */
export function giveBeds(world: World, of: number, carer: number, patients: readonly number[]): void {
  const beds = world.of(infirmaries).beds.raw[of] - 1;
  if (beds < 0) return;
  const { bed } = world.of(lying);
  const { down } = world.of(body);
  const wanting = patients.filter((who) => down.raw[who] === 1 || world.of(fever).state.raw[who] !== 0);
  wanting.forEach((who, i) => {
    const has = i < beds;
    if (bed.raw[who] === (has ? 1 : 2)) return;
    // Where there are enough for all, that somebody lies in one goes without saying.
    if (has && bed.raw[who] === 0 && wanting.length <= beds) return;
    world.trace.open(carer, world.time);
    for (const each of wanting.slice(0, i + 1)) down.at(each);
    bed.at(who);
    const roles = { actor: carer, target: who, place: world.of(position).at.raw[who] };
    const need = needBehind(world, who);
    if (has) world.propose(bedded, roles, [reason(need)]);
    else world.propose(waits, roles, [reason(need), enabled(beds === 0 ? 0 : needBehind(world, wanting[beds - 1]))]);
    world.trace.close(false);
  });
}
