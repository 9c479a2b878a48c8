import { advance, createWorld, group, muteOf, person, readEvent, ruleset, state, withhold } from '@anchorhold/engine';
import type { EventRecord, Setup, World } from '@anchorhold/engine';
import { outcomeOf } from '@anchorhold/runs';
import type { Report } from '../report.ts';
import type { Counted } from '../statistics.ts';
import { mean, meanInterval, shareDifference } from '../statistics.ts';
import { chronicleDigest } from './lived.ts';
import type { Lived } from './lived.ts';
import type { SeedPool } from './pool.ts';
import { Seeds } from './seeds.ts';

const HOUR = 3600;
const DAY = 86_400;
const DAYS = 30;
const SEEDS = { quick: 4, full: 120 };
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
  const end = begin + (days ?? DAYS) * DAY;
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

/** What the month after the siege does to people's minds: what comes back and by what, whom alarms frighten, and who is not over it. */
export async function measureMinds(report: Report, pool: SeedPool): Promise<void> {
  const minds = Seeds.minds(report, pool, 'siege-of-the-compound', DAYS);
  await minds.live(report.quick ? SEEDS.quick : SEEDS.full);
  const { lived } = minds;
  minds.pooled('in trouble that lasts at day 30', 'of people', ({ lasting }) => lasting, { min: 0.1, max: 0.35 });
  const scenario = `${minds.scenario}, ${lived.length} runs`;
  const follow = shareDifference(
    lived.map(({ cued }) => cued),
    lived.map(({ uncued }) => uncued),
  );
  const hours = 'something comes back in an hour with a cue in it, beyond one without';
  report.add({ claim: hours, scenario, ...follow, unit: 'of person-hours', floor: { min: 0 } });
  excludes(report, hours, scenario, follow.interval);
  const rises = lived.flatMap(({ startled }) => startled);
  if (rises.length < 2) throw new Error('too few false alarms to compare whom they frighten');
  const claim = 'a false alarm raises dread more in those in trouble than in the same people unhurt';
  const interval = meanInterval(rises);
  report.add({ claim, scenario: `${scenario}, ${rises.length} alarms`, value: mean(rises), unit: 'of all dread', interval, floor: { min: 0 } }); // prettier-ignore
  excludes(report, claim, scenario, interval);
}

/** The value's own side of 0 may be luck: that the interval lies there is a claim of its own. */
function excludes(report: Report, claim: string, scenario: string, [low, high]: readonly [number, number]): void {
  if (report.quick) return;
  const value = low > 0 || high < 0 ? 1 : 0;
  report.add({ claim: `${claim}: the interval excludes 0`, scenario, value, unit: 'is so', floor: { min: 1 } });
}
