/** Feelings: what happens is felt by each in their own way, takes hold of them, and wears off. */
import { peopleOf } from '../../kernel/cast.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { TEMPERS, peopleBodies } from '../bodies/system.ts';
import { saps } from '../needs/vigour.ts';
import { appraise } from './appraising.ts';
import { letGo, stoodApart, tookHold } from './events.ts';
import { feels } from './facts.ts';
import { MOVES } from './moves.ts';
import { EMOTIONS, feeling, heart, moved, moves } from './state.ts';
import { grieves, wearOff } from './wearing-off.ts';
import { words } from './words.ts';

export const feelings = defineSystem({
  id: 'feelings',
  after: ['captivity', 'dread', 'needs', 'past', 'resolve', 'wounds'],
  tables: [feeling, heart, moved],
  events: { 'took-hold': tookHold, 'let-go': letGo, 'stood-apart': stoodApart },
  facts: [feels],
  words,
  affair: 'people',
  rules: [appraise, wearOff],
  fills: [fill(moves, ...MOVES), fill(saps, grieves)],
  build: (world, setup) => {
    world.of(moved).add();
    const rows = world.of(feeling);
    for (let i = 0; i < world.of(person).count * EMOTIONS.length; i++) rows.add();
    const described = setup.entries(peopleBodies);
    peopleOf(setup).forEach((each, who) => {
      const tempers = described.get(each.key)?.temper ?? [];
      world.of(heart).temper.put(
        who,
        tempers.reduce((bits, temper) => bits | (1 << TEMPERS.indexOf(temper)), 0),
      );
    });
  },
});
