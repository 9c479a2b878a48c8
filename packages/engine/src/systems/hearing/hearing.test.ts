import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, clash, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { parentsOf } from '../../kernel/trace.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { setOut } from '../places/system.ts';
import { shot } from '../shooting/events.ts';
import { notice } from '../sight/state.ts';
import { called } from '../word/system.ts';
import { audible, noiseAt } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Nobody sees anybody: a night without light, in fog, with Ada and Cole under roofs. */
const DARK = 'winter, d1 01:00, overcast, thick fog';
const ISLE = 'isle: {like: cellar}';
const BLIND: MillChanges = {
  begin: DARK,
  Ada: 'at: mill',
  Cole: 'at: isle',
  Bram: 'at: wood',
  Dirk: 'at: wood',
  places: ISLE,
};

/** Bram fires in the wood, so many times in as many half minutes. */
function firing(changes: MillChanges, shots: number, seed = 1): World {
  const world = mill({ ...BLIND, ...changes }, { seed });
  clash(world, 'the band');
  for (let i = 0; i < shots; i++) {
    happen(world, shot, {
      actor: who(world, 'Bram'),
      target: who(world, 'Ada'),
      place: where(world, 'wood'),
    });
    live(world, 30);
  }
  return world;
}
const by = (world: World, kind: string, name: string) =>
  all(world, kind).filter((event) => named(world, event)['actor'] === name);
/** In how many of so many worlds something is so. */
function inWorlds(worlds: number, so: (seed: number) => boolean): number {
  let count = 0;
  for (let seed = 1; seed <= worlds; seed++) if (so(seed)) count++;
  return count;
}

describe('firing', () => {
  test('[S15] is heard by those who see nothing of it, is an alarm of its own, and tells about where it comes from', () => {
    const world = firing({}, 1, 2);
    const [heard] = by(world, 'hearing/heard', 'Ada');
    const [alarmed] = by(world, 'sight/alarmed', 'Ada');
    const [first] = all(world, 'shooting/shot');
    expect([heard.data['noise'], heard.because]).toEqual(['firing', [{ id: first.id, as: 'reason', group: 0 }]]);
    expect([alarmed.data['by'], alarmed.because]).toEqual(['noise', [{ id: heard.id, as: 'reason', group: 0 }]]);
    expect(['wood', 'field']).toContain(named(world, heard)['place']);
    const row = findClaim(world, who(world, 'Ada'), noiseAt, heard.roles['place']);
    expect(world.of(claim).source0.raw[row]).toBe(heard.id);
    expect(heard.witnesses.map((each) => [each.who, each.by])).toEqual([[who(world, 'Ada'), 'hearing']]);
    expect(said(world, heard)).toMatch(/^Ada heard firing from the (wood|field)[.]$/);
  });

  test('is placed wrongly more often from afar, where nothing is to be seen of it, than from beside it', () => {
    const wrong = (at: string): number =>
      inWorlds(40, (seed) => {
        const world = firing({ Ada: `at: ${at}` }, 1, seed);
        return by(world, 'hearing/heard', 'Ada').some((event) => named(world, event)['place'] !== 'wood');
      });
    expect(wrong('mill')).toBeGreaterThan(wrong('field') + 4);
    expect(wrong('mill')).toBeLessThan(30);
  });

  test('is news once, not with every shot', () => {
    const world = firing({}, 8);
    expect(all(world, 'shooting/shot').length).toBeGreaterThanOrEqual(8);
    expect(by(world, 'hearing/heard', 'Ada').length).toBeLessThan(5);
  });

  test('is not heard by the dead, nor where nothing fires', () => {
    expect(all(firing({}, 0), 'hearing/heard')).toHaveLength(0);
    const world = mill(BLIND);
    clash(world, 'the band');
    world.of(body).alive.put(who(world, 'Ada'), 0);
    happen(world, shot, {
      actor: who(world, 'Bram'),
      target: who(world, 'Ada'),
      place: where(world, 'wood'),
    });
    live(world, 20);
    expect(by(world, 'hearing/heard', 'Ada')).toHaveLength(0);
  });

  test('[S15] comes through to sleepers, the sooner the nearer', () => {
    const roused = (at: string): number => {
      const far = `${ISLE}\n  ridge: {like: field, next to: field, metres: {field: 600}}`;
      const world = mill({ ...BLIND, Ada: `at: ${at}, asleep: true`, places: far });
      clash(world, 'the band');
      happen(world, shot, {
        actor: who(world, 'Bram'),
        target: who(world, 'Cole'),
        place: where(world, 'wood'),
      });
      return world.of(body).roused.raw[who(world, 'Ada')];
    };
    expect(roused('field')).toBeGreaterThan(0.04);
    expect(roused('ridge')).toBeLessThan(0.5 * roused('field'));
  });
});

describe('firing beside somebody', () => {
  /** Bram fires in the wood, but for a while; Cole fires beside Ada at so many seconds. What Ada hears first, and Cole's shots. */
  const drowned = (seconds: readonly number[]): { world: World; mine: number[]; heard: EventRecord } => {
    const world = mill({ ...BLIND, Cole: 'at: mill' }, { seed: 1, trace: true });
    clash(world, 'the band');
    world.of(notice).alarmed.put(who(world, 'Ada'), 1);
    const fire = (name: string, target: string, at: string): number =>
      happen(world, shot, { actor: who(world, name), target: who(world, target), place: where(world, at) });
    const mine: number[] = [];
    for (let second = 0; second < 72; second += 3) {
      if (seconds.includes(second)) mine.push(fire('Cole', 'Bram', 'mill'));
      if (second < 12 || second > 30) fire('Bram', 'Ada', 'wood');
      live(world, 3);
    }
    return { world, mine, heard: by(world, 'hearing/heard', 'Ada')[0] };
  };

  test('drowns what is farther off, and what they hear after it descends from the shots that drowned it', () => {
    const [quiet, loud] = [drowned([]), drowned([0, 3, 6, 9, 21])];
    const { mine, world, heard } = loud;
    expect(quiet.heard.time).toBeLessThan(heard.time);
    expect(heard.time - world.chronicle.time(mine[4])).toBeGreaterThan(8);
    const behind = parentsOf(world, heard.id);
    // That nobody fires beside them now, and what was drowned before.
    expect(behind).toContain(mine[4]);
    expect(mine.slice(0, 4).some((id) => behind.includes(id))).toBe(true);
    expect(heard.because.map((cause) => cause.id)).not.toContain(mine[4]);
  });
});

describe('softer noises', () => {
  test('shouts are heard by the enemy, who learns that somebody is there', () => {
    const count = inWorlds(20, (seed) => {
      const world = mill({ ...BLIND, Ada: 'at: yard', Bram: 'at: field' }, { seed });
      clash(world, 'the band');
      happen(world, called, { actor: who(world, 'Bram'), target: who(world, 'Ada'), place: where(world, 'mill') });
      live(world, 10);
      return by(world, 'hearing/heard', 'Ada').some((event) => event.data['noise'] === 'shouting');
    });
    expect(count).toBeGreaterThan(2);
    expect(count).toBeLessThan(20);
  });

  /** In how many worlds Ada, in the yard, hears Bram come from the field. */
  const hearsSteps = (
    changes: MillChanges,
    pace: 'creeping' | 'walking' | 'running',
    also: (world: World) => void = () => {},
  ) =>
    inWorlds(36, (seed) => {
      const world = mill(
        { ...BLIND, Ada: 'at: yard', Bram: 'at: field', Dirk: 'at: isle', Cole: 'at: isle', ...changes },
        { seed },
      );
      clash(world, 'the band');
      also(world);
      const [actor, place, goal] = [who(world, 'Bram'), where(world, 'field'), where(world, 'wood')];
      happen(world, setOut, { actor, place, goal, pace });
      world.of(position).arrives.put(actor, world.time + 60);
      live(world, 30);
      return by(world, 'hearing/heard', 'Ada').some((event) => event.data['noise'] === 'steps');
    });

  test('[S1] steps give people away: running sooner than walking, creeping hardly, and those without the craft sooner', () => {
    const craft = (level: string): MillChanges => ({ Bram: `at: field, skills: {stealth: ${level}}` });
    const [runs, walks] = [hearsSteps({}, 'running'), hearsSteps({}, 'walking')];
    const [clumsy, deft] = [hearsSteps(craft('none'), 'creeping'), hearsSteps(craft('fine'), 'creeping')];
    expect(runs).toBeGreaterThan(walks);
    expect(walks).toBeGreaterThan(deft);
    expect(clumsy).toBeGreaterThan(deft);
    expect(deft).toBeLessThan(3);
  });

  test('[S15] are drowned by rain, and in the middle of firing nobody hears a step', () => {
    expect(hearsSteps({ begin: 'winter, d1 01:00, rain, thick fog' }, 'running')).toBeLessThan(
      hearsSteps({}, 'running'),
    );
    const fires = (world: World): void => {
      happen(world, shot, {
        actor: who(world, 'Dirk'),
        target: who(world, 'Ada'),
        place: where(world, 'isle'),
      });
    };
    expect(hearsSteps({}, 'running', fires)).toBeLessThan(hearsSteps({}, 'running'));
  });

  test('steps alarm nobody by themselves', () => {
    const world = mill({ ...BLIND, Ada: 'at: yard', Bram: 'at: field' }, { seed: 3 });
    clash(world, 'the band');
    const [actor, place, goal] = [who(world, 'Bram'), where(world, 'field'), where(world, 'wood')];
    happen(world, setOut, { actor, place, goal, pace: 'running' });
    live(world, 20);
    const steps = all(world, 'hearing/heard').filter((event) => event.data['noise'] === 'steps');
    expect(steps.length).toBeGreaterThan(0);
    const causes = all(world, 'sight/alarmed').flatMap((event) => event.because.map((cause) => cause.id));
    for (const event of steps) expect(causes).not.toContain(event.id);
  });
});

describe('whoever takes a place to hold somebody', () => {
  /** In how many worlds Ada, who knows of no danger, sees Bram in the field. */
  const sees = (believes: boolean, there: boolean): number =>
    inWorlds(36, (seed) => {
      const night = { begin: 'summer, d1 01:00, half moon', Ada: 'at: yard', Cole: 'at: isle', Dirk: 'at: isle' };
      const world = mill({ ...night, Bram: there ? 'at: field' : 'at: isle', places: ISLE }, { seed });
      const source = clash(world, 'the band');
      if (believes) {
        believe(world, who(world, 'Ada'), noiseAt, where(world, 'field'), {
          place: where(world, 'field'),
          confidence: 1,
          source,
        });
      }
      live(world, 8);
      return by(world, 'sight/spotted', 'Ada').length > 0;
    });

  test('[S15] looks there the harder, by belief alone', () => {
    expect(sees(true, true)).toBeGreaterThan(1.3 * sees(false, true));
    expect([sees(true, false), sees(false, false)]).toEqual([0, 0]);
  });
});

test('[S15] steps that were heard are a reason for seeing who made them, where they made the difference', () => {
  let because = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const night = { begin: 'summer, d1 01:00, half moon', Ada: 'at: yard', Cole: 'at: isle', Dirk: 'at: isle' };
    const world = mill({ ...night, Bram: 'at: field, skills: {stealth: none}', places: ISLE }, { seed });
    clash(world, 'the band');
    const [actor, place, goal] = [who(world, 'Bram'), where(world, 'field'), where(world, 'wood')];
    happen(world, setOut, { actor, place, goal, pace: 'creeping' });
    world.of(position).arrives.put(actor, world.time + 60);
    live(world, 40);
    const steps = by(world, 'hearing/heard', 'Ada').map((event) => event.id);
    if (by(world, 'sight/spotted', 'Ada').some((event) => event.because.some((cause) => steps.includes(cause.id))))
      because++;
  }
  expect(because).toBeGreaterThan(0);
});

test('sounds fall off with distance, and lose on the way into a house', () => {
  const world = mill({ places: 'hall: {like: stone house, next to: field, metres: {field: 55}}' });
  const heard = (from: string, to: string): number => audible(world, where(world, from), where(world, to), 60);
  expect(heard('yard', 'field')).toBeGreaterThan(heard('yard', 'wood'));
  expect(heard('field', 'hall')).toBeLessThan(heard('field', 'yard'));
  expect(world.of(notice).alarmed.raw[who(world, 'Ada')]).toBe(0);
});
