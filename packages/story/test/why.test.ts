import { describe, expect, test } from 'vitest';
import { STATED, statement, whyOf } from '@anchorhold/story';
import type { Why, WhyCause } from '@anchorhold/story';
import { small } from './why.fixture.ts';
import type { Small } from './why.fixture.ts';

/** A tree as one line: what each cause tells, and in brackets what lies behind it. */
function shape(causes: readonly WhyCause[]): string {
  return causes
    .map(({ told, above, because }) => {
      const below = because.length === 0 ? '' : `(${shape(because)})`;
      return `${told.length === 0 ? 'together' : told.join('+')}${above ? '^' : ''}${below}`;
    })
    .join(' ');
}
const ask = (events: readonly Small[], id = events.length, depth?: number): Why =>
  whyOf(small(events), id, depth === undefined ? {} : { depth });
const treeOf = (events: readonly Small[], depth?: number): string => shape(ask(events, events.length, depth).causes);

const hit: Small = { who: 'Ann', verb: 'hit', whom: 'Bo' };
const fell: Small = { who: 'Bo', verb: 'fall', because: [1] };

describe('why', () => {
  test('[T11] gives the nearest reason first, and behind it what lies behind it', () => {
    const why = ask([hit, fell, { who: 'Cy', verb: 'run', because: [2] }]);
    expect(shape(why.causes)).toBe('2(1)');
    expect(why.event).toMatchObject({ id: 3, text: 'Cy ran.', time: 20 });
    expect(why.causes[0]).toMatchObject({ ids: [2], as: 'reason', text: 'Bo fell.', needed: null, effect: null });
    expect(why.scope).toBe(STATED);
  });

  test('goes no further down than it is told to', () => {
    const chain: Small[] = [
      hit,
      fell,
      { who: 'Cy', verb: 'run', because: [2] },
      { who: 'Di', verb: 'wait', because: [3] },
    ];
    expect(treeOf(chain, 1)).toBe('3');
    expect(treeOf(chain, 2)).toBe('3(2)');
    expect(treeOf(chain)).toBe('3(2(1))');
  });

  test('shows as joint what holds only together, and states what has to be withheld', () => {
    const why = ask([hit, { who: 'Di', verb: 'shout' }, { who: 'Cy', verb: 'run', because: [[1, 2]] }]);
    expect(shape(why.causes)).toBe('together(2 1)');
    expect(why.causes[0]).toMatchObject({ ids: [1, 2], joint: true, text: 'Together:' });
    const apart = ask([hit, { who: 'Di', verb: 'shout' }, { who: 'Cy', verb: 'run', because: [1, 2] }]);
    expect(shape(apart.causes)).toBe('2 1');
    expect(apart.causes.map(({ joint }) => joint)).toEqual([false, false]);
  });

  test('gathers many alike into one line', () => {
    const many: Small[] = ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'].map((who) => ({ who, verb: 'fall' }));
    const why = ask([...many, { who: 'Hal', verb: 'give up', because: [[1, 2, 3, 4, 5, 6, 7]] }]);
    expect(shape(why.causes)).toBe('1+2+3+4+5+6+7');
    expect(why.causes[0]).toMatchObject({ joint: true, text: 'Ann, Bo, Cy, Di and three others fell.' });
  });

  test('folds what only passes on or carries out, and keeps what was stated to be withheld', () => {
    const why = ask([
      { who: 'Ann', verb: 'order' },
      { who: 'Bo', verb: 'hear', stands: 'behind', because: [1] },
      { who: 'Bo', verb: 'repeat', stands: 'behind', because: [2] },
      { who: 'Cy', verb: 'leave', because: [3] },
    ]);
    expect(shape(why.causes)).toBe('1');
    expect(why.causes[0]).toMatchObject({ ids: [3], told: [1] });
  });

  test('a shout by somebody who saw what somebody did is one line', () => {
    const seen: Small[] = [
      { who: 'Ann', verb: 'climb' },
      { who: 'Bo', verb: 'see', whom: 'Ann', stands: 'sense', because: [1] },
      { who: 'Bo', verb: 'name', whom: 'Ann', stands: 'word', because: [2] },
      { who: 'Cy', verb: 'fire', because: [3] },
    ];
    expect(treeOf(seen)).toBe('3(1)');
    // Who acts on what they saw themselves is said to have seen it.
    expect(treeOf([seen[0]!, { ...seen[1]!, who: 'Cy' }, { who: 'Cy', verb: 'fire', because: [2] }])).toBe('2(1)');
  });

  test('of a report only what bears on the effect is told', () => {
    const why = ask([
      { who: 'Ann', verb: 'fall' },
      { who: 'Bo', verb: 'fall' },
      { who: 'Cy', verb: 'report', stands: 'relay', because: [[1, 2]] },
      { who: 'Di', verb: 'mourn', whom: 'Bo', because: [3] },
    ]);
    expect(shape(why.causes)).toBe('2');
  });

  test('going on with something points to where it began', () => {
    const again: Small[] = [
      { who: 'Ann', verb: 'order' },
      { who: 'Bo', verb: 'dig', because: [1] },
      { who: 'Bo', verb: 'pause', stands: 'behind', because: [-2] },
      { who: 'Bo', verb: 'dig', because: [3] },
    ];
    expect(treeOf(again)).toBe('1');
  });

  test('what was told above is referred to and not told again', () => {
    const both: Small[] = [
      hit,
      { who: 'Cy', verb: 'run', because: [1] },
      { who: 'Di', verb: 'weep', because: [1] },
      { who: 'Ed', verb: 'give up', because: [2, 3] },
    ];
    const why = ask(both);
    expect(shape(why.causes)).toBe('3(1) 2(1^)');
    expect(why.causes[1]?.because[0]?.text).toBe('Ann hit Bo (see above).');
  });

  test('says what made something possible, and how long ago what lies far back', () => {
    const why = ask([
      { who: 'Ann', verb: 'betray', whom: 'Bo', at: -3 * 365 * 86_400 },
      { who: 'Cy', verb: 'leave', at: 0 },
      { who: 'Bo', verb: 'come', because: [1, -2], at: 60 },
    ]);
    expect(why.causes.map(({ text }) => text)).toEqual(['Three years before, Ann betrayed Bo.', 'Cy had left.']);
  });

  test('takes a dozen lines at most where nothing else is asked, and says what it leaves out', () => {
    const verbs = 'run fall wait climb shout dig hide weep sing pray rest work play swim jump'.split(' ');
    const events: Small[] = verbs.map((verb, at) => ({ who: 'Ann', verb, because: at === 0 ? [] : [at] }));
    const wide: Small[] = [...events, { who: 'Bo', verb: 'leave', because: [verbs.map((_, at) => at + 1)] }];
    const why = ask(wide);
    const lines = (causes: readonly WhyCause[]): number =>
      causes.reduce((sum, { because, left }) => sum + 1 + (left > 0 ? 1 : 0) + lines(because), 0);
    expect(1 + lines(why.causes)).toBeLessThanOrEqual(12);
    expect(why.causes[0]?.left).toBe(verbs.length - (why.causes[0]?.because.length ?? 0));
    expect(whyOf(small(wide), wide.length, { depth: 1 }).causes[0]?.because).toHaveLength(verbs.length);
  });

  test('an event without causes has none, and one that is not there is refused', () => {
    expect(ask([hit]).causes).toEqual([]);
    expect(() => ask([hit], 2)).toThrow('there is no event 2; the last is 1');
  });

  test('a statement about the world has the events that made it so behind it', () => {
    const said = statement(small([hit, fell]), 'Bo was down.', [2, 0, 2], 60, 12);
    expect(said).toMatchObject({ ids: [2], text: 'Bo was down.', joint: false });
    expect(shape(said.because)).toBe('2(1)');
    expect(statement(small([hit]), 'Cy was up.', [], 60, 12).because).toEqual([]);
  });
});
