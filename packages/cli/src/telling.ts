import { begin, groupNames, teller } from '@anchorhold/engine';
import type { Setup } from '@anchorhold/engine';
import type { History, Named, Run } from '@anchorhold/runs';
import { toldOf } from '@anchorhold/runs';
import type { Told } from '@anchorhold/story';
import { findNamed } from './named.ts';

/** From whose point of view a run is told: somebody named, else the scenario's teller, else the first group's leader. */
export function tellerOf(history: History, setup: Setup | null, typed: string | undefined): Named | null {
  const people = history.names.filter(({ table }) => table === 'person');
  if (typed !== undefined) return findNamed(people, typed);
  const keys = [setup?.whole(teller), setup === null ? undefined : leaderOfFirst(setup)];
  for (const key of keys) {
    const found = people.find((each) => each.key === key);
    if (found !== undefined) return found;
  }
  return people[0] ?? null;
}

function leaderOfFirst(setup: Setup): string | undefined {
  const first = setup.first('groups');
  return first === undefined ? undefined : setup.entries(groupNames).get(first)?.leader;
}

/** The shown name of somebody's side, by which a voice knows whom it need not introduce. */
export function sideOf(history: History, who: Named | null): string | undefined {
  return history.names.find(({ table, key }) => table === 'group' && key === who?.group)?.name;
}

/** How many there were of somebody's side, all told. */
export function sizeOf(history: History, who: Named | null): number {
  return history.names.filter(({ table, group }) => table === 'person' && group !== null && group === who?.group)
    .length;
}

/** The season in which a scenario begins, such as `late autumn`. */
export function seasonOf(setup: Setup): string | undefined {
  const start = setup.whole(begin);
  if (start === undefined) return undefined;
  return start.part === 'mid' ? start.season : `${start.part} ${start.season}`;
}

/** The run as the voices take it. Under other rules than it was lived by, repeated acts cannot be summed up. */
export function toldRun(run: Run, history: History): Told[] {
  return toldOf(history, run.sameRules ? run.end() : null);
}
