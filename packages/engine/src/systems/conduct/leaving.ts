import { jointly } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, side } from '../groups/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { load } from '../stores/state.ts';
import { gotAway } from './events.ts';

/** Somebody of a band who has reached the way out, and has reason to go, is gone: in the fight, or limping in after it. */
export function goAfter(world: World, who: number): void {
  const of = groupOf(world, who);
  const bodies = world.of(body);
  const where = world.of(position);
  const wayOut = world.of(side).wayOut.raw[of] - 1;
  if (wayOut < 0 || where.at.raw[who] !== wayOut || where.bound.raw[who] !== 0) return;
  if (world.of(campaign).state.raw[of] === 0 || bodies.down.raw[who] === 1 || bodies.alive.raw[who] === 0) return;
  if (world.of(captive).state.raw[who] !== 0 || where.gone.raw[who] === 1) return;
  const nerve = world.of(nerves);
  const duties = world.of(duty);
  const told = TASKS[duties.task.raw[who]];
  // Once it is over, whoever fell back to there has got away as well.
  const leaves = told === 'leave' || (told === 'fall back' && world.of(campaign).state.raw[of] === 2);
  const laden = world.of(load).amount.raw[who] > 0;
  const broken = nerve.broken.raw[who] === 1;
  if (!broken && !leaves && !laden) return;
  world.trace.open(who, world.time);
  where.at.at(who);
  // Where they came from they have arrived by nothing: whoever never left has not come back.
  const because = [
    where.by.raw[who],
    ...(broken ? [nerve.brokenBy.raw[who]] : []),
    ...(leaves ? [duties.by.raw[who]] : []),
    ...(laden ? [world.of(load).by.raw[who]] : []),
  ];
  world.propose(
    gotAway,
    { actor: who, place: where.at.raw[who], group: of },
    jointly(
      because.filter((id) => id > 0),
      1,
    ),
  );
  world.trace.close(false);
}
