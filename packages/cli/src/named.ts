import type { History, Named } from '@anchorhold/runs';
import { nearest, plain } from '@anchorhold/scenario';
import { CommandError } from './exit.ts';

/** Which of several things with one name is meant, if nothing is said. */
const ORDER = ['person', 'place', 'group'];
const rank = (table: string): number => (ORDER.includes(table) ? ORDER.indexOf(table) : ORDER.length);

/**
 * Somebody or something in a run by the key or the shown name, as typed. `place:ferry` asks for one kind of thing.
 * `also` are further words that may stand there. Throws CommandError with the nearest name.
 */
export function findNamed(names: readonly Named[], typed: string, also: readonly string[] = []): Named | null {
  const [, table, rest] = /^(person|place|group|contingency|squad|barrier):\s*(.+)$/s.exec(typed) ?? [
    null,
    null,
    typed,
  ];
  const wanted = normal(rest!);
  const among = names
    .filter((each) => table === null || each.table === table)
    .sort((a, b) => rank(a.table) - rank(b.table));
  const found =
    among.find((each) => each.key === wanted) ??
    among.find((each) => each.name === wanted) ??
    among.find((each) => [each.key, each.name].some((name) => name.toLowerCase() === wanted.toLowerCase()));
  if (found !== undefined) return found;
  if (table === null && also.includes(wanted)) return null;
  const known = [...new Set([...among.flatMap((each) => [each.key, each.name]), ...also])];
  const near = nearest(wanted, known);
  const some = among.slice(0, 8).map((each) => plain(each.name, 40));
  const more = among.length > some.length ? ' and more' : '';
  const hint = near === null ? `There are ${some.join(', ')}${more}.` : `Nearest: ${plain(near, 60)}.`;
  throw new CommandError(`"${plain(typed, 80)}" is nobody and nothing in this run. ${hint}`);
}

const normal = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

/** Shown names by table and key, made safe to print. */
export function shownNames(history: Pick<History, 'names'>): (table: string, key: string) => string {
  const shown = new Map(history.names.map((each) => [`${each.table} ${each.key}`, plain(each.name, 60)]));
  return (table, key) => shown.get(`${table} ${key}`) ?? plain(key, 60);
}
