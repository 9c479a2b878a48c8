/** Who comes to know that something burns: by the glow and the flames, or by the smell of the smoke. */
import { findClaim } from '../../kernel/beliefs.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position, sightBetween } from '../places/state.ts';
import { noticed } from './events.ts';
import { WILD, anyWild, burning, isBurning } from './state.ts';

/** Everybody takes in once in so many seconds what burns. [d] */
const LOOKS_EVERY = 6;
/** The chance that somebody in full view takes in a fire at its fiercest in one look. [d] */
const SEEN = 2;
/** Smoke from which it is smelt, and the chance for the thickest. [d] */
const SMELT_FROM = 0.1;
const SMELT = 0.9;
const P_NOTICES = purpose('fire/notices');

export const notice = rule('fire/notice', { phase: 'sense', at: 'second' }, (world, beat) => {
  if (!anyWild(world)) return;
  const rows = world.of(burning);
  const bodies = world.of(body);
  for (let at = 0; at < rows.count; at++) {
    if (rows.stage.raw[at] !== WILD) continue;
    for (const who of beat.members) {
      if (!world.isTurn(person, who, LOOKS_EVERY)) continue;
      if (bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1 || bodies.alive.raw[who] === 0) continue;
      lookUp(world, who, at);
    }
  }
});

function lookUp(world: World, who: number, at: number): void {
  const where = world.of(position);
  const rows = world.of(burning);
  const here = where.at.raw[who];
  const seen = Math.min(1, SEEN * sightBetween(world, here, at) * rows.intensity.raw[at]);
  const smoke = rows.smokeFrom.raw[here] === at + 1 ? rows.smoke.raw[here] : 0;
  const smelt = smoke >= SMELT_FROM ? SMELT * smoke : 0;
  if (Math.max(seen, smelt) === 0) return;
  const held = findClaim(world, who, isBurning, at);
  if (held >= 0) return;
  const u = world.chance.uniform(P_NOTICES, world.nameLo(person, who), world.nameLo(place, at), world.time);
  if (u >= Math.max(seen, smelt)) return;
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  rows.stage.at(at);
  where.at.at(who);
  world.of(body).awake.at(who);
  const by = u < seen ? 'sight' : 'smell';
  world.propose(noticed, { actor: who, goal: at, place: here, by }, [reason(rows.by.raw[at])]);
  world.trace.close(false);
}
