/** How what is promised is said. */
import type { Clause, Phrase } from '../../kernel/words.ts';
import type { Promised } from './state.ts';

type Roles = 'actor' | 'target' | 'group' | 'about' | 'place';

/** What was promised, as an act of whoever stands in the role `by`: `to stand by her`. */
export function actOf<By extends string>(that: Promised, by: By): Clause<By | Roles> {
  const subject = { role: by } as const;
  const them: Phrase<Roles> = { role: 'target' };
  const thing = (verb: string, noun: string): Clause<By | Roles> => ({
    verb,
    subject,
    object: { noun, of: noun === 'medicine' ? 'none' : 'the' },
  });
  switch (that) {
    case 'stand by them':
      return { verb: 'stand', subject, complements: [{ by: 'by', phrase: them }] };
    case 'hold the wall':
      return thing('hold', 'wall');
    case 'keep the gate':
      return thing('keep', 'gate');
    case 'bring medicine':
      return thing('bring', 'medicine');
    case 'share the harvest':
      return thing('share', 'harvest');
    case 'repay':
      return { verb: 'repay', subject, object: them };
    case 'harm nobody':
      return { verb: 'do', subject, object: { noun: 'harm', of: 'no' } };
    case 'come back for them':
      return { verb: 'come back', subject, complements: [{ by: 'for', phrase: them }] };
    case 'make them pay':
      return { verb: 'make', subject, object: them, complement: 'pay' };
    case 'feed them':
      return {
        verb: 'put',
        subject,
        object: { noun: 'more', of: 'none' },
        manner: 'on the table within the week',
      };
    case 'sit by them':
      return { verb: 'stay', subject, complements: [{ by: 'with', phrase: them }], manner: 'until it got light' };
    case 'bury them':
      return { verb: 'see', subject, object: them, complement: 'properly buried' };
    case 'look after theirs':
      return { verb: 'look after', subject, object: { role: 'about' } };
    case 'be back by dark':
      return { verb: 'be', subject, complement: 'back by dark' };
    case 'take their watch':
      return { verb: 'stand', subject, object: { noun: 'watch', of: 'a' }, complements: [{ by: 'for', phrase: them }] };
    default:
      return { verb: that, subject };
  }
}
