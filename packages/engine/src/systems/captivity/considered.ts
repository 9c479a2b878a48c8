/** What those weigh who might give themselves up: for those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Matter, Statement } from '../../kernel/deliberation.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Plight, Straits } from './yielding.ts';

const WHETHER_TO_SURRENDER: Matter = {
  id: 'captivity/surrender',
  ask: 'whether',
  weight: 'detail',
  clause: { verb: 'surrender', subject: SELF },
};
const WHETHER_TO_LAY_DOWN: Matter = {
  id: 'captivity/lay-down',
  ask: 'whether',
  weight: 'turn',
  clause: { verb: 'have', subject: SELF, object: { role: 'group' }, complement: 'lay down their arms' },
};

/** Tell whether somebody puts up their hands: `drawn` below `chance`, and nothing holding them from it. */
export function tellYielding(world: World, who: number, plight: Plight, chance: number, drawn: number): void {
  const failed = whyNotYield(who, plight);
  const yields = failed === null && drawn < chance;
  const score = failed === null ? ({ by: 'chance', chance, drawn } as const) : null;
  weighed(
    world,
    WHETHER_TO_SURRENDER,
    () => [
      option('captivity/hold-out', oneself(who, { verb: 'hold out' }), null, { chosen: !yields }),
      option('captivity/surrender', oneself(who, { verb: 'surrender' }), failed, { score, chosen: yields }),
    ],
    { actor: [person, who] },
  );
}

function whyNotYield(who: number, { holds, beside }: Plight): Statement | null {
  switch (holds) {
    case null:
      return null;
    case 'help beside':
      return oneself(who, { verb: 'be', negated: true, complement: 'alone' });
    case 'nobody beside':
      return oneself(who, { verb: 'know', complements: [{ by: 'of', phrase: { noun: 'enemy close by', of: 'no' } }] });
    case 'fit': {
      const target = [person, ...beside.map((enemy) => enemy.who)] as const;
      const complements = [{ by: 'to fight', phrase: { role: 'target' } }] as const;
      return oneself(who, { verb: 'be', complement: 'still fit', complements }, { target });
    }
    case 'way out':
      return oneself(who, { verb: 'take', object: { noun: 'way out', of: 'the' }, purpose: OPEN });
  }
}
const OPEN = { verb: 'be', subject: SELF, complement: 'open' } as const;

/** Tell whether a leader for whom it is over has all lay down their arms. */
export function tellLayingDown(
  world: World,
  of: number,
  leader: number,
  holds: Straits['holds'],
  chance: number,
  drawn: number,
): void {
  const failed = whyNotLayDown(leader, holds);
  const does = failed === null && drawn < chance;
  const score = failed === null ? ({ by: 'chance', chance, drawn } as const) : null;
  const group1 = [group, of] as const;
  weighed(
    world,
    WHETHER_TO_LAY_DOWN,
    () => [
      option('captivity/go-on', oneself(leader, { verb: 'get', object: ALL, complement: 'away' }), null, {
        chosen: !does,
      }),
      option(
        'captivity/lay-down',
        oneself(
          leader,
          { verb: 'have', object: { role: 'group' }, complement: 'lay down their arms' },
          { group: group1 },
        ),
        failed,
        { score, chosen: does },
      ),
    ],
    { actor: [person, leader], group: group1 },
  );
}
const ALL = { noun: 'everybody', of: 'none' } as const;

function whyNotLayDown(leader: number, holds: Straits['holds']): Statement | null {
  switch (holds) {
    case null:
      return null;
    case 'way out':
      return oneself(leader, { verb: 'take', object: { noun: 'way out', of: 'the' }, purpose: OPEN });
    case 'numbers': {
      const fewer = { verb: 'be', subject: SELF, complement: 'fewer than their own' } as const;
      return oneself(leader, { verb: 'take', object: { noun: 'enemy', of: 'the', count: 2 }, purpose: fewer });
    }
    case 'not pressed':
      return stated(
        { verb: 'press', subject: { noun: 'enemy', of: 'the', count: 2 }, negated: true, manner: 'hard enough' },
        {},
      );
  }
}
