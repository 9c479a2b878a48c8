/**
 * Scenario files come from strangers. Text from them is checked on the way in and made plain on the way out, so that a
 * name can neither move a terminal's cursor nor turn the direction of the writing around it.
 */

/** Controls, bidirectional overrides, invisible separators and halves of surrogate pairs. */
function isForbidden(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0x061c ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}

const NEWLINE = 0x0a;
const TAB = 0x09;

/** The first character of a scenario's text that is not welcome there, as `U+202E`; newlines and tabs are welcome. */
export function forbiddenCharacter(text: string): string | null {
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (code === NEWLINE || code === TAB || !isForbidden(code)) continue;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return null;
}

/**
 * Untrusted text made safe to print on one line: no escape sequences, no control characters, no bidirectional overrides,
 * white space as single spaces, at most `max` characters (a longer text ends on `…`).
 */
export function plain(text: string, max = 200): string {
  let out = '';
  let length = 0;
  let spaced = false;
  for (let i = 0; i < text.length;) {
    const code = text.codePointAt(i) ?? 0;
    if (code === 0x1b) {
      i = afterEscape(text, i);
      continue;
    }
    i += code > 0xffff ? 2 : 1;
    if (code === 0x20 || (code >= TAB && code <= 0x0d) || code === 0xa0 || code === 0x2028 || code === 0x2029) {
      spaced = length > 0;
      continue;
    }
    if (isForbidden(code)) continue;
    if (length + (spaced ? 1 : 0) >= max) return `${out}…`;
    if (spaced) {
      out += ' ';
      length++;
      spaced = false;
    }
    out += String.fromCodePoint(code);
    length++;
  }
  return out;
}

/** Where a terminal's escape sequence that starts at `i` ends. An unfinished one loses only its escape character. */
function afterEscape(text: string, i: number): number {
  const kind = text[i + 1];
  if (kind === '[') {
    let end = i + 2;
    while (end < text.length && text.charCodeAt(end) >= 0x20 && text.charCodeAt(end) <= 0x3f) end++;
    const last = text.charCodeAt(end);
    return last >= 0x40 && last <= 0x7e ? end + 1 : i + 2;
  }
  if (kind === ']') {
    // A title or a link: ends on BEL or on escape and backslash. Looked for near by only, to stay linear.
    for (let end = i + 2; end < text.length && end < i + 500; end++) {
      if (text.charCodeAt(end) === 0x07) return end + 1;
      if (text.charCodeAt(end) === 0x1b) return text[end + 1] === '\\' ? end + 2 : end;
    }
  }
  return i + 1;
}

/** A name as it is compared: composed Unicode, no white space at the ends, single spaces inside. */
export function normaliseName(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}
