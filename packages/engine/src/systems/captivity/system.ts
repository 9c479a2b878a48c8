import { defineSystem, rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import { found, freed, laidDown, ledAway, surrendered, taken } from './events.ts';
import { searchField, seeToCaptives } from './keeping.ts';
import { captive } from './state.ts';
import { words } from './words.ts';
import { freedom } from './facts.ts';
import { mayLayDown, mayYield } from './yielding.ts';

/** Those who are cornered, and leaders who see no way out: whether they give up. Broken and pinned people too, who choose nothing else. */
const yieldUp = rule('captivity/yield', { phase: 'decide', at: 'second' }, (world, beat) => {
  for (const who of beat.members) mayYield(world, who);
  for (let of = 0; of < world.of(group).count; of++) mayLayDown(world, of, beat.members);
});

const guard = rule('captivity/guard', { phase: 'act', at: ['second', 'minute'] }, (world, beat) => {
  seeToCaptives(world, beat);
});

const search = rule('captivity/search', { phase: 'decide', at: 'minute' }, (world, beat) => searchField(world, beat));

export const captivity = defineSystem({
  id: 'captivity',
  after: ['places', 'shooting', 'will', 'conduct'],
  tables: [captive],
  events: { surrendered, 'laid-down': laidDown, taken, found, 'led-away': ledAway, freed },
  facts: [freedom],
  words,
  rules: [yieldUp, guard, search],
});
