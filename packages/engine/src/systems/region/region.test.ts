import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { checkSetup } from '../../kernel/create.ts';
import { ruleset } from '../../rules.ts';
import { beyond, beyondText, siteOf } from '../../../test/region.fixture.ts';
import { band, happen } from '../../../test/night.fixture.ts';
import { heard } from './events.ts';
import { DAY, arrivesAt, canReach, forageAt, gather, hasFreshWord, hasHeard, hazardsOn, metresTo } from './state.ts';

const remarksOn = (text: string): string[] => {
  const { setup, remarks } = readScenario(text, { file: 'test.yaml', parts: ruleset.sections });
  return [
    ...remarks.map(({ code, message, hint }) => `${code} ${message} ${hint}`),
    ...(setup === null ? [] : checkSetup(ruleset, setup).map(({ code }) => code)),
  ];
};

describe('the region', () => {
  test('has the fastest way between any two sites, with all that is on it', () => {
    const world = beyond({ way: ', hazards: ford' });
    const [home, town, kilns, wood] = ['home', 'town', 'kilns', 'wood'].map((name) => siteOf(world, name));
    // Nine km across country take longer than thirteen by road.
    expect(metresTo(world, home, kilns)).toBe(13_000);
    expect(hazardsOn(world, kilns, home)).toEqual(['ford']);
    expect(metresTo(world, town, wood)).toBe(11_000);
    expect(canReach(world, wood, kilns)).toBe(true);
  });

  test('people walk 4 km/h by day on a road, and 3.2 by night [T18]', () => {
    const world = beyond();
    const [home, town] = [siteOf(world, 'home'), siteOf(world, 'town')];
    expect(arrivesAt(world, home, town, 8 * 3600) - 8 * 3600).toBe(2 * 3600);
    expect(arrivesAt(world, home, town, 20 * 3600) - 20 * 3600).toBe(2.5 * 3600);
    // Half of it before dark, half after.
    expect(arrivesAt(world, home, town, 17 * 3600) - 17 * 3600).toBe(3600 + 1.25 * 3600);
  });

  test('what grows depends on the season, and does not grow again within a day', () => {
    const [summer, winter] = ['summer', 'winter'].map((season) => beyond({ begin: `mid ${season}, d1 06:00` }));
    const wood = siteOf(summer, 'wood');
    expect(forageAt(summer, wood)).toBeGreaterThan(3 * forageAt(winter, wood));
    const first = gather(summer, wood, 10, 1);
    const most = Array.from({ length: 20 }, () => gather(summer, wood, 10, 1)).reduce((sum, each) => sum + each, first);
    expect(first).toBe(2500);
    expect(most).toBe(4000);
  });

  test('word that food is there ends word that nothing is; what can have moved on is not believed for ever', () => {
    const world = beyond();
    const roles = { group: band(world, 'hall folk'), site: siteOf(world, 'town') };
    const data = { how: 'told', grade: 'B', days: 0 } as const;
    happen(world, heard, { ...roles, ...data, says: 'nothing left' });
    expect(hasHeard(world, roles.group, roles.site, 'nothing left')).toBe(true);
    happen(world, heard, { ...roles, ...data, says: 'food' });
    expect(hasHeard(world, roles.group, roles.site, 'nothing left')).toBe(false);
    happen(world, heard, { ...roles, ...data, says: 'people', days: 5 });
    expect(hasFreshWord(world, roles.group, roles.site, 'people')).toBe(true);
    world.time += 2 * DAY;
    expect(hasFreshWord(world, roles.group, roles.site, 'people')).toBe(false);
    expect(happen(world, heard, { ...roles, ...data, says: 'people', days: 6 })).toBe(0);
    expect(happen(world, heard, { ...roles, ...data, says: 'people' })).toBeGreaterThan(0);
  });

  test('a scenario is told of what cannot be, with the nearest name', () => {
    const text = beyondText();
    expect(remarksOn(text)).toEqual([]);
    const wrong = (from: string, to: string): string => remarksOn(text.replace(from, to)).join('\n');
    expect(wrong('town: {km: 8}', 'twon: {km: 8}')).toMatch(/twon.*town/);
    expect(wrong('gate: lane, ', '')).toContain('no-way-home');
    expect(wrong('wood: {like: wood}', 'wood: {like: wood, gate: hall}')).toContain('two-homes');
    expect(wrong('kilns: {like: camp,', 'isle: {like: river}\n  kilns: {like: camp,')).toContain('nobody-gets-there');
    expect(wrong('{km: 3, by: track}', '{km: 0, by: track}')).toContain('no-distance');
    expect(wrong('{km: 3, by: track}', '{km: 300, by: track}')).toContain('too-far');
    expect(wrong('routes: {town: {km: 5}}', 'routes: {kilns: {km: 5}}')).toContain('route-to-itself');
    expect(wrong('{like: ruined town}', '{like: ruined town, holds: {food: 2100000 kg}}')).toContain('too-much');
    expect(wrong('hall folk: {home: hall', 'hall folk: {home: hall, out at: wood')).toContain('home-and-out');
    expect(wrong('out at: wood', 'out at: home')).toContain('out-on-the-map');
    expect(wrong('hall folk: {home: hall', 'hall folk: {home: hall, provisions: 9 kg')).toContain('not-out-there');
    expect(wrong('out at: wood', 'out at: wood, camp: town')).toContain('camps-elsewhere');
    expect(wrong('out at: wood', 'out at: wood, has heard: {of: town, that: food, from: wanderers}')).toContain(
      'from-itself',
    );
  });
});
