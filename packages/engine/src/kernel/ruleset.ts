import { agenda } from './agenda.ts';
import type { AgendaAct } from './agenda.ts';
import { bubble, within } from './bubbles.ts';
import { claim, mind } from './beliefs.ts';
import type { EventKind } from './events.ts';
import { WordHash, hashText32, hashText64 } from './hash.ts';
import { sections as castSections } from './cast.ts';
import { KERNEL_COMMANDS } from './log.ts';
import type { SectionPart } from './shape.ts';
import { PHASES } from './system.ts';
import type { Command, Condition, Fact, Grain, Phase, Rule, Slot, System } from './system.ts';
import { group, person, place } from './tables.ts';
import type { TableDef } from './tables.ts';
import type { KindWords } from './words.ts';

/** An event kind in a ruleset: its number in chronicles, and how its words are laid out. */
export interface KindEntry {
  readonly kind: EventKind;
  readonly index: number;
  readonly idHash: readonly [number, number];
  readonly roles: readonly string[];
  readonly data: readonly string[];
  readonly wordCount: number;
  readonly words: KindWords<never, string>;
  readonly system: string;
}

const KERNEL_TABLES: readonly TableDef[] = [person, place, group, bubble, within, claim, mind, agenda];

/** Named things keep their maker's table in 8 bits, of which 0 says that nobody made them. */
const MOST_TABLES = 255;

/** Systems put together: what a world can hold, what can happen in it, in which order rules run. */
export class Ruleset {
  readonly systems: readonly System[];
  readonly tables: readonly TableDef[];
  /** Which system each table belongs to, beside `tables`. */
  readonly owners: readonly string[];
  readonly kinds: readonly KindEntry[];
  readonly acts: readonly AgendaAct[];
  readonly commands: readonly Command[];
  /** Systems that want to hear of every event that can be noticed. */
  readonly noticing: readonly System[];
  readonly conditions: readonly Condition[];
  readonly facts: readonly Fact[];
  readonly sections: readonly SectionPart[];
  /** Names the rules' version: a world saved under another one cannot be continued here. */
  readonly hash: string;
  private readonly kindBySlot: KindEntry[] = [];
  private readonly kindById = new Map<string, KindEntry>();
  private readonly actBySlot: number[] = [];
  private readonly rules = new Map<string, readonly Rule[]>();
  private readonly phases = new Map<Grain, readonly (readonly Rule[])[]>();
  private readonly slots = new Map<string, readonly unknown[]>();

  /** `digest` stands for the code of the rules; two rulesets with other code must not share it. */
  constructor(systems: readonly System[], digest: string) {
    this.systems = inOrder(systems);
    this.tables = [...KERNEL_TABLES, ...this.systems.flatMap((system) => system.tables ?? [])];
    this.owners = [
      ...KERNEL_TABLES.map(() => 'kernel'),
      ...this.systems.flatMap((system) => (system.tables ?? []).map(() => system.id)),
    ];
    refuseTwins('table', this.tables);
    if (this.tables.length > MOST_TABLES) throw new Error(`${this.tables.length} tables; ${MOST_TABLES} is the most`);
    const kinds = this.systems.flatMap((system) =>
      Object.entries(system.events).map(([name, kind]) => ({ system: system.id, kind, words: system.words[name] })),
    );
    kinds.sort((a, b) => (a.kind.id < b.kind.id ? -1 : 1));
    refuseTwins(
      'event kind',
      kinds.map((entry) => entry.kind),
    );
    this.kinds = kinds.map(({ system, kind, words }, index) => {
      const roles = Object.keys(kind.roles);
      const data = Object.keys(kind.data);
      const wordCount = roles.length + data.length;
      const entry: KindEntry = { kind, index, idHash: hashText64(kind.id), roles, data, wordCount, words, system };
      this.kindBySlot[kind.slot] = entry;
      this.kindById.set(kind.id, entry);
      return entry;
    });
    this.acts = this.systems.flatMap((system) => system.agenda ?? []);
    refuseTwins('agenda act', this.acts);
    this.acts.forEach((act, index) => (this.actBySlot[act.slot] = index));
    this.commands = this.systems.flatMap((system) => system.commands ?? []);
    refuseTwins('command', [...KERNEL_COMMANDS.map((id) => ({ id })), ...this.commands]);
    refuseTwins(
      'rule',
      this.systems.flatMap((system) => system.rules ?? []),
    );
    this.noticing = this.systems.filter((system) => system.notice !== undefined);
    this.conditions = this.systems.flatMap((system) => system.conditions ?? []);
    this.facts = this.systems.flatMap((system) => system.facts ?? []);
    this.sections = [
      ...castSections(this.conditions.map((condition) => condition.pattern)),
      ...this.systems.flatMap((system) => system.scenario ?? []),
    ];
    const hash = new WordHash();
    const declared = [
      ...this.tables.map((def) => `${def.id}:${Object.entries(def.columns).map(([name, spec]) => name + spec.column)}`),
      ...this.kinds.map((entry) => `${entry.kind.id}(${entry.roles})(${entry.data})`),
      ...this.systems.flatMap((system) => (system.rules ?? []).map((each) => each.id)),
      digest,
    ];
    for (const line of declared) hash.word(hashText32(line));
    this.hash = hash.digest();
  }

  /** The entry of a kind; throws where no system of this ruleset has it. */
  entry(kind: EventKind): KindEntry {
    const entry = this.kindBySlot[kind.slot];
    if (entry === undefined) throw new Error(`event kind ${kind.id} belongs to no system of this ruleset`);
    return entry;
  }

  /** The entry of a kind by its id, or null. */
  entryById(id: string): KindEntry | null {
    return this.kindById.get(id) ?? null;
  }

  /** What the systems have put into a slot, in the systems' order. */
  filled<T>(slot: Slot<T>): readonly T[] {
    let found = this.slots.get(slot.id);
    if (found === undefined) {
      const fillings = this.systems.flatMap((system) => system.fills ?? []);
      found = fillings.filter((each) => each.slot === slot.id).flatMap((each) => each.items);
      this.slots.set(slot.id, found);
    }
    return found as readonly T[];
  }

  actIndex(act: AgendaAct): number {
    const index = this.actBySlot[act.slot];
    if (index === undefined) throw new Error(`agenda act ${act.id} belongs to no system of this ruleset`);
    return index;
  }

  /** The rules of one phase at one grain, in the systems' order. */
  rulesAt(grain: Grain, phase: Phase): readonly Rule[] {
    const key = `${grain} ${phase}`;
    let found = this.rules.get(key);
    if (found === undefined) {
      found = this.systems.flatMap((system) =>
        (system.rules ?? []).filter((each) => each.phase === phase && each.grains.includes(grain)),
      );
      this.rules.set(key, found);
    }
    return found;
  }

  /** The rules of every phase at one grain, phase by phase. */
  phasesAt(grain: Grain): readonly (readonly Rule[])[] {
    let found = this.phases.get(grain);
    if (found === undefined) this.phases.set(grain, (found = PHASES.map((phase) => this.rulesAt(grain, phase))));
    return found;
  }
}

/** Topological order on `after`, ties by id. */
function inOrder(systems: readonly System[]): System[] {
  const byId = new Map(systems.map((system) => [system.id, system]));
  if (byId.size < systems.length) refuseTwins('system', systems);
  const waiting = [...systems].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const system of waiting) {
    for (const id of system.after ?? []) {
      if (!byId.has(id)) throw new Error(`system ${system.id} comes after "${id}", which is no system of this ruleset`);
    }
  }
  const ordered: System[] = [];
  const done = new Set<string>();
  while (waiting.length > 0) {
    const next = waiting.findIndex((system) => (system.after ?? []).every((id) => done.has(id)));
    if (next < 0) throw new Error(`these systems wait for each other: ${waiting.map((s) => s.id).join(', ')}`);
    const [system] = waiting.splice(next, 1);
    ordered.push(system);
    done.add(system.id);
  }
  return ordered;
}

function refuseTwins(what: string, things: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of things) {
    if (seen.has(id)) throw new Error(`there are two ${what}s called ${id}`);
    seen.add(id);
  }
}
