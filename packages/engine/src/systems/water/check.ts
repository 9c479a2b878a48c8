import { duration, map, nameIn, record, whole, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { reachOf } from '../places/forms.ts';
import { seatsOf } from '../rations/check.ts';
import { DAY } from '../rations/state.ts';
import { storesSection } from '../stores/left.ts';
import { USUAL, placeWater } from './sources.ts';

/** For how long water is to last where the scenario does not say, in seconds. [d] */
export const COVERS = 7 * DAY;
/** The most that a source can hold or yield, in ml: amounts are kept in 32 bits. */
const MOST_ML = 2_000_000_000;

export const waterSection = whole(
  'water',
  withDefault(
    map(
      nameIn('groups'),
      record({ cover: withDefault(duration('For how long the water within reach is to last.'), COVERS) }),
      'How groups deal with their water, where places or stores tell of any.',
    ),
    new Map(),
  ),
);

/** What is odd about where water comes from, and how groups are to deal with it. */
export function oddWater(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  const isStored = [...(setup.whole(storesSection)?.values() ?? [])].some((goods) => goods.has('water'));
  let told = isStored;
  for (const [key, { water }] of setup.entries(placeWater)) {
    if (water === undefined) continue;
    told = true;
    if (typeof water === 'string') continue;
    const path = ['places', key, 'water'];
    const usual = USUAL[water.from];
    const holds = water.holds ?? Math.max(usual.holds, water.yields ?? 0);
    if (Math.max(holds, water.yields ?? 0, water.has ?? 0) > MOST_ML) {
      remarks.push({ severity: 'error', code: 'too-much', path, message: `The ${water.from} cannot hold that much.` });
    } else if ((water.has ?? 0) > holds) {
      remarks.push({
        severity: 'error',
        code: 'overfull',
        path: [...path, 'has'],
        message: `There is more in the ${water.from} than it holds.`,
        hint: `Give it "holds: ${Math.ceil((water.has ?? 0) / 1000)} l", say.`,
      });
    }
    if (water.yields !== undefined && usual.yields === 0) {
      remarks.push({
        severity: 'warning',
        code: 'only-rain',
        path: [...path, 'yields'],
        message: `The ${water.from} ${water.from === 'cistern' ? 'is' : 'are'} filled by rain alone, so this says nothing.`,
        hint: 'Write "roof: 60" for the square metres of roof that run into it.',
      });
    }
  }
  const seats = [...seatsOf(setup).values()];
  const reached = new Set(seats.flatMap((seat) => [...reachOf(setup, seat)]));
  for (const [key, { water }] of setup.entries(placeWater)) {
    if (water === undefined || seats.length === 0 || reached.has(key)) continue;
    remarks.push({
      severity: 'warning',
      code: 'out-of-reach',
      path: ['places', key, 'water'],
      message: `Nobody can get to the water in ${key}: no way leads there from where anybody lives.`,
      hint: `Give it "next to:", such as "next to: ${seats[0]}".`,
    });
  }
  if (!told) {
    for (const key of setup.whole(waterSection)?.keys() ?? []) {
      remarks.push({
        severity: 'warning',
        code: 'no-water',
        path: ['water', key],
        message: 'There is no water in the stores or at any place, so this says nothing.',
        hint: 'Give a place "water: well", or put some under "stores:", such as "water: 200 l".',
      });
    }
  }
  return remarks;
}
