import { groupNames, peopleOf } from '../../kernel/cast.ts';
import { choice, duration, map, nameIn, record, whole, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { groupBonds } from '../groups/system.ts';
import { reachOf } from '../places/forms.ts';
import { groupPlaces } from '../places/system.ts';
import { peopleOffices } from '../offices/system.ts';
import { storesSection } from '../stores/left.ts';
import { DAY, DECIDERS, EATEN, POLICIES, SEED } from './state.ts';

/** For how long stores are to last where the scenario does not say, and at most, in seconds. [d] */
export const COVERS = 14 * DAY;
const COVERS_AT_MOST = 3650 * DAY;

export const rationsSection = whole(
  'rations',
  withDefault(
    map(
      nameIn('groups'),
      record({
        policy: withDefault(choice(POLICIES, 'How what there is is shared out.'), 'equal'),
        'decided by': withDefault(
          choice(DECIDERS, 'Who sets the ration; the keeper is whoever is in charge of the stores.'),
          'leader',
        ),
        cover: withDefault(duration('For how long what is there is to last.'), COVERS),
        'seed grain': withDefault(
          choice(SEED, 'Whether the seed grain may be eaten, once all other food is gone.'),
          'at last',
        ),
      }),
      'How groups deal with their food.',
    ),
    new Map(),
  ),
);

/** What is odd about how groups are to deal with their food. */
export function oddRations(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  const larders = [...(setup.whole(storesSection) ?? [])].flatMap(([at, goods]) =>
    EATEN.some(({ good }) => goods.has(good)) ? [at] : [],
  );
  const isFood = larders.length > 0;
  const seats = seatsOf(setup);
  const groupOf = new Map(peopleOf(setup).map((each) => [each.key, each.group]));
  const keepers = [...setup.entries(peopleOffices)].filter(([, { office }]) => office.includes('stores'));
  remarks.push(...oddStores(setup, seats));
  for (const [key, fields] of setup.whole(rationsSection) ?? []) {
    const path = ['rations', key];
    const where = seats.get(key);
    if (isFood && where !== undefined && !hasFood(setup, key, seats, larders)) {
      remarks.push({
        severity: 'warning',
        code: 'no-kitchen',
        path,
        message: `No food lies within reach of ${key}, so it has no kitchen, and this says nothing.`,
        hint: `Put some under "stores:", such as "${where}: {food: 200 kg}", or "{food: 0 kg}" where there is none.`,
      });
    }
    if (!isFood) {
      remarks.push({
        severity: 'warning',
        code: 'no-food',
        path,
        message: `There is no food in the stores, so this says nothing.`,
        hint: 'Put some under "stores:", such as "food: 200 kg", or "food: 0 kg" where there is none.',
      });
    }
    if (fields.cover < DAY || fields.cover > COVERS_AT_MOST) {
      remarks.push({
        severity: 'error',
        code: 'odd-cover',
        path: [...path, 'cover'],
        message: `Stores cannot be made to last for ${fields.cover < DAY ? 'less than a day' : 'more than ten years'}.`,
        hint: 'Write "14d", say.',
      });
    }
    if (fields['decided by'] === 'keeper' && !keepers.some(([who]) => groupOf.get(who) === key)) {
      remarks.push({
        severity: 'warning',
        code: 'no-keeper',
        path: [...path, 'decided by'],
        message: `Nobody of ${key} is in charge of the stores, so its leader decides.`,
        hint: 'Give somebody "office: stores".',
      });
    }
  }
  return remarks;
}

/** Where each group lives, or lies, as far as the scenario says. */
export function seatsOf(setup: Setup): ReadonlyMap<string, string> {
  const seats = new Map<string, string>();
  for (const key of setup.entries(groupNames).keys()) {
    const seat = setup.entries(groupBonds).get(key)?.home ?? setup.entries(groupPlaces).get(key)?.at;
    if (seat !== undefined) seats.set(key, seat);
  }
  return seats;
}

/** Whether any food lies where a group can get to it, and not where another one lives. */
function hasFood(setup: Setup, key: string, seats: ReadonlyMap<string, string>, larders: readonly string[]): boolean {
  const own = seats.get(key)!;
  const reach = reachOf(setup, own);
  const others = new Set([...seats.values()].filter((seat) => seat !== own));
  return larders.some((at) => reach.has(at) && !others.has(at));
}

/** Stores that nobody can get to. */
function oddStores(setup: Setup, seats: ReadonlyMap<string, string>): Remark[] {
  if (seats.size === 0) return [];
  const reached = new Set([...seats.values()].flatMap((seat) => [...reachOf(setup, seat)]));
  return [...(setup.whole(storesSection)?.keys() ?? [])]
    .filter((at) => !reached.has(at))
    .map((at) => ({
      severity: 'warning' as const,
      code: 'out-of-reach',
      path: ['stores', at],
      message: `Nobody can get to what lies in ${at}: no way leads there from where anybody lives.`,
      hint: `Give it "next to:", such as "next to: ${[...seats.values()][0]}".`,
    }));
}
