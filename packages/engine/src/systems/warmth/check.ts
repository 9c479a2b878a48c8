import { duration, map, nameIn, record, whole, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { storesSection } from '../stores/left.ts';
import { placeWood } from './felling.ts';
import { COVERS } from './keeping.ts';

export const firesSection = whole(
  'fires',
  withDefault(
    map(
      nameIn('groups'),
      record({ cover: withDefault(duration('For how long the firewood is to last.'), COVERS) }),
      'How groups keep their fires, where the stores tell of firewood.',
    ),
    new Map(),
  ),
);

/** What is odd about how groups are to keep their fires, and about where there is wood for them. */
export function oddFires(setup: Setup): Remark[] {
  const isWood = [...(setup.whole(storesSection)?.values() ?? [])].some((goods) => goods.has('firewood'));
  if (isWood) return [];
  const cut = [...setup.entries(placeWood)].filter(([, { firewood }]) => firewood !== undefined);
  const told = [
    ...[...(setup.whole(firesSection)?.keys() ?? [])].map((key) => ['fires', key]),
    ...cut.map(([key]) => ['places', key, 'firewood']),
  ];
  return told.map((path) => ({
    severity: 'warning' as const,
    code: 'no-firewood',
    path,
    message: 'There is no firewood in the stores, so this says nothing.',
    hint: 'Put some under "stores:", such as "firewood: 800 kg", or "firewood: 0 kg" where there is none.',
  }));
}
