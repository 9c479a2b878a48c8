import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkSetup, createWorld, eventsOf, group, peopleOf, person, place, ruleset, state } from '@anchorhold/engine';
import type { Setup, World } from '@anchorhold/engine';
import { formatRemark, readScenario } from '@anchorhold/scenario';

const folder = fileURLToPath(new URL('../../../scenarios/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function setupOf(name: string): Setup {
  const { setup, remarks } = readScenario(readFileSync(folder + name, 'utf8'), { file: name, parts: ruleset.sections });
  expect(remarks.map(formatRemark)).toEqual([]);
  return setup!;
}

describe('the shipped scenarios', () => {
  test.each(names)('%s: nothing is wrong with it, and it can be begun', (name) => {
    const setup = setupOf(name);
    expect(checkSetup(ruleset, setup).map(({ message }) => message)).toEqual([]);
    expect(createWorld(ruleset, setup, { seed: 1 }).chronicle.length).toBeGreaterThan(0);
  });
});

describe('the siege of the compound', () => {
  const setup = setupOf('siege-of-the-compound.yaml');
  const world: World = createWorld(ruleset, setup, { seed: 1 });
  const row = (name: string): number => world.cast.mustRow(person, name);
  const side = (name: string): number[] => {
    const of = world.cast.mustRow(group, name);
    return Array.from({ length: world.of(person).count }, (_, who) => who).filter(
      (who) => world.of(state.member).group.raw[who] === of,
    );
  };

  test('[S1] has those of the story, some thirty more within, and a band of two leaders with about twenty-five', () => {
    for (const name of ['Leila', 'Kai', 'Mark', 'Darren', 'Fiona', 'Jace', 'Ellie'])
      expect(row(name)).toBeGreaterThanOrEqual(0);
    expect(side('the compound')).toHaveLength(36);
    expect(side("Jace's band")).toHaveLength(27);
    const shown = peopleOf(setup).map((each) => each.shown);
    // And beyond the walls those of the region.
    const beyond = side('the farm folk').length + side('the river people').length;
    expect(new Set(shown).size).toBe(36 + 27 + beyond);
    expect(shown.filter((name) => /\d/.test(name))).toEqual([]);
  });

  test('[S1] is held by people in charge of what the story names', () => {
    expect(state.officesOf(world, row('Mark'))).toContain('second');
    expect(state.officesOf(world, row('Darren'))).toContain('watch');
    expect(state.officesOf(world, row('Fiona'))).toEqual(['stores', 'kitchen']);
    expect(world.of(state.side).leader.raw[world.cast.mustRow(group, "Jace's band")]).toBe(row('Jace') + 1);
  });

  test('[S1] has days of siege behind it, of which those within are more tired than those without', () => {
    const kinds = [...eventsOf(world)].filter(({ time }) => time < world.time).map(({ kind }) => kind);
    for (const kind of ['siege/invested', 'siege/cut-off', 'siege/assaulted', 'siege/rationed'])
      expect(kinds).toContain(kind);
    const mean = (people: readonly number[]): number => {
      const awake = people.filter((who) => world.of(state.body).awake.raw[who] === 1);
      return awake.reduce((sum, who) => sum + world.of(state.body).fatigue.raw[who]!, 0) / awake.length;
    };
    expect(mean(side('the compound'))).toBeGreaterThan(mean(side("Jace's band")) + 0.1);
  });

  test('[S7] Jace betrayed Leila and broke what he promised her, and she holds it against him', () => {
    const between = [...eventsOf(world)].filter(
      ({ roles, kind }) =>
        /^(?:past|promises)\//.test(kind) && roles['actor'] === row('Jace') && roles['target'] === row('Leila'),
    );
    expect(between.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['past/wronged', 'promises/made', 'promises/broken']),
    );
    const bonds = world.of(state.bond);
    const held = Array.from({ length: bonds.count }, (_, each) => each).find(
      (each) => bonds.from.raw[each] === row('Leila') && bonds.to.raw[each] === row('Jace'),
    )!;
    expect(bonds.grudge.raw[held]).toBeGreaterThan(0.8);
    expect(bonds.by.raw[held]).toBeGreaterThan(0);
  });

  test('[S2] people lie hidden who wait for what a commander believes', () => {
    const plans = world.of(state.contingency);
    expect(plans.count).toBeGreaterThanOrEqual(2);
    expect(plans.commander.raw.slice(0, plans.count)).toContain(row('Mark'));
    const hidden = side('the compound').filter((who) => world.of(state.duty).plan.raw[who]! > 0);
    expect(hidden.length).toBeGreaterThanOrEqual(6);
  });

  test('[S1] nobody from without gets in but by what is barred', () => {
    const walls = world.of(state.barrier);
    const { adjacent } = world.of(state.between);
    const barred = new Set<string>();
    for (let each = 0; each < walls.count; each++) {
      barred.add(`${walls.inside.raw[each]} ${walls.outside.raw[each]}`);
      barred.add(`${walls.outside.raw[each]} ${walls.inside.raw[each]}`);
    }
    const count = world.of(place).count;
    const reached = new Set([world.cast.mustRow(place, 'camp')]);
    for (const from of reached) {
      for (let to = 0; to < count; to++) {
        if (adjacent.raw[from * count + to] === 1 && !barred.has(`${from} ${to}`)) reached.add(to);
      }
    }
    const within = ['courtyard', 'barn', 'mess hall', 'infirmary', 'gatehouse', 'culvert', 'watchtower'];
    expect(within.filter((name) => reached.has(world.cast.mustRow(place, name)))).toEqual([]);
    expect(reached.size).toBeGreaterThanOrEqual(8);
  });

  test('[S1] everybody belongs to a squad, and the leaders of squads to theirs', () => {
    const { squad } = world.of(state.inSquad);
    for (let who = 0; who < world.of(person).count; who++) expect(squad.raw[who]).toBeGreaterThan(0);
    const squads = world.of(state.squad);
    const sizes = Array.from(
      { length: squads.count },
      (_, of) => side("Jace's band").filter((who) => squad.raw[who] === of + 1).length,
    );
    expect(sizes.filter((size) => size > 0).sort()).toEqual([4, 5, 6, 6, 6]);
  });
});
