/** What a scenario says of the region: sites, the routes between them, and which groups are out there as it begins. */
import {
  amount,
  choice,
  either,
  entries,
  integer,
  list,
  map,
  nameIn,
  optionally,
  record,
  text,
  withDefault,
} from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { groupBonds } from '../groups/system.ts';
import { GOODS } from '../stores/state.ts';
import { HAZARDS, SITE_NAMES, WAY_NAMES } from './kinds.ts';

export const siteSection = entries('sites', {
  name: optionally(text('What is shown, where it is not the key.', 60)),
  like: withDefault(choice(SITE_NAMES, 'What kind of place it is.'), 'crossing'),
  gate: optionally(nameIn('places', 'Where its routes come onto the map: this site is the map itself.')),
  holds: optionally(
    map(
      choice(GOODS),
      either([amount('g'), amount('piece')]),
      'What lies there; as its kind has it, where it is left out.',
    ),
  ),
  routes: withDefault(
    map(
      nameIn('sites'),
      record({
        km: integer(0, 500, 'How far it is, in km.'),
        by: withDefault(choice(WAY_NAMES, 'What sort of way it is.'), 'road'),
        hazards: withDefault(list(choice(HAZARDS, 'What can go wrong on it.')), []),
      }),
      'The ways to other sites; each can be gone in either direction.',
    ),
    new Map(),
  ),
});

export const groupSites = entries('groups', {
  'out at': optionally(nameIn('sites', 'Where all of it is as it begins, beyond the map.')),
  camp: optionally(nameIn('sites', 'Where it camps once it has gone from the map.')),
});

/** Grams or pieces that a site can hold at most. */
const MOST_HELD = 2_000_000_000;
/** Farther than this nobody walks who means to come back: a day there and a day back, in km. [d] */
const MOST_KM = 60;
const MOST_SITES = 64;

export function oddRegion(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  const say = (
    severity: Remark['severity'],
    code: string,
    path: Remark['path'],
    message: string,
    hint: string,
  ): void => {
    remarks.push({ severity, code, path, message, hint });
  };
  const sites = setup.entries(siteSection);
  for (const [key, fields] of setup.entries(groupSites)) {
    if (fields['out at'] !== undefined && setup.entries(groupBonds).get(key)?.home !== undefined)
      say(
        'error',
        'home-and-out',
        ['groups', key, 'out at'],
        `${key} cannot live on the map and be out there as well.`,
        'Leave out "home" or "out at".',
      );
    const named = fields['out at'] ?? fields.camp;
    if (named !== undefined && sites.get(named)?.gate !== undefined)
      say(
        'error',
        'out-on-the-map',
        ['groups', key],
        `${named} is the map itself, and nobody is out there.`,
        'Name another site.',
      );
  }
  if (sites.size === 0) return remarks;
  if (sites.size > MOST_SITES)
    say(
      'error',
      'too-many-sites',
      ['sites'],
      `There are ${sites.size} sites; ${MOST_SITES} is the most.`,
      'Leave some out.',
    );
  const gates = [...sites].filter(([, fields]) => fields.gate !== undefined).map(([key]) => key);
  if (gates.length === 0)
    say(
      'error',
      'no-way-home',
      ['sites'],
      'No site of the region is the map, so that no route leads there.',
      'Give the site that the map is a "gate:", the place where routes come onto it.',
    );
  for (const key of gates.slice(1))
    say(
      'error',
      'two-homes',
      ['sites', key, 'gate'],
      `${gates[0]} is the map already.`,
      'Only one site can have a "gate".',
    );
  for (const [key, fields] of sites) {
    for (const [other, { km }] of fields.routes) {
      const path = ['sites', key, 'routes', other];
      if (other === key)
        say('error', 'route-to-itself', path, `${key} needs no route to itself.`, 'Name another site.');
      else if (km === 0)
        say(
          'error',
          'no-distance',
          [...path, 'km'],
          `${key} and ${other} cannot lie in the same spot.`,
          'Say how many km it is, 1 at least.',
        );
      else if (km > MOST_KM)
        say(
          'warning',
          'too-far',
          [...path, 'km'],
          `Nobody walks ${km} km and comes back within days.`,
          'Make it nearer, or leave it out.',
        );
    }
    for (const [good, value] of fields.holds ?? [])
      if (value > MOST_HELD)
        say(
          'error',
          'too-much',
          ['sites', key, 'holds', good],
          `${key} cannot hold that much ${good}.`,
          'Make it less.',
        );
  }
  if (gates.length > 0) {
    const seen = reachedFrom(setup, gates[0]);
    for (const key of sites.keys())
      if (!seen.has(key))
        say(
          'warning',
          'nobody-gets-there',
          ['sites', key],
          `Nobody can get from ${gates[0]} to ${key}.`,
          `Give ${key} a route to a site that can be reached.`,
        );
  }
  return remarks;
}

/** Sites that can be reached from one, itself among them. */
function reachedFrom(setup: Setup, start: string): ReadonlySet<string> {
  const sites = setup.entries(siteSection);
  const seen = new Set([start]);
  for (const key of seen) {
    for (const other of sites.get(key)?.routes.keys() ?? []) seen.add(other);
    for (const [other, { routes }] of sites) if (routes.has(key)) seen.add(other);
  }
  return seen;
}
