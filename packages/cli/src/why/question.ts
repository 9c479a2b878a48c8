import type { History, Named } from '@anchorhold/runs';
import { nearest, plain } from '@anchorhold/scenario';
import { CommandError } from '../exit.ts';

/** Words that say nothing of what is asked. */
const IDLE: ReadonlySet<string> = new Set(
  'a an the is are was were be been being has have had do does did why how what who where when that this it its of by to still now already not'.split(
    ' ',
  ),
);
const MOST_WORDS = 60;
const MOST_LETTERS = 400;

/** A question about a state: whom or what it is about, and the words that narrow it. */
export interface Question {
  readonly about: Named;
  readonly words: readonly string[];
}

/** Text as it is compared: small letters, and between words one space. */
export const bare = (text: string): string =>
  text
    .slice(0, MOST_LETTERS)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’-]+/gu, ' ')
    .trim();

/** What a question is about: the longest name in it. Throws CommandError with the nearest name where there is none. */
export function questionIn({ names }: Pick<History, 'names'>, typed: string, tables: ReadonlySet<string>): Question {
  const text = bare(typed);
  const among = names.filter(({ table }) => tables.has(table));
  const found = longestIn(text, among) ?? longestIn(text.replaceAll(/[ -]/g, ''), among, true);
  if (found === null) throw new CommandError(nobody(text, typed, among));
  const rest = ` ${text} `.replace(` ${found.name} `, ' ').trim();
  const words = rest.split(' ').filter((word) => word !== '' && !IDLE.has(word));
  return { about: found.named, words: words.slice(0, MOST_WORDS) };
}

/** A name without its article, which a question may leave out. */
const withoutArticle = (name: string): string => bare(name).replace(/^(?:the|a|an) /, '');

function longestIn(text: string, names: readonly Named[], squeezed = false): { named: Named; name: string } | null {
  let best: { named: Named; name: string } | null = null;
  for (const named of names) {
    for (const name of new Set([named.key, named.name].map(withoutArticle))) {
      const sought = squeezed ? name.replaceAll(/[ -]/g, '') : name;
      const isThere = squeezed ? sought.length > 4 && text.includes(sought) : ` ${text} `.includes(` ${sought} `);
      const owned = !squeezed && [`${sought}'s`, `${sought}’s`].some((each) => ` ${text} `.includes(` ${each} `));
      if ((isThere || owned) && name !== '' && (best === null || name.length > best.name.length))
        best = { named, name };
    }
  }
  return best;
}

function nobody(text: string, typed: string, among: readonly Named[]): string {
  const known = [...new Set(among.flatMap(({ key, name }) => [withoutArticle(key), withoutArticle(name)]))];
  const words = text.split(' ').slice(0, MOST_WORDS);
  const shown = `"${plain(typed, 80)}"`;
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const piece = words.slice(from, from + length).join(' ');
      const near = piece.length < 3 || IDLE.has(piece) ? null : nearest(piece, known);
      if (near !== null) return `${shown} names nobody and nothing in this run. Nearest: ${plain(near, 60)}.`;
    }
  }
  const some = among.slice(0, 8).map(({ name }) => plain(name, 40));
  return `${shown} names nobody and nothing in this run. There are ${some.join(', ')}${among.length > some.length ? ' and more' : ''}.`;
}
