/** A house in which somebody is in trouble and somebody else may come to them: for tests of practices. */
import { mill } from '../../../test/mill.fixture.ts';
import { band, happen, where, who } from '../../../test/night.fixture.ts';
import type { LivingOptions } from '../../kernel/create.ts';
import { readEvent } from '../../kernel/read.ts';
import type { EventRecord } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { feeling, feelingRow } from '../feelings/state.ts';
import type { Emotion } from '../feelings/state.ts';
import { died } from '../wounds/system.ts';
import type { Practice } from './practice.ts';
import { known } from './state.ts';

export interface HouseChanges {
  /** Fields of who is in trouble, of who comes, and of whoever leads. */
  readonly Eve?: string;
  readonly Finn?: string;
  readonly Ada?: string;
  /** How many others are in the room. */
  readonly others?: number;
  /** Who leads: Ada, out in the wood, where nobody is named. */
  readonly leader?: string;
}

/** Eve and Finn are in the mill, where Nan has died; Ada, who leads, and Cole are in the yard. The band is far away. */
export function house(changes: HouseChanges = {}, options: LivingOptions = {}): World {
  const others = Array.from({ length: changes.others ?? 0 }, (_, i) => `O${i}: {}`);
  const people = [`Eve: {${changes.Eve ?? ''}}`, `Finn: {${changes.Finn ?? ''}}`, 'Nan: {}', ...others];
  const lead = changes.leader === undefined ? {} : { folk: `leader: ${changes.leader}` };
  const world = mill(
    {
      begin: 'summer, d1 12:30',
      Ada: ['at: yard', changes.Ada].filter((each) => each).join(', '),
      Cole: 'at: yard',
      people: people.join('\n  '),
      ...lead,
    },
    options,
  );
  const roles = { actor: who(world, 'Nan'), place: where(world, 'mill'), group: band(world, 'mill folk') };
  happen(world, died, { ...roles, of: 'wound' });
  return world;
}

export const deathOf = (world: World): number => {
  const found = eventsNamed(world, 'wounds/died')[0];
  return found!.id;
};

/** Somebody feels something, about somebody or nobody, because of Nan's death. */
export function feel(world: World, name: string, what: Emotion, about: string | null, strength: number): void {
  const row = feelingRow(who(world, name), what);
  world.of(feeling).strength.add(row, strength, deathOf(world));
  world.of(feeling).about.put(row, about === null ? 0 : who(world, about) + 1);
}

export function practiceNamed(world: World, id: string): Practice {
  return world.ruleset.filled(known).find((each) => each.id === id)!;
}

/** Somebody begins a practice with somebody, by a move. */
export function begin(
  world: World,
  id: string,
  move: string,
  names: readonly [string, string],
  about?: string,
): number {
  const practice = practiceNamed(world, id);
  const kind = practice.kinds[practice.names.indexOf(move)]!;
  const [actor, target] = [who(world, names[0]), who(world, names[1])];
  const fields = { actor, target, place: where(world, 'mill'), about: about === undefined ? -1 : who(world, about) };
  return happen(world, kind, { ...fields, heart: 0.7, close: false, curt: false, over: deathOf(world) });
}

/** All events of some practice, in order. */
export function scenes(world: World, id: string): EventRecord[] {
  return eventsNamed(world, `${id}/`);
}

function eventsNamed(world: World, beginning: string): EventRecord[] {
  const found = [];
  for (let id = 1; id <= world.chronicle.length; id++) {
    const kind = world.ruleset.kinds[world.chronicle.kind(id)]!.kind.id;
    if (kind.startsWith(beginning)) found.push(readEvent(world, id));
  }
  return found;
}
