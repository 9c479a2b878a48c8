import { schedule } from '../../kernel/agenda.ts';
import { purpose } from '../../kernel/chance.ts';
import { begin, peopleOf } from '../../kernel/cast.ts';
import { choice, entries, integer, withDefault } from '../../kernel/shape.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { place } from '../../kernel/tables.ts';
import { courses } from '../conduct/course.ts';
import { douse, fight, getOut, throwFire } from './courses.ts';
import { SMOULDERS_SECONDS, burn, smoulder } from './drift.ts';
import { burned, burnedOut, doused, fought, gaveUp, heed, lit, noticed, spread, threw } from './events.ts';
import { notice } from './noticing.ts';
import { blaze, burning, flames } from './state.ts';
import { fireThere } from './facts.ts';
import { words } from './words.ts';

/** How long a fire has been burning that a scenario begins with, in seconds. [d] */
const BURNS_SINCE = 600;
/** How much of the smoke drifts on in the lee and to windward, and how much less of it hangs about in a wind. [d] */
const LEE = [0.25, 1] as const;
const WINDY = 0.5;
const P_WIND = purpose('fire/wind');

export const placeFires = entries('places', {
  burning: withDefault(choice(['no', 'watch fire', 'ablaze'], 'Whether a fire burns there as it begins.'), 'no'),
});
export const peopleFires = entries('people', {
  firebombs: withDefault(integer(0, 20, 'Bottles of fuel carried, with a rag.'), 0),
});

export const fire = defineSystem({
  id: 'fire',
  after: ['barriers', 'conduct', 'sight'],
  tables: [burning, blaze, flames],
  events: {
    lit,
    threw,
    spread,
    'burned-out': burnedOut,
    doused,
    noticed,
    fought,
    'gave-up': gaveUp,
    burned,
  },
  facts: [fireThere],
  words,
  rules: [notice, douse, burn],
  agenda: [smoulder],
  fills: [fill(courses, getOut, fight, throwFire)],
  notice: heed,
  scenario: [placeFires, peopleFires],
  build: (world, setup) => {
    world.of(blaze).add();
    const rows = world.of(burning);
    const weather = setup.whole(begin)?.weather ?? [];
    const windy = weather.some((said: string) => said.includes('wind')) ? WINDY : 1;
    for (let at = 0; at < world.of(place).count; at++) {
      const u = world.chance.uniform(P_WIND, world.nameLo(place, at), 0, world.time);
      rows.lee.put(at, windy * (LEE[0] + (LEE[1] - LEE[0]) * u));
    }
    const described = setup.entries(peopleFires);
    peopleOf(setup).forEach((each, who) => {
      world.of(flames).bombs.put(who, described.get(each.key)?.firebombs ?? 0);
    });
    for (const [key, fields] of setup.entries(placeFires)) {
      if (fields.burning === 'no') continue;
      const how = fields.burning === 'watch fire' ? 'kept' : 'set';
      world.recordPast(lit, { place: world.cast.mustRow(place, key), how }, world.time - BURNS_SINCE);
    }
  },
  start: (world) => schedule(world, smoulder, world.time + SMOULDERS_SECONDS, { lo: 0, hi: 0 }, 0, 0, 0),
});
