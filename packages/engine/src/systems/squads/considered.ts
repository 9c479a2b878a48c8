/** What those weigh who lead a squad, or might: for those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Matter, Score, Statement } from '../../kernel/deliberation.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { harmlessAsKnown } from '../captivity/state.ts';
import { squad } from './state.ts';

const GROUND = { noun: 'ground', of: 'none' } as const;
const WHETHER_TO_GIVE_GROUND: Matter = {
  id: 'squads/hold',
  ask: 'whether',
  weight: 'detail',
  clause: { verb: 'give', subject: SELF, object: GROUND, complements: [{ by: 'with', phrase: { role: 'squad' } }] },
};
const WHETHER_TO_TAKE_OVER: Matter = {
  id: 'squads/take-over',
  ask: 'whether',
  weight: 'detail',
  clause: { verb: 'take over', subject: SELF, object: { role: 'squad' } },
};

/** What has shaken a squad, what it takes to make it waver (or, while it does, to let it), and whether it is steady now. */
export interface Holding {
  readonly shock: number;
  readonly limit: number;
  readonly wavers: boolean;
  readonly steady: boolean;
}

export function tellHolding(
  world: World,
  row: number,
  leader: number,
  { shock, limit, wavers, steady }: Holding,
): void {
  const which = [squad, row] as const;
  const object = { role: 'squad' } as const;
  const score: Score = { by: 'measure', reached: shock, needed: limit };
  weighed(
    world,
    WHETHER_TO_GIVE_GROUND,
    () => {
      const hold = oneself(leader, { verb: 'keep', object, complement: 'in hand' }, { squad: which });
      const give = oneself(leader, { verb: 'give', object: GROUND });
      const subject = { noun: shock === 0 ? 'nothing' : 'too little', of: 'none' } as const;
      const unshaken = stated({ verb: 'shake', subject, object, aspect: 'perfect' }, { squad: which });
      const shaken = stated({ verb: 'be', subject: object, complement: 'too shaken still' }, { squad: which });
      return [
        option('squads/hold', hold, wavers && !steady ? shaken : null, { chosen: steady }),
        option('squads/give-ground', give, steady ? unshaken : null, { score, chosen: !steady }),
      ];
    },
    { actor: [person, leader], squad: which },
  );
}

/** Tell why one of a squad takes it over from a leader who is out of it, or does not: `heir` is who does, or -1. */
export function tellHeir(world: World, who: number, row: number, fallen: number, heir: number): void {
  const which = [squad, row] as const;
  weighed(
    world,
    WHETHER_TO_TAKE_OVER,
    () => {
      const over = oneself(who, { verb: 'take over', object: { role: 'squad' } }, { squad: which });
      const leave = oneself(who, { verb: 'leave', object: { noun: 'it', of: 'none' }, complement: 'to others' });
      return [
        option('squads/take-over', over, whyNotHeir(world, who, fallen, heir), { chosen: heir === who }),
        option('squads/be-led', leave, null, { chosen: heir !== who }),
      ];
    },
    { actor: [person, who], squad: which },
  );
}

function whyNotHeir(world: World, who: number, fallen: number, heir: number): Statement | null {
  if (heir === who) return null;
  if (harmlessAsKnown(world, who, fallen) < 0) {
    const content = { verb: 'be', subject: { role: 'target' }, complement: 'out of it' } as const;
    return oneself(who, { verb: 'know', negated: true, content }, { target: [person, fallen] });
  }
  const braver = { verb: 'have', subject: { role: 'target' }, object: { noun: 'more nerve', of: 'none' } } as const;
  return stated(braver, { target: [person, heir] });
}
