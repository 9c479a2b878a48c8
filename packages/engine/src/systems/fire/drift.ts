/** What fires do by themselves: they grow, smoke, shine, reach further, and burn out. */
import { agendaAct, schedule } from '../../kernel/agenda.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { settle } from '../barriers/breaking.ts';
import { barrier, kindOf } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { between, ground, pairRow, position } from '../places/state.ts';
import { burned, burnedOut, doused, spread } from './events.ts';
import { KEPT, WILD, anyFire, blaze, burning, flames } from './state.ts';

/** How hard a place burns in the end: with nothing in it but the firebomb's own, and what its fuel adds. [d] */
const BARE_BURNS = 0.2;
/** Seconds in which a fire comes two thirds nearer to how hard it will burn. [d] */
const GROWS_SECONDS = 150;
/** The longest step in which fires are reckoned on, in seconds. */
const STEP = 60;
/** Seconds in which sparks from the fiercest fire catch in the driest place right beside it. [d] */
const SPREADS_SECONDS = 240;
/** How hard it has to burn for sparks to fly, and how much fuel they need to find. [d] */
const SPARKS_FROM = 0.35;
const TINDER = 0.12;
/** Metres from middle to middle at which sparks catch half as often. [d] */
const SPARK_METRES = 14;
/** Firelight on the place itself and on those beside it, by the root of how hard it burns. [d] */
const GLOW = 0.95;
const GLOW_BESIDE = 0.5;
/** Smoke in the place itself and beside it in the lee; of a fire that is kept, this share. Seconds in which it thickens or thins by two thirds. [d] */
const SMOKES = 1.2;
const SMOKES_BESIDE = 0.55;
const KEPT_SMOKES = 0.3;
const SMOKE_SECONDS = 40;
/** Smoke thinner than this is gone. */
const CLEAR = 0.01;
/** Seconds in which the fiercest fire at its foot burns through a timber barrier. [d] */
const BURNS_THROUGH_SECONDS = 900;
/** Seconds of one person's work that put out a small fire; a fiercer one takes so much more. [d] */
const DOUSE_SECONDS = 90;
const FIERCE_TAKES = 6;
/** Every so many seconds, fire may take hold of those in it: the chance at its fiercest, and how hard it has to burn for those on their feet, and for those who lie. [d] */
const BURN_EVERY = 5;
const BURN_CHANCE = 0.16;
const BURNS_FROM = [0.5, 0.25] as const;
/** Smoke from which people cough, and the tiredness that the thickest adds in a second. [d] */
const COUGHS_FROM = 0.3;
const COUGH_TIRES = 0.002;
/** What the smell of the thickest smoke adds in a second to what a sleeper half notices. [d] */
const SMELL_ROUSES = 0.08;
const P_SPREADS = purpose('fire/spreads');
const P_BURNS = purpose('fire/burns');

/** In a fight, fires go on by the second. */
export const burn = rule('fire/burn', { phase: 'settle', at: 'second' }, (world, beat) => {
  if (!anyFire(world)) return;
  goOn(world);
  for (const who of beat.members) suffer(world, who, beat.seconds, true);
});

/** Seconds between two looks at fires while nobody fights. */
export const SMOULDERS_SECONDS = 60;

/** Where nobody fights, fires go on by the minute. There people get out of the way in time: nobody burns. */
export const smoulder = agendaAct('fire/smoulder', (world, subject) => {
  if (anyFire(world)) {
    goOn(world);
    for (let who = 0; who < world.of(person).count; who++) {
      if (bubbleOf(world, who) < 0) suffer(world, who, SMOULDERS_SECONDS, false);
    }
  }
  schedule(world, smoulder, world.time + SMOULDERS_SECONDS, { lo: 0, hi: 0 }, subject, 0, 0);
});

/** Reckon all fires on to the present. */
function goOn(world: World): void {
  const all = world.of(blaze);
  let seconds = world.time - all.reckoned.raw[0];
  if (seconds <= 0) return;
  all.reckoned.raw[0] = world.time;
  for (let step = 0; seconds > 0; step++, seconds -= STEP) {
    reckon(world, Math.min(STEP, seconds));
    reachOut(world, Math.min(STEP, seconds), step);
  }
  putOut(world);
}

/** Let everything that burns burn on for some seconds. */
function reckon(world: World, seconds: number): void {
  const rows = world.of(burning);
  const lands = world.of(ground);
  const count = world.of(place).count;
  let any = 0;
  for (let at = 0; at < count; at++) {
    if (rows.stage.raw[at] !== WILD) continue;
    const most = Math.min(1, BARE_BURNS + lands.fuel.raw[at]);
    const intensity = rows.intensity.raw[at];
    rows.intensity.raw[at] = intensity + (most - intensity) * Math.min(1, seconds / GROWS_SECONDS);
    rows.left.raw[at] = Math.max(0, rows.left.raw[at] - intensity * seconds);
    charBarriers(world, at, intensity * seconds);
  }
  for (let at = 0; at < count; at++) {
    let glow = 0;
    let glowFrom = 0;
    let smoke = 0;
    let smokeFrom = 0;
    for (let from = 0; from < count; from++) {
      const intensity = rows.intensity.raw[from];
      if (intensity === 0) continue;
      const row = pairRow(world, from, at);
      const { adjacent, sight } = world.of(between);
      const beside = adjacent.raw[row] === 1;
      if (from !== at && !beside && sight.raw[row] === 0) continue;
      const shine = Math.sqrt(intensity) * (from === at ? GLOW : GLOW_BESIDE * sight.raw[row]);
      if (shine > glow) {
        glow = shine;
        glowFrom = from + 1;
      }
      const kept = rows.stage.raw[from] === WILD ? 1 : KEPT_SMOKES;
      const fumes = kept * intensity * (from === at ? SMOKES : beside ? SMOKES_BESIDE * rows.lee.raw[at] : 0);
      if (fumes > smoke) {
        smoke = fumes;
        smokeFrom = from + 1;
      }
    }
    const hangs = rows.smoke.raw[at];
    const thickened = hangs + (Math.min(1, smoke) - hangs) * Math.min(1, seconds / SMOKE_SECONDS);
    rows.glow.raw[at] = glow;
    rows.glowFrom.raw[at] = glowFrom;
    rows.smoke.raw[at] = smoke === 0 && thickened < CLEAR ? 0 : thickened;
    if (smokeFrom !== 0 || rows.smoke.raw[at] === 0) rows.smokeFrom.raw[at] = smokeFrom;
    if (glow > 0 || rows.smoke.raw[at] > 0) any = 1;
  }
  world.of(blaze).any.raw[0] = any;
}

/** Timber that stands in the fire burns through. */
function charBarriers(world: World, at: number, heat: number): void {
  const walls = world.of(barrier);
  for (let row = 0; row < walls.count; row++) {
    if (walls.breached.raw[row] === 1 || (walls.inside.raw[row] !== at && walls.outside.raw[row] !== at)) continue;
    if (kindOf(world, row).material !== 'timber') continue;
    const by = world.of(burning).by.raw[at];
    world.trace.writer = 2 * by;
    walls.work.add(row, (walls.strength.raw[row] * heat) / BURNS_THROUGH_SECONDS, by);
    world.trace.writer = 0;
    settle(world, row);
  }
}

/** Sparks catch in the places beside. Luck first: most seconds nothing catches, whatever lies there. */
function reachOut(world: World, seconds: number, salt: number): void {
  const rows = world.of(burning);
  const { adjacent, step } = world.of(between);
  const { fuel } = world.of(ground);
  const count = world.of(place).count;
  for (let from = 0; from < count; from++) {
    if (rows.stage.raw[from] !== WILD || rows.intensity.raw[from] < SPARKS_FROM) continue;
    for (let to = 0; to < count; to++) {
      const row = pairRow(world, from, to);
      if (adjacent.raw[row] === 0 || rows.stage.raw[to] >= WILD || fuel.raw[to] < TINDER) continue;
      const far = step.raw[row] / SPARK_METRES;
      const rate = (rows.intensity.raw[from] * fuel.raw[to]) / (SPREADS_SECONDS * (1 + far * far));
      const u = world.chance.uniform(P_SPREADS, world.nameLo(place, from), world.nameLo(place, to), world.time, salt);
      if (u >= Math.min(1, rate * seconds)) continue;
      world.trace.open(-1, world.time);
      rows.stage.at(from);
      world.propose(spread, { from, place: to }, [reason(rows.by.raw[from])]);
      world.trace.close(false);
    }
  }
}

/** Fires that have used up what there was, or have been put out. */
function putOut(world: World): void {
  const rows = world.of(burning);
  for (let at = 0; at < rows.count; at++) {
    if (rows.stage.raw[at] !== WILD) continue;
    const takes = DOUSE_SECONDS * (1 + FIERCE_TAKES * rows.intensity.raw[at]);
    const wet = rows.doused.raw[at] >= takes;
    if (!wet && rows.left.raw[at] > 0) continue;
    world.trace.open(-1, world.time);
    rows.stage.at(at);
    if (wet) {
      rows.doused.at(at);
      const by = rows.doused.contributors(at, 0.8);
      const actor = hand(world, at, by[0] ?? 0);
      if (actor >= 0)
        world.propose(
          doused,
          { actor, place: at },
          by.map((id) => reason(id, by.length > 1 ? 1 : 0)),
        );
    } else world.propose(burnedOut, { place: at }, [reason(rows.by.raw[at])]);
    world.trace.close(false);
  }
}

/** Whoever did most of the work against a fire, or somebody else who is at it; -1 where nobody is. */
function hand(world: World, at: number, by: number): number {
  const { fights, began, count } = world.of(flames);
  let any = -1;
  for (let who = 0; who < count; who++) {
    if (fights.raw[who] !== at + 1) continue;
    if (began.raw[who] === by) return who;
    if (any < 0) any = who;
  }
  return any;
}

/** What fire and smoke do to somebody: smoke tires them and wakes those who sleep, fire burns them. */
function suffer(world: World, who: number, seconds: number, burns: boolean): void {
  const where = world.of(position);
  const rows = world.of(burning);
  const bodies = world.of(body);
  if (bodies.alive.raw[who] === 0 || where.gone.raw[who] === 1) return;
  const at = where.at.raw[who];
  const smoke = rows.smoke.raw[at];
  if (smoke > 0 && bodies.awake.raw[who] === 0) {
    const from = rows.smokeFrom.raw[at] - 1;
    const by = from < 0 ? 0 : rows.by.raw[from];
    // Nobody wakes from the smoke of the fire that they went to sleep beside.
    if (from < 0 || rows.stage.raw[from] !== KEPT) bodies.roused.add(who, SMELL_ROUSES * smoke * seconds, by);
  } else if (smoke > COUGHS_FROM) {
    bodies.fatigue.raw[who] = Math.min(1, bodies.fatigue.raw[who] + COUGH_TIRES * smoke * seconds);
  }
  const heat = rows.stage.raw[at] === WILD ? rows.intensity.raw[at] : 0;
  if (!burns || heat < BURNS_FROM[bodies.down.raw[who]] || !world.isTurn(person, who, BURN_EVERY)) return;
  if (world.luck(P_BURNS, who) >= BURN_CHANCE * heat) return;
  world.trace.open(who, world.time);
  rows.stage.at(at);
  where.at.at(who);
  bodies.down.at(who);
  world.propose(burned, { actor: who, place: at }, [reason(rows.by.raw[at])]);
  world.trace.close(false);
}
