import { basename, resolve } from 'node:path';
import { muteOf, withhold } from '@anchorhold/engine';
import type { LogEntry } from '@anchorhold/engine';
import { safeName } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { formatClock, plain } from '@anchorhold/scenario';
import { momentWithin } from '../args.ts';
import { CommandError } from '../exit.ts';
import { readText } from '../files.ts';
import { readOrders } from '../orders/read.ts';
import { trunkOfRun } from '../orders/trunk.ts';

export interface Asked {
  readonly without?: string;
  readonly at?: string;
  readonly do?: string;
  readonly with?: string;
}

/** What is to be otherwise in a run: entries for its log, and how its fork is called beside it. */
export interface Otherwise {
  readonly added: readonly LogEntry[];
  readonly suffix: string;
}

/** More numbers than these make no name for a folder. */
const NAMED = 4;

/** What the options ask for. Throws CommandError where they ask for nothing, for several things, or for what cannot be. */
export function otherwise(run: Run, asked: Asked): Otherwise {
  refuseMixed(asked);
  if (asked.without !== undefined) return withoutEvents(run, asked.without);
  if (asked.with !== undefined) return withFile(run, asked.with);
  return withOrder(run, asked.at!, asked.do!);
}

function refuseMixed({ without, at, do: order, with: file }: Asked): void {
  const ways = [
    ...(without === undefined ? [] : ['--without']),
    ...(order === undefined ? [] : ['--do']),
    ...(file === undefined ? [] : ['--with']),
  ];
  if (ways.length > 1) {
    throw new CommandError(
      `${ways[0]} and ${ways[1]} cannot be asked together. Write all that is to be otherwise into one file: --with FILE.`,
    );
  }
  if (at !== undefined && order === undefined) {
    throw new CommandError(
      ways.length === 0
        ? '--at says when, but not what. Add --do, such as: --do "order: {by: Marit, do: hold, to: granary}".'
        : `--at belongs to --do; ${ways[0]} brings its own moment.`,
    );
  }
  if (order !== undefined && at === undefined)
    throw new CommandError('--do says what, but not when. Add --at, such as: --at "d1 22:30".');
  if (ways.length === 0)
    throw new CommandError('What is to be otherwise? Give --without EVENT, --at TIME --do ORDER, or --with FILE.');
}

function withoutEvents(run: Run, typed: string): Otherwise {
  const ids = [...new Set(typed.split(',').map((word) => eventIn(run, word)))].sort((a, b) => a - b);
  const end = run.end();
  const named = ids.length > NAMED ? [...ids.slice(0, NAMED - 1), 'and', ids.length - NAMED + 1, 'more'] : ids;
  return { added: ids.map((id) => withhold(muteOf(end, id))), suffix: `without-${named.join('-')}` };
}

/** An event of the run by its number, as typed. */
function eventIn({ summary: { events }, dir }: Run, typed: string): number {
  const word = typed.trim();
  const id = /^\d{1,9}$/.test(word) ? Number(word) : NaN;
  if (id >= 1 && id <= events) return id;
  const shown = plain(dir, 200);
  if (Number.isNaN(id)) {
    throw new CommandError(
      `--without "${plain(word, 80)}" is no event. Events go by the numbers that this lists: npx anchorhold events ${shown}`,
    );
  }
  throw new CommandError(`--without ${id}: ${shown} has no such event. Its events are numbered from 1 to ${events}.`);
}

function withFile(run: Run, file: string): Otherwise {
  const added = readOrders(readText(file), { file, trunk: trunkOfRun(run.asked()) });
  if (added.length === 0)
    throw new CommandError(`${plain(file, 200)} holds no order and no intervention: nothing would be otherwise.`);
  return { added, suffix: `with-${safeName(basename(file).replace(/\.ya?ml$/i, ''))}` };
}

function withOrder(run: Run, at: string, order: string): Otherwise {
  const { begin } = run.recipe;
  const moment = momentWithin('--at', at, begin, begin + run.summary.until);
  const added = readOrders(order, { file: '--do', trunk: trunkOfRun(run.asked()), at: moment });
  const words = order.replace(/^\s*-\s*/, '');
  return { added, suffix: safeName(`with-${words}-${formatClock(moment)}`).replaceAll(/-{2,}/g, '-') };
}

/** Where a fork is left unless somebody says otherwise: beside its run. */
export function besideRun(dir: string, suffix: string): string {
  const path = dir.replace(/[/\\]+$/, '');
  return `${/^(?:.*[/\\])?\.{0,2}$/.test(path) ? resolve(dir) : path}-${suffix}`;
}
