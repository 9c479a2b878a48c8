/** What those on watch make of what draws their eye: they take it for nothing, or for an enemy. */
import { causeEvent, enabled, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { dreadedBy, fear } from '../dread/state.ts';
import { side } from '../groups/state.ts';
import { readTroubled, troubledBy } from '../memory/state.ts';
import { position, sightBetween } from '../places/state.ts';
import { threatTo } from '../routine/assigning.ts';
import { tiredBy } from '../routine/people.ts';
import { roster } from '../routine/state.ts';
import { TAKEN_FOR, noticed, raised } from './events.ts';
import { bentOf, clearness, criterion, isDark, likeness, looksTwiceAt, spread, standsOut } from './senses.ts';
import type { Bent } from './senses.ts';
import { STATES, alarm, vigil } from './state.ts';
import { watchersOf } from './watching.ts';

/** Where something drew a watcher's eye, they take it for nothing, or raise the alarm. */
export const makeOut = rule('alarms/make-out', { phase: 'appraise', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || !isDark(world)) return;
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0) continue;
    for (const who of watchersOf(world, of)) if (world.of(vigil).at.raw[who] > 0) makeOf(world, of, who);
  }
});

function makeOf(world: World, of: number, who: number): void {
  const rows = world.of(vigil);
  const at = rows.at.raw[who] - 1;
  const lurker = rows.lurker.raw[who] - 1;
  rows.at.raw[who] = 0;
  world.trace.open(who, world.time);
  const by = lurker < 0 ? stirOf(world, who) : rows.came.raw[who];
  // What was withheld did not stir.
  const what = by === 0 || lurker >= 0 ? 0 : rows.what.raw[who];
  const wary = threatTo(world, of);
  const bent = bentOf(world, who, wary.for !== 'the night');
  world.of(fear).dread.at(who);
  readTroubled(world, who);
  world.of(body).owed.at(who);
  rows.doubt.at(who);
  const noise = rows.noise.raw[who];
  const from = world.of(position).at.at(who);
  const moving = rows.moves.raw[who] === 1 ? sightBetween(world, from, at) : 0;
  const takesIn = ({ tired, dread }: Bent): number => {
    const clear = clearness(world, from, at, tired);
    const isThere = lurker >= 0 && by !== 0;
    const shown = isThere ? standsOut(world, { lurker, at, clear, tired, moving }) : likeness(what, clear, dread);
    return spread(tired) * noise + shown;
  };
  const target = lurker >= 0 && by !== 0 ? lurker : -1;
  const isOn = world.of(alarm).state.at(of) !== STATES.indexOf('none');
  const took = world.of(roster).took.raw[who];
  const drivenTo = (needs: (bent: Bent) => number): Cause[] => {
    // Whoever would have fancied it in any case does not need anything to stir.
    const fancied = target < 0 && spread(bent.tired) * noise > needs(bent);
    const because = [...(fancied ? [] : [reason(by)]), ...drivenBy(world, who, bent, takesIn, needs, wary.by)];
    return because.some((cause) => causeEvent(cause) === took) ? because : [...because, enabled(took)];
  };
  if (takesIn(bent) > criterion(bent) && !isOn) {
    world.propose(raised, { actor: who, target, group: of, place: at }, drivenTo(criterion));
  } else if (takesIn(bent) > looksTwiceAt(bent)) {
    // Somebody who lies there is taken for an animal: that is what moves at night.
    const as = target >= 0 ? 'an animal' : what === 0 ? 'nothing' : TAKEN_FOR[what - 1];
    world.propose(noticed, { actor: who, target, place: at, as }, drivenTo(looksTwiceAt));
  }
  world.trace.close(false);
}

/** The event by which something stirred before a watcher in this hour, or 0. */
function stirOf(world: World, who: number): number {
  const by = world.of(vigil).stir.at(who);
  return by !== 0 && world.chronicle.time(by) === world.time ? by : 0;
}

/**
 * What of somebody's bent was needed for it: of their dread, of their tiredness, of what they carry and of what the watch is set against, each without which they
 * would have let it be; where none alone is, all of them together, if it took them.
 */
function drivenBy(
  world: World,
  who: number,
  bent: Bent,
  takesIn: (bent: Bent) => number,
  needs: (bent: Bent) => number,
  threat: number,
): Cause[] {
  const without = (less: Partial<Bent>): boolean => takesIn({ ...bent, ...less }) <= needs({ ...bent, ...less });
  const causes: Cause[] = [];
  const stated = new Set<number>();
  const state = (ids: readonly number[], together: number): void => {
    const others = ids.filter((id) => !stated.has(id));
    for (const id of others) stated.add(id);
    causes.push(...jointly(others, together));
  };
  if (without({ dread: 0 })) state(dreadedBy(world, who), 1);
  if (without({ tired: 0 })) state(tiredBy(world, who), 2);
  if (without({ troubled: 0 })) state(troubledBy(world, who), 4);
  if (without({ wary: false })) state([threat], 0);
  if (stated.size === 0 && without({ dread: 0, tired: 0, troubled: 0, wary: false })) {
    state([...new Set([...dreadedBy(world, who), ...tiredBy(world, who), ...troubledBy(world, who), threat])], 3);
  }
  return causes;
}
