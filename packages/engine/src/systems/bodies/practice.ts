import type { World } from '../../kernel/world.ts';
import { body } from './state.ts';

/** What somebody can come to by practice alone, 0..1, and the share of what is missing that an hour of it adds. [d] */
const BY_PRACTICE = 0.75;
const AN_HOUR = 0.003;

/** Somebody practises a craft for an hour. It is drift. */
export function practise(world: World, who: number, craft: 'aim' | 'stealth' | 'care'): void {
  const skill = world.of(body)[craft].raw;
  if (skill[who] < BY_PRACTICE) skill[who] = skill[who] + AN_HOUR * (BY_PRACTICE - skill[who]);
}
