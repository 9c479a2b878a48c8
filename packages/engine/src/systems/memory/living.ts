/** What people carry wears off over days, faster in company; that it has hold of them, or lets go, is an event. */
import { enabled, jointly, reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { closeness } from '../feelings/appraising.ts';
import { feeling, feelingRow, feltBy, strengthOf } from '../feelings/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { DAY } from './company.ts';
import { brokeDown, haunted, restored, sleptThrough, stayedBy, tookUpAgain, wearied } from './events.ts';
import { mend } from './harming.ts';
import { carriedFrom, readTroubled, tollOn, trauma, troubled } from './state.ts';

/** How much trouble has hold of somebody, 0..1, and at which they are over the worst of it. [d] */
const HAUNTS = 0.42;
const LETS_GO = 0.25;
/** Days after which what still troubles somebody is more than the fright of it. [s: DSM-5, acute stress from the third day on] */
const AFTER_DAYS = 3;
/** How much of a toll somebody shows that fighting has taken, 0..1, and at which they are themselves again. [d] */
const WEARY = 0.5;
const RESTORED = 0.25;
/** How much faster people heal with somebody as close as can be by them, as a share. [d] */
const COMPANY_HEALS = 0.6;
/** How deep a grief breaks somebody of middling frailty, 0..1; how close they have to have been; and how much somebody close by them takes from it. [d] */
const BREAKS = 0.85;
const CLOSE = 0.6;
const COMPANY_HOLDS = 0.3;
/** Days after which somebody of middling frailty goes on; with somebody close by them in so much less. [d] */
const GOES_ON_DAYS = 5;
const COMPANY_LIFTS = 0.5;
/** The hours of the day at which people come to themselves, and at which somebody sits down by those who cannot. [d] */
const MORNING = 8;
const EVENING = 20;
export const live = rule('memory/live-with-it', { phase: 'settle', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const { harm, toll, near, broken } = world.of(trauma);
  const { alive, down } = world.of(body);
  const hour = Math.floor(world.time / SECONDS.hour) % 24;
  for (const who of beat.members) {
    if (alive.raw[who] === 0) continue;
    if (harm.raw[who] > 0 || toll.raw[who] > 0) mend(world, who, beat.seconds, 1 + COMPANY_HEALS * near.raw[who]);
    if (down.raw[who] === 1) continue;
    if (hour === MORNING && world.of(body).awake.raw[who] === 1) wakeTo(world, who);
    else if (hour === EVENING && broken.raw[who] !== 0) stayBy(world, who);
  }
});

/** In the morning it shows how somebody is. */
function wakeTo(world: World, who: number): void {
  const rows = world.of(trauma);
  const trouble = troubled(world, who);
  if (rows.haunted.raw[who] === 0 ? trouble >= HAUNTS : trouble <= LETS_GO) passLevel(world, who);
  const toll = tollOn(world, who);
  if (rows.wearied.raw[who] === 0 ? toll >= WEARY : toll <= RESTORED) tell(world, who);
  if (rows.broken.raw[who] === 0) mayBreak(world, who);
  else mayGoOn(world, who);
}

function passLevel(world: World, who: number): void {
  const rows = world.of(trauma);
  const since = rows.haunted.raw[who];
  const gravest = rows.harm.contributors(who, 0.01)[0] ?? 0;
  if (since === 0 && (gravest === 0 || world.time - world.chronicle.time(gravest) < AFTER_DAYS * DAY)) return;
  world.trace.open(who, world.time);
  readTroubled(world, who);
  const fields = { actor: who, place: world.of(position).at.at(who) };
  if (since === 0) world.propose(haunted, fields, jointly(carriedFrom(world, who, 'harm'), 1));
  else world.propose(sleptThrough, fields, [enabled(since), reason(eased(world, who, since))]);
  world.trace.close(false);
}

/** What has done somebody good since an event; 0 for nothing. */
function eased(world: World, who: number, since: number): number {
  const by = world.of(trauma).easedBy.at(who);
  return by > since ? by : 0;
}

/** Fight after fight tells on somebody, or has ceased to. */
function tell(world: World, who: number): void {
  const { wearied: since, toll } = world.of(trauma);
  const by = carriedFrom(world, who, 'toll');
  if (since.raw[who] === 0 && by.length === 0) return;
  world.trace.open(who, world.time);
  toll.at(who);
  const fields = { actor: who, place: world.of(position).at.at(who) };
  if (since.raw[who] === 0) world.propose(wearied, fields, jointly(by, 1));
  else world.propose(restored, fields, [enabled(since.raw[who]), reason(eased(world, who, since.raw[who]))]);
  world.trace.close(false);
}

/** Whoever has lost the closest they had may not be able to go on. */
function mayBreak(world: World, who: number): void {
  const { frail, near, brokenOver } = world.of(trauma);
  const grief = strengthOf(world, who, 'grief');
  if (grief * Math.sqrt(frail.raw[who]) * (1 - COMPANY_HOLDS * near.raw[who]) < BREAKS) return;
  const about = world.of(feeling).about.raw[feelingRow(who, 'grief')] - 1;
  // Nobody breaks twice over the same loss.
  if (about < 0 || world.of(body).alive.raw[about] === 1 || brokenOver.raw[who] === about + 1) return;
  if (closeness(world, who, about) < CLOSE) return;
  world.trace.open(who, world.time);
  world.of(feeling).strength.at(feelingRow(who, 'grief'));
  const fields = { actor: who, target: about, place: world.of(position).at.at(who) };
  world.propose(brokeDown, fields, jointly(feltBy(world, who, 'grief'), 1));
  world.trace.close(false);
}

function mayGoOn(world: World, who: number): void {
  const { broken, frail, near } = world.of(trauma);
  const since = broken.raw[who];
  const days = GOES_ON_DAYS * frail.raw[who] * (1 - COMPANY_LIFTS * near.raw[who]);
  if (world.time - world.chronicle.time(since) < days * DAY) return;
  world.trace.open(who, world.time);
  broken.at(who);
  const fields = { actor: who, place: world.of(position).at.at(who) };
  world.propose(tookUpAgain, fields, [enabled(since), reason(eased(world, who, since))]);
  world.trace.close(false);
}

/** Whoever is closest to somebody who cannot go on, of those who are there and up, stays by them of an evening. */
function stayBy(world: World, who: number): void {
  const { alive, awake, down } = world.of(body);
  const { at, gone } = world.of(position);
  const nearest = world.of(trauma).nearest.raw[who] - 1;
  const closest = nearest < 0 || groupOf(world, nearest) !== groupOf(world, who) ? -1 : nearest;
  if (closest < 0 || alive.raw[closest] === 0 || awake.raw[closest] === 0 || down.raw[closest] === 1) return;
  if (gone.raw[who] === 1) return;
  world.trace.open(closest, world.time);
  const since = world.of(trauma).broken.at(who);
  world.propose(stayedBy, { actor: closest, target: who, place: at.at(who) }, [reason(since)]);
  world.trace.close(false);
}
