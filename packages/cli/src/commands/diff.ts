import { diffRuns, openRun } from '@anchorhold/runs';
import type { Difference, Run, RunRecipe } from '@anchorhold/runs';
import { formatClock, plain } from '@anchorhold/scenario';
import { compareWorlds } from '@anchorhold/story';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { NOT_SO } from '../exit.ts';
import { andList } from '../text.ts';
import { sinceBegin } from '../time-words.ts';
import { withLines, withoutLines } from '../what-if/changes.ts';
import type { Clock } from '../what-if/changes.ts';

export const addDiff: AddCommand = (program, io, told) => {
  program
    .command('diff')
    .summary('where two runs part')
    .description(
      'Name the first moment at which two runs part, and the first thing in it that differs. Exit code 0 where they are the ' +
        'same, 1 where they part.',
    )
    .argument('<dir>', 'the folder of a run')
    .argument('<other>', 'the folder of another')
    .option('--json', 'print {time, system, table, row, column, before, after}, or {same: true}')
    .addHelpText('after', examples('diff runs/farm-at-night-1 runs/farm-at-night-2'))
    .action(async (dir: string, other: string, options: { readonly json?: boolean }) => {
      const found = await diffRuns(dir, other);
      const [a, b] = [await openRun(dir), await openRun(other)];
      if (options.json === true) printJson(io, found);
      else if ('same' in found) io.out('The two runs are the same from beginning to end.\n');
      else {
        const why = forkWords(a, b) ?? forkWords(b, a) ?? knownBefore(a.recipe, b.recipe);
        io.out(`${[...words(found, a.recipe.begin, dir, other), ...why].join('\n')}\n`);
      }
      if (!('same' in found)) told.code = NOT_SO;
    });
};

/** Where one is a fork of the other: in what it was lived otherwise, which is why they part. Else null. */
function forkWords(run: Run, fork: Run): string[] | null {
  const { parent, begin } = fork.recipe;
  if (parent?.hash !== run.summary.hash || !run.finished || !fork.finished) return null;
  const [before, after] = [run.end(), fork.end()];
  const added = parent.added.map((place) => after.recipe.log[place]!);
  const comparison = compareWorlds(before, after, added);
  const clock: Clock = (time) => formatClock(begin + time);
  return [
    `${plain(fork.dir, 200)} is a fork of ${plain(run.dir, 200)}.`,
    ...labelled('Without', withoutLines(comparison, clock)),
    ...labelled('With', withLines(comparison, added, before, clock)),
  ];
}

const labelled = (label: string, lines: readonly string[]): string[] =>
  lines.map((line, index) => `  ${index === 0 ? label : ' '.repeat(label.length)}  ${plain(line, 400)}`);

/** In what the two were begun differently, which is why they part. */
function knownBefore(a: RunRecipe, b: RunRecipe): string[] {
  const differ = [
    ...(a.scenario === b.scenario ? [] : [`scenarios (${plain(a.scenario, 60)} and ${plain(b.scenario, 60)})`]),
    ...(a.scenario !== b.scenario || a.text === b.text ? [] : ['texts of the scenario']),
    ...(a.seed === b.seed ? [] : [`seeds (${a.seed} and ${b.seed})`]),
    ...(JSON.stringify(a.log) === JSON.stringify(b.log) ? [] : ['orders']),
    ...(a.rules === b.rules ? [] : ['rules']),
  ];
  return differ.length === 0 ? [] : [`They were begun with different ${andList(differ)}.`];
}

function words(found: Difference, begin: number, dir: string, other: string): string[] {
  const { time, system, table, row, column, before, after } = found;
  const where = `${formatClock(begin + time)} (${sinceBegin(time)})`;
  if (system === 'run') {
    const what = row === 'begin' ? 'begins' : 'is lived until';
    const moment = (value: unknown): string => formatClock((row === 'begin' ? 0 : begin) + Number(value));
    return [
      `The runs are alike until ${where}.`,
      `  ${plain(dir, 200)} ${what} ${moment(before)}`,
      `  ${plain(other, 200)} ${what} ${moment(after)}`,
    ];
  }
  const cell = column === null ? 'is there' : plain(column, 60);
  const thing =
    table === 'chronicle'
      ? `event ${plain(row, 60)}`
      : `${plain(table, 60)}${row.startsWith('#') ? ' ' : ' of '}${plain(row, 60)}`;
  return [
    `The runs part at ${where}, in ${plain(system, 60)}: ${thing}, ${cell}.`,
    `  ${valueWords(before)}   in ${plain(dir, 200)}`,
    `  ${valueWords(after)}   in ${plain(other, 200)}`,
  ];
}

const valueWords = (value: Difference['before']): string => (value === null ? 'nothing' : plain(String(value), 200));
