/** Cold spells come and go, once a day at most. */
import { begin } from '../../kernel/cast.ts';
import { purpose } from '../../kernel/chance.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { hourOf } from '../rations/state.ts';
import { turned } from './events.ts';
import { SPELLS, coldness } from './state.ts';

/** The hour at which it turns. [d] */
const TURNS_AT = 2;
/** How likely it turns in a day: cold out of mild, by season; bitter out of cold, in winter; and back by a step. [d, after m] */
const TURNS_COLD: Readonly<Record<string, number>> = { spring: 0.1, summer: 0.03, autumn: 0.1, winter: 0.16 };
const TURNS_BITTER = 0.16;
const TURNS_MILDER = 0.2;
const P_TURNS = purpose('warmth/turns');

export const turnWeather = rule('warmth/turn-weather', { phase: 'sense', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || world.of(coldness).told.raw[0] === 0 || hourOf(world.time) !== TURNS_AT) return;
  world.trace.open(-1, world.time);
  // It turns by a step from what it is, so that what it is now bears on what it will be.
  const now = world.of(coldness).spell.at(0);
  const u = world.chance.uniform(P_TURNS, 0, 0, world.time);
  const to = nextSpell(world, now, u);
  if (to !== now) world.propose(turned, { to: SPELLS[to], from: SPELLS[now] });
  world.trace.close(false);
});

function nextSpell(world: World, now: number, u: number): number {
  const { season } = world.recipe.setup.whole(begin)!;
  const colder = now === 0 ? TURNS_COLD[season] : season === 'winter' && now === 1 ? TURNS_BITTER : 0;
  if (u < colder) return now + 1;
  return now > 0 && u >= 1 - TURNS_MILDER ? now - 1 : now;
}

/** The spell that a scenario's weather words stand for. */
export function spellAtFirst(words: readonly string[]): number {
  const says = (word: string): boolean => words.some((said) => said.includes(word));
  if (says('bitter')) return SPELLS.indexOf('bitter');
  return SPELLS.indexOf(says('cold') || says('frost') ? 'cold' : 'mild');
}
