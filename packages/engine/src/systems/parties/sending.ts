/** Where something is running out, whoever leads has a party go for more; those at home look for it, and give it up. */
import { isObserved } from '../../kernel/deliberation.ts';
import { jointly, reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { leaderOf } from '../groups/state.ts';
import { successor } from '../offices/state.ts';
import { FULL_GRAMS } from '../rations/shares.ts';
import { DAY, ableOf, edibleGrams, hourOf } from '../rations/state.ts';
import { heardBy, homeSite, homes } from '../region/state.ts';
import { BOTTLE_ML } from '../water/drinking.ts';
import { waterOf } from '../water/sharing.ts';
import { supply } from '../water/state.ts';
import { bestOf, lacksOf, prospects, whoGoes } from './choosing.ts';
import type { Lack, Prospect } from './choosing.ts';
import { tellSending } from './considered.ts';
import type { Sending } from './considered.ts';
import { givenUp, missed, setOut } from './events.ts';
import { trip } from './state.ts';

/** Hours of the day between which parties are sent. [d] */
const SENDS_FROM = 7;
const SENDS_UNTIL = 10;
/** Days between one party's coming home and the next one's going. [d] */
const BETWEEN = 1;
/** Hours after a fight before anybody is sent. [d] */
const RESTS_HOURS = 24;
/** Hours after which a party that is not back is missed, and days after which it is given up. [d] */
const MISSED_AFTER = 6 * SECONDS.hour;
const GIVEN_UP_AFTER = 5 * DAY;

/** In the morning, whoever leads thinks of what is running out. */
export const send = rule('parties/send', { phase: 'decide', at: 'hour' }, (world) => {
  const hour = hourOf(world.time);
  if (homeSite(world) < 0) return;
  for (const of of homes(world)) {
    const rows = world.of(trip);
    if (rows.leg.raw[of] !== 0) wait(world, of);
    else if (hour >= SENDS_FROM && hour <= SENDS_UNTIL && isFree(world, of)) consider(world, of);
  }
});

/** Whether nothing keeps a group from it: no fight, no party just home. */
function isFree(world: World, of: number): boolean {
  const { ended } = world.of(trip);
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

/** Of what is short, what is lacking most and can be hoped for somewhere is what a party is sent for. */
function consider(world: World, of: number): void {
  const actor = headAtHome(world, of);
  // Until the last hour at which a party can go, whoever leads is waited for.
  if (actor < 0 || (actor !== leaderOf(world, of) && hourOf(world.time) < SENDS_UNTIL)) return;
  world.trace.open(actor, world.time);
  world.of(body).awake.at(actor);
  leaderOf(world, of);
  const lacks = lacksOf(world, of);
  const going = lacks.length > 0 ? whoGoes(world, of) : [];
  let choice: Sending = { lacks, going, lack: lacks[0] ?? null, all: [], best: null };
  for (const lack of going.length > 0 ? lacks : []) {
    const all = prospects(world, of, going.length, lack.good);
    const best = bestOf(all);
    if (choice.all.length === 0 || best !== null) choice = { lacks, going, lack, all, best };
    if (best !== null) break;
  }
  if (choice.best !== null) sendOut(world, of, actor, choice.lack!, choice.best, going);
  world.trace.close(false);
  if (isObserved(world, actor)) tellSending(world, of, actor, choice);
}

function sendOut(world: World, of: number, actor: number, lack: Lack, to: Prospect, going: readonly number[]): void {
  const food = Math.min(Math.ceil((FULL_GRAMS * going.length * to.seconds) / DAY), edibleGrams(world, of));
  const water = world.of(supply).seat.raw[of] === 0 ? 0 : Math.min(going.length * BOTTLE_ML, waterOf(world, of));
  const sure = lack.good === 'food' ? heardBy(world, of, to.site, 'food') : 0;
  const because = [...jointly(lack.because, 1), ...(sure === 0 ? [] : [reason(sure)])];
  const roles = { actor, target: going[0], group: of, site: to.site };
  world.of(trip).back.raw[of] = world.time + to.seconds;
  world.propose(setOut, { ...roles, good: lack.good, people: going.length, food, water }, because);
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
