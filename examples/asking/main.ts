import { readFileSync } from 'node:fs';
import { lasts, ruleset } from '@anchorhold/engine';
import { formatClock, readScenario } from '@anchorhold/scenario';
import {
  chroniclesOf,
  credit,
  inThisThread,
  liveInMemory,
  outcomesIn,
  remembering,
  sayCredit,
  testWhy,
  whatIf,
  whyOf,
  withholding,
} from '@anchorhold/story';
import type { WhyCause } from '@anchorhold/story';

// A night at the farm, kept in memory with what questions need.
const file = 'scenarios/farm-at-night.yaml';
const { setup } = readScenario(readFileSync(file, 'utf8'), { file, parts: ruleset.sections });
if (setup === null) process.exit(2);
const lived = liveInMemory(ruleset, setup, { seed: 6, forSeconds: setup.whole(lasts) ?? 3600 });

// Why did the band give up? The tree of what was stated, then each of the nearest causes withheld.
const turn = lived.happenings.find(({ kind }) => kind === 'will/gave-up');
if (turn === undefined) process.exit(1);
const executor = remembering(inThisThread(lived), new Map());
const why = await testWhy(whyOf(chroniclesOf(lived.end), turn.id), lived, executor, { redraws: 4 });
console.log(`${formatClock(lived.begin + why.event.time)}  ${why.event.text}`);
tell(why.causes, 1);

function tell(causes: readonly WhyCause[], depth: number): void {
  for (const { text, test, because } of causes) {
    const verdict = test === null ? '' : `  [${test.effect ?? 'untested'}, needed in ${test.undone} of ${test.came}]`;
    console.log(`${'  '.repeat(depth)}${text}${verdict}`);
    tell(because, depth + 1);
  }
}

// What if she had not given up just then?
const otherwise = await whatIf(lived, withholding(lived, [turn.id]));
console.log(`\nWithout it the nights part: ${otherwise.parts?.text ?? 'nowhere'}`);
for (const { shown, before, after } of otherwise.people) console.log(`  ${shown}: ${before} then, ${after} now`);

// Whose acts held the granary?
const outcome = outcomesIn(ruleset, setup).find(({ name }) => name === 'the farm holds the granary');
if (outcome === undefined) process.exit(1);
const found = await credit(lived, executor, { outcome }, { redraws: 8 });
console.log(`\n${found.outcome}:`);
for (const { act, what, how } of sayCredit(lived, found).acts) {
  console.log(`  ${found.acts[act]?.share.toFixed(2)}  ${what}\n        ${how}`);
}
