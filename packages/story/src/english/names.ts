import type { Entity } from '../told.ts';
import { isPlural } from './nouns.ts';

const longest = 60;
const escape = '\u001b';

/** Terminal sequences go as a whole, so that no rest of one stays behind as text. */
function withoutTerminalSequences(text: string): string {
  const [first = '', ...rest] = text.replaceAll('\u009b', `${escape}[`).split(escape);
  return (
    first +
    rest
      .map((part) => {
        if (part.startsWith('[')) return part.replace(/^\[[0-?]*[ -/]*[@-~]?/, '');
        if (/^[\]PX^_]/.test(part)) return part.includes('\u0007') ? part.slice(part.indexOf('\u0007') + 1) : '';
        return part.slice(1);
      })
      .join('')
  );
}

/**
 * Text from a file made fit to be shown: no control characters, terminal sequences, invisible or direction-turning
 * characters, at most two marks stacked on a letter, single spaces, at most `most` characters (60 where it is left out).
 */
export function cleanText(text: string, most = longest): string {
  const shown = withoutTerminalSequences(text.slice(0, 1000))
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim();
  const letters = [...shown];
  return letters.length <= most
    ? shown
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

const nameless = { person: 'somebody', place: 'somewhere', group: 'some people', thing: 'something' } as const;

/** The name as a sentence says it, with `the` where it is a common noun: `the toll house`, `Marrow Ferry`, `Ness`. */
export function shownName(entity: Entity): string {
  const name = cleanText(entity.name);
  if (!/[\p{L}\p{N}]/u.test(name)) return nameless[entity.kind];
  const definite = entity.definite ?? (/^\p{Ll}/u.test(name) && !/^(?:the|a|an|some|no) /.test(name));
  // Whoever is somebody's own is their people.
  const said = entity.kind !== 'person' && entity.kind !== 'place' && /['’]s own$/.test(name) ? `${name} people` : name;
  return definite ? `the ${said}` : said;
}

/** What tells this entity from another. */
export function identity(entity: Entity): string {
  return `${entity.kind}:${entity.key ?? entity.name}`;
}

/** Whether the verb is plural after these: `the raiders were`, `Ann and Bede were`, `the patrol was`. */
export function arePlural(entities: readonly Entity[]): boolean {
  const [first] = entities;
  if (entities.length !== 1 || first === undefined) return entities.length > 1;
  return first.kind !== 'person' && isPlural(cleanText(first.name));
}

const onPlaces =
  /\b(?:roof|wall|landing|stairs?|staircase|road|track|path|bank|hill|ridge|bridge|porch|quay|deck|hillside|slope|shore|beach|ladder|platform|balcony|dyke|rampart)$/;
const atPlaces =
  /\b(?:gate|well|doors?|window|crossing|post|corner|hearth|fence|pump|ferry|ford|barricade|mill|edge|treeline|stile)$/;

/** The preposition of being there: `in` the loft, `on` the landing, `at` the gate, `at` Marrow Ferry. */
export function prepositionOf(place: Entity): 'in' | 'on' | 'at' {
  const name = cleanText(place.name).toLowerCase();
  return onPlaces.test(name) ? 'on' : atPlaces.test(name) || /^\p{Lu}/u.test(place.name) ? 'at' : 'in';
}

/** `in the loft`, `on the landing`. */
export function inPlace(place: Entity): string {
  return `${prepositionOf(place)} ${shownName(place)}`;
}
