import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type Node,
  type ParsedNode,
  type YAMLParseError,
} from 'yaml';
import { checkBytes, checkTokens, tooDeep, tooManyNodes, type Limits, type Refusal } from './limits.ts';
import { forbiddenCharacter, normaliseName, plain } from './plain.ts';
import { explainSyntax, isStrayColon, withoutStrayColons } from './syntax-messages.ts';

/** A scenario file as plain data: every scalar as its text, an empty one as null, fields in objects without prototype. */
export type Raw = string | null | readonly Raw[] | RawFields;
export interface RawFields {
  readonly [key: string]: Raw;
}

export const isFields = (raw: Raw): raw is RawFields => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** Where a value stands: offsets into the text. `key` is that of its key, or null for items of lists and for the whole. */
export interface Place {
  readonly value: number;
  readonly key: number | null;
  /** Nothing is written where the value should be. */
  readonly empty: boolean;
  readonly inside: ReadonlyMap<string | number, Place>;
}

export interface ParsedText {
  /** Null if the file holds nothing that can be looked at further. */
  readonly root: { readonly raw: Raw; readonly place: Place } | null;
  /** What is wrong with the file as YAML, or against the limits. */
  readonly refusals: readonly Refusal[];
  /** Offsets of the errors of syntax among these: what stands around them was read by guessing. */
  readonly damage: readonly number[];
  readonly lines: LineCounter;
}

/**
 * Reads YAML into plain data and places. Does bounded work whatever the text holds, and never throws on account of it.
 * `start` is what to do about an empty file.
 */
export function parseText(text: string, limits: Limits, start: string): ParsedText {
  const lines = new LineCounter();
  const refused = (refusals: readonly Refusal[], damage: readonly number[] = []): ParsedText => ({
    root: null,
    refusals,
    damage,
    lines,
  });
  const tooBig = checkBytes(text, limits);
  if (tooBig !== null) return refused([tooBig]);

  const refusals: Refusal[] = [];
  countLines(text, lines);
  let composed = compose(text, limits);
  for (let round = 0; round < MENDINGS && 'errors' in composed; round++) {
    const source = composed.source;
    const colons = composed.errors.filter((error) => isStrayColon(error, source));
    if (colons.length === 0) break;
    refusals.push(...explainSyntax(colons, [], source));
    composed = compose(withoutStrayColons(colons, source), limits);
  }
  if ('beyond' in composed) return refused([composed.beyond]);
  const { documents, tokens, errors } = composed;
  const document = documents[0];
  refusals.push(...explainSyntax(errors, tokens, composed.source));
  const damage = refusals.map(({ offset }) => offset);
  const second = documents[1];
  if (second !== undefined) {
    const hint = 'Remove the line with --- or ..., or put the rest in a file of its own.';
    refusals.push({
      offset: second.range[0],
      code: 'second-document',
      message: 'A second document starts here.',
      hint,
    });
  }
  if (!document?.contents || isEmptyScalar(document.contents)) {
    if (refusals.length > 0) return refused(refusals, damage);
    return refused([{ offset: 0, code: 'empty-file', message: 'This file is empty.', hint: start }]);
  }
  const conversion = new Conversion(limits, lines);
  try {
    const root = conversion.convert(document.contents, null, 1);
    return { root, refusals: [...refusals, ...conversion.refusals], damage, lines };
  } catch (stop) {
    if (!(stop instanceof LimitReached)) throw stop;
    return refused([...refusals, stop.refusal]);
  }
}

/** Done here and not by the parser, which loses count of lines in some texts that are not YAML. */
function countLines(text: string, lines: LineCounter): void {
  for (let start = 0; ;) {
    lines.addNewLine(start);
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return;
  }
}

/** How many times stray colons are taken out and the text is read again. */
const MENDINGS = 2;

interface Composed {
  readonly source: string;
  readonly tokens: readonly CST.Token[];
  readonly documents: readonly Document.Parsed[];
  readonly errors: readonly YAMLParseError[];
}

function compose(source: string, limits: Limits): Composed | { readonly beyond: Refusal } {
  const tokens = [...new Parser().parse(source)];
  const beyond = checkTokens(tokens, limits);
  if (beyond !== null) return { beyond };
  // `failsafe` leaves every scalar a text: what a field means is for its shape to say. Keys are compared in `Conversion`,
  // because the composer's own comparison is quadratic.
  const composer = new Composer({ schema: 'failsafe', merge: false, uniqueKeys: false, prettyErrors: false });
  const documents = [...composer.compose(tokens, true, source.length)] as Document.Parsed[];
  return { source, tokens, documents, errors: documents.flatMap((document) => document.errors) };
}

class LimitReached extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const isEmptyScalar = (node: unknown) =>
  isScalar(node) && node.type === 'PLAIN' && (node.value === '' || node.value === '~' || node.value === 'null');
const offsetOf = (node: Node) => node.range?.[0] ?? 0;

/** Turns the nodes of a document into data and places, writing aliases out and collecting what is wrong. */
class Conversion {
  readonly refusals: Refusal[] = [];
  readonly #limits: Limits;
  readonly #lines: LineCounter;
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #nodes = 0;

  constructor(limits: Limits, lines: LineCounter) {
    this.#limits = limits;
    this.#lines = lines;
  }

  convert(node: unknown, key: number | null, depth: number, site?: number): { raw: Raw; place: Place } {
    if (!isAlias(node) && !isScalar(node) && !isMap(node) && !isSeq(node)) {
      return { raw: null, place: { value: key ?? 0, key, empty: true, inside: new Map() } };
    }
    const offset = site ?? offsetOf(node as Node);
    if (++this.#nodes > this.#limits.nodes) throw new LimitReached(tooManyNodes(offset, this.#limits));
    if (depth > this.#limits.depth) throw new LimitReached(tooDeep(offset, this.#limits));
    if (isAlias(node)) return this.#alias(node.source, key, depth, offset);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const inside = new Map<string | number, Place>();
    if (isScalar(node)) {
      const empty = isEmptyScalar(node);
      const raw = empty ? null : this.#text(String(node.value), offset);
      return { raw, place: { value: offset, key, empty, inside } };
    }
    this.#open.add(node);
    let raw: Raw;
    if (isSeq(node)) {
      raw = node.items.map((item, i) => {
        const child = this.convert(item, null, depth + 1);
        inside.set(i, child.place);
        return child.raw;
      });
    } else {
      const fields = Object.create(null) as Record<string, Raw>;
      for (const pair of node.items) this.#field(pair.key, pair.value, fields, inside, depth);
      raw = fields;
    }
    this.#open.delete(node);
    return { raw, place: { value: offset, key, empty: false, inside } };
  }

  #alias(name: string, key: number | null, depth: number, offset: number): { raw: Raw; place: Place } {
    const target = this.#anchors.get(name);
    if (target !== undefined && !this.#open.has(target)) return this.convert(target, key, depth, offset);
    const message =
      target === undefined
        ? `*${plain(name, 40)} is an alias, and nothing above is marked &${plain(name, 40)}.`
        : `*${plain(name, 40)} stands inside the very thing that it repeats.`;
    this.#refuse(offset, 'bad-alias', message, 'Put the text in quotes if it only starts with a *.');
    return { raw: null, place: { value: offset, key, empty: true, inside: new Map() } };
  }

  #field(
    keyNode: unknown,
    value: unknown,
    fields: Record<string, Raw>,
    inside: Map<string | number, Place>,
    depth: number,
  ): void {
    const offset = offsetOf(keyNode as ParsedNode);
    const key = this.#key(keyNode, offset);
    const child = this.convert(value, offset, depth + 1);
    if (key === null) return;
    const first = inside.get(key);
    if (first !== undefined) {
      const { line } = this.#lines.linePos(first.key ?? first.value);
      const message = `"${plain(key, 60)}" is here twice: first on line ${line}.`;
      this.#refuse(
        offset,
        'duplicate-key',
        message,
        'Keys are what things are known by: change one of them, or join the two.',
      );
      return;
    }
    inside.set(key, child.place);
    fields[key] = child.raw;
  }

  /** The text of a key, or null (with a refusal) where it cannot be one. */
  #key(node: unknown, offset: number): string | null {
    if (!isScalar(node)) {
      this.#refuse(offset, 'bad-key', 'A key has to be plain text.', 'Put it in quotes if it holds brackets, * or ?.');
      return null;
    }
    this.#nodes++;
    const key = normaliseName(String(node.value));
    const strange = forbiddenCharacter(String(node.value));
    if (key === '') return this.#refuse(offset, 'bad-key', 'A key is empty.', 'Write a name before the colon.');
    if (strange !== null) return this.#strange(offset, strange);
    if (key === '<<') {
      return this.#refuse(offset, 'merge-key', 'Merging with << is not read here.', 'Write the fields out.');
    }
    if (key === '__proto__') {
      return this.#refuse(offset, 'bad-key', '"__proto__" cannot be a name.', 'Choose another.');
    }
    if (key.length > this.#limits.keyLength) {
      const message = `This key has ${key.length} characters; at most ${this.#limits.keyLength} fit.`;
      return this.#refuse(offset, 'long-key', message, 'Shorten it, and put the rest in a text field.');
    }
    return key;
  }

  #text(text: string, offset: number): string {
    const strange = forbiddenCharacter(text);
    if (strange !== null) this.#strange(offset, strange);
    if (text.length <= this.#limits.textLength) return text.normalize('NFC');
    const message = `This text has ${text.length} characters; at most ${this.#limits.textLength} fit.`;
    this.#refuse(offset, 'long-text', message, 'Shorten it.');
    return '';
  }

  #strange(offset: number, character: string): null {
    const message = `This text holds the invisible or control character ${character}.`;
    return this.#refuse(offset, 'strange-character', message, 'Type the text again without it.');
  }

  #refuse(offset: number, code: string, message: string, hint: string): null {
    this.refusals.push({ offset, code, message, hint });
    return null;
  }
}
