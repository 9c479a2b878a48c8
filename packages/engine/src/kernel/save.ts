import { Chronicle } from './chronicle.ts';
import type { Chunk } from './chronicle.ts';
import { WordHash } from './hash.ts';
import type { LogEntry } from './log.ts';
import type { Recipe } from './world.ts';
import { World } from './world.ts';

/**
 * The form of a saved world: a magic word, a version of this form, the ruleset's hash, then the arena and the chronicle
 * as they lie in memory (little-endian, as on every platform that engines run on), then a hash of all that.
 */
const MAGIC = 0x4e414148;
const FORM = 1;

/** A save that cannot be continued here, and why. */
export class SaveError extends Error {
  override name = 'SaveError';
}

/** Everything that `load` needs besides the recipe, as bytes. Hidden edges are not part of it. */
export function save(world: World): Uint8Array {
  const writer = new Writer();
  writer.word(MAGIC);
  writer.word(FORM);
  writer.text(world.ruleset.hash);
  writer.word(world.grain);
  writer.block(new Uint8Array(world.arena.buffer));
  const chunks = world.chronicle.parts();
  writer.word(chunks.length);
  for (const chunk of chunks) writeChunk(writer, chunk);
  writer.word(0);
  writer.word(0);
  const bytes = writer.bytes();
  new Uint32Array(bytes.buffer, bytes.length - 8, 2).set(hashOf(bytes.subarray(0, -8)));
  return bytes;
}

/**
 * A world from bytes. Throws SaveError where the bytes are no save, are damaged, or were made under other rules.
 * `log` replaces the recipe's log.
 */
export function load(recipe: Recipe, bytes: Uint8Array, log: readonly LogEntry[] = recipe.log): World {
  const reader = new Reader(bytes.subarray(0, -8));
  if (reader.word() !== MAGIC) throw new SaveError('these bytes are no saved world');
  const form = reader.word();
  if (form !== FORM) throw new SaveError(`the world was saved in form ${form}; this version reads form ${FORM}`);
  const sum = new Reader(bytes.subarray(-8));
  const [low, high] = hashOf(bytes.subarray(0, -8));
  if (sum.word() !== low || sum.word() !== high) throw new SaveError('the saved world is damaged: its hash is another');
  const hash = reader.text();
  if (hash !== recipe.ruleset.hash) {
    throw new SaveError(
      `the world was saved under rules ${hash}; these are ${recipe.ruleset.hash}: it cannot go on here`,
    );
  }
  const grain = reader.word();
  const arena = reader.block().slice().buffer;
  const chunks: Chunk[] = [];
  for (let count = reader.word(); count > 0; count--) chunks.push(readChunk(reader));
  if (chunks.length === 0 || !reader.done)
    throw new SaveError('the saved world is damaged: it ends in the wrong place');
  const world = new World({ ...recipe, log }, { trace: false }, { arena, chronicle: new Chronicle(chunks) });
  world.grain = grain;
  world.redrawLuck();
  return world;
}

/** Two words; every block is a whole number of words long, and so is the whole. */
function hashOf(bytes: Uint8Array): [number, number] {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const hash = new WordHash().update(new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >>> 2));
  return [hash.low(), hash.high()];
}

function writeChunk(writer: Writer, chunk: Chunk): void {
  writer.word(chunk.first);
  writer.word(chunk.count);
  writer.word(chunk.used);
  for (const column of [chunk.time, chunk.kind, chunk.causes, chunk.start, chunk.pool]) {
    writer.block(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  for (const plain of [chunk.noticed, chunk.noticedFrom, chunk.witnesses]) {
    writer.block(new Uint8Array(Uint32Array.from(plain).buffer));
  }
}

function readChunk(reader: Reader): Chunk {
  const [first, count, used] = [reader.word(), reader.word(), reader.word()];
  const buffer = (): ArrayBuffer => reader.block().slice().buffer;
  return {
    first,
    count,
    used,
    time: new Int32Array(buffer()),
    kind: new Uint16Array(buffer()),
    causes: new Uint8Array(buffer()),
    start: new Uint32Array(buffer()),
    pool: new Int32Array(buffer()),
    noticed: [...new Uint32Array(buffer())],
    noticedFrom: [...new Uint32Array(buffer())],
    witnesses: [...new Uint32Array(buffer())],
  };
}

class Writer {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  word(value: number): void {
    this.raw(new Uint8Array(Uint32Array.of(value).buffer));
  }
  block(bytes: Uint8Array): void {
    this.word(bytes.length);
    this.raw(bytes);
  }
  /** ASCII only. */
  text(value: string): void {
    this.block(Uint8Array.from(value, (letter) => letter.charCodeAt(0)));
  }
  bytes(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
  private raw(bytes: Uint8Array): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }
}

class Reader {
  private readonly data: Uint8Array;
  private at = 0;

  constructor(data: Uint8Array) {
    this.data = data;
  }
  get done(): boolean {
    return this.at === this.data.length;
  }
  word(): number {
    return new Uint32Array(this.take(4).slice().buffer)[0];
  }
  block(): Uint8Array {
    return this.take(this.word());
  }
  text(): string {
    return String.fromCharCode(...this.block());
  }
  private take(length: number): Uint8Array {
    if (this.at + length > this.data.length) throw new SaveError('the saved world is damaged: it ends too soon');
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }
}
