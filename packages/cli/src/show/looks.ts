import { state } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { andList, capital } from '../text.ts';

/** What somebody looks like, in the words of the scenario file. */
export type Looks = ReturnType<typeof state.looksOf>;

const GAITS: Readonly<Record<string, string>> = {
  limps: 'walks with a limp',
  strides: 'takes long strides',
  stoops: 'stoops',
  shuffles: 'shuffles',
};
const GOES_UNSAID = ['plain', 'nothing'];

/** Build, hair and coat, and what else people would know somebody by. */
export function looksLines(world: World, who: number): string[] {
  const { build, height, hair, hairLength, wears, gait, carries } = state.looksOf(world, who);
  const tall = height === 'middling' ? 'of middling height' : height;
  const head = hair === 'bald' ? 'bald' : `with ${hairLength} ${hair} hair`;
  const known = [
    `wears ${article(wears)}`,
    ...(GOES_UNSAID.includes(gait) ? [] : [GAITS[gait] ?? gait]),
    ...(GOES_UNSAID.includes(carries) ? [] : [`carries ${article(carries)}`]),
  ];
  return [`${capital(build)} and ${tall}, ${head}; ${andList(known)}.`];
}

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
