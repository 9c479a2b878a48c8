/** What a leader weighs with people at the gate: for those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Matter, Statement } from '../../kernel/deliberation.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Verdict, Weighed } from './weighing.ts';

const WHAT_TO_DO: Matter = {
  id: 'arrivals/answer',
  ask: 'what',
  weight: 'turn',
  clause: { verb: 'do', subject: SELF, complements: [{ by: 'about', phrase: { role: 'target' } }] },
};
const THEM = { role: 'target' } as const;

export function tellAnswer(
  world: World,
  leader: number,
  speaker: number,
  those: readonly number[],
  found: Weighed,
): void {
  const target = [person, speaker] as const;
  const says = (verb: string): Statement => oneself(leader, { verb, object: THEM }, { target });
  const failed = (verdict: Verdict): Statement | null =>
    found.verdict === verdict ? null : whyNot(leader, verdict, found);
  const fed = {
    verb: 'send off',
    object: THEM,
    complements: [{ by: 'with', phrase: { noun: 'something to eat', of: 'none' } }],
  } as const;
  weighed(
    world,
    WHAT_TO_DO,
    () => [
      option('arrivals/let-in', says('let in'), failed('let in'), {
        chosen: found.verdict === 'let in',
        score: { by: 'measure', reached: found.weight, needed: 0 },
      }),
      option('arrivals/gave', oneself(leader, fed, { target }), failed('given'), { chosen: found.verdict === 'given' }),
      option('arrivals/turned-away', says('turn away'), failed('turned away'), {
        chosen: found.verdict === 'turned away',
      }),
    ],
    { actor: [person, leader], target: [person, speaker, ...those.filter((who) => who !== speaker)] },
  );
}

function whyNot(leader: number, verdict: Verdict, found: Weighed): Statement {
  if (verdict === 'turned away') return oneself(leader, { verb: 'have', object: { noun: 'heart for it', of: 'no' } });
  if (verdict === 'given' && found.verdict === 'let in')
    return stated({ verb: 'be', subject: { noun: 'that', of: 'none' }, complement: 'too little' }, {});
  if (verdict === 'given' && found.gift === 0)
    return stated({ verb: 'be', subject: { noun: 'food to spare', of: 'no' }, complement: 'left' }, {});
  if (found.enemies) return stated({ verb: 'be', subject: { noun: 'they', of: 'none' }, complement: 'enemies' }, {});
  const days = { noun: 'day', count: found.days } as const;
  return stated(
    { verb: 'last', subject: { noun: 'food', of: 'none' }, complements: [{ by: 'for', phrase: days }] },
    {},
  );
}
