/** Worlds in which parties go out and are met, bands live on or fall apart, and others come to the gate. */
import type { World } from '../src/kernel/world.ts';
import { outWith, outfit } from '../src/systems/bands/state.ts';
import { body } from '../src/systems/bodies/state.ts';
import { delayed, hurt, setOut } from '../src/systems/parties/events.ts';
import { trip } from '../src/systems/parties/state.ts';
import { heard } from '../src/systems/region/events.ts';
import { HAZARDS } from '../src/systems/region/kinds.ts';
import { GRADES, SAYS } from '../src/systems/region/state.ts';
import { SOUGHT } from '../src/systems/stores/lacking.ts';
import type { Sought } from '../src/systems/stores/lacking.ts';
import { REGIONS, TAKES } from '../src/systems/wounds/state.ts';
import { campaign } from '../src/systems/engagement/state.ts';
import { peopleIn } from '../src/systems/groups/state.ts';
import { position } from '../src/systems/places/state.ts';
import { mill } from './mill.fixture.ts';
import { band, happen, live, who } from './night.fixture.ts';
import { beyond, siteOf } from './region.fixture.ts';
import type { Beyond } from './region.fixture.ts';

const DAY = 86_400;
const HOUR = 3600;
const HEARD = ', has heard: {of: home, that: food, grade: B}';
const FARMERS = `farmers: {out at: town, extras: 3, lives: settled, provisions: 300 kg, lacks: salt${HEARD}}`;
const MERE = 'mere: {like: mill, routes: {home: {km: 7}}}';
const COAST = 'coast: {like: river, routes: {home: {km: 50}}}';

const days = (about: Beyond, count: number, seed = 1): World => live(beyond(about, { seed }), count * DAY);

/** So many days at a hall with an enemy in the hills, wanderers in the wood, and farmers in what was a town. */
export const beyondPlayed = (count: number): World =>
  days(
    {
      near: 3,
      way: ', hazards: [ford, wolves]',
      wanderers: HEARD,
      band: `, provisions: 20 kg${HEARD}`,
      groups: FARMERS,
    },
    count,
  );

export function regionPlayed(): World[] {
  return [
    days({ near: 3, way: ', hazards: [ford, wolves]', wanderers: HEARD, band: ', provisions: 5 kg' }, 60),
    ...[1, 2, 3, 4].map((seed) => days({ near: 3 }, 2, seed)),
    days({ groups: `${FARMERS}\n  drifters: {out at: town, extras: 6, hostile to: hall folk${HEARD}}` }, 8),
    days({ sites: COAST, groups: `strangers: {out at: coast, extras: 2${HEARD}}`, food: '2000 kg' }, 4),
    days({ wanderers: HEARD, Ada: 'temper: [cold, wary]', town: ', holds: {food: 90 kg}' }, 12),
    days({ wanderers: HEARD, Ada: 'temper: [wary]', food: '150 kg' }, 3),
    days({ town: ', holds: {food: 25 kg}' }, 4),
    days({ wanderers: HEARD, food: '2000 kg' }, 3),
    lost(),
    perils(),
    ...SOUGHT.map(sentFor),
    days({ goods: 'water: 4000 l', town: ', holds: {food: 1 kg}', sites: MERE }, 4),
    reports(),
    beaten(),
  ];
}

/** A party that does not come back. */
function lost(): World {
  const world = live(beyond({}), 5 * HOUR);
  for (let who = 0; who < world.of(body).count; who++) {
    if (world.of(outWith).party.raw[who] > 0) world.of(body).alive.put(who, 0);
  }
  return live(world, 7 * DAY);
}

/** A party that goes for something. */
function sentFor(good: Sought): World {
  const world = live(beyond({}), HOUR);
  const [actor, target] = [who(world, 'Ada'), who(world, 'hall folk 2')];
  const roles = { actor, target, group: band(world, 'hall folk'), site: siteOf(world, 'town') };
  happen(world, setOut, { ...roles, good, people: 5, food: 0, water: 0 });
  return live(world, DAY);
}

/** Everything that can happen to a party on its way, one after the other. */
function perils(): World {
  const world = live(beyond({}), 5 * HOUR);
  const group = band(world, 'hall folk');
  const roles = { group, site: siteOf(world, 'town'), actor: world.of(trip).lead.raw[group] - 1 };
  for (const by of HAZARDS) {
    happen(world, delayed, { ...roles, by, hours: 1 });
    happen(world, hurt, { ...roles, by, region: 'arm', takes: 'nothing', flow: 1 });
  }
  for (const region of REGIONS) happen(world, hurt, { ...roles, by: 'wolves', region, takes: 'nothing', flow: 0 });
  for (const takes of [...TAKES].sort((a, b) => Number(a === 'life') - Number(b === 'life')))
    happen(world, hurt, { ...roles, by: 'wolves', region: 'leg', takes, flow: 0 });
  return live(world, 2 * DAY);
}

/** Reports of every kind and grade. */
function reports(): World {
  const world = beyond({});
  const roles = { group: band(world, 'wanderers'), site: siteOf(world, 'kilns'), target: band(world, 'hall folk') };
  for (const grade of GRADES) {
    for (const says of SAYS) {
      world.time += 3 * DAY;
      happen(world, heard, { ...roles, says, grade, how: 'told', days: 0 });
    }
  }
  return world;
}

/** A band that got away from the map, and is too few to be one for long. */
function beaten(): World {
  const world = mill({
    begin: 'winter, d1 00:00',
    band: 'camp: kilns, extras: 3',
    more: 'sites: {home: {gate: field, routes: {kilns: {km: 4}}}, kilns: {like: camp}}\nstores: {wood: {food: 12 kg}, mill: {food: 90 kg}}',
  });
  const of = band(world, 'the band');
  for (const who of peopleIn(world, of)) world.of(position).gone.put(who, 1);
  world.of(campaign).state.put(of, 2);
  live(world, 60 * DAY);
  world.of(outfit).hunger.put(of, 60);
  return live(world, 20 * DAY);
}
