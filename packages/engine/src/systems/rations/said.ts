import type { Ration } from './state.ts';

/** How a ration is spoken of. */
export const SAID: Readonly<Record<Ration, string>> = {
  full: 'full rations',
  'three quarters': 'three-quarter rations',
  half: 'half rations',
  'a quarter': 'quarter rations',
};
