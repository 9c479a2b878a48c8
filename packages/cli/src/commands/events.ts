import { openRun } from '@anchorhold/runs';
import type { History, Named, RecordedEvent, Run } from '@anchorhold/runs';
import { nearest, plain } from '@anchorhold/scenario';
import { momentFrom } from '../args.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { CommandError, NOT_SO } from '../exit.ts';
import { textWidth } from '../io.ts';
import type { Io } from '../io.ts';
import { findNamed } from '../named.ts';
import { styleOf } from '../style.ts';
import { andList, wrap } from '../text.ts';

interface Options {
  readonly kind?: string;
  readonly about?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

export const addEvents: AddCommand = (program, io, told) => {
  program
    .command('events')
    .summary('list what happened')
    .description(
      'List the chronicle of a run: when, the number of the event, what happened, and the numbers of the events it happened ' +
        'because of. Numbers joined by + count only together.',
    )
    .argument('<dir>', 'the folder of a run')
    .option('--kind <kind>', 'only events of a kind, such as wounds/wounded, or of all kinds of one system: wounds')
    .option('--about <name>', 'only events that somebody or something has a part in, or that happened in a place')
    .option('--from <time>', 'not before, such as "d2 00:30", or 3h from the start')
    .option('--to <time>', 'not after')
    .option('--json', 'print one JSON object a line')
    .addHelpText(
      'after',
      examples(
        'events runs/farm-at-night-1 --about Marit',
        'events runs/farm-at-night-1 --kind wounds --from "d2 00:00" --json',
      ),
    )
    .action(async (dir: string, options: Options) => {
      const run = await openRun(dir);
      const history = await run.history();
      const found = history.events.filter(wantedIn(history, options));
      if (options.json === true) for (const event of found) printJson(io, eventJson(event));
      else print(io, found);
      if (found.length > 0) return;
      io.err(`${nothing(run, options)}\n`);
      told.code = NOT_SO;
    });
};

function wantedIn(history: History, options: Options): (event: RecordedEvent) => boolean {
  const { begin, names } = history;
  const from = options.from === undefined ? -Infinity : momentFrom('--from', options.from, begin) - begin;
  const to = options.to === undefined ? Infinity : momentFrom('--to', options.to, begin) - begin;
  if (from > to) throw new CommandError('--from is later than --to.');
  const ofKind = options.kind === undefined ? () => true : kindFilter(history, options.kind);
  const about = options.about === undefined ? null : findNamed(names, options.about)!;
  return (event) =>
    event.time >= from && event.time <= to && ofKind(event.kind) && (about === null || concerns(history, event, about));
}

/** `wounds/wounded`, `wounded`, or a whole system: `wounds`. */
function kindFilter(history: History, typed: string): (kind: string) => boolean {
  const kinds = history.kinds.map(({ id }) => id);
  const wanted = typed.trim();
  const fits = (kind: string): boolean => kind === wanted || kind.split('/').includes(wanted);
  if (kinds.some(fits)) return fits;
  const near = nearest(wanted, [...new Set(kinds.flatMap((kind) => [kind, ...kind.split('/')]))]);
  const systems = [...new Set(kinds.map((kind) => kind.split('/')[0]!))];
  const hint = near === null ? `Systems: ${systems.join(', ')}.` : `Nearest: ${near}.`;
  throw new CommandError(`--kind "${plain(typed, 80)}" is no kind of event. ${hint}`);
}

function concerns({ kinds }: History, { kind, roles, place }: RecordedEvent, { table, key }: Named): boolean {
  if (table === 'place' && place === key) return true;
  const spec = kinds.find(({ id }) => id === kind)?.roles ?? [];
  return spec.some((role) => role.table === table && roles[role.name] === key);
}

/** An event as the contract of the command has it. */
function eventJson(event: RecordedEvent): Record<string, unknown> {
  const { id, key, time, clock, kind, roles, place, data, witnesses, because, outside, text } = event;
  const names = witnesses.map(({ name }) => name);
  return { id, key, time, clock, kind, roles, place, data, witnesses: names, because, outside, text };
}

function print(io: Io, events: readonly RecordedEvent[]): void {
  const { faint } = styleOf(io);
  const clocks = Math.max(...events.map(({ clock }) => clock.length));
  const ids = String(events.at(-1)?.id ?? '').length;
  const width = textWidth(io);
  for (const { id, clock, text, because, outside } of events) {
    const margin = ' '.repeat(clocks + ids + 4);
    const head = `${clock.padEnd(clocks)}  ${String(id).padStart(ids)}  `;
    const body = wrap(plain(text, 600), width, margin).slice(margin.length);
    const why = outside ? 'given from outside' : becauseWords(because);
    // On the same line where there is room.
    const last = body.split('\n').at(-1)!;
    const room = width - (body.includes('\n') ? last.length : margin.length + last.length);
    const tail = why === '' ? '' : why.length + 3 <= room ? `  ${faint(why)}` : `\n${margin}${faint(why)}`;
    io.out(`${faint(head)}${body}${tail}\n`);
  }
}

const HOW = { reason: 'because of', enabled: 'made possible by', interrupted: 'interrupted by' } as const;

/** `because of 12, 13+14; made possible by 9`. */
function becauseWords(because: RecordedEvent['because']): string {
  return (['reason', 'enabled', 'interrupted'] as const)
    .flatMap((as) => {
      const joint = new Map<string, number[]>();
      because
        .filter((cause) => cause.as === as)
        .forEach((cause, index) => {
          const group = cause.group === 0 ? `alone ${index}` : `group ${cause.group}`;
          joint.set(group, [...(joint.get(group) ?? []), cause.id]);
        });
      const words = [...joint.values()].map((ids) => [...new Set(ids)].join('+'));
      return words.length === 0 ? [] : [`${HOW[as]} ${andList(words)}`];
    })
    .join('; ');
}

function nothing({ dir }: Run, options: Options): string {
  const narrowed =
    options.kind !== undefined || options.about !== undefined || options.from !== undefined || options.to !== undefined;
  return narrowed ? `Nothing like that happened in ${plain(dir, 200)}.` : `Nothing happened in ${plain(dir, 200)}.`;
}
