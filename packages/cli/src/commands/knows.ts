import { group, person, state } from '@anchorhold/engine';
import { openRun } from '@anchorhold/runs';
import type { History, Named } from '@anchorhold/runs';
import { formatClock, plain } from '@anchorhold/scenario';
import { beliefsOf, reportsOf, whoIsUnaware, whoKnows } from '@anchorhold/story';
import type { Belief, Knower, Report, Topic, Unaware } from '@anchorhold/story';
import { momentWithin } from '../args.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand, Told } from '../command.ts';
import { CommandError, NOT_SO } from '../exit.ts';
import { textWidth } from '../io.ts';
import type { Io } from '../io.ts';
import { knowersPage } from '../knows/knowers.ts';
import { knownPage } from '../knows/known.ts';
import { reportLines, reportsPage } from '../knows/reports.ts';
import { findNamed, shownNames } from '../named.ts';
import { groupName, groupOf, lookAt, personName } from '../show/look.ts';
import type { Look } from '../show/look.ts';
import { setPage } from '../show/page.ts';
import type { Page } from '../show/page.ts';
import { styleOf } from '../style.ts';

interface Options {
  readonly about?: string;
  readonly at?: string;
  readonly all?: boolean;
  readonly ids?: boolean;
  readonly json?: boolean;
}

/** What was found: as data and as a page; or what to say where nobody knows anything. */
interface Answer {
  readonly json: readonly unknown[];
  readonly page: () => Page;
  readonly nothing: string | null;
}

export const addKnows: AddCommand = (program, io, told) => {
  program
    .command('knows')
    .summary('what somebody believed at a moment, and who knew of an event')
    .description(
      'What somebody holds to be so: how sure they are, since when, from whom and through whom it came, and whether it is so. ' +
        'Of a group: what it has heard of places beyond the map, from whom, and how reliable they are, from A to F. ' +
        'With the number of an event and no name: who knew of it, and how, and which of those whom it concerns did not.',
    )
    .argument('<dir>', 'the folder of a run')
    .argument('[name]', 'a person or a group')
    .option('--about <what>', 'only what is about an event, by its number, or about somebody or something, by name')
    .option('--at <time>', 'at this moment, such as "d2 00:30", or 3h from the start; the end if left out')
    .option('--all', 'more than a screen holds')
    .option('--ids', 'with the numbers of the events by which they know')
    .option('--json', 'print a list of objects, always of everything')
    .addHelpText(
      'after',
      examples(
        'knows runs/farm-at-night-1 Marit --at "d2 00:08:30"',
        'knows runs/farm-at-night-1 Marit --about Rourke',
        'knows runs/farm-at-night-1 --about 120',
      ),
    )
    .action(async (dir: string, typed: string | undefined, options: Options) => {
      const run = await openRun(dir);
      const history = await run.history();
      const who = typed === undefined ? null : whoIsNamed(history, typed);
      const event = eventFrom(history, options.about);
      const about = options.about === undefined || event !== null ? null : findNamed(history.names, options.about)!;
      const { begin } = run.recipe;
      const until = begin + run.summary.until;
      const moment = options.at === undefined ? null : momentWithin('--at', options.at, begin, until);
      if (who === null && event === null) throw new CommandError(askFor(history, about));
      const look = lookAt(moment === null ? run.end() : run.worldAt(moment), history);
      answer(io, told, options, answerTo(look, who, event, about, options));
    });
};

function answer(io: Io, told: Told, { json }: Options, { json: found, page, nothing }: Answer): void {
  if (json === true) printJson(io, found);
  else if (nothing === null) io.out(setPage(page(), textWidth(io), styleOf(io).strong));
  if (nothing === null) return;
  io.err(`${nothing}\n`);
  told.code = NOT_SO;
}

function answerTo(look: Look, who: Named | null, event: number | null, about: Named | null, options: Options): Answer {
  if (event !== null && event > look.world.chronicle.length) return notYet(look, event);
  if (who === null) return knowersOf(look, event!, options);
  if (who.table === group.id) return heardBy(look, look.world.cast.mustRow(group, who.key), event, about, options);
  const row = look.world.cast.mustRow(person, who.key);
  if (event !== null) return knowingOf(look, row, event, options);
  const topic = about === null ? undefined : topicOf(look, about);
  const beliefs = beliefsOf(look.world, row, topic === undefined ? {} : { about: topic });
  const of = about === null ? '' : ` of ${shownNames(look.history)(about.table, about.key)}`;
  return known(look, row, beliefs, reportsAbout(look, groupOf(look.world, row), about), of, options);
}

/** What somebody knows, and below it what their group has heard, which is everybody's talk. As data, beliefs alone: a group's reports are asked of the group. */
function known(
  look: Look,
  who: number,
  beliefs: readonly Belief[],
  reports: readonly Report[],
  of: string,
  options: Options,
): Answer {
  const shown = { all: options.all === true, ids: options.ids === true };
  return {
    json: beliefs,
    page: () => {
      const page = knownPage(look, who, beliefs, of, shown);
      return { ...page, parts: [...page.parts, { label: 'Word', lines: reportLines(look, reports, shown) }] }; // prettier-ignore
    },
    nothing:
      beliefs.length > 0 || reports.length > 0
        ? null
        : `${personName(look, who)} knows nothing${of} at ${formatClock(look.world.time)}.`,
  };
}

/** What a group has heard of a place, or of all; nothing where something is asked for that is no such place. */
function reportsAbout(look: Look, of: number, about: Named | null): Report[] {
  const reports = reportsOf(look.world, of);
  return about === null ? reports : reports.filter(({ site }) => about.table === state.site.id && site === about.key);
}

/** What a group has heard, all of it, of one place, or by one event. */
function heardBy(look: Look, of: number, event: number | null, about: Named | null, options: Options): Answer {
  const reports = reportsAbout(look, of, about).filter(({ source }) => event === null || source === event);
  const what = about === null ? '' : ` of ${shownNames(look.history)(about.table, about.key)}`;
  return {
    json: reports,
    page: () => reportsPage(look, of, reports, what, { all: options.all === true, ids: options.ids === true }),
    nothing:
      reports.length > 0 ? null : `${groupName(look, of)} has heard nothing${what} at ${formatClock(look.world.time)}.`,
  };
}

/** Who knew of an event, and then who did not. */
function knowersOf(look: Look, event: number, options: Options): Answer {
  const knowers = whoKnows(look.world, event);
  const unaware = whoIsUnaware(look.world, event, knowers);
  return {
    json: [...knowers.map(knowerJson), ...unaware.map(unawareJson)],
    page: () => knowersPage(look, event, knowers, unaware, { all: options.all === true, ids: options.ids === true }),
    nothing: knowers.length > 0 ? null : `Nobody knew of event ${event} at ${formatClock(look.world.time)}.`,
  };
}

/** What one person knew of an event: that they were there or were told, and what they hold because of it. */
function knowingOf(look: Look, who: number, event: number, options: Options): Answer {
  const key = look.key(person, who);
  const knower = whoKnows(look.world, event).find(({ name }) => name === key);
  const beliefs = beliefsOf(look.world, who, { onEvent: event });
  const shown = { all: options.all === true, ids: options.ids === true };
  return {
    json: [
      ...(knower === undefined || knower.how === 'told' || knower.how === 'own' ? [] : [knowerJson(knower)]),
      ...beliefs,
    ],
    page: () => {
      const { title, under, parts } = knowersPage(look, event, knower === undefined ? [] : [knower], [], shown);
      return { title, under, parts: [...parts, ...knownPage(look, who, beliefs, '', shown).parts] };
    },
    nothing:
      knower === undefined
        ? `${personName(look, who)} did not know of event ${event} at ${formatClock(look.world.time)}.`
        : null,
  };
}

function notYet(look: Look, event: number): Answer {
  const { clock } = look.history.events[event - 1]!;
  const nothing = `Nobody knew of event ${event} at ${formatClock(look.world.time)}: it happened at ${clock}.`;
  return { json: [], page: () => ({ title: '', under: '', parts: [] }), nothing };
}

const knowerJson = (knower: Knower): unknown => ({ ...knower, knew: true });
const unawareJson = ({ name, concern, of }: Unaware): unknown => ({
  name,
  knew: false,
  concern,
  of,
  claim: null,
  true: null,
  confidence: 0,
  since: null,
  source: [],
  path: [],
});

/** Whose knowledge is asked for: a person's, or a group's. */
function whoIsNamed({ names }: History, typed: string): Named {
  const people = names.filter(({ table }) => table === person.id);
  const found = findNamed(names, typed)!;
  const same = found.table === person.id ? found : (people.find(({ key }) => key === found.key) ?? found);
  if (same.table === person.id || same.table === group.id) return same;
  throw new CommandError(
    `"${plain(typed, 80)}" is no person and no group but a ${plain(found.table, 40)}. Expected: somebody of this run, such as ${plain(people[0]!.name, 60)}.`,
  );
}

/** The number of an event where `--about` is one, or null. */
function eventFrom({ events }: History, about: string | undefined): number | null {
  const typed = about?.trim() ?? '';
  if (!/^\d+$/.test(typed)) return null;
  const id = Number(typed);
  if (id >= 1 && id <= events.length) return id;
  throw new CommandError(
    `--about ${plain(typed, 80)}: there is no event of that number. This run has the events 1 to ${events.length}; \`anchorhold events\` lists them.`,
  );
}

function topicOf({ world }: Look, { table, key }: Named): Topic {
  const def = world.ruleset.tables.find(({ id }) => id === table)!;
  return { table: def, row: world.cast.mustRow(def, key) };
}

function askFor({ names }: History, about: Named | null): string {
  const somebody = plain(names.find(({ table }) => table === person.id)?.name ?? 'NAME', 60);
  const of = about === null ? '' : ` --about "${plain(about.name, 60)}"`;
  return `Whose knowledge? Name a person, as in: anchorhold knows DIR "${somebody}"${of}; or ask who knew of an event: anchorhold knows DIR --about 120.`;
}
