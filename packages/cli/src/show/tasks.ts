/** What somebody has been told to do, in words: `hold the gatehouse`. */
const TASK_WORDS: Readonly<Record<string, (where: string) => string>> = {
  hold: (where) => `hold ${where}`,
  'creep up': (where) => `creep up to ${where}`,
  storm: (where) => `storm ${where}`,
  cover: (where) => `give cover from ${where}`,
  load: (where) => `load sacks in ${where}`,
  'carry off': () => 'carry off what was loaded',
  'fall back': (where) => `fall back to ${where}`,
  leave: (where) => `get away by ${where}`,
  ambush: (where) => `open fire from ${where}`,
  scout: (where) => `see how ${where} is held`,
  breach: (where) => `break through to ${where}`,
  counterattack: (where) => `drive the enemy out of ${where}`,
  pursue: (where) => `go after them to ${where}`,
  'carry word': (where) => `carry word to ${where}`,
};

/** A task in words, or null where there is none. */
export function taskWords(task: string, where: string): string | null {
  return task === 'none' ? null : (TASK_WORDS[task]?.(where) ?? `${task} at ${where}`);
}
