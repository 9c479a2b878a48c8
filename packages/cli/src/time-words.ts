import { DAY, HOUR, MINUTE } from '@anchorhold/scenario';

/** Seconds as words: `11 hours`, `2 days and 3 hours`, `40 seconds`: the two largest units, nothing smaller. */
export function durationWords(seconds: number): string {
  const units = [
    ['day', DAY],
    ['hour', HOUR],
    ['minute', MINUTE],
    ['second', 1],
  ] as const;
  const first = units.findIndex(([, size]) => seconds >= size);
  if (first < 0) return 'no time';
  let left = seconds;
  const words = units.slice(first, first + 2).flatMap(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return words.join(' and ');
}

/** What a moment is when the clock has been given: `at the beginning`, `3 hours in`. */
export function sinceBegin(seconds: number): string {
  if (seconds === 0) return 'as it begins';
  return seconds < 0 ? `${durationWords(-seconds)} before it begins` : `${durationWords(seconds)} in`;
}
