import { SELF, oneself } from '../../kernel/deliberation.ts';
import type { Statement } from '../../kernel/deliberation.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { TASKS, duty } from '../orders/state.ts';
import { taskAct } from '../orders/acts.ts';
import { position } from '../places/state.ts';
import type { Option } from './course.ts';

/** `to storm the courtyard as told`. */
export function saysObey(world: World, who: number): Statement {
  const duties = world.of(duty);
  const task = TASKS[duties.task.raw[who]];
  const goal = duties.place.raw[who] - 1;
  if (task === 'none') return oneself(who, { verb: 'do', complement: 'as told' });
  const { subject: _subject, ...act } = taskAct(task, SELF, true);
  return oneself(who, { ...act, manner: 'as told' }, { goal: [place, goal] });
}

/** What keeps somebody from doing as they were told by going somewhere. */
export function whyNotObey(world: World, who: number, option: Option | null): Statement {
  const duties = world.of(duty);
  const goal = duties.place.raw[who] - 1;
  if (option !== null) {
    const content = { verb: 'burn', subject: { role: 'goal' }, aspect: 'progressive' } as const;
    return oneself(who, { verb: 'know', content }, { goal: [place, goal] });
  }
  if (TASKS[duties.task.raw[who]] === 'none') {
    const nothing = { noun: 'nothing', of: 'none' } as const;
    return oneself(who, { verb: 'tell', object: nothing, passive: true, aspect: 'perfect' });
  }
  return oneself(who, { verb: 'have', purpose: { verb: 'break through', subject: SELF }, complement: 'first' });
}

/** That they are where they were told to go, or on the way there: there is little left to do about it. */
export function speaksOfObeying(world: World, who: number): Statement[] {
  const goal = world.of(duty).place.raw[who] - 1;
  const { at, bound } = world.of(position);
  if (at.raw[who] === goal) return [oneself(who, { verb: 'be', manner: 'already', complement: 'there' })];
  return bound.raw[who] === goal + 1 ? [oneself(who, { verb: 'be', manner: 'already', complement: 'on the way' })] : [];
}
