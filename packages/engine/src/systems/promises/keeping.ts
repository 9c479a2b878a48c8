/** What people give their word on, and what becomes of it, hour by hour. */
import { enabled, reason } from '../../kernel/events.ts';
import type { FieldsOf } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { sinceThen } from '../dread/touching.ts';
import { broken, kept, released } from './events.ts';
import { whereabouts } from './giving.ts';
import { answered, isVow, promise, undertakings, whatOf } from './state.ts';
import type { Fate, Undertaking } from './state.ts';

/** Once an hour whoever has cause to gives their word. */
export const offer = rule('promises/offer', { phase: 'decide', at: 'hour' }, (world, beat) => {
  const { upTo } = world.of(answered);
  const last = world.chronicle.length;
  if (beat.bubble >= 0 || upTo.raw[0] === last) return;
  const touches = world.ruleset
    .filled(undertakings)
    .flatMap(({ that, upon, offer: make }) => (make === undefined ? [] : upon.map((of) => ({ of, that, make }))));
  // Whoever has cause twice within an hour says it once.
  const weighed = new Set<string>();
  sinceThen(world, upTo.raw[0], touches, (event, { that, make }) => {
    const key = `${that} ${event.roles['actor'] ?? -1} ${event.roles['target'] ?? -1}`;
    if (!weighed.has(key)) make(world, event);
    weighed.add(key);
  });
  upTo.raw[0] = last;
});

/** Once an hour each promise that stands is looked at: whether it has been kept, or cannot be any more. */
export const seeThrough = rule('promises/see-through', { phase: 'settle', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const rows = world.of(promise);
  const all = world.ruleset.filled(undertakings);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.state.raw[row] !== 0) continue;
    const that = whatOf(world, row);
    const sort = all.find((each) => each.that === that);
    world.trace.open(-1, world.time);
    const fate = cannot(world, row) ?? sort?.fate(world, row) ?? goneWith(world, row, sort);
    if (fate !== null) end(world, row, fate);
    world.trace.close(false);
  }
});

/** The dead owe nothing, nor do prisoners; a vow outlasts being taken. Tracked. */
function cannot(world: World, row: number): Fate | null {
  const who = world.of(promise).from.raw[row];
  const { alive, downBy } = world.of(body);
  const { state, taken } = world.of(captive);
  if (alive.at(who) === 0) return { as: 'released', why: 'died', because: [reason(downBy.raw[who])] };
  if (state.at(who) !== 2 || isVow(whatOf(world, row))) return null;
  return { as: 'released', why: 'taken', because: [reason(taken.raw[who])] };
}

/** What was promised to somebody who has died is owed to nobody, unless it was meant for then. Tracked. */
function goneWith(world: World, row: number, sort: Undertaking | undefined): Fate | null {
  const whom = world.of(promise).to.raw[row] - 1;
  if (whom < 0 || sort?.outlives === true) return null;
  const { alive, downBy } = world.of(body);
  return alive.at(whom) === 1 ? null : { as: 'released', why: 'outlived', because: [reason(downBy.raw[whom])] };
}

function end(world: World, row: number, fate: Fate): void {
  const rows = world.of(promise);
  const given = rows.given.raw[row];
  const fields: FieldsOf<typeof kept> = {
    actor: rows.from.raw[row],
    target: rows.to.raw[row] - 1,
    group: rows.toGroup.raw[row] - 1,
    about: rows.about.raw[row] - 1,
    place: whereabouts(world, rows.from.raw[row]),
    that: whatOf(world, row),
  };
  // That it had been promised makes it what it is.
  const because = fate.because.some((cause) => cause === enabled(given))
    ? fate.because
    : [...fate.because, enabled(given)];
  if (fate.as === 'released') world.propose(released, { ...fields, why: fate.why }, because);
  else world.propose(fate.as === 'kept' ? kept : broken, fields, because);
}
