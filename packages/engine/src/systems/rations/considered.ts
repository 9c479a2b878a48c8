/** What whoever sets the ration weighs: for those who ask afterwards. */
import { SELF, byEvent, isObserved, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Matter, Statement } from '../../kernel/deliberation.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { SAID } from './said.ts';
import { daysOn } from './shares.ts';
import { RATIONS } from './state.ts';

const WHICH_RATIONS: Matter = {
  id: 'rations/set',
  ask: 'what',
  weight: 'turn',
  clause: {
    verb: 'put',
    subject: SELF,
    object: { role: 'group' },
    complements: [{ by: 'on', phrase: { noun: 'ration', of: 'none', count: 2 } }],
  },
};
const FOOD = { noun: 'food', of: 'the' } as const;

/** What there was to go by: grams, the days that they have to last, the row of the ration now, and of the one that is given. */
export interface Thrift {
  readonly grams: number;
  readonly cover: number;
  readonly now: number;
  readonly to: number;
  /** The count by which that was known. */
  readonly by: number;
}

export function tellRations(world: World, of: number, who: number, thrift: Thrift): void {
  if (!isObserved(world, who)) return;
  const { grams, cover, to, by } = thrift;
  weighed(
    world,
    WHICH_RATIONS,
    () =>
      RATIONS.map((ration, row) => {
        const complements = [{ by: 'on', phrase: { noun: SAID[ration], of: 'none' } }] as const;
        const says = oneself(who, { verb: 'put', object: { role: 'group' }, complements }, { group: [group, of] });
        const score = {
          by: 'measure',
          reached: Math.min(cover, daysOn(world, of, grams, row)),
          needed: cover,
        } as const;
        const speaks = by === 0 ? [] : [byEvent(world, by)];
        return option(`rations/${ration}`, says, row === to ? null : otherwise(row, thrift), {
          score,
          speaks,
          chosen: row === to,
        });
      }),
    { actor: [person, who], group: [group, of] },
  );
}

/** Why it is not that ration: the food would not last, or lasts without going so low, or is not yet plenty enough to raise it. */
function otherwise(row: number, { now, to }: Thrift): Statement {
  if (row > to) return stated({ verb: 'last', subject: FOOD, manner: 'without that' }, {});
  const complement = row < to || to < now ? 'enough' : 'plenty';
  return stated({ verb: 'be', subject: FOOD, negated: true, complement }, {});
}
