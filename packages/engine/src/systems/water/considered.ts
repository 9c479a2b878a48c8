/** What leaders weigh about water: for those who ask afterwards. */
import { SELF, isObserved, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Matter, Statement } from '../../kernel/deliberation.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { dayOn } from './sharing.ts';
import { ALLOWANCES } from './state.ts';

const WATER = { noun: 'water', of: 'none' } as const;
const HOW_MUCH_WATER: Matter = {
  id: 'water/set',
  ask: 'what',
  weight: 'turn',
  clause: { verb: 'do', subject: SELF, complements: [{ by: 'about', phrase: { noun: 'water', of: 'the' } }] },
};
const SAID: Readonly<Record<(typeof ALLOWANCES)[number], string>> = {
  plenty: 'freely',
  enough: 'by the bucket',
  drink: 'to drink only',
  sips: 'by the cup',
};

/** What there was to go by: millilitres that there will be in so many days, and what was settled. */
export interface Thrift {
  readonly there: number;
  readonly cover: number;
  readonly to: number;
}

export function tellAllowance(world: World, of: number, who: number, { there, cover, to }: Thrift): void {
  if (!isObserved(world, who)) return;
  const days = (row: number): number => Math.min(cover, Math.floor(there / Math.max(1, dayOn(world, of, row))));
  weighed(
    world,
    HOW_MUCH_WATER,
    () =>
      ALLOWANCES.map((each, row) => {
        const says = oneself(who, { verb: 'give out', object: WATER, manner: SAID[each] });
        const score = { by: 'measure', reached: days(row), needed: cover } as const;
        return option(`water/${each}`, says, row === to ? null : otherwise(row > to), { score, chosen: row === to });
      }),
    { actor: [person, who], group: [group, of] },
  );
}

function otherwise(less: boolean): Statement {
  const subject = { noun: 'water', of: 'the' } as const;
  return less
    ? stated({ verb: 'last', subject, manner: 'without that' }, {})
    : stated({ verb: 'last', subject, negated: true }, {});
}
