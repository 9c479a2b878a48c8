import type { PhraseValue } from '@anchorhold/engine';
import { normaliseName } from './plain.ts';

/** A gap of a pattern: the sections whose names may stand there, and the label under which the value keeps the name. */
export interface Gap {
  readonly label: string;
  readonly sections: readonly string[];
}

/** `{people|groups} seen on {places}` taken apart: words as strings, gaps as objects, in the order of the pattern. */
export interface Pattern {
  readonly text: string;
  readonly pieces: readonly (string | Gap)[];
}

/** How a text fits a pattern: what stands in each gap, and which of that is a name that may stand there. */
export interface Fit {
  readonly pattern: Pattern;
  readonly fillings: readonly { readonly gap: Gap; readonly text: string; readonly known: boolean }[];
}

export type IsName = (section: string, name: string) => boolean;

/** A longer text is no phrase; this also bounds the work of matching. */
const LONGEST_PHRASE = 400;

/** Takes a pattern apart. Throws on a mistake in the pattern, which is a mistake of the system that declares it. */
export function compilePattern(text: string): Pattern {
  const pieces: (string | Gap)[] = [];
  const labels = new Set<string>();
  let rest = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    if (match.index > rest) pieces.push(text.slice(rest, match.index));
    else if (rest > 0) throw new Error(`The phrase "${text}" has two gaps with no word between them.`);
    const [, label, names = ''] = /^(?:([^:]*):)?(.*)$/.exec(match[1] ?? '') ?? [];
    const sections = names.split('|').map((name) => name.trim());
    const gap = { label: label?.trim() ?? sections[0] ?? '', sections };
    if (sections.includes('') || gap.label === '') throw new Error(`The phrase "${text}" has an empty gap.`);
    if (labels.has(gap.label)) throw new Error(`The phrase "${text}" has two gaps called "${gap.label}": label one.`);
    labels.add(gap.label);
    pieces.push(gap);
    rest = match.index + match[0].length;
  }
  if (rest < text.length) pieces.push(text.slice(rest));
  return { text, pieces };
}

/**
 * The way in which a text fits a pattern best: with the fewest gaps that hold no known name, and among these with the
 * longest names first, since names may contain the pattern's own words. Null where the pattern's words are not there.
 */
export function fitPhrase(text: string, pattern: Pattern, isName: IsName): Fit | null {
  const said = normaliseName(text);
  if (said.length > LONGEST_PHRASE) return null;
  const memory = new Map<number, Found | null>();
  const found = bestFrom(0, 0);
  return found === null ? null : { pattern, fillings: found.fillings };

  function bestFrom(piece: number, start: number): Found | null {
    const key = piece * (LONGEST_PHRASE + 1) + start;
    const remembered = memory.get(key);
    if (remembered !== undefined) return remembered;
    const result = search(piece, start);
    memory.set(key, result);
    return result;
  }

  function search(piece: number, start: number): Found | null {
    const here = pattern.pieces[piece];
    if (here === undefined) return start === said.length ? { unknown: 0, fillings: [] } : null;
    if (typeof here === 'string') return said.startsWith(here, start) ? bestFrom(piece + 1, start + here.length) : null;
    let best: Found | null = null;
    for (const end of endsOfGap(piece, start)) {
      const rest = bestFrom(piece + 1, end);
      if (rest === null) continue;
      const name = said.slice(start, end);
      const isKnown = here.sections.some((section) => isName(section, name));
      const unknown = rest.unknown + (isKnown ? 0 : 1);
      if (best !== null && best.unknown <= unknown) continue;
      best = { unknown, fillings: [{ gap: here, text: name, known: isKnown }, ...rest.fillings] };
    }
    return best;
  }

  /** Where a gap that starts at `start` can end: before each occurrence of the words that follow it, the last first. */
  function endsOfGap(piece: number, start: number): number[] {
    const next = pattern.pieces[piece + 1];
    if (typeof next !== 'string') return said.length > start ? [said.length] : [];
    const ends: number[] = [];
    for (let end = said.indexOf(next, start + 1); end >= 0; end = said.indexOf(next, end + 1)) ends.unshift(end);
    return ends;
  }
}

interface Found {
  readonly unknown: number;
  readonly fillings: Fit['fillings'];
}

/** How a text fits the first of several patterns in which all gaps hold known names, else the one with the fewest that do not. */
export function bestFit(text: string, patterns: readonly Pattern[], isName: IsName): Fit | null {
  let best: Fit | null = null;
  for (const pattern of patterns) {
    const fit = fitPhrase(text, pattern, isName);
    if (fit === null) continue;
    if (isKnown(fit)) return fit;
    if (best === null || unknowns(fit) < unknowns(best)) best = fit;
  }
  return best;
}

const unknowns = (fit: Fit) => fit.fillings.filter((filling) => !filling.known).length;
/** Whether every gap holds a known name. */
export const isKnown = (fit: Fit): boolean => unknowns(fit) === 0;

/** The value of a phrase all of whose gaps hold known names. */
export function phraseValue(fit: Fit): PhraseValue {
  return {
    pattern: fit.pattern.text,
    names: Object.fromEntries(fit.fillings.map(({ gap, text }) => [gap.label, text])),
  };
}

/** A pattern as people read it in a message: `<people or groups> seen on <places>`. */
export function showPattern(pattern: Pattern): string {
  return pattern.pieces
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.sections.join(' or ')}>`))
    .join('');
}
