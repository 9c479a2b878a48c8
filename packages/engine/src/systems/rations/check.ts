import { peopleOf } from '../../kernel/cast.ts';
import { choice, duration, map, nameIn, record, whole, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
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
  const stored = [...(setup.whole(storesSection)?.values() ?? [])];
  const isFood = stored.some((goods) => EATEN.some(({ good }) => goods.has(good)));
  const groupOf = new Map(peopleOf(setup).map((each) => [each.key, each.group]));
  const keepers = [...setup.entries(peopleOffices)].filter(([, { office }]) => office.includes('stores'));
  for (const [key, fields] of setup.whole(rationsSection) ?? []) {
    const path = ['rations', key];
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
