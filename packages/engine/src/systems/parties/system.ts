import { defineSystem, fill } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import { outWith } from '../bands/state.ts';
import { efforts } from '../bodies/effort.ts';
import type { Effort } from '../bodies/effort.ts';
import { afield } from '../needs/afield.ts';
import { site } from '../region/state.ts';
import { SOUGHT } from '../stores/lacking.ts';
import { GOODS } from '../stores/state.ts';
import { delayed, drank, found, givenUp, hurt, missed, returned, setOut, waylaid } from './events.ts';
import { awayNow } from './facts.ts';
import { go } from './going.ts';
import { send } from './sending.ts';
import { combed, haul, trip } from './state.ts';
import { stored } from './unloading.ts';
import { words } from './words.ts';

/** What a second on foot with a load takes of somebody's breath. [d] */
const TRUDGING = 0.002;

/** Whoever is out with a party is at it all day. */
const trudging: Effort = {
  id: 'parties/trudging',
  takes: (world, who) => (world.of(outWith).party.raw[who] === 0 ? 0 : TRUDGING),
};

/** Parties sent out of a settlement for what it lacks. */
export const parties = defineSystem({
  id: 'parties',
  after: ['bands', 'needs', 'rations', 'region', 'routine'],
  tables: [trip, haul, combed],
  events: {
    'set-out': setOut,
    delayed,
    hurt,
    waylaid,
    found,
    drank,
    returned,
    stored,
    missed,
    'given-up': givenUp,
  },
  facts: [awayNow],
  words,
  rules: [send, go],
  fills: [fill(efforts, trudging), fill(afield, (world, who) => world.of(outWith).party.raw[who] !== 0)],
  build: (world) => {
    for (let i = 0; i < world.of(group).count * GOODS.length; i++) world.of(haul).add();
    for (let i = 0; i < world.of(group).count * world.of(site).count * SOUGHT.length; i++) world.of(combed).add();
  },
});
