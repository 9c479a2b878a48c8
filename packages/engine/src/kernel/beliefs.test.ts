import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { believe, claim, claimsOf, findClaim, firstClaim, forget, predicate, sourcesOf } from './beliefs.ts';
import { createWorld } from './create.ts';
import { Ruleset } from './ruleset.ts';
import { load, save } from './save.ts';
import { setupOf } from './setup.fixture.ts';
import { assertSound } from './sound.fixture.ts';
import { person, place } from './tables.ts';
import type { World } from './world.ts';

const rules = new Ruleset([], 'beliefs');
const newWorld = (): World =>
  createWorld(rules, setupOf({ people: { A: {}, B: {}, C: {} }, places: { here: {}, there: {}, yonder: {} } }));
const isAt = predicate('test/is-at', person);
const isLocked = predicate('test/is-locked', place);
const predicates = [isAt, isLocked];

interface Held {
  what: number;
  subject: number;
  place: number;
  negated: boolean;
  confidence: number;
  seen: number;
  changed: number;
  from: number;
  sources: number[];
}

const word = fc.record({
  do: fc.constant('believe' as const),
  holder: fc.nat(2),
  what: fc.nat(1),
  subject: fc.constantFrom(0, 0, 1, 2),
  // Mostly the same, so that word agrees often enough for all sources to fill.
  place: fc.constantFrom(0, 0, 0, 0, 1, -1),
  negated: fc.constantFrom(false, false, false, true),
  confidence: fc.constantFrom(0.25, 0.5, 0.75, 1),
  source: fc.integer({ min: 1, max: 6 }),
  from: fc.integer({ min: -1, max: 2 }),
  ago: fc.nat(20),
  later: fc.nat(10),
});
const forgetting = fc.record({
  do: fc.constant('forget' as const),
  holder: fc.nat(2),
  what: fc.nat(1),
  older: fc.nat(30),
});
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: word },
    { weight: 1, arbitrary: forgetting },
    { weight: 1, arbitrary: fc.constant({ do: 'save' as const }) },
  ),
  {
    maxLength: 80,
  },
);

describe('claims', () => {
  test('are as in a model of plain objects: newer word wins, agreeing word joins its sources, even late, forgetting drops the old', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let world = newWorld();
        world.time = 100;
        const model: Held[][] = [[], [], []];
        for (const each of list) {
          if (each.do === 'save') world = load(world.recipe, save(world));
          else if (each.do === 'forget') {
            const before = world.time - each.older;
            forget(world, each.holder, predicates[each.what], before);
            model[each.holder] = model[each.holder].filter((h) => h.what !== each.what || h.seen >= before);
          } else {
            world.time += each.later;
            const seen = world.time - each.ago;
            const { holder, what, subject, negated, confidence, source, from } = each;
            believe(world, holder, predicates[what], subject, {
              place: each.place,
              negated,
              confidence,
              source,
              from,
              seen,
            });
            const known = model[holder].find((h) => h.what === what && h.subject === subject);
            const agrees = known !== undefined && known.place === each.place && known.negated === negated;
            if (known !== undefined && known.seen > seen) {
              const [newest, ...rest] = known.sources;
              if (agrees && !known.sources.includes(source)) known.sources = [newest, source, ...rest].slice(0, 3);
              continue;
            }
            const held: Held = agrees
              ? {
                  ...known,
                  confidence: Math.max(known.confidence, confidence),
                  sources: known.sources[0] === source ? known.sources : [source, ...known.sources].slice(0, 3),
                }
              : {
                  what,
                  subject,
                  place: each.place,
                  negated,
                  confidence,
                  seen,
                  changed: world.time,
                  from,
                  sources: [source],
                };
            if (known === undefined) model[holder].unshift(held);
            else model[holder][model[holder].indexOf(known)] = held;
            held.seen = seen;
            held.from = from;
          }
        }
        const rows = world.of(claim);
        model.forEach((held, holder) => {
          const told = claimsOf(world, holder).map((row): Held => ({
            what: predicates.findIndex((p) => p.hash === rows.predicate.at(row)),
            subject: rows.subject.at(row),
            place: rows.place.at(row) - 1,
            negated: rows.polarity.at(row) === 0,
            confidence: rows.confidence.at(row),
            seen: rows.seen.at(row),
            changed: rows.changed.at(row),
            from: rows.from.at(row) - 1,
            sources: sourcesOf(world, row),
          }));
          expect(told).toEqual(held);
          for (const [what, each] of predicates.entries()) {
            const newest = held.find((h) => h.what === what);
            const row = firstClaim(world, holder, each);
            expect(row < 0 ? undefined : rows.subject.at(row)).toBe(newest?.subject);
            for (let subject = 0; subject < 3; subject++) {
              expect(findClaim(world, holder, each, subject) >= 0).toBe(
                held.some((h) => h.what === what && h.subject === subject),
              );
            }
          }
        });
        expect(rows.liveCount).toBe(model.flat().length);
        try {
          assertSound(world);
        } catch (error) {
          // The toy sources are no events of this chronicle; the rest must be sound.
          expect(
            String(error)
              .split('\n')
              .slice(1)
              .filter((line) => !/source\d of row \d+ is event/.test(line)),
          ).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('word to the contrary replaces all that spoke for it', () => {
    const world = newWorld();
    for (const source of [1, 2, 3, 4]) believe(world, 0, isAt, 1, { place: 2, confidence: 0.5, source });
    const row = findClaim(world, 0, isAt, 1);
    expect(sourcesOf(world, row)).toEqual([4, 3, 2]);
    believe(world, 0, isAt, 1, { place: 2, negated: true, confidence: 0.25, source: 5 });
    expect([sourcesOf(world, row), world.of(claim).confidence.at(row)]).toEqual([[5], 0.25]);
  });
});
