import { beforeAll, expect, test } from 'vitest';
import { holds } from '../report.ts';
import { scenarioText, setupOf } from '../scenario.ts';
import { claimsOf } from './claims.ts';
import { because } from './event.fixture.ts';
import { engagementsOf, withheldWith } from '@anchorhold/story';
import { differencesBefore, live } from './history.ts';
import type { History } from './history.ts';
import { testOutcomes, testPlacebos } from './outcomes.ts';
import { groupsOf } from './precision.ts';
import { measureHistory } from './seed.ts';
import type { Sizes } from './seed.ts';

const SIZES: Sizes = {
  mutes: 8,
  mutesAKind: 1,
  stated: 40,
  statedAKind: 1,
  early: 10,
  fromSetup: 1,
  statements: 0,
  placebos: 0,
  kinds: Infinity,
  lucks: 24,
};

let history: History;
beforeAll(() => {
  history = live(setupOf(scenarioText('farm-at-night'), 'farm'), 1);
}, 60_000);

/** What the measure says of a history: value and whether it holds, by claim; of two the one drawn uniformly. */
function verdict(of: History): Map<string, { value: number; holds: boolean }> {
  const claims = claimsOf([measureHistory(of, SIZES)], 'farm').reverse();
  return new Map(
    claims.map(({ claim, value, floor = {} }) => [claim, { value, holds: holds(value, [value, value], floor, false) }]),
  );
}

const RECALL = 'recall: altered events that descend from the muted one';
const CLOSURE = 'closure: later events that descend from the muted one';
const PRECISION = 'precision: stated causes whose muting alters the effect';

test('a history without stated causes and hidden edges fails recall, and its events have no cause', () => {
  const bare = { ...history, parents: () => [], events: history.events.map((event) => ({ ...event, because: [] })) };
  // Nothing is stated, so there is no precision to speak of: one true statement keeps that part of the measure going.
  const told = bare.events.map((event) => (event.kind === 'raid/came' ? history.events[event.id - 1]! : event));
  const said = verdict({ ...bare, events: told });
  expect(said.get(RECALL)).toEqual({ value: 0, holds: false });
  expect(said.get('events without any cause, of kinds that are not declared to come so')!.holds).toBe(false);
}, 60_000);

test('a history in which everything follows from everything before has full recall and fails closure', () => {
  const parents = (node: number): number[] => (node > 2 ? [node - 2] : []);
  const said = verdict({ ...history, parents });
  expect(said.get(RECALL)!.value).toBe(1);
  expect(said.get(CLOSURE)).toEqual({ value: 1, holds: false });
  expect(said.get('closure within the first two minutes of an engagement')).toEqual({ value: 1, holds: false });
}, 60_000);

test('a history that states as reason whatever came just before fails precision', () => {
  const events = history.events.map((event) =>
    event.id === 1 ? event : { ...event, because: [because(event.id - 1)] },
  );
  expect(verdict({ ...history, events }).get(PRECISION)!.holds).toBe(false);
}, 60_000);

test('a run is the same to the bit before a mute, and a difference there is found', () => {
  const shot = history.events.find(({ kind }) => kind === 'shooting/shot')!;
  expect(differencesBefore(history, shot.id)).toBe(0);
  const events = history.events.map((event) => (event.id === 3 ? { ...event, time: event.time + 1 } : event));
  expect(differencesBefore({ ...history, events }, shot.id)).toBe(1);
  const wakeBefore: History['wakeBefore'] = (time, log) => {
    const world = history.wakeBefore(time, log);
    world.work++;
    return world;
  };
  expect(differencesBefore({ ...history, wakeBefore }, shot.id)).toBe(1);
}, 60_000);

test('what is withheld along with a shot is the same shot within the minute, nothing else', () => {
  const shot = history.events.find(({ kind }) => kind === 'shooting/shot')!;
  const withheld = withheldWith(history, [shot.id]).map((id) => history.events[id - 1]!);
  expect(withheld[0]).toBe(shot);
  const like = history.events.filter(({ key }) => key === shot.key);
  expect(withheld).toEqual(like.filter(({ time }) => time >= shot.time && time <= shot.time + 60));
  const longer = withheldWith(history, [shot.id], { atLeast: 86_400 });
  expect(longer).toEqual(like.map(({ id }) => id));
});

test('a band that never planned to come does not come, under any luck', () => {
  const came = testOutcomes(history, { statements: 1, placebos: 0, lucks: 24 }).find(
    ({ kind }) => kind === 'raid/came',
  )!;
  expect(came.pairs).toHaveLength(24);
  for (const pair of came.pairs) expect(pair).toEqual({ without: true, with: false, moved: false, path: true });
}, 60_000);

test('placebos are events without a path to the outcome under the luck that was lived', () => {
  // A night in which somebody dies: in one with no outcome but the band's coming there is hardly anything before it.
  const deadly = live(setupOf(scenarioText('farm-at-night'), 'farm'), 3);
  const bare = { ...deadly, parents: () => [], events: deadly.events.map((event) => ({ ...event, because: [] })) };
  expect(testPlacebos(bare, { statements: 0, placebos: 2, lucks: 24 })).toHaveLength(2);
  const parents = (node: number): number[] => (node > 2 ? [node - 2] : []);
  expect(testPlacebos({ ...deadly, parents }, { statements: 0, placebos: 2, lucks: 24 })).toEqual([]);
}, 60_000);

test('causes of one group are tested jointly, the others one by one', () => {
  const event = { ...history.events[9]!, because: [because(1, 2), because(3), because(2, 2), because(4)] };
  expect(groupsOf(event).map(({ causes }) => causes.map(({ id }) => id))).toEqual([[1, 2], [3], [4]]);
});

test('an engagement lasts from the event that opens it to the one that ends it', () => {
  const kindOf = (id: number): string => history.events[id - 1]!.kind;
  const [only, ...more] = engagementsOf(history);
  expect(more).toEqual([]);
  expect([kindOf(only!.first), kindOf(only!.last)]).toEqual(['engagement/opened', 'engagement/ended']);
  const endless = history.happenings.filter(({ kind }) => kind !== 'engagement/ended');
  expect(engagementsOf({ ...history, happenings: endless })[0]!.ended).toBe(history.until);
});
