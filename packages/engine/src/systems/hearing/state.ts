import { predicate } from '../../kernel/beliefs.ts';
import { event, f32, i32, u32, u8 } from '../../kernel/columns.ts';
import { person, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { ground, metresBetween, position } from '../places/state.ts';

/** What can be told from a noise; the order is that of the datum of `hearing/heard`. */
export const NOISES = ['firing', 'breaking', 'shouting', 'steps'] as const;
export type Noise = (typeof NOISES)[number];

/**
 * The last noise made in each place: when, by what event, of what kind (index into NOISES), and the metres at which it is as
 * likely heard as not, who made it (as row + 1); and when there was last firing, which drowns everything else.
 */
export const din = table(
  'din',
  { at: i32, by: event, noise: u8, metres: f32, maker: u32, firedAt: i32 },
  { along: place },
);

/** When each person last took in a noise. */
export const ears = table('ears', { at: i32 }, { along: person });

/** How far sounds carry, 0..1: wind and rain drown them. One row. */
export const air = table('air', { carries: f32 }, { stamps: 'none' });

/** The claim that somebody is about in a place, by the noise that came from there. */
export const noiseAt = predicate('hearing/noise', place);
/** Seconds for which a noise tells where to look. [d] */
export const NOISE_TELLS = 60;
/** Seconds for which a noise is in the ear. Everybody listens as often. [d] */
export const LASTS = 4;
/** How much a sound loses on its way into a house, as a share. [d] */
const WALLED = 0.55;
/** How much nearer a noise must be to come through to a sleeper than to be heard. [d] */
const NEARER_TO_WAKE = 3;

/** How well a sound that is as likely heard as not at so many metres is heard in another place, 0..1. */
export function audible(world: World, from: number, to: number, metres: number): number {
  const walled = from !== to && world.of(ground).roofed.raw[to] === 1 ? WALLED : 1;
  const far = metresBetween(world, from, to) / (metres * walled * world.of(air).carries.raw[0]);
  return 1 / (1 + far * far * far);
}

/**
 * Something makes a noise in a place: those in earshot may take it in at their next turn to listen, and sleepers near
 * enough are roused by `rouses` at the most. Only from an event's `apply`; `source` is that event and `maker` who is heard, or -1.
 */
export function makeNoise(
  world: World,
  at: number,
  noise: Exclude<Noise, 'steps'>,
  metres: number,
  rouses: number,
  maker: number,
  source: number,
): void {
  const rows = world.of(din);
  const firing = noise === 'firing';
  if (firing) rows.firedAt.put(at, world.time);
  // What is louder drowns the rest while it lasts.
  if (firing || world.time - rows.firedAt.raw[at] > LASTS) {
    rows.at.put(at, world.time);
    rows.by.put(at, source);
    rows.noise.put(at, NOISES.indexOf(noise));
    rows.metres.put(at, metres);
    rows.maker.put(at, maker + 1);
  }
  if (rouses > 0) rouse(world, at, metres / NEARER_TO_WAKE, rouses, source);
}

function rouse(world: World, at: number, metres: number, most: number, source: number): void {
  const bodies = world.of(body);
  const where = world.of(position);
  const { count } = world.of(person);
  for (let who = 0; who < count; who++) {
    if (bodies.awake.raw[who] === 1 || bodies.alive.raw[who] === 0) continue;
    bodies.roused.add(who, most * audible(world, at, where.at.raw[who], metres), source);
  }
}
