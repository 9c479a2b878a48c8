import type { CST } from 'yaml';
import { utf8Length } from './byte-order.ts';
import { walkTokens } from './tokens.ts';

/** What a file may ask of the machine before it is refused. Real scenarios stay far below all of these. */
export interface Limits {
  /** Size of the file in UTF-8. Checked before anything is parsed. */
  readonly bytes: number;
  /** Lists and fields inside one another. */
  readonly depth: number;
  /** Values, keys, lists and sets of fields, counted after aliases are written out. */
  readonly nodes: number;
  /** Uses of `*alias`. */
  readonly aliases: number;
  /** Characters of a key or of a name. */
  readonly keyLength: number;
  /** Characters of a single text. */
  readonly textLength: number;
  /** Remarks that are reported one by one; the rest is counted. */
  readonly remarks: number;
}

export const defaultLimits: Limits = {
  bytes: 1_000_000,
  depth: 20,
  nodes: 50_000,
  aliases: 100,
  keyLength: 100,
  textLength: 20_000,
  remarks: 200,
};

/** Why a file is refused, and the offset of the place. */
export interface Refusal {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

const refusal = (offset: number, code: string, message: string, hint: string): Refusal => ({
  offset,
  code,
  message,
  hint,
});
const thousands = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** Checks the size of a file, before any other work on it. */
export function checkBytes(text: string, limits: Limits): Refusal | null {
  // Counting bytes is work too: a string has at least as many bytes as characters.
  const bytes = text.length > limits.bytes ? text.length : utf8Length(text);
  if (bytes <= limits.bytes) return null;
  return refusal(
    0,
    'too-many-bytes',
    `This file has ${thousands(bytes)} bytes; at most ${thousands(limits.bytes)} are read.`,
    'Split it, or leave out what can have a default.',
  );
}

/**
 * Checks depth, number of values, aliases, tags and directives on the parser's tokens. This comes before the composer, whose
 * recursion a deep file would exhaust.
 */
export function checkTokens(documents: readonly CST.Token[], limits: Limits): Refusal | null {
  let nodes = 0;
  let aliases = 0;
  for (const { token, depth } of walkTokens(documents)) {
    if (++nodes > limits.nodes) return tooManyNodes(token.offset, limits);
    if (depth > limits.depth) return tooDeep(token.offset, limits);
    if (token.type === 'alias' && ++aliases > limits.aliases) {
      const message = `This file uses more than ${limits.aliases} aliases.`;
      return refusal(token.offset, 'too-many-aliases', message, 'Write the values out.');
    }
    if (token.type === 'directive') {
      const message = 'A line that starts with % is a YAML directive, and directives are not read here.';
      return refusal(token.offset, 'directive', message, 'Remove it, or quote the text.');
    }
    if (token.type === 'tag') {
      const message = 'A word that starts with ! is a YAML tag, and tags are not read here.';
      return refusal(token.offset, 'tag', message, 'Remove it, or quote the text.');
    }
  }
  return null;
}

export const tooManyNodes = (offset: number, limits: Limits): Refusal =>
  refusal(
    offset,
    'too-many-nodes',
    `This file holds more than ${thousands(limits.nodes)} values, counting each use of an alias.`,
    'Leave out what can have a default, or describe people in groups.',
  );

export const tooDeep = (offset: number, limits: Limits): Refusal =>
  refusal(offset, 'too-deep', `This is nested more than ${limits.depth} deep.`, 'Flatten this part.');
