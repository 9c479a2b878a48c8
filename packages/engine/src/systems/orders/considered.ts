/** What those weigh who give the sign for a plan that was made beforehand: for those who ask afterwards. */
import { SELF, oneself, option, weighed } from '../../kernel/deliberation.ts';
import type { Matter, RoleRows, Statement } from '../../kernel/deliberation.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { contingency } from './state.ts';

const SIGNAL = { noun: 'signal', of: 'the' } as const;
const FOR_PLAN = [{ by: 'for', phrase: { role: 'plan' } }] as const;
const WHETHER_TO_SIGNAL: Matter = {
  id: 'orders/signal',
  ask: 'whether',
  weight: 'turn',
  clause: { verb: 'give', subject: SELF, object: SIGNAL, complements: FOR_PLAN },
};
const WHETHER_TO_CALL_OFF: Matter = {
  id: 'orders/call-off',
  ask: 'whether',
  weight: 'turn',
  clause: { verb: 'call off', subject: SELF, object: { role: 'plan' } },
};

/** Tell whether the signal for a plan is given, or what it waits for. */
export function tellSignal(world: World, plan: number, found: 'gives' | 'lets them come' | 'sees nobody'): void {
  const plans = world.of(contingency);
  const who = plans.commander.raw[plan];
  const at = [contingency, plan] as const;
  const enemies = [group, plans.watchGroup.raw[plan]] as const;
  weighed(
    world,
    WHETHER_TO_SIGNAL,
    () => {
      const failed =
        found === 'gives'
          ? null
          : found === 'sees nobody'
            ? takesNobody(who, enemies, plans.watchPlace.raw[plan])
            : oneself(who, { verb: 'let', object: { role: 'group' }, complement: 'come in first' }, { group: enemies });
      const give = oneself(who, { verb: 'give', object: SIGNAL, complements: FOR_PLAN }, { plan: at });
      return [
        option('orders/signal', give, failed, { chosen: found === 'gives' }),
        option('orders/wait', oneself(who, { verb: 'wait' }), null, { chosen: found !== 'gives' }),
      ];
    },
    { actor: [person, who], plan: at },
  );
}

/** That somebody takes nobody of a group to be in a place. */
const takesNobody = (who: number, enemies: RoleRows, at: number): Statement =>
  oneself(
    who,
    {
      verb: 'know',
      complements: [
        { by: 'of', phrase: { noun: 'nobody', of: 'none' } },
        { by: 'of', phrase: { role: 'group' } },
        { by: 'in', phrase: { role: 'place' } },
      ],
    },
    { group: enemies, place: [place, at] },
  );

/** Tell whether a plan is called off when its moment has come. */
export function tellCallingOff(world: World, plan: number, off: boolean): void {
  const plans = world.of(contingency);
  const who = plans.commander.raw[plan];
  const at = [contingency, plan] as const;
  weighed(
    world,
    WHETHER_TO_CALL_OFF,
    () => {
      const enemies = [group, plans.unlessGroup.raw[plan] - 1] as const;
      const failed = off ? null : takesNobody(who, enemies, plans.unlessPlace.raw[plan] - 1);
      const callOff = oneself(who, { verb: 'call off', object: { role: 'plan' } }, { plan: at });
      return [
        option('orders/call-off', callOff, failed, { chosen: off }),
        option('orders/go-through', oneself(who, { verb: 'go through', complement: 'with it' }), null, {
          chosen: !off,
        }),
      ];
    },
    { actor: [person, who], plan: at },
  );
}
