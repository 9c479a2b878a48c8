import { person, place, state } from '@anchorhold/engine';
import type { Belief } from '@anchorhold/story';
import { formatClock } from '@anchorhold/scenario';
import { beliefLine, doubtOf } from '../show/knowledge.ts';
import { groupOf, personName } from '../show/look.ts';
import type { Look } from '../show/look.ts';
import type { Page, Part } from '../show/page.ts';
import { sinceBegin } from '../time-words.ts';

export interface Shown {
  /** Everything, and not as much as a screen holds. */
  readonly all: boolean;
  /** With the numbers of events. */
  readonly ids: boolean;
}

/** Beliefs that a screen holds, since some take two lines. */
const SCREENFUL = 14;

/** What beliefs are about, in the order in which they are shown. */
const TOPICS = ['Enemies', 'Own', 'Ways', 'Places', 'Shouted', 'Past'] as const;
type Label = (typeof TOPICS)[number];

/** What somebody holds to be so, as a page: by what it is about, the surest and the newest first. `of`: ` of Jace`, or nothing. */
export function knownPage(look: Look, who: number, beliefs: readonly Belief[], of: string, { all, ids }: Shown): Page {
  const byTopic = new Map<Label, Belief[]>(TOPICS.map((label) => [label, []]));
  for (const belief of beliefs) byTopic.get(labelOf(look, who, belief))!.push(belief);
  for (const each of byTopic.values())
    each.sort((a, b) => doubtOf(a.confidence) - doubtOf(b.confidence) || b.seen - a.seen);
  const counts = all
    ? null
    : shares(
        TOPICS.map((label) => byTopic.get(label)!.length),
        SCREENFUL,
      );
  const parts: Part[] = TOPICS.map((label, i) => ({
    label,
    lines: byTopic
      .get(label)!
      .slice(0, counts?.[i])
      .map((belief) => beliefLine(look, who, belief, ids)),
  }));
  const left = counts === null ? 0 : beliefs.length - counts.reduce((sum, count) => sum + count, 0);
  const alive = look.world.of(state.body).alive.raw[who] === 1;
  return {
    title: `What ${personName(look, who)} ${alive ? 'knows' : 'knew, who is dead'}${of}`,
    under: `${formatClock(look.world.time)}, ${sinceBegin(look.time)}`,
    parts: left === 0 ? parts : [...parts, { label: 'More', lines: [`And ${left} more, with --all.`] }],
  };
}

/** How many of each are shown where not all can be: in turn one of each that has any left. */
function shares(counts: readonly number[], most: number): number[] {
  const given = counts.map(() => 0);
  let left = most;
  while (left > 0 && given.some((count, i) => count < counts[i]!)) {
    for (let i = 0; i < counts.length && left > 0; i++) {
      if (given[i]! >= counts[i]!) continue;
      given[i]!++;
      left--;
    }
  }
  return given;
}

function labelOf({ world }: Look, who: number, { says, of, about }: Belief): Label {
  if (says === state.onceDid.id || says === state.cameAt.id) return 'Past';
  if (says === state.hasSaid.id) return 'Shouted';
  if (of === place.id) return 'Places';
  if (of !== person.id) return 'Ways';
  const enemies = world.of(state.side).hostile.raw[groupOf(world, who)]!;
  return (enemies & (1 << groupOf(world, world.cast.mustRow(person, about)))) === 0 ? 'Own' : 'Enemies';
}
