/** Who lies where, who needs what, and who is there to see to it. Plain reads, for sifting. */
import { slot } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct, captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { holds } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { stock, stockRow } from '../stores/state.ts';
import { fever, vitals, wound } from '../wounds/state.ts';
import { doingOf } from '../work/hands.ts';
import { infirmaries } from './state.ts';

/** Hours after a fight at which a group has come to itself so far that it clears the field. [d] */
const SETTLES_AFTER_HOURS = 3;
/** Metres that somebody goes to fetch a dressing. [d] */
export const FETCHES_METRES = 150;

/** Where a group brings its wounded: where the scenario says, else home; -1 where it has neither. */
export function wardOf(world: World, of: number): number {
  const named = world.of(infirmaries).at.raw[of];
  return (named === 0 ? world.of(side).home.raw[of] : named) - 1;
}

/** Whether a group has nothing to fight about just now, and had not for a while. Plain reads. */
export function isSettled(world: World, of: number, hours = SETTLES_AFTER_HOURS): boolean {
  const { state, endedBy } = world.of(campaign);
  if (state.raw[of] === 1) return false;
  return endedBy.raw[of] === 0 || world.time - world.chronicle.time(endedBy.raw[of]) >= hours * 3600;
}

/** What takes people away from the work of a home, though they could do it. */
export interface Away {
  /** Whether it does somebody. Plain reads. */
  readonly takes: (world: World, who: number) => boolean;
  /** Reads what that rests on. Tracked. */
  readonly read: (world: World, who: number) => void;
}
export const away = slot<Away>('infirmary/away');

/** Whether somebody is away from the work of their home. */
export function isAway(world: World, who: number): boolean {
  return world.ruleset.filled(away).some(({ takes }) => takes(world, who));
}

/** Who of a group there is to do something rests on who is there, up, on their feet and not away. Tracked. */
export function readFit(world: World, of: number): void {
  const { down, awake } = world.of(body);
  const filled = world.ruleset.filled(away);
  for (const who of peopleIn(world, of)) {
    down.at(who);
    awake.at(who);
    world.of(position).gone.at(who);
    for (const each of filled) each.read(world, who);
  }
}

/** Those of a group who can act and are in no fight, in the order of stable names. */
export function fitOf(world: World, of: number, among: ReadonlySet<number>): number[] {
  return peopleIn(world, of).filter((who) => among.has(who) && canAct(world, who) && !isAway(world, who));
}

/** Those whom a group has to see to: its own and those whom it keeps, alive and here, who have something to get over. */
export function patientsOf(world: World, of: number, among: ReadonlySet<number>): number[] {
  const found: number[] = [];
  const { keeper, state } = world.of(captive);
  for (let who = 0; who < world.of(person).count; who++) {
    if (!among.has(who) || !isIll(world, who) || world.of(position).gone.raw[who] === 1) continue;
    const kept = state.raw[who] === 2 && groupOf(world, keeper.raw[who] - 1) === of;
    if (kept || (groupOf(world, who) === of && state.raw[who] === 0)) found.push(who);
  }
  return found;
}

/** Whether somebody alive has something to get over. */
export function isIll(world: World, who: number): boolean {
  const { alive, down } = world.of(body);
  if (alive.raw[who] === 0) return false;
  return down.raw[who] === 1 || world.of(vitals).open.raw[who] > 0 || world.of(fever).state.raw[who] !== 0;
}

/** How badly somebody is off: fever before those who lie, those before grave wounds, those before flesh. */
export function needOf(world: World, who: number): number {
  const inFever = world.of(fever).state.raw[who] === 0 ? 0 : 8;
  const lies = world.of(body).down.raw[who] === 1 ? 4 : 0;
  return inFever + lies + (hasGrave(world, who) ? 2 : 0);
}

export function hasGrave(world: World, who: number): boolean {
  return openRows(world, who).some((row) => world.of(wound).grave.raw[row] === 1);
}

/** Rows of somebody's open wounds, the gravest first. */
export function openRows(world: World, who: number): number[] {
  const rows = world.of(wound);
  const found: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.person.raw[row] === who && rows.closed.raw[row] === 0) found.push(row);
  }
  return found.sort((a, b) => rows.grave.raw[b] - rows.grave.raw[a] || rows.ordinal.raw[a] - rows.ordinal.raw[b]);
}

/** What somebody is to be seen to for: their fever, or the gravest of their wounds, or what felled them. */
export function needBehind(world: World, who: number): number {
  const { state, by } = world.of(fever);
  if (state.at(who) !== 0) return by.raw[who];
  const row = openRows(world, who)[0];
  if (row === undefined) return world.of(body).downBy.raw[who];
  return world.of(wound).madeBy.raw[row];
}

/** Who of a group sees to the wounded, best first: whoever is in charge of it, whoever is set to it, then by what they know. */
export function carersOf(world: World, fit: readonly number[]): number[] {
  const skill = world.of(body).care.raw;
  const tends = (who: number): boolean => doingOf(world, who)?.work === 'tend';
  const rank = (who: number): number => (holds(world, who, 'infirmary') ? 4 : 0) + (tends(who) ? 2 : 0) + skill[who];
  return [...fit].sort((a, b) => rank(b) - rank(a) || a - b);
}

/** Where there is a dressing for somebody's patients: at hand, or the nearest store of theirs; null for nowhere. */
export function dressingFor(
  world: World,
  carer: number,
  at: number,
  promised: Map<string, number>,
): { store?: number } | null {
  const take = (from: 'own' | 'stores', whose: number): boolean => {
    const key = `${from} ${whose}`;
    const taken = promised.get(key) ?? 0;
    const there =
      from === 'own' ? world.of(body).dressings.at(whose) : world.of(stock).amount.at(stockRow(whose, 'dressings'));
    if (there <= taken) return false;
    promised.set(key, taken + 1);
    return true;
  };
  if (take('own', carer)) return {};
  const metres = (where: number): number => (where === at ? 0 : wayMetres(world, carer, at, where));
  const stores = Array.from({ length: world.of(place).count }, (_, where) => where)
    .filter((where) => world.of(stock).amount.raw[stockRow(where, 'dressings')] > 0 && metres(where) <= FETCHES_METRES)
    .sort((a, b) => metres(a) - metres(b) || a - b);
  for (const where of stores) if (take('stores', where)) return { store: where };
  return null;
}
