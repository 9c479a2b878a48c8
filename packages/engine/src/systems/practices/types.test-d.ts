/**
 * What a practice cannot say is a compile error at the place where it is said. `types.test.ts` beside it checks that each marked line
 * is one, and that nothing else is.
 */
import { definePractice } from './practice.ts';
import type { MoveClause } from './practice.ts';
import { does, says } from './saying.ts';

const ends = { notable: () => true, says: (): [MoveClause] => [does('sit')] } as const;
const talk = { base: 1, says: (): [MoveClause] => [says('Well')] } as const;
const common = { rests: 1, pause: [1, 2], occasions: [], ends } as const;

definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  considers: { thirsty: { of: () => 1, says: () => ({ clause: does('sit'), roles: {} }) } },
  moves: {
    asked: { ...talk, by: 'host', opens: true, next: ['came', 'declined'], weighs: { fond: 1, thirsty: 2 } },
    came: { ...talk, by: 'guest', feels: [{ who: 'target', feels: 'hope', by: 0.1 }] },
    declined: { ...talk, by: 'guest', holds: [{ who: 'target', of: 'actor', what: 'affection', by: -0.1 }] },
  },
});
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  moves: {
    // @ts-expect-error a role that the practice does not have
    asked: { ...talk, by: 'stranger', opens: true },
  },
});
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  moves: {
    // @ts-expect-error a move that there is not
    asked: { ...talk, by: 'host', opens: true, next: ['cam'] },
    came: { ...talk, by: 'guest' },
  },
});
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  moves: {
    // @ts-expect-error something to consider that nobody knows
    asked: { ...talk, by: 'host', opens: true, weighs: { fonder: 1 } },
  },
});
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  moves: {
    // @ts-expect-error no emotion
    asked: { ...talk, by: 'host', opens: true, feels: [{ who: 'actor', feels: 'joyful', by: 0.1 }] },
  },
});
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  moves: {
    // @ts-expect-error no strand of a bond
    asked: { ...talk, by: 'host', opens: true, holds: [{ who: 'actor', of: 'target', what: 'love', by: 0.1 }] },
  },
});
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  moves: {
    // @ts-expect-error an effect that is misspelt
    asked: { ...talk, by: 'host', opens: true, feel: [] },
  },
});
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  moves: {
    // @ts-expect-error a move without words
    asked: { base: 1, by: 'host', opens: true },
  },
});
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  moves: {
    // @ts-expect-error words with somebody who has no part in it
    asked: { ...talk, by: 'host', opens: true, says: () => [does('ask', { object: { role: 'victim' } })] },
  },
});
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  ...common,
  // @ts-expect-error an occasion of nobody who takes part
  occasions: [{ of: 'stranger', finds: () => [] }],
  moves: { asked: { ...talk, by: 'host', opens: true } },
});
// @ts-expect-error a practice without an end
definePractice({
  id: 'sitting',
  roles: ['host', 'guest'],
  rests: 1,
  pause: [1, 2],
  occasions: [],
  moves: { asked: { ...talk, by: 'host', opens: true } },
});
