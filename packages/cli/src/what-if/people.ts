import { plain } from '@anchorhold/scenario';
import type { Differing } from '@anchorhold/story';
import { andList } from '../text.ts';

/** Names on a line before the rest are counted. */
const MOST = 8;

/** Who stands otherwise at the end, a line for each way in which they do. */
export function peopleLines(people: readonly Differing[]): string[] {
  const left = new Set(people);
  const those = (said: string, is: (each: Differing) => boolean): string[] => {
    const found = [...left].filter(is);
    for (const each of found) left.delete(each);
    return found.length === 0 ? [] : [`${said}: ${namesOf(found)}.`];
  };
  return [
    ...those('Alive, who had died', ({ before }) => before === 'dead'),
    ...those('Dead, who had lived', ({ after }) => after === 'dead'),
    ...those('Prisoners, who had not been', ({ after }) => after === 'captive'),
    ...those('Free, who had been prisoners', ({ before }) => before === 'captive'),
    ...those('Down, who had stood', ({ after }) => after === 'down'),
    ...those('Standing, who had been down', ({ before }) => before === 'down'),
    ...those('Gone, who had stayed', ({ after }) => after === 'gone'),
    ...those('Still there, who had gone', ({ before }) => before === 'gone'),
  ];
}

function namesOf(people: readonly Differing[]): string {
  const names = people.map(({ shown, name }) => plain(shown === '' ? name : shown, 60));
  return names.length <= MOST
    ? andList(names)
    : `${names.slice(0, MOST - 1).join(', ')} and ${names.length - MOST + 1} others`;
}
