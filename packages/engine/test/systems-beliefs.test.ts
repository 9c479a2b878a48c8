/**
 * Beliefs decide: falsify what somebody believes, and what they do changes; change what is so where they cannot see it,
 * and it does not. Each decision is lived four times: with and without the belief, with and without the truth.
 */
import { describe, expect, test } from 'vitest';
import { believe } from '../src/kernel/beliefs.ts';
import type { Predicate } from '../src/kernel/beliefs.ts';
import type { World } from '../src/kernel/world.ts';
import { body } from '../src/systems/bodies/state.ts';
import { position } from '../src/systems/places/state.ts';
import { STAGES, intent } from '../src/systems/raid/state.ts';
import { isAt, notice } from '../src/systems/sight/state.ts';
import { hasFallen, isHurt } from '../src/systems/wounds/state.ts';
import { hasBroken } from '../src/systems/resolve/state.ts';
import { broke } from '../src/systems/resolve/system.ts';
import { gaveUp } from '../src/systems/will/events.ts';
import { doubts } from '../src/systems/will/state.ts';
import { fell, wounded } from '../src/systems/wounds/system.ts';
import { mill } from './mill.fixture.ts';
import type { MillChanges } from './mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from './night.fixture.ts';

/** Nobody sees from the isle or the cave, and nobody into them. */
const APART = 'isle: {like: cellar}\n  cave: {like: cellar}\n  den: {like: cellar, in: field}';

function holds(world: World, holder: string, what: Predicate, about: string, place: string): void {
  const source = all(world, 'engagement/opened')[0].id;
  const seen = { place: where(world, place), confidence: 1, source };
  believe(world, who(world, holder), what, who(world, about), seen);
}
function isIn(world: World, name: string, place: string): void {
  world.of(position).at.put(who(world, name), where(world, place));
}
function did(world: World, kind: string, actor: string): boolean {
  return all(world, kind).some((event) => named(world, event)['actor'] === actor);
}

interface Decision {
  readonly changes: MillChanges;
  /** What has come about by then in any case. */
  readonly before?: (world: World) => void;
  /** What somebody is made to believe, or not. */
  readonly belief: (world: World) => void;
  /** What is made so, or not, where they cannot see it. */
  readonly truth: (world: World) => void;
  readonly seconds: number;
  readonly decided: (world: World) => boolean;
}

/** In how many of twenty worlds it is so decided. */
function decided(decision: Decision, believed: boolean, so: boolean): number {
  let count = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const world = mill({ places: APART, ...decision.changes }, { seed });
    clash(world, 'the band');
    decision.before?.(world);
    if (so) decision.truth(world);
    if (believed) decision.belief(world);
    live(world, decision.seconds);
    if (decision.decided(world)) count++;
  }
  return count;
}

/** In thick fog at night nobody sees anybody; the band has come from the wood. */
const FOGGED: MillChanges = {
  begin: 'winter, d1 01:00, overcast, thick fog',
  Ada: 'at: isle',
  Cole: 'at: isle',
  Dirk: 'at: cave',
  band: 'wants: salt',
  more: 'stores: {mill: {salt: 90 kg}}',
};
/** Bram has come from the wood to the yard. */
function inTheYard(world: World): void {
  isIn(world, 'Bram', 'yard');
  world.of(position).since.put(who(world, 'Bram'), world.time - 60);
}
/** Bram has given up. */
function isOver(world: World): void {
  const of = band(world, 'the band');
  if (world.of(doubts).gaveUp.raw[of] === 1) return;
  happen(world, gaveUp, { actor: who(world, 'Bram'), group: of, place: world.of(position).at.raw[who(world, 'Bram')] });
}

const DECISIONS: Readonly<Record<string, Decision>> = {
  '[S2] springing a contingency': {
    changes: {
      Ada: 'at: isle',
      Cole: '',
      more: `contingencies:
  the trap: {who: Cole, hidden: den, told by: Ada, when: the band seen in cave, do: storm field, after: 4s}`,
    },
    belief: (world) => holds(world, 'Ada', isAt, 'Bram', 'cave'),
    truth: (world) => isIn(world, 'Bram', 'cave'),
    seconds: 40,
    decided: (world) => did(world, 'orders/signalled', 'Ada') && did(world, 'orders/sprung', 'Cole'),
  },
  'being alarmed': {
    changes: { Ada: 'at: isle', Cole: 'at: isle' },
    belief: (world) => holds(world, 'Ada', isAt, 'Bram', 'field'),
    truth: (world) => isIn(world, 'Bram', 'field'),
    seconds: 10,
    decided: (world) => did(world, 'sight/alarmed', 'Ada'),
  },
  'calling out': {
    changes: { Ada: 'at: isle', Cole: 'at: isle' },
    belief: (world) => holds(world, 'Ada', isAt, 'Bram', 'field'),
    truth: (world) => isIn(world, 'Bram', 'field'),
    seconds: 20,
    decided: (world) => did(world, 'word/called', 'Ada'),
  },
  'opening fire': {
    // Bram lies hidden in thick fog where she takes him to be, or is far away.
    changes: {
      begin: 'winter, d1 01:00, overcast, thick fog',
      Ada: 'at: yard',
      Cole: 'at: isle',
      Bram: 'at: cave, hidden: true',
      Dirk: 'at: cave',
    },
    belief: (world) => {
      world.of(notice).alarmed.put(who(world, 'Ada'), 1);
      world.of(notice).alarmedAt.put(who(world, 'Ada'), world.time - 60);
      holds(world, 'Ada', isAt, 'Bram', 'field');
    },
    truth: (world) => isIn(world, 'Bram', 'field'),
    seconds: 20,
    decided: (world) => did(world, 'shooting/opened-fire', 'Ada'),
  },
  '[S3] counting a loss, and doubting': {
    changes: { Bram: 'at: isle', Dirk: 'at: cave' },
    belief: (world) => holds(world, 'Bram', hasFallen, 'Dirk', 'cave'),
    truth: (world) => {
      const [actor, group] = [who(world, 'Dirk'), band(world, 'the band')];
      happen(world, fell, { actor, place: where(world, 'cave'), group, from: 'blow' });
    },
    seconds: 10,
    decided: (world) => did(world, 'will/shaken', 'Bram'),
  },
  '[S3] giving up': {
    changes: { Bram: 'at: isle', Dirk: 'at: cave' },
    belief: (world) => holds(world, 'Bram', hasFallen, 'Dirk', 'cave'),
    truth: (world) => {
      const [actor, group] = [who(world, 'Dirk'), band(world, 'the band')];
      happen(world, fell, { actor, place: where(world, 'cave'), group, from: 'blow' });
    },
    seconds: 300,
    decided: (world) => did(world, 'will/gave-up', 'Bram'),
  },
  '[S3] taking the way back to be cut off': {
    changes: FOGGED,
    before: inTheYard,
    belief: (world) => {
      holds(world, 'Bram', isAt, 'Cole', 'field');
    },
    truth: (world) => {
      isIn(world, 'Cole', 'field');
      world.of(notice).hidden.put(who(world, 'Cole'), 1);
    },
    seconds: 10,
    decided: (world) => all(world, 'will/shaken').some((event) => event.data['by'] === 'flank'),
  },
  '[S3] losing a comrade to fright': {
    changes: { Bram: 'at: isle', Dirk: 'at: cave' },
    belief: (world) => holds(world, 'Bram', hasBroken, 'Dirk', 'cave'),
    truth: (world) => {
      const [actor, group] = [who(world, 'Dirk'), band(world, 'the band')];
      happen(world, broke, { actor, place: where(world, 'cave'), group });
    },
    seconds: 10,
    decided: (world) => did(world, 'will/shaken', 'Bram'),
  },
  '[S3] laying down arms': {
    // It is over for Bram; what closes the way out to him is what he takes to stand in it. A round of his that hit one of them would tell
    // him that they are there: he has none.
    changes: { people: 'Eve: {at: isle}', ...FOGGED, Bram: 'rounds: 0' },
    before: inTheYard,
    belief: (world) => {
      for (const each of ['Cole', 'Eve']) holds(world, 'Bram', isAt, each, 'field');
      isOver(world);
    },
    truth: (world) => {
      for (const each of ['Cole', 'Eve']) {
        isIn(world, each, 'field');
        world.of(body).awake.put(who(world, each), 0);
        world.of(notice).hidden.put(who(world, each), 1);
      }
      isOver(world);
    },
    seconds: 120,
    decided: (world) => did(world, 'captivity/laid-down', 'Bram'),
  },
  '[S5] shouting at somebody': {
    changes: { ...FOGGED, Ada: 'at: isle, past: [{ did: betray, whom: Bram, ago: 1y }]' },
    before: inTheYard,
    belief: (world) => {
      holds(world, 'Bram', isAt, 'Ada', 'field');
      isOver(world);
    },
    truth: (world) => {
      isIn(world, 'Ada', 'field');
      world.of(notice).hidden.put(who(world, 'Ada'), 1);
      isOver(world);
    },
    seconds: 60,
    decided: (world) => did(world, 'voice/shouted', 'Bram'),
  },
};

describe('belief, not truth, decides on', () => {
  test.each(Object.keys(DECISIONS))('%s', (name) => {
    const decision = DECISIONS[name];
    const [ignorant, fooled, both] = [
      decided(decision, false, true),
      decided(decision, true, false),
      decided(decision, true, true),
    ];
    expect(decided(decision, false, false)).toBe(0);
    // Unknown, the truth moves nobody; believed, what is not so moves them as if it were.
    expect(ignorant).toBe(0);
    expect(fooled).toBeGreaterThan(9);
    expect(both).toBe(fooled);
  });

  test('beginning to load: who takes an enemy to be there waits, whether there is one or not', () => {
    /** The band is at the mill and storms it; what holds them up is what Bram believes. */
    const loads = (believed: boolean, so: boolean): boolean => {
      const world = mill({
        Ada: 'at: isle',
        Cole: 'at: isle, hidden: true',
        Bram: 'at: mill',
        Dirk: 'at: mill',
        begin: 'winter, d1 01:00, overcast, thick fog',
        band: 'wants: salt',
        places: APART,
        more: 'stores: {mill: {salt: 90 kg}}',
      });
      clash(world, 'the band');
      world.of(intent).stage.put(band(world, 'the band'), STAGES.indexOf('storming'));
      if (so) isIn(world, 'Cole', 'mill');
      for (let i = 0; i < 10; i++) {
        if (believed) holds(world, 'Bram', isAt, 'Ada', 'mill');
        live(world, 1);
      }
      return all(world, 'raid/went-on').some((event) => event.data['stage'] === 'loading');
    };
    expect([loads(false, false), loads(false, true)]).toEqual([true, true]);
    expect([loads(true, false), loads(true, true)]).toEqual([false, false]);
  });

  test('helping: who does not know of a wound does not see to it', () => {
    const helps = (knows: boolean): number => {
      let count = 0;
      for (let seed = 1; seed <= 20; seed++) {
        const world = mill({ Ada: 'at: isle', Cole: 'at: isle, dressings: 0', places: APART }, { seed });
        clash(world, 'the band');
        // Hurt while nobody looked: Ada slept.
        world.of(body).awake.put(who(world, 'Ada'), 0);
        const [target, place] = [who(world, 'Cole'), where(world, 'isle')];
        happen(world, wounded, { target, actor: -1, place, region: 'leg', flow: 60, takes: 'nothing' });
        world.of(body).awake.put(who(world, 'Ada'), 1);
        if (knows) holds(world, 'Ada', isHurt, 'Cole', 'isle');
        live(world, 30);
        if (did(world, 'wounds/tended', 'Ada')) count++;
      }
      return count;
    };
    expect(helps(true)).toBeGreaterThan(12);
    expect(helps(false)).toBe(0);
  });
});
