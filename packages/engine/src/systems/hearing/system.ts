import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { begin } from '../../kernel/cast.ts';
import { purpose } from '../../kernel/chance.ts';
import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { enabled, eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { mix } from '../../kernel/hash.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, member, side } from '../groups/state.ts';
import { between, metresBetween, pairRow, position, sightBetween } from '../places/state.ts';
import { alarmed } from '../sight/events.ts';
import { notice } from '../sight/state.ts';
import { LASTS, NOISES, air, audible, din, ears, makeNoise, noiseAt } from './state.ts';
import type { Noise } from './state.ts';
import { moversAmong } from './steps.ts';
import type { Mover } from './steps.ts';
import { words } from './words.ts';

/** Seconds after a shot for which nobody who was near it hears anything softer, and nobody anywhere hears steps. [d] */
const DEAFENED = 8;
const STILL_AFTER = 15;
/** Seconds for which somebody who knows of the danger takes in no further noise. [d] */
const TAKES_IN_EVERY = 30;
/** Seconds for which a noise from a place is no news. [d] */
const NO_NEWS = 180;
/** Metres at which the direction of a noise is as often wrong as right, and the share of that where one sees the place. [d] */
const LOST_AT = 260;
const LOST_IN_SIGHT = 0.25;
/** How surely somebody is about where the noise seemed to come from. [d] */
const SURE = 0.6;
/** How much one hears of steps while moving oneself, as a share. [d] */
const ON_THE_MOVE = 0.35;
/** Metres from which on what is noticed by ear is a noise for everybody. [d] */
const CARRIES_FROM = 40;
/** How much breaking wood rouses a sleeper close by. [d] */
const BREAKING_ROUSES = 0.5;
/** What is left of how far sounds carry in wind, rain and snow. [d] */
const DROWNED: Readonly<Record<string, number>> = { wind: 0.6, rain: 0.55, snow: 0.8 };

const P_HEARS = purpose('hearing/hears');
const P_STEPS = purpose('hearing/steps');
const P_WHERE = purpose('hearing/where-from');

/** Somebody hears a noise, and takes it to come from a place, rightly or not. */
export const heard = eventKind('hearing/heard', {
  roles: { actor: role(person), place: role(place) },
  data: { noise: oneOf(NOISES) },
  apply: (world, event) => {
    world.of(ears).at.put(event.actor, event.time);
    world.chronicle.addWitness(witnessWord(event.actor, BY_HEARING, 150));
    believe(world, event.actor, noiseAt, event.place, { place: event.place, confidence: SURE, source: event.id });
    // Steps may be anybody's; firing, breaking wood and shouts in the night are danger.
    if (event.noise === 'steps' || world.of(notice).alarmed.raw[event.actor] === 1) return;
    const at = world.of(position).at.raw[event.actor];
    world.propose(alarmed, { actor: event.actor, place: at, by: 'noise' }, [reason(event.id)]);
  },
});

const listen = rule('hearing/listen', { phase: 'sense', at: 'second' }, (world, beat) => {
  const rows = world.of(din);
  const bodies = world.of(body);
  const noisy: number[] = [];
  let fired = -Infinity;
  for (let at = 0; at < world.of(place).count; at++) {
    if (rows.at.raw[at] !== 0 && world.time - rows.at.raw[at] <= LASTS) noisy.push(at);
    if (rows.firedAt.raw[at] !== 0) fired = Math.max(fired, rows.firedAt.raw[at]);
  }
  const still = world.time - fired > STILL_AFTER;
  const movers = still ? moversAmong(world, beat.members) : [];
  if (noisy.length === 0 && movers.length === 0) return;
  for (const who of beat.members) {
    if (!world.isTurn(person, who, LASTS, 2)) continue;
    if (bodies.alive.raw[who] === 0 || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1) continue;
    const knows = world.of(notice).alarmed.raw[who] === 1;
    if (knows && world.time - world.of(ears).at.raw[who] < TAKES_IN_EVERY) continue;
    for (const at of noisy) if (hear(world, who, at, knows)) break;
    for (const mover of movers) if (hearSteps(world, who, mover)) break;
  }
});

/** Whether somebody takes in the noise of a place, or can take in none. Luck comes first: what is too far off for it is not looked into. */
function hear(world: World, who: number, at: number, knows: boolean): boolean {
  const rows = world.of(din);
  const from = world.of(position).at.raw[who];
  if (knows && at === from) return false;
  const noise = NOISES[rows.noise.raw[at]];
  const maker = rows.maker.raw[at] - 1;
  // To those who know of the danger the shouts of their own are no noise: what they can make out of them is word.
  if (knows && noise === 'shouting' && maker >= 0 && groupOf(world, maker) === groupOf(world, who)) return false;
  const deaf = knows && world.time - rows.firedAt.raw[from] <= DEAFENED;
  // Who hears nothing for the firing beside them hears none of the others either; what was lost on them is for the trace alone.
  if (deaf && !world.trace.on) return true;
  const u = world.luck(P_HEARS, who, -1, world.nameLo(place, at));
  if (u >= audible(world, at, from, rows.metres.raw[at])) return false;
  if (deaf) {
    noteLost(world, who, at);
    return true;
  }
  return takeIn(world, who, at, noise, 0, () => {
    rows.metres.at(at);
    // That nobody fires beside them any longer.
    rows.firedAt.at(from);
    return [reason(rows.by.raw[at])];
  });
}

/** What the firing beside somebody kept them from hearing: where that was news, what they hear next rests on the firing. */
function noteLost(world: World, who: number, at: number): void {
  const from = world.of(position).at.raw[who];
  if (heldOfNoise(world, who, from, at, 0).news) world.of(ears).at.renewAfter(who, world.of(din).firedAt, from);
}

/** Whether somebody hears an enemy's steps; those of one's own are no noise. */
function hearSteps(world: World, who: number, mover: Mover): boolean {
  const where = world.of(position);
  const enemies = world.of(side).hostile.raw[world.of(member).group.raw[who]];
  const from = where.at.raw[who];
  if ((enemies & (1 << mover.group)) === 0 || mover.at === from) return false;
  const metres = mover.metres * (where.bound.raw[who] > 0 ? ON_THE_MOVE : 1);
  const u = world.luck(P_STEPS, who, mover.who);
  if (u >= audible(world, mover.at, from, metres)) return false;
  return takeIn(world, who, mover.at, 'steps', world.nameLo(person, mover.who), () => {
    where.at.at(mover.who);
    where.bound.at(mover.who);
    world.of(body).stealth.at(mover.who);
    return [enabled(where.setOut.raw[mover.who])];
  });
}

/** Somebody hears something, made by whom `maker` stands for (0: not told apart): an event where it is news to them. */
function takeIn(world: World, who: number, at: number, noise: Noise, maker: number, why: () => Cause[]): boolean {
  const from = world.of(position).at.raw[who];
  const { taken, held, news } = heldOfNoise(world, who, from, at, maker);
  // Whoever knows of no danger yet is alarmed by noise that was none before.
  if (!news && (noise === 'steps' || world.of(notice).alarmed.raw[who] === 1)) {
    // Still to be heard: no change of mind rests on it.
    world.of(claim).seen.raw[held] = world.time;
    return false;
  }
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  world.of(body).awake.at(who);
  world.of(position).at.at(who);
  world.of(ears).at.at(who);
  world.propose(heard, { actor: who, place: taken, noise }, why());
  world.trace.close(false);
  return true;
}

/** Where a noise seems to come from, the claim that there was one, and whether it is news. */
function heldOfNoise(world: World, who: number, from: number, at: number, maker: number) {
  const taken = seemsFrom(world, who, from, at, mix(world.nameLo(place, at), maker) >>> 0);
  const held = findClaim(world, who, noiseAt, taken);
  const news = held < 0 || world.time - world.chronicle.time(world.of(claim).source0.raw[held]) > NO_NEWS;
  return { taken, held, news };
}

/** The place from which a noise seems to come: from afar, and where nothing is to be seen of it, often one beside it. */
function seemsFrom(world: World, who: number, from: number, at: number, salt: number): number {
  if (from === at) return at;
  const far = metresBetween(world, from, at);
  const lost = (far / (far + LOST_AT)) * (sightBetween(world, from, at) > 0 ? LOST_IN_SIGHT : 1);
  if (world.luck(P_WHERE, who, -1, salt) >= lost) return at;
  let best = at;
  let least = 0;
  for (let other = 0; other < world.of(place).count; other++) {
    if (other === from || world.of(between).adjacent.raw[pairRow(world, at, other)] === 0) continue;
    const turn = mix(mix(salt, world.nameLo(place, other)), world.nameLo(person, who)) >>> 0;
    if (best !== at && turn >= least) continue;
    best = other;
    least = turn;
  }
  return best;
}

export const hearing = defineSystem({
  id: 'hearing',
  after: ['bodies', 'groups', 'light', 'places', 'sight'],
  tables: [din, ears, air],
  events: { heard },
  words,
  rules: [listen],
  // Whatever can be noticed by ear from far enough off is a noise for those who do not see what it is.
  notice: (world, kind, event) => {
    const at = event['place'] as number | undefined;
    if (kind.notice === null || kind.notice.heard < CARRIES_FROM || at === undefined || at < 0) return;
    const breaking = kind.id.startsWith('barriers/');
    makeNoise(
      world,
      at,
      breaking ? 'breaking' : 'shouting',
      kind.notice.heard,
      breaking ? BREAKING_ROUSES : 0,
      (event['actor'] as number | undefined) ?? -1,
      event['id'] as number,
    );
  },
  build: (world, setup) => {
    const weather = setup.whole(begin)?.weather ?? [];
    let carries = 1;
    for (const word of Object.keys(DROWNED).sort())
      if (weather.some((said) => said.includes(word))) carries *= DROWNED[word];
    world.of(air).carries.put(world.of(air).add(), carries);
    world.of(ears).at.raw.fill(world.time - TAKES_IN_EVERY, 0, world.of(ears).count);
  },
});
