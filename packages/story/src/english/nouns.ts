/** Nouns: plurals, articles, possessives. Our own small tables: the words come from systems and from short names of stores. */

const irregularPlurals: ReadonlyMap<string, string> = new Map(
  `man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|person people|die dice|louse lice
  knife knives|life lives|wife wives|half halves|loaf loaves|leaf leaves|shelf shelves|thief thieves|wolf wolves|calf calves
  sheaf sheaves|scarf scarves|hoof hooves|elf elves|self selves|potato potatoes|tomato tomatoes|hero heroes|echo echoes
  veto vetoes|torpedo torpedoes|crisis crises|axis axes|passer-by passers-by|quiz quizzes|gas gases|bus buses|cargo cargoes`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
const irregularSingulars: ReadonlyMap<string, string> = new Map(
  [...irregularPlurals].map(([one, many]) => [many, one]),
);

const invariable: ReadonlySet<string> = new Set(
  `sheep deer fish cattle folk people police offspring aircraft series species livestock swine grouse
  ammunition grain salt food water flour fuel oil wheat barley bread meat seed rice sugar wood firewood timber furniture blood fire smoke
  nerve gear equipment information news straw hay wool linen cloth powder medicine`.split(/\s+/),
);
/** Words that are the same in both numbers and are spoken of in the plural. */
const pluralOnly: ReadonlySet<string> = new Set(
  'folk people police cattle livestock men women children eyes'.split(' '),
);

function splitLast(noun: string): readonly [string, string] {
  const at = Math.max(noun.lastIndexOf(' '), noun === 'passer-by' ? -1 : noun.lastIndexOf('-'));
  return [noun.slice(0, at + 1), noun.slice(at + 1)];
}

/** The plural of a base form; of several words the last is bent (`left arm` -> `left arms`), before `of` the head. */
export function plural(noun: string): string {
  const of = noun.indexOf(' of ');
  if (of > 0) return plural(noun.slice(0, of)) + noun.slice(of);
  const [start, last] = splitLast(noun);
  const known = irregularPlurals.get(last);
  if (known !== undefined) return start + known;
  if (invariable.has(last) || last === '') return noun;
  if (/(?:s|x|z|ch|sh)$/.test(last)) return `${noun}es`;
  if (/[^aeiou]y$/.test(last)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}

/** The singular of a plural word, or the word itself where none can be told: `raiders` -> `raider`, `folk` -> `folk`. */
export function singular(noun: string): string {
  const [start, last] = splitLast(noun);
  const known = irregularSingulars.get(last);
  if (known !== undefined) return start + known;
  if (invariable.has(last) || !/[^s]s$/.test(last) || /(?:us|is)$/.test(last)) return noun;
  if (last.endsWith('ies') && last.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:xes|ches|shes|sses|zes)$/.test(last)) return noun.slice(0, -2);
  return noun.slice(0, -1);
}

/** Whether a word is spoken of in the plural: `raiders were`, `folk were`, `patrol was`. */
export function isPlural(noun: string): boolean {
  const last = splitLast(noun)[1].toLowerCase();
  return pluralOnly.has(last) || singular(last) !== last;
}

/** Mass words take no `a`: `grain`, but `a rifle`. */
export function isMass(noun: string): boolean {
  const last = splitLast(noun)[1];
  return (
    invariable.has(last) && !pluralOnly.has(last) && !/^(?:sheep|deer|fish|aircraft|series|species|fire)$/.test(last)
  );
}

/** `a` or `an`, by sound: `an hour`, `a one-eyed man`, `a used bandage`. */
export function article(words: string): 'a' | 'an' {
  const word = words.toLowerCase();
  if (/^(?:hour|honest|honou?r|heir)/.test(word)) return 'an';
  if (/^(?:one\b|once|uni(?!n|m)|us(?:e|u|ing|age)|eu|ewe|ut(?:il|en)|ubi|u-)/.test(word)) return 'a';
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

/** `Ness's`, `the raiders'`, `the men's`. A proper name keeps its `'s` after an s. */
export function possessive(name: string, isPluralName: boolean): string {
  return isPluralName && name.endsWith('s') ? `${name}'` : `${name}'s`;
}

/** `A`, `A and B`, `A, B and C`. */
export function list(items: readonly string[], joint = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}
