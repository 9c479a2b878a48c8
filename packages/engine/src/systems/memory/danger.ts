/** Whoever has come through the same night is nearer to those who were with them in it. */
import { rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { sway } from '../bonds/moving.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf } from '../groups/state.ts';
import { inSquad } from '../squads/state.ts';
import { trauma } from './state.ts';

/** How much nearer those of a squad are to each other who have come through a fight together, in affection, goodwill and familiarity, 0..1. [d, after m: cohesion of small groups] */
const NEARER = 0.1;
const WISHES_WELL = 0.08;
const BETTER_KNOWN = 0.1;

/** Once a fight is over: each of a squad is nearer to each who stood with them and lived. It is drift. */
export const cameThrough = rule('memory/came-through', { phase: 'settle', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const { through } = world.of(trauma);
  const { endedBy } = world.of(campaign);
  const squads = new Map<number, number[]>();
  for (let who = 0; who < world.of(person).count; who++) {
    const fight = endedBy.raw[groupOf(world, who)];
    const squad = world.of(inSquad).squad.raw[who];
    if (fight === 0 || squad === 0 || through.raw[who] === fight || world.of(body).alive.raw[who] === 0) continue;
    through.put(who, fight);
    squads.set(squad, [...(squads.get(squad) ?? []), who]);
  }
  for (const people of squads.values()) drawTogether(world, people);
});

function drawTogether(world: World, people: readonly number[]): void {
  const { writer } = world.trace;
  for (const who of people) {
    const fight = world.of(trauma).through.raw[who];
    world.trace.writer = 2 * fight;
    for (const whom of people) {
      if (whom === who) continue;
      sway(world, who, whom, 'affection', NEARER, fight);
      sway(world, who, whom, 'goodwill', WISHES_WELL, fight);
      sway(world, who, whom, 'familiarity', BETTER_KNOWN, fight);
    }
  }
  world.trace.writer = writer;
}
