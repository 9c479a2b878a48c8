/** What is stated as the causes of an event, with whatever merely passed them on or carried them out folded away. */
import type { CauseKind, InWhy } from '@anchorhold/engine';
import type { Chronicled, Chronicles, StatedCause } from './chronicled.ts';

/** A cause of an event: what is stated (`ids`), and the events by which it is told. */
export interface Stated {
  readonly ids: readonly number[];
  readonly told: readonly Chronicled[];
  /** Whether those by which it is told were stated jointly. */
  readonly joint: boolean;
}

/** Causes that are stated jointly, or all that are stated apart in one way. */
export interface StatedGroup {
  readonly as: CauseKind;
  /** 0: each for itself. */
  readonly group: number;
  readonly causes: readonly Stated[];
}

/** Chains longer than this are told from where they were left off. */
const LONGEST_CHAIN = 16;
/** What one cause passes on is told by so many events at most. */
const MOST_BEHIND = 8;

/** The causes of an event as stated, group by group; within each in the order of the chronicle. */
export function causesOf(past: Chronicles, event: Chronicled): StatedGroup[] {
  const groups = new Map<string, { as: CauseKind; group: number; causes: Map<string, Stated> }>();
  const onlySteps = event.because.every(({ id }) => standsAs(past, eventOf(past, id)) === 'step');
  for (const { id, as, group } of event.because) {
    const cause = eventOf(past, id);
    const { told, joint } = behind(past, event, cause, onlySteps, new Set());
    const key = `${as} ${group}`;
    const found = groups.get(key) ?? { as, group, causes: new Map<string, Stated>() };
    groups.set(key, found);
    const same = told.map((each) => each.id).join(' ');
    const known = found.causes.get(same);
    if (known?.ids.includes(id) === true) continue;
    found.causes.set(same, { ids: [...(known?.ids ?? []), id], told, joint });
  }
  return [...groups.values()].map(({ as, group, causes }) => ({ as, group, causes: [...causes.values()] }));
}

export function eventOf(past: Chronicles, id: number): Chronicled {
  const event = past.events[id - 1];
  if (event === undefined) throw new RangeError(`there is no event ${id}; the last is ${past.events.length}`);
  return event;
}

/** How an event stands among causes; where no words say so, a detail that has causes itself only carries them out. */
function standsAs(past: Chronicles, event: Chronicled): InWhy {
  return past.standing(event) ?? (event.weight === 'detail' && event.because.length > 0 ? 'behind' : 'itself');
}

/** The events by which a cause of `effect` is told, and whether these were stated jointly. */
function behind(
  past: Chronicles,
  effect: Chronicled,
  cause: Chronicled,
  stepsCount: boolean,
  walked: Set<number>,
): Pick<Stated, 'told' | 'joint'> {
  const itself = { told: [cause], joint: false };
  if (walked.has(cause.id)) return { told: [], joint: false };
  walked.add(cause.id);
  const how = standsAs(past, cause);
  const further = followed(cause);
  const tooLong = walked.size > LONGEST_CHAIN * MOST_BEHIND;
  if (tooLong || further.length === 0 || !isFolded(past, effect, cause, how, stepsCount)) return itself;
  const next = how === 'relay' ? bearingOn(past, effect, cause, further) : further;
  const found = next.map(({ id }) => behind(past, effect, eventOf(past, id), false, walked));
  const told = [...new Map(found.flatMap((each) => each.told).map((each) => [each.id, each])).values()];
  if (told.length === 0 || told.length > MOST_BEHIND) return itself;
  const [first] = next;
  const joint = next.every(({ as, group }) => group > 0 && group === first?.group && as === first.as);
  return { told, joint: told.length > 1 && (joint || found.some((each) => each.joint)) };
}

/** What a folded event rests on: not what cut in on it, where it goes on with something. */
function followed({ because }: Chronicled): readonly StatedCause[] {
  const on = because.filter(({ as }) => as !== 'interrupted');
  return on.length > 0 ? on : because;
}

/** Whether what lies behind a cause is told in its place. */
function isFolded(past: Chronicles, effect: Chronicled, cause: Chronicled, how: InWhy, stepsCount: boolean): boolean {
  // Who takes something up again, or goes through with it, does so for the reasons for which they began; and what would be
  // said in the same words was said.
  if (cause.key === effect.key || cause.text === effect.text || (how !== 'sense' && isSameDeed(cause, effect)))
    return true;
  const taken = standsAs(past, effect);
  const heeds = taken === 'sense' || taken === 'word';
  switch (how) {
    case 'behind':
    case 'relay':
      return true;
    case 'step':
      return heeds || !stepsCount;
    case 'sense':
      // Who says what they saw need not be said to have seen it.
      return heeds && cause.roles['actor'] === effect.roles['actor'];
    default:
      return false;
  }
}

/** Whether somebody did both to the same other: whom somebody hit they had first opened fire on. */
function isSameDeed({ roles: before }: Chronicled, { roles: after }: Chronicled): boolean {
  return ['actor', 'target'].every((role) => before[role] !== undefined && before[role] === after[role]);
}

/** Of what somebody passed on, that which speaks of those of whom the effect speaks. */
function bearingOn(
  past: Chronicles,
  effect: Chronicled,
  cause: Chronicled,
  stated: readonly StatedCause[],
): readonly StatedCause[] {
  const spoken = new Set(Object.values(cause.roles));
  const about = Object.entries(effect.roles)
    .filter(([role, key]) => role !== 'actor' && role !== 'group' && role !== 'place' && !spoken.has(key))
    .map(([, key]) => key);
  return stated.filter(({ id }) => Object.values(eventOf(past, id).roles).some((key) => about.includes(key)));
}
