import type { WhyCause } from '@anchorhold/story';
import { durationWords } from '../time-words.ts';

/** What came of withholding a cause, in a sentence; null where it was not tried. */
export function verdictWords({ test, joint, told, because }: WhyCause): string | null {
  if (test === null) return null;
  const { effect, came, undone } = test;
  if (effect === null) return 'Cannot be withheld without the event itself.';
  const parts = because.filter((part) => part.test !== null);
  const onlyTogether = joint && effect !== 'none' && parts.length > 1 && parts.every((part) => part.effect === 'none');
  const parted = onlyTogether ? ', though none of its parts matters alone' : '';
  const others = came === 0 ? '' : `; ${otherLucks(came, undone)}`;
  return `Without ${told.length === 0 ? 'all of these' : 'it'} this ${sameLuck(test)}${parted}${others}.`;
}

/** In how many of the other lucks in which it comes about at all the cause was needed for it. */
function otherLucks(came: number, undone: number): string {
  if (came === 1) return `under the one other luck ${undone === 1 ? 'needed' : 'not needed'}`;
  return `under other luck needed in ${undone === 0 ? 'none' : undone} of ${came}`;
}

function sameLuck({ effect, moved, instead }: NonNullable<WhyCause['test']>): string {
  if (effect === 'vanished') return 'does not happen';
  if (effect === 'none') return 'happens all the same';
  const apart = moved === null ? 0 : moved;
  const when = apart === 0 ? '' : `, ${durationWords(Math.abs(apart))} ${apart > 0 ? 'later' : 'sooner'}`;
  if (effect === 'moved') return `happens${when.slice(1)}`;
  return `happens ${instead === null ? 'otherwise' : 'through somebody else'}${when}`;
}
