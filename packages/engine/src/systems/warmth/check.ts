import { duration, map, nameIn, record, whole, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { storesSection } from '../stores/left.ts';
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

/** What is odd about how groups are to keep their fires. */
export function oddFires(setup: Setup): Remark[] {
  const isWood = [...(setup.whole(storesSection)?.values() ?? [])].some((goods) => goods.has('firewood'));
  if (isWood) return [];
  return [...(setup.whole(firesSection)?.keys() ?? [])].map((key) => ({
    severity: 'warning' as const,
    code: 'no-firewood',
    path: ['fires', key],
    message: 'There is no firewood in the stores, so this says nothing.',
    hint: 'Put some under "stores:", such as "firewood: 800 kg", or "firewood: 0 kg" where there is none.',
  }));
}
