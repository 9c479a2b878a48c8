/** A yard with too little to eat, and nobody who wants to take even that. */
import type { LivingOptions } from '../src/kernel/create.ts';
import { live, worldOf } from './night.fixture.ts';
import { liveDays } from '../src/systems/needs/hunger.fixture.ts';
import type { World } from '../src/kernel/world.ts';

const DAY = 86_400;

/** Four people with food for three weeks, a little seed grain, and a keeper; `more` are further lines of YAML. */
const hungryText = (food: string, more = ''): string => `
title: "The Lean Yard"
begin: winter, d1 06:00
lasts: 30d
places:
  hall: {like: timber house}
  yard: {like: open yard, next to: hall}
  field: {like: field, next to: yard}
barriers:
  the fence: {between: [yard, field], strength: 60}
groups:
  yard folk: {home: hall, leader: Ada}
people:
  Ada: {pronoun: she}
  Cole: {pronoun: he, office: [stores, kitchen]}
  Osk: {pronoun: he, age: 70}
  Tilly: {pronoun: she, age: 8}
stores:
  hall: {food: ${food}, seed grain: 5 kg}
${more}`;

/** The yard after so many days, and nothing comes. */
export function hungryYard(days: number, options: LivingOptions = {}): World {
  return liveDays(worldOf(hungryText('36 kg'), options), days);
}

/** They starve to the last; they are weak; they are brought food in time, and get over it. */
export function hungerPlayed(): World[] {
  const brought = { at: 41 * DAY, command: 'set stock', value: { in: 'hall', good: 'food', to: 9_000_000 } };
  return [
    hungryYard(110),
    hungryYard(45),
    liveDays(worldOf(hungryText('5 kg'), { log: [brought] }), 200),
    live(worldOf(hungryText('36 kg', 'rations: {yard folk: {policy: by need, decided by: keeper}}')), DAY),
  ];
}
