/** What whoever is in charge weighs as they set people to work, and those who might refuse: for those who ask afterwards. */
import { SELF, byEvent, isObserved, oneself, option, weighed } from '../../kernel/deliberation.ts';
import type { Score } from '../../kernel/deliberation.ts';
import { group, person } from '../../kernel/tables.ts';
import type { Clause, Noun } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import type { Job } from './dealing.ts';
import { WORKS } from './state.ts';
import type { Work } from './state.ts';
import type { Task } from './tasks.ts';

/** Each work, as what people are set to. */
export const DOING: Readonly<Record<Work, Noun>> = {
  mend: { noun: 'mending', of: 'none' },
  dig: { noun: 'digging', of: 'none' },
  tend: { noun: 'nursing', of: 'none' },
  cook: { noun: 'cooking', of: 'none' },
  fetch: { noun: 'fetching and carrying', of: 'none' },
};

const setting = (work: Work): Omit<Clause<'actor'>, 'subject'> => ({
  verb: 'set',
  object: { noun: 'person', count: 2, of: 'some' },
  complements: [{ by: 'to', phrase: DOING[work] }],
});

/** For each sort of work: whether anybody was set to it, and if nobody was, whether there was none of it or nobody for it. */
export function tellAssigning(
  world: World,
  of: number,
  boss: number,
  jobs: readonly Job[],
  dealt: ReadonlyMap<number, number>,
): void {
  if (!isObserved(world, boss)) return;
  const given = new Set(dealt.values());
  for (const work of WORKS) {
    const these = jobs.filter(({ task }) => task.work === work);
    const isSet = these.some(({ number }) => given.has(number));
    const nobody = oneself(boss, { verb: 'have', object: { noun: 'hands', of: 'no' }, manner: 'left for it' });
    const nothing = oneself(boss, { verb: 'see', object: { noun: 'need', of: 'no' }, manner: 'for it' });
    const speaks = these.flatMap(({ want }) => want.because.filter((id) => id !== 0).map((id) => byEvent(world, id)));
    const clause = { ...setting(work), subject: SELF };
    weighed(
      world,
      { id: `work/set-to-${work}`, ask: 'whether', weight: 'beat', clause },
      () => [
        option('work/set', oneself(boss, setting(work)), isSet ? null : these.length > 0 ? nobody : nothing, {
          chosen: isSet,
          speaks,
        }),
        option('work/leave', oneself(boss, { verb: 'leave', object: { noun: 'it', of: 'none' } }), null, {
          chosen: !isSet,
        }),
      ],
      { actor: [person, boss], group: [group, of] },
    );
  }
}

/** Whether somebody would not do what they were set to. */
export function tellBalking(world: World, who: number, boss: number, task: Task, chance: number, drawn: number): void {
  if (!isObserved(world, who)) return;
  const doIt = { verb: 'do', object: { ...DOING[task.work], of: 'the' } } as const;
  const refuse = { verb: 'refuse', purpose: { ...doIt, subject: SELF } } as const;
  const score: Score = { by: 'chance', chance, drawn };
  weighed(
    world,
    { id: 'work/refuse', ask: 'whether', weight: 'beat', clause: { ...refuse, subject: SELF } },
    () => [
      option('work/obey', oneself(who, doIt), null, { chosen: drawn >= chance }),
      option('work/refuse', oneself(who, refuse), null, { score, chosen: drawn < chance }),
    ],
    { actor: [person, who], target: [person, boss] },
  );
}
