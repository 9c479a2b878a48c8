/** Where what is left will not last, whoever leads has a party go for more; those at home look for it, and give it up. */
import { isObserved } from '../../kernel/deliberation.ts';
import { jointly, reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { leaderOf } from '../groups/state.ts';
import { successor } from '../offices/state.ts';
import { FULL_GRAMS, daysOn } from '../rations/shares.ts';
import { DAY, ableOf, dayOf, edibleGrams, hourOf, kitchen } from '../rations/state.ts';
import { heardBy, homeSite, homes } from '../region/state.ts';
import { bestOf, prospects, whoGoes } from './choosing.ts';
import { tellSending } from './considered.ts';
import { givenUp, missed, setOut } from './events.ts';
import { trip } from './state.ts';

/** Hours of the day between which parties are sent. [d] */
const SENDS_FROM = 7;
const SENDS_UNTIL = 10;
/** A count is known for so many days. [d] */
const COUNT_HOLDS = 2;
/** Days between one party's coming home and the next one's going. [d] */
const BETWEEN = 1;
/** Hours after a fight before anybody is sent. [d] */
const RESTS_HOURS = 24;
/** Hours after which a party that is not back is missed, and days after which it is given up. [d] */
const MISSED_AFTER = 6 * SECONDS.hour;
const GIVEN_UP_AFTER = 5 * DAY;

const FULL_RATIONS = 0;

/** In the morning, whoever leads thinks of what is left. */
export const send = rule('parties/send', { phase: 'decide', at: 'hour' }, (world) => {
  const hour = hourOf(world.time);
  if (homeSite(world) < 0) return;
  for (const of of homes(world)) {
    const rows = world.of(trip);
    if (rows.leg.raw[of] !== 0) wait(world, of);
    else if (hour >= SENDS_FROM && hour <= SENDS_UNTIL && isFree(world, of)) consider(world, of);
  }
});

/** Whether a group has counted, and nothing else keeps it: no fight, no party just home. */
function isFree(world: World, of: number): boolean {
  const { knownBy, knownOn } = world.of(kitchen);
  const { ended } = world.of(trip);
  if (knownBy.raw[of] === 0 || dayOf(world.time) - knownOn.raw[of] > COUNT_HOLDS) return false;
  if (ended.raw[of] !== 0 && world.time - ended.raw[of] < BETWEEN * DAY) return false;
  const { state, endedBy } = world.of(campaign);
  if (endedBy.raw[of] !== 0 && world.time - world.chronicle.time(endedBy.raw[of]) < RESTS_HOURS * SECONDS.hour)
    return false;
  return state.raw[of] !== 1;
}

/** Who leads those of a group who can act, or -1. */
function headAtHome(world: World, of: number): number {
  const able = ableOf(world, of);
  const leader = leaderOf(world, of);
  return able.includes(leader) ? leader : successor(world, able);
}

function consider(world: World, of: number): void {
  const rows = world.of(kitchen);
  const { days, known, knownBy } = rows;
  const actor = headAtHome(world, of);
  // Until the last hour at which a party can go, whoever leads is waited for.
  if (actor < 0 || (actor !== leaderOf(world, of) && hourOf(world.time) < SENDS_UNTIL)) return;
  world.trace.open(actor, world.time);
  world.of(body).awake.at(actor);
  leaderOf(world, of);
  const lasts = daysOn(world, of, known.at(of), FULL_RATIONS);
  const isLow = lasts < days.raw[of];
  const going = isLow ? whoGoes(world, of) : [];
  const all = going.length === 0 ? [] : prospects(world, of, going.length);
  const best = bestOf(all);
  if (best !== null) {
    const wanted = Math.ceil((FULL_GRAMS * going.length * best.seconds) / DAY);
    const food = Math.min(wanted, edibleGrams(world, of));
    const sure = heardBy(world, of, best.site, 'food');
    // On short rations it is these, with what was found, that make whoever leads send for more.
    const low = jointly([rows.ration.at(of) > FULL_RATIONS ? rows.setBy.raw[of] : 0, knownBy.raw[of]], 1);
    const because = [...low, ...(sure === 0 ? [] : [reason(sure)])];
    const fields = { actor, target: going[0], group: of, site: best.site, people: going.length, food };
    world.of(trip).back.raw[of] = world.time + best.seconds;
    world.propose(setOut, fields, because);
  }
  world.trace.close(false);
  if (isObserved(world, actor)) tellSending(world, of, actor, { lasts, wanted: days.raw[of], going, all, best });
}

/** A party that is not back is missed, and in the end given up. */
function wait(world: World, of: number): void {
  const rows = world.of(trip);
  const late = world.time - rows.back.raw[of];
  const isMissed = rows.missedBy.raw[of] !== 0;
  if (late < MISSED_AFTER || (isMissed && late < GIVEN_UP_AFTER)) return;
  const actor = headAtHome(world, of);
  if (actor < 0) return;
  world.trace.open(actor, world.time);
  rows.leg.at(of);
  const fields = { actor, target: rows.lead.raw[of] - 1, group: of, site: rows.site.raw[of] };
  if (isMissed) world.propose(givenUp, fields, [reason(rows.missedBy.at(of))]);
  else world.propose(missed, fields, [reason(rows.setOut.raw[of])]);
  world.trace.close(false);
}
