/** What a beaten band makes of it, once it has come together: they count, tell, argue; some walk off, and whoever leads settles it. */
import { enabled, jointly } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { headOf, isOut, outfit, peopleOut } from '../bands/state.ts';
import { campaign } from '../engagement/state.ts';
import { side } from '../groups/state.ts';
import { succeeded } from '../groups/system.ts';
import { DAY } from '../region/state.ts';
import { shareWord, takeStock } from './counting.ts';
import { argued, ended, parted } from './events.ts';
import type { Matter } from './events.ts';
import { isOpen, stageOf, vow } from './state.ts';
import { motivesOf, sumOf } from './urges.ts';
import type { Motive } from './urges.ts';

/** The hour at which they speak of it; days between two such talks, where nothing new has come up. [d] */
const TALKS_AT = 19;
const EVERY_DAYS = 6;
/** What the others' minds weigh with whoever leads, beside their own. [d] */
const HEEDS = 0.8;
/** From which on the sum says to go back, and below which to let it be; below which, once it has been settled. [d] */
const GOES_FROM = 0;
const LETS_BE_BELOW = -0.22;
const DROPS_BELOW = -0.36;
/** How much somebody has to be against it, while it is meant, to walk off; and the share of a band that leaves at once from which on it is split. [d] */
const LEAVES_BELOW = -0.45;
const SPLIT_FROM = 0.34;
/** How much more somebody must be for it than whoever leads, to take the lead where most are with them. [d] */
const DEFIES_BY = 0.35;
/** Days without anything settled, or without a step further, after which it has faded. [d] */
const FADES_DAYS = 45;
/** The most reasons that are named. */
const MOST_NAMED = 6;

export const meet = rule('returning/meet', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || Math.floor(world.time / SECONDS.hour) % 24 !== TALKS_AT) return;
  const people = peopleOut(world);
  for (let of = 0; of < world.of(group).count; of++) {
    if (!isOut(world, of) || !wasBeaten(world, of)) continue;
    const head = headOf(world, of, people[of]);
    if (head < 0) continue;
    const fresh = world.of(vow).after.raw[of] !== world.of(campaign).endedBy.raw[of];
    if (fresh) takeStock(world, of, head, people[of]);
    else if (shareWord(world, of, head, people[of])) continue;
    else if (isDue(world, of)) talkItOver(world, of, head, people[of]);
  }
});

const wasBeaten = (world: World, of: number): boolean =>
  world.of(side).home.raw[of] === 0 &&
  world.of(campaign).state.raw[of] === 2 &&
  world.of(campaign).endedBy.raw[of] !== 0;

/** Whether there is something new to talk of, or it has been long; once they have let it be, only new need brings them to it. */
function isDue(world: World, of: number): boolean {
  const rows = world.of(vow);
  const stage = stageOf(world, of);
  if (stage === 'split' || stage === 'broken up') return false;
  const last = rows.argued.raw[of];
  if (last === 0) return true;
  const since = world.time - world.chronicle.time(last);
  if (stage !== 'none' && !isOpen(stage)) {
    const { short, shortBy } = world.of(outfit);
    return short.raw[of] === 1 && shortBy.raw[of] > rows.by.raw[of] && since >= EVERY_DAYS * DAY;
  }
  if (since < DAY) return false;
  return since >= EVERY_DAYS * DAY || rows.joined.raw[of] > last;
}

interface Mind {
  readonly who: number;
  readonly sum: number;
  readonly motives: readonly Motive[];
}

function talkItOver(world: World, of: number, head: number, people: readonly number[]): void {
  world.trace.open(head, world.time);
  const minds = people.map((who): Mind => {
    const motives = motivesOf(world, of, who, people);
    return { who, sum: sumOf(motives), motives };
  });
  const settled = settle(world, of, head, minds);
  world.trace.close(false);
  if (settled === 'come back') walkOff(world, of, head, minds);
}

type Outcome = 'come back' | 'wait' | 'let it be';

/** Whoever leads settles it; where they would let it be, and most are with another who would not, that one leads. */
function settle(world: World, of: number, head: number, minds: readonly Mind[]): Outcome {
  const own = minds.find(({ who }) => who === head)!;
  const others = minds.filter(({ who }) => who !== head);
  const mean = others.reduce((sum, each) => sum + each.sum, 0) / Math.max(1, others.length);
  const keenest = others.reduce<Mind | null>(
    (best, each) => (best === null || each.sum > best.sum ? each : best),
    null,
  );
  const defies = keenest !== null && keenest.sum >= own.sum + DEFIES_BY && mean >= GOES_FROM;
  const open = isOpen(stageOf(world, of));
  const least = open ? DROPS_BELOW : LETS_BE_BELOW;
  const lead = own.sum + HEEDS * mean < least && defies ? keenest : own;
  const sum = lead.sum + HEEDS * mean;
  const rows = world.of(vow);
  const faded = (world.time - rows.since.raw[of]) / DAY >= FADES_DAYS && sum < GOES_FROM;
  const outcome: Outcome = sum < least || faded ? 'let it be' : sum >= GOES_FROM || open ? 'come back' : 'wait';
  const forIt = outcome === 'come back';
  const inFavour = minds.filter((each) => each.sum >= GOES_FROM).length;
  const weighed = weightiest(outcome === 'wait' ? false : forIt, lead, others);
  const because = reasonsOf(weighed, rows.counted.raw[of]);
  const at = world.of(outfit).site.at(of);
  const target = rows.whom.raw[of] - 1;
  if (lead !== own) world.propose(succeeded, { actor: lead.who, target: head, group: of }, because);
  const other = others.reduce<Mind | null>(
    (best, each) =>
      each.sum >= GOES_FROM === forIt || (best !== null && (each.sum - best.sum) * (forIt ? 1 : -1) >= 0) ? best : each,
    null,
  );
  const roles = { actor: lead.who, other: other?.who ?? -1, group: of, target, site: at };
  const topmost = lead.motives.find(({ weight }) => weight > 0 === forIt)?.over;
  const over: Matter = weighed[0]?.over ?? topmost ?? 'temper';
  const data = { outcome, over, inFavour, against: minds.length - inFavour, still: open };
  world.propose(argued, { ...roles, ...data }, because);
  if (outcome === 'let it be' && !isOver(world, of))
    end(world, of, lead.who, sum < least ? 'given up' : 'faded', because);
  return outcome;
}

/** Whether they have let it be before, and nothing has come of the talk since. */
function isOver(world: World, of: number): boolean {
  const stage = stageOf(world, of);
  return stage !== 'none' && !isOpen(stage);
}

/** What weighed most on the side that was taken: with whoever settled it, then with the others. */
function weightiest(forIt: boolean, lead: Mind, others: readonly Mind[]): Motive[] {
  const found: Motive[] = [];
  for (const { motives } of [lead, ...others]) {
    for (const motive of motives) {
      if (motive.weight > 0 !== forIt || motive.by.every((id) => id === 0)) continue;
      if (!found.some(({ over }) => over === motive.over)) found.push(motive);
    }
  }
  const own = new Set(lead.motives);
  return found.sort((a, b) => Number(own.has(b)) - Number(own.has(a)) || Math.abs(b.weight) - Math.abs(a.weight));
}

/** Their events, jointly; and that they had counted themselves, which lets them talk at all. */
function reasonsOf(motives: readonly Motive[], count: number): Cause[] {
  const ids = [...new Set(motives.flatMap(({ by }) => by.slice(0, 2)))].filter((id) => id !== 0 && id !== count);
  return [...jointly(ids.slice(0, MOST_NAMED), 1), enabled(count)];
}

function end(world: World, of: number, actor: number, how: 'given up' | 'faded', because: readonly Cause[]): void {
  const fields = { actor, group: of, target: world.of(vow).whom.raw[of] - 1, site: world.of(outfit).site.raw[of] };
  world.propose(ended, { ...fields, how }, because);
}

/** Where it is settled to go back, those who want no part of it leave. */
function walkOff(world: World, of: number, head: number, minds: readonly Mind[]): void {
  const leaving = minds.filter(({ who, sum }) => who !== head && sum < LEAVES_BELOW);
  const site = world.of(outfit).site.raw[of];
  for (const mind of leaving) {
    world.trace.open(mind.who, world.time);
    world.of(outfit).state.at(of);
    const because = reasonsOf(weightiest(false, mind, []), world.of(vow).counted.at(of));
    world.propose(parted, { actor: mind.who, group: of, site }, because);
    world.trace.close(false);
  }
  if (leaving.length < SPLIT_FROM * minds.length) return;
  world.trace.open(head, world.time);
  const gone = leaving[0];
  const because = reasonsOf(weightiest(false, gone, []), world.of(vow).counted.at(of));
  world.propose(ended, { actor: head, group: of, target: world.of(vow).whom.raw[of] - 1, site, how: 'split' }, because);
  world.trace.close(false);
}
