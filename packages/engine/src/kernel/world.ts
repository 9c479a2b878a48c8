import { Arena } from './arena.ts';
import type { Cast } from './cast.ts';
import { Chance, purposesOf } from './chance.ts';
import { Chronicle } from './chronicle.ts';
import type { Observer } from './deliberation.ts';
import type { Cause, EventKind, FieldsOf } from './events.ts';
import { WordHash, hashText64, mix } from './hash.ts';
import { fieldsOf, mustHold } from './fields.ts';
import type { Decree, LogEntry, Mute } from './log.ts';
import { luckAt, mutesOf } from './log.ts';
import { insteadOf, muteOn } from './mutes.ts';
import type { Proposal } from './mutes.ts';
import type { KindEntry, Ruleset } from './ruleset.ts';
import type { Setup } from './shape.ts';
import { person } from './tables.ts';
import type { ColumnSpecs, TableDef, View } from './tables.ts';
import { Trace } from './trace.ts';

/** What the arena's own words hold. */
const TIME = 0;
const LOG_CURSOR = 1;
const WORK = 2;
const LAST_HOUR = 3;

/** The most causes an event may state. */
const MOST_CAUSES = 48;
/** The most things of one kind that one maker can make: their ordinals are kept in 16 bits. */
const MOST_MADE = 65_535;
/** A chain of events that sets off events without end is a fault of the rules. */
export const MOST_AT_ONCE = 100_000;

export interface Seed {
  readonly low: number;
  readonly high: number;
}

/** The seed that a number stands for. Throws RangeError unless it is an integer from 0 to 2^53 - 1. */
export function seedOf(number: number): Seed {
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new RangeError(`seed ${number}: a seed is an integer from 0 to ${Number.MAX_SAFE_INTEGER}`);
  }
  return { low: number >>> 0, high: Math.floor(number / 4294967296) >>> 0 };
}

/** What does not change while a world is lived: its rules, what the scenario says, names, seed, and recorded log. */
export interface Recipe {
  readonly ruleset: Ruleset;
  readonly setup: Setup;
  readonly cast: Cast;
  readonly seed: Seed;
  /** Orders and interventions, in order of time. */
  readonly log: readonly LogEntry[];
  /** Throw when luck is drawn twice with one key, and when an event is proposed with fields that it cannot hold. */
  readonly debug: boolean;
}

/**
 * A world is one value: an arena of state and a chronicle of what happened, under rules that do not change. Rules read
 * it through tables (`of`) and propose events (`propose`); committing them is the only way in which it changes, drift
 * aside.
 */
export class World {
  readonly recipe: Recipe;
  readonly ruleset: Ruleset;
  readonly cast: Cast;
  readonly chronicle: Chronicle;
  readonly trace: Trace;
  readonly arena: Arena;
  /** The luck of the present moment. */
  chance: Chance;
  /** Grain of time that is being lived, as the chronicle keeps it. */
  grain = 0;
  /** Whoever follows what somebody weighs; no part of the world. */
  observer: Observer | null = null;
  /** The first moment for which the luck at hand does not hold; follows from the log. */
  luckHolds = Infinity;

  private readonly mutes: readonly Mute[];
  private queue: Proposal[] = [];
  private committing = false;
  private fromLog = false;
  private readonly scratch = new Int32Array(64);
  private readonly scratchReal = new Float32Array(this.scratch.buffer);

  /** An empty world for this recipe, or one that goes on from an arena and a chronicle, which it then owns. */
  constructor(recipe: Recipe, options: { trace: boolean }, from: { arena: ArrayBuffer; chronicle: Chronicle } | null) {
    this.recipe = recipe;
    this.ruleset = recipe.ruleset;
    this.cast = recipe.cast;
    this.trace = new Trace(options.trace);
    const expected = (def: TableDef): number =>
      this.cast.count(def.along ?? def) + def.perPerson * this.cast.count(person);
    this.arena = new Arena(this.ruleset.tables, this.trace, from?.arena ?? null, expected);
    this.chronicle = from?.chronicle ?? new Chronicle();
    this.mutes = mutesOf(recipe.log);
    this.chance = new Chance(0, 0);
    this.redrawLuck();
  }

  /** Now, in integer seconds after d1 00:00. */
  get time(): number {
    return this.arena.words[TIME];
  }
  set time(seconds: number) {
    this.arena.words[TIME] = seconds;
  }
  /** How many entries of the log have been carried out. */
  get logCursor(): number {
    return this.arena.words[LOG_CURSOR];
  }
  set logCursor(entries: number) {
    this.arena.words[LOG_CURSOR] = entries;
  }
  /** Work done so far: one unit for each person and step. Checkpoints are set by it. */
  get work(): number {
    return this.arena.words[WORK];
  }
  set work(units: number) {
    this.arena.words[WORK] = units;
  }
  /** The last full hour that was lived, in seconds after d1 00:00. */
  get lastHour(): number {
    return this.arena.words[LAST_HOUR];
  }
  set lastHour(seconds: number) {
    this.arena.words[LAST_HOUR] = seconds;
  }

  /** The rows of a table, its columns as properties. */
  of<C extends ColumnSpecs>(def: TableDef<C>): View<C> {
    return this.arena.of(def) as View<C>;
  }

  /** Luck for a purpose, between rows of `person` (-1: nobody), now: uniform in [0, 1). */
  luck(purpose: number, who: number, whom = -1, salt = 0): number {
    // The same 32 bits as signed numbers, which engines hand on without making an object of them.
    return this.chance.uniform(purpose, this.nameLo(person, who) | 0, this.nameLo(person, whom) | 0, this.time, salt);
  }

  /**
   * Whether this is a row's second for what each does once in `every` seconds, at seconds of its own (by its name): asked by
   * everybody each second, and so without adding the time to the name, whose sum would be too large for whole-number division.
   * `at` (0 to every - 1) spreads what the same row does.
   */
  isTurn(def: TableDef, row: number, every: number, at = 0): boolean {
    const turn = (((at - this.time) % every) + every) % every;
    return (this.nameLo(def, row) % every) >>> 0 === turn;
  }

  /** The low word of a row's stable name; 0 for nobody. */
  nameLo(def: TableDef, row: number): number {
    return row < 0 ? 0 : this.arena.of(def).nameLo!.raw[row];
  }
  /** Both words of a row's stable name. */
  nameHash(def: TableDef, row: number): { lo: number; hi: number } {
    const rows = this.arena.of(def);
    return { lo: rows.nameLo!.raw[row], hi: rows.nameHi!.raw[row] };
  }

  /** Add a named row while the world is built, and its row in every table that lies along. */
  addNamed(def: TableDef, key: string, shown: string): number {
    const [lo, hi] = hashText64(`${def.id} ${key}`);
    const row = this.cast.row(def, key) >= 0 ? this.cast.row(def, key) : this.cast.add(def, key, shown);
    if (this.nameRow(def, lo, hi, -1, 0, 0) !== row) throw new Error(`${def.id} "${key}" was added out of order`);
    return row;
  }

  /**
   * Make a named thing while living: it is named by its maker and how many of the kind the maker has made, 65,535 at
   * most. Returns its row.
   */
  makeNamed(def: TableDef, makerDef: TableDef, maker: number): number {
    const rows = this.arena.of(def);
    const table = this.ruleset.tables.indexOf(makerDef);
    let ordinal = 1;
    for (let row = 0; row < rows.count; row++) {
      if (rows.makerTable!.raw[row] === table + 1 && rows.makerRow!.raw[row] === maker) ordinal++;
    }
    if (ordinal > MOST_MADE)
      throw new RangeError(`${this.keyOf(makerDef, maker)} has made ${MOST_MADE} of ${def.id} already`);
    const name = this.nameHash(makerDef, maker);
    const [lo, hi] = hashText64(def.id);
    return this.nameRow(def, mix(mix(lo, name.lo), ordinal), mix(mix(hi, name.hi), ordinal), table, maker, ordinal);
  }

  /** The stable name of a row as text. */
  keyOf(def: TableDef, row: number): string {
    const rows = this.arena.of(def);
    const maker = rows.makerTable!.raw[row];
    if (maker === 0) return this.cast.key(def, row);
    return `${this.keyOf(this.ruleset.tables[maker - 1], rows.makerRow!.raw[row])}/${def.id} ${rows.makerOrdinal!.raw[row]}`;
  }

  /** Row of a stable name as `keyOf` gives it, of something made while living too; -1 where nothing is called so. */
  rowOf(def: TableDef, key: string): number {
    const known = this.cast.row(def, key);
    const rows = this.arena.of(def);
    if (known >= 0 || rows.makerTable === null) return known;
    for (let row = 0; row < rows.count; row++) {
      if (rows.makerTable.raw[row] !== 0 && this.keyOf(def, row) === key) return row;
    }
    return -1;
  }

  /** Propose an event. It happens at the end of the phase, unless it has become impossible or is withheld. */
  propose<K extends EventKind>(kind: K, fields: FieldsOf<K>, because: readonly Cause[] = []): void {
    if (because.length > MOST_CAUSES)
      throw new Error(`${kind.id}: ${because.length} causes; ${MOST_CAUSES} is the most`);
    this.queue.push({
      entry: this.ruleset.entry(kind),
      fields: fields as Record<string, unknown>,
      because,
      ground: this.trace.ground(),
      outside: this.fromLog,
      inPlaceOf: -1,
    });
  }

  /** Commit what `act` proposes as come from outside: not because of anything. */
  fromOutside(act: () => void): void {
    this.fromLog = true;
    act();
    this.fromLog = false;
    this.commit();
  }

  /** Have an event happen by the author's hand, if it is possible. Throws Error where it cannot be such an event. */
  decree(what: Decree): void {
    const found = fieldsOf(this, what);
    if (found !== null) this.fromOutside(() => this.propose(found.entry.kind, found.fields as never));
  }

  /** Commit what has been proposed, and what that sets off, in order. Not from within an event. */
  commit(): void {
    this.commitAll();
  }

  /**
   * Record an event of the time before the first day, and what it sets off. Only while the world is built, and not while
   * other events wait to be committed. Returns its id, or 0 where it was not possible or is withheld.
   */
  recordPast<K extends EventKind>(kind: K, fields: FieldsOf<K>, time: number, because: readonly Cause[] = []): number {
    if (this.queue.length > 0) throw new Error(`${kind.id}: record the past before you propose events of the present`);
    const { time: now, grain } = this;
    this.time = time;
    this.grain = 0;
    this.propose(kind, fields, because);
    const id = this.commitAll();
    this.time = now;
    this.grain = grain;
    return id;
  }

  /**
   * One 64-bit key for an event: its kind and the stable names in its roles. The same in every fork. `place` says where it
   * happened and, beside other roles, is no part of what happened: somebody seen in the yard or in the barn is the same event
   * in two places.
   */
  keyHash(entry: KindEntry, fields: Readonly<Record<string, unknown>>): [number, number] {
    let [lo, hi] = entry.idHash;
    for (const role of entry.roles) {
      if (role === 'place' && entry.roles.length > 1) continue;
      const row = (fields[role] as number | undefined) ?? -1;
      const rows = this.arena.of(entry.kind.roles[role].table);
      lo = mix(lo, row < 0 ? 0 : rows.nameLo!.raw[row]);
      hi = mix(hi, row < 0 ? 0 : rows.nameHi!.raw[row]);
    }
    return [lo, hi];
  }

  /**
   * A copy that lives on by itself. `log` replaces the recorded log from here on (what has been carried out must stand in
   * it as before, and the rest be in order of time); hidden edges are not kept unless asked.
   */
  fork(options: { log?: readonly LogEntry[]; trace?: boolean } = {}): World {
    const recipe = options.log === undefined ? this.recipe : { ...this.recipe, log: options.log };
    if (options.log !== undefined) refuseOtherPast(this.recipe.log, options.log, this.logCursor);
    const copy = new World(
      recipe,
      { trace: options.trace ?? false },
      { arena: this.arena.buffer.slice(0), chronicle: this.chronicle.fork() },
    );
    copy.grain = this.grain;
    return copy;
  }

  /** The hash of all state as 16 hex digits; ids of events and hidden edges are not part of it. */
  hash(): string {
    const whole = new WordHash();
    const parts = this.ruleset.tables.map(() => new WordHash());
    this.arena.hashInto(parts, whole);
    return whole.digest();
  }

  /** The hash of each system's state. */
  hashBySystem(): Map<string, string> {
    const bySystem = new Map<string, WordHash>();
    const parts = this.ruleset.tables.map((_, i) => {
      const owner = this.ruleset.owners[i];
      let hash = bySystem.get(owner);
      if (hash === undefined) bySystem.set(owner, (hash = new WordHash()));
      return hash;
    });
    this.arena.hashInto(parts, new WordHash());
    return new Map([...bySystem].map(([id, hash]) => [id, hash.digest()]));
  }

  /** Take the luck of the present moment from the seed and the re-rolls that the log holds until now. */
  redrawLuck(): void {
    const { seed, log, debug } = this.recipe;
    const { salt, apart, until } = luckAt(log, this.time);
    const low = salt === 0 ? seed.low : mix(seed.low, salt);
    this.luckHolds = until;
    this.chance = new Chance(low, seed.high, {
      debug,
      apart: apart.map((each) => ({
        who: each.of === undefined ? null : hashText64(`${person.id} ${each.of}`)[0] | 0,
        purposes: each.what === undefined ? null : purposesOf(each.what),
        chance: new Chance(mix(low, each.salt), seed.high),
      })),
    });
  }

  private nameRow(def: TableDef, lo: number, hi: number, maker: number, makerRow: number, ordinal: number): number {
    if (def.rows !== 'named') throw new Error(`${def.id} is no table of named things`);
    const rows = this.arena.of(def);
    const row = rows.add();
    rows.nameLo!.raw[row] = lo;
    rows.nameHi!.raw[row] = hi;
    rows.makerTable!.raw[row] = maker + 1;
    rows.makerRow!.raw[row] = makerRow;
    rows.makerOrdinal!.raw[row] = ordinal;
    for (const along of this.ruleset.tables) if (along.along === def) this.arena.of(along).add();
    return row;
  }

  /** Commits the queue; returns the id of the event that stood first in it, or 0 where that did not happen. */
  private commitAll(): number {
    const queue = this.queue;
    if (this.committing) throw new Error('events are being committed already: propose, and it is committed after them');
    if (this.trace.deciding) throw new Error('a decision was left open: close it before its events are committed');
    this.committing = true;
    let first = 0;
    for (let i = 0; i < queue.length; i++) {
      if (i > MOST_AT_ONCE) throw new Error(`${queue[i].entry.kind.id}: events set each other off without end`);
      const id = this.happen(queue[i]);
      if (i === 0) first = id;
    }
    queue.length = 0;
    this.committing = false;
    return first;
  }

  /** Returns the event's id, or 0 where it did not happen. */
  private happen(proposal: Proposal): number {
    const { entry, fields, because, ground, outside } = proposal;
    const kind = entry.kind;
    if (this.recipe.debug) mustHold(this, entry, fields);
    if (kind.possible !== null && !kind.possible(this, fields as never)) return 0;
    const mute = this.mutes.length > 0 ? muteOn(this, this.mutes, proposal) : -1;
    const instead = mute < 0 ? null : insteadOf(this, this.mutes, mute, ground);
    this.trace.writer = ground;
    // What is changed into another of its kind is one attempt still, and is paid for once.
    if (kind.spend !== null && instead?.entry !== entry) kind.spend(this, fields as never);
    if (mute >= 0) {
      this.trace.writer = 0;
      return instead === null ? 0 : this.happen(instead);
    }
    this.pack(entry, fields);
    const id = this.chronicle.append(
      this.time,
      entry.index,
      this.scratch,
      entry.wordCount,
      because,
      this.grain,
      outside,
    );
    this.trace.event(id, ground);
    this.trace.writer = 2 * id;
    if (kind.apply !== null) {
      fields['id'] = id;
      fields['time'] = this.time;
      kind.apply(this, fields as never);
    }
    if (kind.notice !== null) {
      for (const system of this.ruleset.noticing) system.notice!(this, kind, fields, id);
    }
    this.trace.writer = 0;
    return id;
  }

  private pack(entry: KindEntry, fields: Readonly<Record<string, unknown>>): void {
    let at = 0;
    for (const role of entry.roles) this.scratch[at++] = (fields[role] as number | undefined) ?? -1;
    for (const name of entry.data) {
      const spec = entry.kind.data[name];
      const value = fields[name];
      if (spec.datum === 'real') this.scratchReal[at++] = value as number;
      else if (spec.datum === 'choice') this.scratch[at++] = spec.of.indexOf(value as string);
      else this.scratch[at++] = Number(value);
    }
  }
}

/** A log that replaces another must hold what has been carried out already, and go on in order of time. */
function refuseOtherPast(before: readonly LogEntry[], log: readonly LogEntry[], done: number): void {
  for (let i = 0; i < done; i++) {
    if (log[i]?.at !== before[i].at || log[i]?.command !== before[i].command) {
      throw new Error(`entry ${i} of the new log is not the "${before[i].command}" that has been carried out already`);
    }
  }
  for (let i = Math.max(1, done); i < log.length; i++) {
    if (log[i].at < log[i - 1].at) throw new Error(`entry ${i} of the new log comes before the entry above it`);
  }
}
