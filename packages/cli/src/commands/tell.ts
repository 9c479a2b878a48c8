import { person, readEvent, title } from '@anchorhold/engine';
import { openRun } from '@anchorhold/runs';
import type { Named, Run } from '@anchorhold/runs';
import { chronicleVoice, formatTelling, recalls, wordsIn } from '@anchorhold/story';
import type { Format, Length, Telling, Told } from '@anchorhold/story';
import { choiceFrom, countFrom, momentFrom } from '../args.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { CommandError, NOT_SO } from '../exit.ts';
import { textWidth } from '../io.ts';
import { seasonOf, sideOf, sizeOf, tellerOf, toldRun } from '../telling.ts';

const VOICES = ['chronicle'] as const;
const LATER = ['close', 'first', 'log', 'report'] as const;
const LENGTHS = ['line', 'page', 'chapter', 'booklet'] as const satisfies readonly Length[];
const FORMATS = ['text', 'md', 'html'] as const satisfies readonly Format[];

interface Options {
  readonly voice: string;
  readonly pov?: string;
  readonly from?: string;
  readonly to?: string;
  readonly length: string;
  readonly edition: string;
  readonly format: string;
  readonly json?: boolean;
}

export const addTell: AddCommand = (program, io, told) => {
  const lengths = LENGTHS.map((length) => `${length} (${wordsIn[length]} words)`).join(', ');
  program
    .command('tell')
    .summary('tell what happened')
    .description('Tell a run as prose. What is told, and how much of it, follows from the length.')
    .argument('<dir>', 'the folder of a run')
    .option('--voice <voice>', 'who speaks: chronicle, the journal of the settlement', 'chronicle')
    .option('--pov <name>', 'on whose side it is told; the teller of the scenario if left out')
    .option('--from <time>', 'not what came before, such as "d2 00:30", or 3h from the start')
    .option('--to <time>', 'not what came after')
    .option('--length <length>', `at most: ${lengths}`, 'chapter')
    .option('--edition <n>', 'the same history in other words, from 1 on', '1')
    .option('--format <format>', 'text, md or html', 'text')
    .option('--json', 'print title, sections and sentences, each with the numbers of its events')
    .addHelpText(
      'after',
      examples(
        'tell runs/farm-at-night-1 --length page',
        'tell runs/farm-at-night-1 --pov Rourke --format html > rourke.html',
      ),
    )
    .action(async (dir: string, options: Options) => {
      mustBeVoice(options.voice);
      const length = choiceFrom('--length', options.length, LENGTHS);
      const format = choiceFrom('--format', options.format, FORMATS);
      const edition = countFrom('--edition', options.edition, 1);
      const { telling, empty } = await tell(await openRun(dir), length, edition, options);
      if (options.json === true) printJson(io, telling);
      else io.out(formatTelling(telling, format, textWidth(io)));
      if (!empty) return;
      io.err('Nothing happened in that time.\n');
      told.code = NOT_SO;
    });
};

function mustBeVoice(voice: string): void {
  if ((VOICES as readonly string[]).includes(voice)) return;
  if ((LATER as readonly string[]).includes(voice)) {
    throw new CommandError(
      `--voice ${voice} does not exist in this version. The voice there is: ${VOICES.join(', ')}.`,
    );
  }
  choiceFrom('--voice', voice, VOICES);
}

async function tell(
  run: Run,
  length: Length,
  edition: number,
  options: Options,
): Promise<{ telling: Telling; empty: boolean }> {
  const history = await run.history();
  const { begin } = history;
  const from = options.from === undefined ? undefined : momentFrom('--from', options.from, begin) - begin;
  const to = options.to === undefined ? undefined : momentFrom('--to', options.to, begin) - begin;
  if (from !== undefined && to !== undefined && from > to) throw new CommandError('--from is later than --to.');
  const teller = tellerOf(history, run.sameRules ? run.setup : null, options.pov);
  const home = sideOf(history, teller);
  const told = toldRun(run, history);
  // A part of a history has a title of its own.
  const whole = from === undefined && to === undefined && run.sameRules ? run.setup.whole(title) : undefined;
  const season = run.sameRules ? seasonOf(run.setup) : undefined;
  const telling = chronicleVoice(inEdition(told, edition), {
    length,
    begin,
    ...(whole === undefined ? {} : { title: whole }),
    ...(home === undefined ? {} : { home, ours: sizeOf(history, teller) }),
    ...(season === undefined ? {} : { season }),
    ...(options.pov === undefined || teller === null || !run.sameRules ? {} : { forgets: forgottenBy(run, teller) }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  const empty = !told.some(({ time }) => time >= (from ?? 0) && time <= (to ?? Infinity));
  return { telling, empty };
}

/** What somebody has forgotten by the end of a run. */
function forgottenBy(run: Run, { key }: Named): { key: string; event: (id: number) => boolean } {
  const world = run.end();
  const who = world.cast.mustRow(person, key);
  return { key, event: (id) => !recalls(world, who, readEvent(world, id)) };
}

/** Wording is drawn by an event's key: another key is another wording of the same thing. */
function inEdition(told: readonly Told[], edition: number): readonly Told[] {
  return edition === 1 ? told : told.map((event) => ({ ...event, key: `${event.key} ${edition}` }));
}
