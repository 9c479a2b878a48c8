/** Whoever is in need out there, and has heard of those on the map, may come to their gate. Nobody comes for anything else. */
import { enabled, reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { dayFor, headOf, isOut, isOutThere, outfit, peopleOut, stray } from '../bands/state.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, hostile } from '../groups/state.ts';
import { ableOf, kitchen } from '../rations/state.ts';
import { arrivesAt, canReach, gateOf, hasHeard, homeSite, homes } from '../region/state.ts';
import { came, setOut } from './events.ts';
import { PURPOSES, STAGES, caller, needOf, thoseWith } from './state.ts';
import type { Purpose } from './state.ts';
import { wordOf } from './word.ts';

/** The hour of the day at which people out there make up their minds to go. [d] */
const DECIDES_AT = 7;
/** Farther than this nobody comes, in seconds on foot. [d] */
const COMES_WITHIN = 30 * SECONDS.hour;
/** Days for which whoever had an answer does not ask again. [d] */
const ASKS_AGAIN = 14;
/** Days for which the food of those who come to trade has to last. [d] */
const TO_SPARE_DAYS = 20;
/** How many come to trade. [d] */
const TRADERS = 3;
const DAY = 86_400;

/** In the morning those out there who are in need, and know of somewhere to go, set out for it. */
export const ask = rule('arrivals/ask', { phase: 'appraise', at: 'hour' }, (world) => {
  const home = homeSite(world);
  if (home < 0 || homes(world).length === 0 || Math.floor(world.time / SECONDS.hour) % 24 !== DECIDES_AT) return;
  const people = peopleOut(world);
  for (let of = 0; of < people.length; of++) {
    if (!isOut(world, of)) continue;
    const speaker = headOf(world, of, people[of]);
    if (speaker < 0) continue;
    const purpose = purposeOf(world, of, people[of].length);
    if (purpose !== null)
      goAsk(world, speaker, purpose, purpose === 'trade' ? Math.min(TRADERS, people[of].length) : people[of].length);
  }
  const { alone } = world.of(stray);
  for (let who = 0; who < world.of(person).count; who++) {
    if (alone.raw[who] === 1 && isOutThere(world, who)) goAsk(world, who, 'shelter', 1);
  }
});

/** What a group would come for: those who have nothing ask to be let in, unless they are enemies or live where they are. */
function purposeOf(world: World, of: number, people: number): Purpose | null {
  const { short, lacks, food, settled } = world.of(outfit);
  if (homes(world).some((home) => hostile(world, home, of))) return null;
  if (lacks.raw[of] !== 0 && food.raw[of] >= TO_SPARE_DAYS * dayFor(people)) return 'trade';
  return short.raw[of] === 1 && settled.raw[of] === 0 ? 'shelter' : null;
}

function goAsk(world: World, actor: number, purpose: Purpose, people: number): void {
  const rows = world.of(caller);
  const of = groupOf(world, actor);
  const home = homeSite(world);
  const from = world.of(outfit).site.raw[of];
  if (rows.stage.raw[actor] !== 0 || !canReach(world, from, home)) return;
  if (rows.answered.raw[actor] !== 0 && world.time - rows.answered.raw[actor] < ASKS_AGAIN * DAY) return;
  if (arrivesAt(world, from, home, world.time) - world.time > COMES_WITHIN) return;
  world.trace.open(actor, world.time);
  const [need, word] = [needOf(world, actor, purpose), wordOf(world, of)];
  world.of(outfit).short.at(of);
  const knows = hasHeard(world, of, home, 'food') || hasHeard(world, of, home, 'smoke');
  if (knows && need !== 0 && word !== 0) {
    world.propose(setOut, { actor, group: of, site: home, for: purpose, people }, [reason(need), reason(word)]);
  }
  world.trace.close(false);
}

/** Those who have come all the way stand at the gate, unless there is fighting, or nobody to hear them. */
export const come = rule('arrivals/come', { phase: 'sense', at: 'hour' }, (world) => {
  const place = gateOf(world);
  if (place < 0) return;
  const rows = world.of(caller);
  for (let who = 0; who < world.of(person).count; who++) {
    if (rows.stage.raw[who] !== STAGES.indexOf('on the way') || rows.due.raw[who] > world.time) continue;
    const target = hostOf(world);
    if (target < 0 || !isOutThere(world, who)) continue;
    world.trace.open(who, world.time);
    rows.stage.at(who);
    // Somebody has to be up to hear them.
    for (const each of ableOf(world, target)) world.of(body).awake.at(each);
    const purpose = PURPOSES[rows.purpose.at(who)];
    const because = [reason(rows.need.at(who)), reason(rows.report.at(who)), enabled(rows.setOut.raw[who])];
    const people = purpose === 'trade' ? Math.min(TRADERS, thoseWith(world, who).length) : thoseWith(world, who).length;
    world.propose(came, { actor: who, group: groupOf(world, who), target, place, for: purpose, people }, because);
    world.trace.close(false);
  }
});

/** The group at whose gate people come: the first that lives on the map, cooks, and is in no fight; -1 for none. */
export function hostOf(world: World): number {
  const host = homes(world).find(
    (of) =>
      world.of(kitchen).seat.raw[of] !== 0 && world.of(campaign).state.raw[of] !== 1 && ableOf(world, of).length > 0,
  );
  return host ?? -1;
}
