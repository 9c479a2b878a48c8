/**
 * The side log of hidden edges: which events a decision could have been changed by, known without anybody writing it
 * down. It is never shown; it serves to ask what descends from an event, and can be switched off.
 *
 * A *frame* is one decision of one actor. While it is open, every tracked read notes the node that last wrote the cell.
 * Events that the frame proposes point to it. A frame that ends without an event may still have mattered, by what did
 * not happen: where its rule says so, it is kept if its reads differ from the actor's last, and joins what that actor does
 * soon after.
 *
 * A *node* is an event (`2 * id`) or a frame (`2 * id + 1`); 0 is nothing. An edge list is stored as zigzag varint
 * deltas, about two bytes an edge.
 */
export class Trace {
  /** Whether hidden edges are kept at all. */
  readonly on: boolean;
  /** Whether a decision is being made, whether or not its reads are kept. */
  deciding = false;
  /** Whether a frame is open, so that reads count. */
  listening = false;
  /** The node that cells written now are written by. */
  writer = 0;
  /** While an hour is lived: that an actor lives by it, and is up, so that whatever they decide by the hour rests on that. */
  lives: readonly { at(row: number): unknown }[] = [];

  private frames = 0;
  private starts = new Uint32Array(1024);
  private bytes = new Uint8Array(8192);
  private length = 0;
  /** The node that each event rests on, by event id. */
  private parentOf = new Uint32Array(1024);
  private events = 0;

  private reads = new Uint32Array(256);
  private readCount = 0;
  private readMarks = new Uint32Array(4096);
  private serial = 0;
  private used = false;
  private actor = -1;
  private now = 0;
  /** The silent frame that the open one took up, as a node; 0 for none. */
  private carried = 0;

  /** Per actor: the silent frame that what it does next descends from, when it was, and a hash of what it read. */
  private silent = new Uint32Array(64);
  private silentAt = new Int32Array(64);
  private silentHash = new Int32Array(64);

  constructor(on: boolean) {
    this.on = on;
  }

  /** An actor begins to decide. `actor` is a row of `person`, or -1 for nobody's decision (physics). Decisions do not nest. */
  open(actor: number, now: number): void {
    if (this.deciding) throw new Error('a decision began within another: decisions do not nest, close the first');
    this.deciding = true;
    if (!this.on) return;
    this.listening = true;
    this.serial++;
    this.readCount = 0;
    this.used = false;
    this.actor = actor;
    this.now = now;
    // A decision within an event, or within an act of the agenda, descends from it.
    this.read(this.writer);
    if (actor < 0) return;
    if (actor >= this.silent.length) this.roomForActor(actor);
    this.carried = this.carriedSilence(actor);
    this.read(this.carried);
    for (let i = 0; i < this.lives.length; i++) this.lives[i].at(actor);
  }

  /** A cell last written by `node` was read. */
  read(node: number): void {
    if (node === 0) return;
    if (node >= this.readMarks.length) this.readMarks = grown(this.readMarks, node);
    if (this.readMarks[node] === this.serial) return;
    this.readMarks[node] = this.serial;
    if (this.readCount === this.reads.length) this.reads = grown(this.reads, this.readCount);
    this.reads[this.readCount++] = node;
  }

  /** The node that an event proposed now rests on: the open frame, else the event that is being applied. */
  ground(): number {
    if (!this.listening) return this.writer;
    this.used = true;
    return 2 * (this.frames + 1) + 1;
  }

  /**
   * The decision is over. Where it led to no event, what it read is kept only if that `silenceMatters`: if other readings
   * could have led to an event that the actor's later ones show.
   */
  close(silenceMatters = true): void {
    this.deciding = false;
    if (!this.listening) return;
    this.listening = false;
    const actor = this.actor;
    if (this.used) {
      this.store();
      if (actor >= 0) this.silent[actor] = 0;
      return;
    }
    if (actor < 0 || !silenceMatters) return;
    let hash = 0;
    let fresh = 0;
    for (let i = 0; i < this.readCount; i++) {
      const node = this.reads[i];
      if (node === this.carried) continue;
      fresh++;
      hash = (hash + Math.imul(node, 0x9e3779b1)) | 0;
    }
    if (fresh === 0) return;
    // The same thought again is kept as the one before, which it makes young again.
    if (this.carried === 0 || hash !== this.silentHash[actor]) {
      this.store();
      this.silent[actor] = this.frames;
      this.silentHash[actor] = hash;
    }
    this.silentAt[actor] = this.now;
  }

  /** The node of the actor's last silent frame while it still counts, or 0. */
  private carriedSilence(actor: number): number {
    const silent = this.silent[actor];
    return silent !== 0 && this.now - this.silentAt[actor] <= SILENCE_CARRIES ? 2 * silent + 1 : 0;
  }

  /** An event has been recorded as a consequence of the node `ground` (0: of none). */
  event(id: number, ground: number): void {
    if (!this.on) return;
    if (id >= this.parentOf.length) this.parentOf = grown(this.parentOf, id);
    this.parentOf[id] = ground;
    this.events = id;
  }

  /** A new version of an accumulator: descends from the version before and from the present writer, or the open frame. */
  version(before: number): number {
    const writer = this.writer;
    if (this.listening && writer === 0) {
      this.read(before);
      return this.ground();
    }
    if (before === 0 || before === writer) return writer;
    if (writer === 0) return before;
    if (this.listening) {
      this.read(before);
      return this.ground();
    }
    const at = this.beginList();
    let last = this.writeEdge(before, 2 * this.frames + 1);
    last = this.writeEdge(writer, last);
    this.starts[at + 1] = this.length;
    return 2 * this.frames + 1;
  }

  /** Number of events and frames noted, and bytes the log takes. */
  size(): { events: number; frames: number; bytes: number } {
    return { events: this.events, frames: this.frames, bytes: this.length + 4 * this.frames + 4 * this.events };
  }

  /** The nodes that a node rests on: an event on what brought it about, a frame on what it read. */
  *parents(node: number): Generator<number> {
    const id = node >>> 1;
    if ((node & 1) === 0) {
      const parent = id < this.parentOf.length ? this.parentOf[id] : 0;
      if (parent !== 0) yield parent;
      return;
    }
    let at = this.starts[id - 1];
    const end = this.starts[id];
    let last = node;
    while (at < end) {
      let shift = 0;
      let zigzag = 0;
      let byte: number;
      do {
        byte = this.bytes[at++];
        zigzag |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      last += (zigzag >>> 1) ^ -(zigzag & 1);
      yield last;
    }
  }

  private store(): void {
    const at = this.beginList();
    let last = 2 * this.frames + 1;
    for (let i = 0; i < this.readCount; i++) last = this.writeEdge(this.reads[i], last);
    this.starts[at + 1] = this.length;
  }

  private beginList(): number {
    const at = this.frames++;
    if (at + 2 > this.starts.length) this.starts = grown(this.starts, at + 2);
    return at;
  }

  private writeEdge(node: number, last: number): number {
    if (this.length + 5 > this.bytes.length) {
      const bigger = new Uint8Array(this.bytes.length * 2);
      bigger.set(this.bytes);
      this.bytes = bigger;
    }
    const delta = node - last;
    let zigzag = ((delta << 1) ^ (delta >> 31)) >>> 0;
    while (zigzag > 127) {
      this.bytes[this.length++] = (zigzag & 127) | 128;
      zigzag >>>= 7;
    }
    this.bytes[this.length++] = zigzag;
    return node;
  }

  private roomForActor(actor: number): void {
    const size = Math.max(actor + 1, this.silent.length * 2);
    const widen = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const bigger = new Int32Array(size);
      bigger.set(old);
      return bigger;
    };
    this.silent = grown(this.silent, actor);
    this.silentAt = widen(this.silentAt);
    this.silentHash = widen(this.silentHash);
  }
}

/** Seconds for which a decision that led to nothing counts as a part of what its actor does next. Tuned: see docs/model. */
const SILENCE_CARRIES = 30;

function grown(old: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(Math.max(needed + 1, old.length * 2));
  bigger.set(old);
  return bigger;
}
