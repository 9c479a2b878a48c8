import { beginOf, group, person, place } from '@anchorhold/engine';
import type { LogEntry, Mute, World } from '@anchorhold/engine';
import { formatClock, plain } from '@anchorhold/scenario';
import { inPlace } from '@anchorhold/story';
import type { Comparison, SaidEvent } from '@anchorhold/story';
import { goodWords, withArticle } from '../show/look.ts';
import { andList, capital } from '../text.ts';

/** A moment as it is shown: seconds since the beginning as a clock. */
export type Clock = (time: number) => string;

/** What was kept from happening, a line each. */
export function withoutLines({ withheld, putOff }: Comparison, clock: Clock): string[] {
  const byKey = new Map<string, SaidEvent[]>();
  for (const event of withheld) byKey.set(event.key, [...(byKey.get(event.key) ?? []), event]);
  return [...byKey.values()].flatMap((events) => {
    const [first, ...like] = events as [SaidEvent, ...SaidEvent[]];
    const more =
      like.length === 0 ? '' : `, and the like of it ${like.length === 1 ? 'once' : `${like.length} times`} more`;
    const late = putOff.find(({ before }) => before.key === first.key);
    return [
      `${clock(first.time)} ${bare(first.text)} (event ${first.id})${more}.`,
      ...(late === undefined
        ? []
        : [`It came about all the same at ${clock(late.after.time)}, when it was no longer withheld.`]),
    ];
  });
}

/** A sentence without its end. */
export const bare = (text: string): string => text.replace(/\.$/, '');

/** What was brought about, or set otherwise, a line each. */
export function withLines(comparison: Comparison, added: readonly LogEntry[], world: World, clock: Clock): string[] {
  const { given, withheld } = comparison;
  const begin = beginOf(world.recipe.setup);
  const quiet = added.filter(
    ({ at, command }) => command !== 'withhold' && !given.some(({ time }) => time === at - begin),
  );
  const unmet = added.filter(
    ({ command, value }) => command === 'withhold' && !withheld.some(({ kind }) => kind === (value as Mute).kind),
  );
  return [
    ...given.map(({ time, text }) => `${clock(time)} ${text}`),
    ...quiet.map((entry) => `${clock(entry.at - begin)} ${wordsOf(entry, world)}`),
    ...unmet.map(
      ({ value }) => `Nothing of what was to be withheld (${plain((value as Mute).kind, 60)}) happened in the run.`,
    ),
  ];
}

/** An entry of the log of which no event tells: because it has none of its own, or because it came to nothing. */
function wordsOf({ command, value }: LogEntry, world: World): string {
  const fields = value as Readonly<Record<string, unknown>>;
  const name = (field: string): string => shownAs(world, String(fields[field]));
  const inIt = (field: string): string => inPlace({ name: name(field), kind: 'place' });
  const goods = (field: string): string => goodWords(String(fields['good']), Number(fields[field]));
  switch (command) {
    case 're-roll':
      return luckWords(fields, name);
    case 'move':
      return `${name('who')} was put ${inIt('to')}.`;
    case 'set stock':
      return `${capital(inIt('in'))} there came to be ${goods('to')}.`;
    case 'move stock':
      return `${capital(goods('amount'))} came from ${withArticle(name('from'))} to ${withArticle(name('to'))}.`;
    case 'move thing':
      return `${capital(withArticle(name('weapon')))} came from ${withArticle(name('from'))} to ${withArticle(name('to'))}.`;
    case 'decree':
    case 'change':
      return `What was to happen (${name('kind')}) did not.`;
    case 'order':
      return `${name('by')} was to give an order, and gave none.`;
    default: {
      const said = Object.keys(fields).map((field) => `${field} ${name(field)}`);
      return `${capital(plain(command, 40))}: ${andList(said)}.`;
    }
  }
}

function luckWords(fields: Readonly<Record<string, unknown>>, name: (field: string) => string): string {
  const until = fields['to'] === undefined ? '' : `, until ${formatClock(Number(fields['to']))}`;
  const whose = fields['of'] === undefined ? 'All luck' : `The luck of ${name('of')}`;
  const what = fields['what'] === undefined ? '' : ` in ${name('what')}`;
  return `${whose}${what} was drawn anew (${name('salt')})${until}.`;
}

/** What a name of the scenario is shown as. */
function shownAs(world: World, key: string): string {
  for (const table of [person, place, group]) {
    const row = world.cast.row(table, key);
    if (row >= 0) return plain(world.cast.shownName(table, row), 60);
  }
  return plain(key, 60);
}
