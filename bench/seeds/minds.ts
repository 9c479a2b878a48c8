import {
  advance,
  createWorld,
  group,
  lasts,
  muteOf,
  person,
  readEvent,
  ruleset,
  state,
  withhold,
} from '@anchorhold/engine';
import type { EventRecord, Setup, World } from '@anchorhold/engine';
import { outcomeOf } from '@anchorhold/runs';
import type { Counted } from '../statistics.ts';
import { mean } from '../statistics.ts';
import { chronicleDigest } from './lived.ts';
import type { Lived } from './lived.ts';

const HOUR = 3600;
const DAY = 86_400;
/** How much trouble is lasting, 0..1, and is trouble at all: what brings nothing back is none. */
const LASTING = 0.35;
const LEAST = 0.12;
/** Hours after a false alarm at which it is asked what it has done. */
const AFTER_HOURS = 2;
/** So many events before its number an alarm may stand in another history. */
const NEAR_BY = 200;

/** What a month has left in the people of the scenario's first group. */
export interface Minds extends Lived {
  /** Of those alive at the end, in how many what they have been through gives lasting trouble. */
  readonly lasting: Counted;
  /** Hours of people in trouble, with something in them that could bring a memory back and without, and in how many one came back. */
  readonly cued: Counted;
  readonly uncued: Counted;
  /** For each false alarm: by how much more it raised the dread of those in trouble who heard it than it would have, had they come through unhurt. */
  readonly startled: readonly number[];
}

/** Live a scenario hour by hour for so many days; each false alarm is lived without it as well. */
export function liveMinds(setup: Setup, seed: number, days: number | null): Minds {
  const world = createWorld(ruleset, setup, { seed });
  const begin = world.time;
  const end = begin + (days === null ? setup.whole(lasts)! : days * DAY);
  const cued = { hits: 0, tries: 0 };
  const uncued = { hits: 0, tries: 0 };
  const startled: number[] = [];
  for (let time = begin + DAY; time <= end; time += HOUR) {
    const before = time === begin + DAY ? null : world.fork();
    const from = world.chronicle.length;
    advance(world, time);
    if (before === null) continue;
    const news = Array.from({ length: world.chronicle.length - from }, (_, i) => readEvent(world, from + 1 + i));
    countHours(world, news, cued, uncued);
    for (const alarm of news) {
      if (alarm.kind === 'alarms/raised' && alarm.roles['target'] === undefined) {
        startled.push(...raisedBy(before, world, alarm));
      }
    }
  }
  const own = peopleOfFirst(world);
  const troubled = own.filter((who) => state.troubled(world, who) >= LASTING).length;
  return {
    seed,
    chronicle: chronicleDigest(world),
    hash: world.hash(),
    events: world.chronicle.length,
    outcome: outcomeOf(ruleset, setup, world, begin, () => world),
    lasting: { hits: troubled, tries: own.length },
    cued,
    uncued,
    startled,
  };
}

/** The living of the scenario's first group. */
function peopleOfFirst(world: World): number[] {
  const { alive } = world.of(state.body);
  return Array.from({ length: world.of(person).count }, (_, who) => who).filter(
    (who) => isOfFirst(world, who) && alive.raw[who] === 1,
  );
}

function isOfFirst(world: World, who: number): boolean {
  const first = world.cast.mustRow(group, world.recipe.setup.first('groups')!);
  return world.of(state.member).group.raw[who] === first;
}

/** Who of those awake and in trouble had a cue in the hour that is over, and to whom something came back in it. */
function countHours(world: World, news: readonly EventRecord[], cued: Tally, uncued: Tally): void {
  const kinds = new Set(ruleset.filled(state.cues).map(({ of }) => of));
  const reached = new Set<number>();
  const back = new Set<number>();
  for (const event of news) {
    if (event.kind === 'memory/relived') back.add(event.roles['actor']!);
    if (!kinds.has(event.kind)) continue;
    for (const { who } of event.witnesses) reached.add(who);
    for (const [role, row] of Object.entries(event.roles)) {
      if (event.entry.kind.roles[role]!.table === person) reached.add(row);
    }
  }
  const { awake } = world.of(state.body);
  for (const who of peopleOfFirst(world)) {
    if (state.troubled(world, who) < LEAST || (awake.raw[who] === 0 && !back.has(who))) continue;
    const count = reached.has(who) ? cued : uncued;
    count.tries++;
    if (back.has(who)) count.hits++;
  }
}
interface Tally {
  hits: number;
  tries: number;
}

/**
 * The hours after an alarm, with and without it, and all that again for the same people had they come through unhurt: by how much more it
 * raised their dread as they are. Nothing where none of those who heard it carries trouble, or where it would not have been raised.
 */
function raisedBy(before: World, world: World, alarm: EventRecord): number[] {
  const heard = alarm.witnesses.map(({ who }) => who).filter((who) => isOfFirst(world, who));
  const troubled = heard.filter((who) => state.troubled(before, who) >= LASTING);
  const until = world.time + AFTER_HOURS * HOUR;
  const rise = (unhurt: boolean): number | null => {
    const log = [...before.recipe.log, withhold(muteOf(world, alarm.id))];
    const [withIt, without] = [before.fork(), before.fork({ log })];
    for (const each of unhurt ? [withIt, without] : []) {
      for (const who of troubled) each.of(state.trauma).harm.reset(who);
    }
    for (const each of [withIt, without]) advance(each, until);
    if (!hasAlarm(withIt, alarm)) return null;
    const dread = (of: World, who: number): number => of.of(state.fear).dread.raw[who]!;
    return mean(troubled.map((who) => dread(withIt, who) - dread(without, who)));
  };
  const [asTheyAre, asIfUnhurt] = troubled.length === 0 ? [null, null] : [rise(false), rise(true)];
  return asTheyAre === null || asIfUnhurt === null ? [] : [asTheyAre - asIfUnhurt];
}

function hasAlarm(world: World, { id, key, time }: EventRecord): boolean {
  for (
    let each = 1 + Math.max(0, Math.min(id, world.chronicle.length) - NEAR_BY);
    each <= world.chronicle.length;
    each++
  ) {
    if (world.chronicle.time(each) > time) return false;
    if (world.chronicle.time(each) === time && readEvent(world, each).key === key) return true;
  }
  return false;
}
