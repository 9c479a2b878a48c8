import type { CST, YAMLParseError } from 'yaml';
import type { Refusal } from './limits.ts';
import { plain } from './plain.ts';
import { unclosed } from './tokens.ts';

const MISALIGNED = 'This line does not stand under the lines that it belongs to.';
const SPACES = 'Give lines that belong together the same number of spaces in front.';

/** A YAML parser's errors in plain words, at most one for each line, since one slip draws others after it. */
export function explainSyntax(
  errors: readonly YAMLParseError[],
  documents: readonly CST.Token[],
  source: string,
): Refusal[] {
  const open = unclosed(documents);
  const byLine = new Map<number, Refusal>();
  const add = (refusal: Refusal) => {
    const line = source.lastIndexOf('\n', refusal.offset - 1);
    if (!byLine.has(line)) byLine.set(line, refusal);
  };
  for (const { offset, mark } of open) add({ offset, ...unclosedMark(mark) });
  const firstOpen = open[0]?.offset ?? Infinity;
  for (const error of errors) {
    // What follows an unclosed quote or bracket is read wrongly: it says nothing about the file.
    if (error.pos[0] > firstOpen) continue;
    const below =
      error.code === 'BLOCK_AS_IMPLICIT_KEY' && !isStrayColon(error, source) ? lineBelow(source, error.pos[0]) : null;
    if (below !== null) add({ offset: below, code: 'bad-indent', message: MISALIGNED, hint: SPACES });
    else add({ offset: error.pos[0], ...explain(error, source) });
  }
  return [...byLine.values()];
}

/** Whether an error is a colon inside a text that wants quotes, such as `title: The Toll: at the Ferry`. */
export function isStrayColon(error: YAMLParseError, source: string): boolean {
  return error.code === 'BLOCK_AS_IMPLICIT_KEY' && /:(?:\s|$)/.test(restOfLine(source, error.pos[0]));
}

/**
 * The source with the stray colons of these errors replaced, to the same length, so that the rest of the file can be looked
 * at: the parser takes all the lines that follow for a part of the field that a stray colon starts.
 */
export function withoutStrayColons(errors: readonly YAMLParseError[], source: string): string {
  let mended = '';
  let done = 0;
  for (const { pos } of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    if (pos[0] < done) continue;
    const rest = restOfLine(source, pos[0]);
    mended += source.slice(done, pos[0]) + rest.replaceAll(':', ';');
    done = pos[0] + rest.length;
  }
  return mended + source.slice(done);
}

function restOfLine(source: string, offset: number): string {
  const end = source.indexOf('\n', offset);
  return source.slice(offset, end < 0 ? source.length : end);
}

/** Where the text of the next line that is not empty starts, or null. */
function lineBelow(source: string, offset: number): number | null {
  const next = offset + restOfLine(source, offset).length;
  const gap = /^\s*/.exec(source.slice(next, next + 2_000))?.[0].length ?? 0;
  return next + gap < source.length ? next + gap : null;
}

type Words = Omit<Refusal, 'offset'>;

function unclosedMark(mark: string): Words {
  if (mark === '"' || mark === "'") {
    return { code: 'unclosed', message: `This ${mark} is never closed.`, hint: `Add ${mark} where the text ends.` };
  }
  const closer = mark === '{' ? '}' : ']';
  const hint = `Add ${closer}, and indent what stands inside deeper than the line that opens it.`;
  return { code: 'unclosed', message: `This ${mark} is never closed.`, hint };
}

function explain(error: YAMLParseError, source: string): Words {
  const at = error.pos[0];
  const words = (code: string, message: string, hint: string): Words => ({ code, message, hint });
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW': {
      const field = fieldBefore(source, at);
      return words('colon-in-text', 'A colon inside text starts a new field.', `Quote the ${field}.`);
    }
    case 'MULTILINE_IMPLICIT_KEY': {
      if (source.startsWith('- ', at)) return mixedList(words);
      const word = plain(/^[^\n]*/.exec(source.slice(at, at + 80))?.[0] ?? '', 40);
      return words(
        'no-colon',
        `There is no colon with a space after it in "${word}".`,
        'Write a field as name: value.',
      );
    }
    case 'TAB_AS_INDENT':
      return words('tab', 'A tab indents this line.', 'Indent with spaces.');
    case 'BAD_INDENT':
      return words('bad-indent', MISALIGNED, SPACES);
    case 'BAD_SCALAR_START':
      return words(
        'bad-start',
        `Plain text cannot start with ${plain(source[at] ?? '', 1)}.`,
        'Put the text in quotes.',
      );
    case 'BAD_DQ_ESCAPE':
      return words(
        'bad-escape',
        'A backslash in double quotes starts an escape, and this one is unknown.',
        "Write \\\\, or use single quotes: 'text'.",
      );
    case 'BAD_ALIAS':
      return words('bad-alias', 'A * starts an alias, and no name follows.', 'Put the text in quotes.');
    case 'MULTIPLE_ANCHORS':
      return words('bad-anchor', 'A value can have one &anchor.', 'Remove the others.');
    case 'UNEXPECTED_TOKEN':
    case 'MISSING_CHAR':
      return unexpected(error, source, words);
    default:
      return words(
        'syntax',
        'This cannot be read as YAML.',
        'Look for a missing quote, colon or bracket on this line.',
      );
  }
}

function unexpected(
  error: YAMLParseError,
  source: string,
  words: (code: string, message: string, hint: string) => Words,
): Words {
  const at = error.pos[0];
  const sign = source[at] ?? '';
  if (error.message.includes('at node end')) {
    const hint = "Put quotes around all of it; inside single quotes write '' for an apostrophe.";
    return words('after-quote', 'Text goes on after the closing quote or bracket.', hint);
  }
  if (error.message.includes('block-seq-ind')) return mixedList(words);
  if (sign === ']' || sign === '}') {
    const opener = sign === ']' ? '[' : '{';
    return words('unopened', `This ${sign} closes nothing.`, `Remove it, or add the ${opener} that is missing.`);
  }
  if (sign === ',') return words('comma', 'There is nothing between these commas.', 'Remove one comma.');
  return words(
    'syntax',
    'This does not belong here.',
    'Look for a missing quote, colon, comma or bracket on this line.',
  );
}

function mixedList(words: (code: string, message: string, hint: string) => Words): Words {
  const hint = 'Start a list on a line of its own, each item as - item, or write [item, item].';
  return words('misplaced-dash', 'A dash starts a list here, and a list cannot stand here.', hint);
}

/** The name of the field whose text holds a stray colon, for `Quote the title.`; `text` where none can be made out. */
function fieldBefore(source: string, offset: number): string {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  const name = /([\p{L}\p{N} _-]{1,30}):\s*$/u.exec(line)?.[1]?.trim();
  return name === undefined || name === '' ? 'text' : name;
}
