import { beginOf, lasts, ruleset } from '@anchorhold/engine';
import type { LogEntry } from '@anchorhold/engine';
import { defaultRunDir, liveRun, openRun, resumeRun } from '@anchorhold/runs';
import { readScenario } from '@anchorhold/scenario';
import { durationFrom, scenarioFile, seedFrom } from '../args.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { CommandError } from '../exit.ts';
import { readText } from '../files.ts';
import type { Io } from '../io.ts';
import { live } from '../living.ts';
import type { LivedRun } from '../living.ts';
import { readOrders } from '../orders/read.ts';
import { trunkOfScenario } from '../orders/trunk.ts';
import { outcomeLines } from '../outcome.ts';
import { durationWords } from '../time-words.ts';
import { styleOf } from '../style.ts';
import { shellWord } from '../text.ts';

interface Options {
  readonly seed?: string;
  readonly for?: string;
  readonly orders?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly resume?: string;
  readonly json?: boolean;
}

export const addRun: AddCommand = (program, io) => {
  program
    .command('run')
    .summary('live a scenario and leave a run folder')
    .description(
      'Live a scenario and leave a run folder. A name without a path is looked for in scenarios/. The same scenario, seed ' +
        'and orders give the same history, to the bit; a folder that holds it already is used again.',
    )
    .argument('[scenario]', 'a YAML file, or the name of one in scenarios/')
    .option('--seed <n>', 'which luck; 1 if left out')
    .option('--for <duration>', 'how long, such as 90m, 6h or 5d; as the scenario says if left out')
    .option('--orders <file>', 'orders and interventions, in YAML')
    .option('--out <dir>', 'where to leave the run; runs/<scenario>-<seed> if left out')
    .option('--force', 'replace another run that is in the folder')
    .option('--resume <dir>', 'go on with a run that was interrupted')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      examples(
        'run farm-at-night --seed 7',
        'run scenarios/farm-at-night.yaml --for 6h --out runs/short',
        'run --resume runs/farm-at-night-7',
      ),
    )
    .action(async (scenario: string | undefined, options: Options) => {
      const lived =
        options.resume === undefined
          ? await begin(io, scenario, options)
          : await resume(io, scenario, options, options.resume);
      if (options.json === true) printJson(io, lived.summary);
      else await printSummary(io, lived);
    });
};

async function begin(io: Io, scenario: string | undefined, options: Options): Promise<LivedRun> {
  if (scenario === undefined)
    throw new CommandError('Which scenario? Name one, such as: npx anchorhold run farm-at-night');
  const seed = seedFrom(options.seed ?? '1');
  const forSeconds = options.for === undefined ? undefined : durationFrom('--for', options.for);
  const file = scenarioFile(scenario);
  const text = readText(file);
  const log = options.orders === undefined ? [] : ordersFor(options.orders, { file, text, seed, forSeconds });
  const dir = options.out ?? defaultRunDir(file, seed);
  if (dir === '') throw new CommandError('--out needs the name of a folder.');
  return await live(io, dir, file, (hooks) =>
    liveRun({
      ...hooks,
      scenarioFile: file,
      dir,
      seed,
      log,
      force: options.force ?? false,
      ...(forSeconds === undefined ? {} : { forSeconds }),
    }),
  );
}

interface Plan {
  readonly file: string;
  readonly text: string;
  readonly seed: number;
  readonly forSeconds: number | undefined;
}

/** Orders can be read only beside a scenario that has no errors; where it has some, living it will say so. */
function ordersFor(orders: string, { file, text, seed, forSeconds }: Plan): readonly LogEntry[] {
  const ordersText = readText(orders);
  const { setup } = readScenario(text, { file, parts: ruleset.sections });
  if (setup === null) return [];
  const begin = beginOf(setup);
  const until = begin + (forSeconds ?? setup.whole(lasts)!);
  return readOrders(ordersText, { file: orders, trunk: trunkOfScenario(setup, seed, begin, until) });
}

async function resume(io: Io, scenario: string | undefined, options: Options, dir: string): Promise<LivedRun> {
  const useless = (['seed', 'for', 'orders', 'out', 'force'] as const).find((option) => options[option] !== undefined);
  if (scenario !== undefined || useless !== undefined) {
    const what = scenario === undefined ? `--${useless}` : 'a scenario';
    throw new CommandError(`--resume goes on with a run as it was begun, so ${what} cannot be given beside it.`);
  }
  return await live(io, dir, dir, (hooks) => resumeRun(dir, hooks));
}

async function printSummary(io: Io, { summary, anew }: LivedRun): Promise<void> {
  const { strong, faint } = styleOf(io);
  const { dir, scenario, seed, until, events, hash, outcome } = summary;
  const { recipe } = await openRun(dir);
  const orders =
    recipe.log.length === 0 ? '' : `, with ${recipe.log.length} ${recipe.log.length === 1 ? 'order' : 'orders'}`;
  const lines = [
    `${strong(scenario)}, seed ${seed}${orders}: ${durationWords(until)}, ${events} events.${anew ? '' : ' It was lived before.'}`,
    ...outcomeLines(outcome),
    '',
    `${anew ? 'Saved in' : 'It lies in'} ${shellWord(dir)}. To read it: npx anchorhold tell ${shellWord(dir)}`,
    faint(`hash ${hash}`),
  ];
  io.out(`${lines.join('\n')}\n`);
}
