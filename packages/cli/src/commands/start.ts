import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RunError, defaultRunDir, liveRun, openRun, scenarioName } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { DAY, plain } from '@anchorhold/scenario';
import { entriesAsText, nightEntries } from '@anchorhold/story';
import type { Entry } from '@anchorhold/story';
import { scenarioFile, seedFrom } from '../args.ts';
import { examples } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { textWidth } from '../io.ts';
import type { Io } from '../io.ts';
import { live } from '../living.ts';
import type { LivedRun } from '../living.ts';
import { glancePage } from '../show/glance.ts';
import { lookAt } from '../show/look.ts';
import { setPage } from '../show/page.ts';
import { styleOf } from '../style.ts';
import { sideOf, tellerOf, toldRun } from '../telling.ts';
import { shellWord } from '../text.ts';

/** The scenario that a newcomer sees first. */
const FIRST = 'siege-of-the-compound';
/** Where shipped scenarios lie in a checkout, for those who call the command from elsewhere. */
const SHIPPED = new URL('../../../../scenarios/', import.meta.url);
/** How many folders are tried where earlier ones hold other runs. */
const MOST_FOLDERS = 50;

interface Options {
  readonly seed: string;
  readonly once?: boolean;
}

export const addStart: AddCommand = (program, io) => {
  program
    .command('start')
    .summary('live a night and read how it went')
    .description(
      'Live a night, and print how it came out and what happened, each thing with its reason. npm start does this with the siege of the compound.',
    )
    .argument('[scenario]', 'a shipped scenario by name, or a file', FIRST)
    .option('--seed <n>', 'which luck', '1')
    .option('--once', 'end after printing')
    .addHelpText('after', examples('start --seed 7', 'start farm-at-night'))
    .action(async (name: string, { seed: typed }: Options) => {
      const seed = seedFrom(typed);
      const { summary } = await liveSomewhere(io, fileOf(name), seed);
      await print(io, await openRun(summary.dir), name);
    });
};

/** A scenario of the working folder comes before a shipped one of the same name. */
function fileOf(name: string): string {
  const shipped = /^[a-z0-9-]+$/.test(name) ? fileURLToPath(new URL(`${name}.yaml`, SHIPPED)) : '';
  const own = existsSync(`scenarios/${name}.yaml`) || existsSync(name) || !existsSync(shipped);
  return own ? scenarioFile(name) : shipped;
}

/** Live it in the usual folder, or, where that holds another run, which is not touched, in one beside it. */
async function liveSomewhere(io: Io, scenario: string, seed: number): Promise<LivedRun> {
  const usual = defaultRunDir(scenario, seed);
  for (let n = 1; ; n++) {
    const dir = n === 1 ? usual : `${usual}-${n}`;
    try {
      return await live(io, dir, scenarioName(scenario), (hooks) =>
        liveRun({ ...hooks, scenarioFile: scenario, dir, seed }),
      );
    } catch (error) {
      const taken =
        error instanceof RunError && ['other-recipe', 'other-rules', 'in-the-way', 'damaged'].includes(error.trouble);
      if (!taken || n === MOST_FOLDERS) throw error;
    }
  }
}

async function print(io: Io, run: Run, name: string): Promise<void> {
  const { strong } = styleOf(io);
  const width = textWidth(io);
  const history = await run.history();
  const start = lookAt(run.worldAt(run.recipe.begin), history);
  io.out(`${setPage(glancePage(run, lookAt(run.end(), history), start), width, strong)}\n`);
  const home = sideOf(history, tellerOf(history, run.setup, undefined));
  const entries = nightEntries(toldRun(run, history), {
    begin: history.begin,
    ...(home === undefined ? {} : { home }),
  });
  for (const [day, those] of byDay(entries, history.begin)) {
    io.out(`${strong(day)}\n${entriesAsText(those, width)}\n\n`);
  }
  const dir = shellWord(run.dir);
  const teller = shellWord(plain(tellerOf(history, run.setup, undefined)?.name ?? history.names[0]!.name, 60));
  const which = name === FIRST ? '' : `${shellWord(name)} `;
  const further = [
    [`npx anchorhold tell ${dir}`, 'the same as prose'],
    [`npx anchorhold show ${dir} ${teller}`, 'somebody, at any moment of it'],
    [`npx anchorhold events ${dir}`, 'everything, and what it happened because of'],
    [`npm start -- ${which}--seed ${run.recipe.seed + 1}`, 'another night'],
    ...(which === '' ? [['npm start -- farm-at-night', 'another place']] : []),
  ];
  const wide = Math.max(...further.map(([command]) => command!.length));
  const lines = further.map(([command, what]) => `  ${command!.padEnd(wide)}  ${what}`);
  io.out(`Saved in ${dir}. To look further:\n${lines.join('\n')}\n`);
}

function byDay(entries: readonly Entry[], begin: number): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = entry.time < 0 ? 'Before' : `Day ${Math.floor((begin + entry.time) / DAY) + 1}`;
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}
