/**
 * The library's face. Those who live worlds and read them need the first three groups; those who add systems need the
 * rest. Nothing else in this package is meant to be imported.
 */

// To live a world: rules and a scenario's setup make one, `advance` lives it, `save` and `load` put it away.
export { ruleset } from './rules.ts';
export { systems } from './systems/index.ts';
export { Ruleset } from './kernel/ruleset.ts';
export type { KindEntry } from './kernel/ruleset.ts';
export { beginOf, castOf, checkSetup, createWorld } from './kernel/create.ts';
export type { LivingOptions } from './kernel/create.ts';
export { World, seedOf } from './kernel/world.ts';
export type { Recipe, Seed } from './kernel/world.ts';
export { advance, step } from './kernel/live.ts';
export { SaveError, load, save } from './kernel/save.ts';

// To read a world: its events with their causes and witnesses, its names, and the tables of the systems that it ships.
export { eventsOf, muteOf, readEvent } from './kernel/read.ts';
export type { EventRecord, StatedCause, Witness } from './kernel/read.ts';
export { CAUSE_KINDS, causeEvent, causeGroup, causeKind } from './kernel/events.ts';
export type { Cause, CauseKind } from './kernel/events.ts';
export { GRAINS, SENSES } from './kernel/chronicle.ts';
export type { Chronicle, Chunk, Sense } from './kernel/chronicle.ts';
export {
  begin,
  groupNames,
  lasts,
  peopleNames,
  peopleOf,
  type Person,
  placeNames,
  teller,
  title,
  type Cast,
} from './kernel/cast.ts';
export * as state from './state.ts';

// To hear what somebody weighs while a stretch of time is lived, and why they did nothing else.
export { Observer, overhear, rowsOf } from './kernel/deliberation.ts';
export type { Considered, Deliberation, Matter, RoleRows, Score, Statement } from './kernel/deliberation.ts';

// To interfere: what a world's log of orders and interventions may hold whatever its systems, and how long a mute lasts.
export {
  KERNEL_COMMANDS,
  MUTE_SCOPE_SECONDS,
  change,
  decree,
  luckAt,
  mutesOf,
  reroll,
  withhold,
} from './kernel/log.ts';
export type { Decree, LogEntry, LuckApart, Mute } from './kernel/log.ts';

// What its people weigh, put into words for those who ask afterwards.
export { SELF, byEvent, isObserved, oneself, option, stated, weighed } from './kernel/deliberation.ts';

// To add a system: its declaration, rules and commands.
export { PHASES, SECONDS, command, defineSystem, rule } from './kernel/system.ts';
export type {
  Beat,
  Command,
  Condition,
  EventKinds,
  Fact,
  Grain,
  Phase,
  Rule,
  Standing,
  System,
  SystemSpec,
  WordsFor,
} from './kernel/system.ts';

// Its state: tables of typed columns.
export { group, namedTable, person, place, table } from './kernel/tables.ts';
export type { ColumnSpecs, Rows, RowsKind, TableDef, TableOptions, View } from './kernel/tables.ts';
export { Column, event, f32, f64, i32, ref, tally, u16, u32, u8 } from './kernel/columns.ts';
export type {
  ColumnKind,
  ColumnOf,
  ColumnSpec,
  EventColumn,
  F32Column,
  F64Column,
  I32Column,
  RefColumn,
  TallyColumn,
  U16Column,
  U32Column,
  U8Column,
} from './kernel/columns.ts';
export type { Arena } from './kernel/arena.ts';
export type { Trace } from './kernel/trace.ts';

// Its events: kinds with roles and data, what they happened because of, and who noticed.
export {
  aboutEvent,
  enabled,
  eventKind,
  interrupted,
  jointly,
  maybe,
  oneOf,
  real,
  reason,
  role,
  whole32,
  yesNo,
} from './kernel/events.ts';
export type {
  Committed,
  DatumSpec,
  DatumSpecs,
  EventKind,
  FieldsOf,
  KindSpec,
  Notice,
  RoleSpec,
  RoleSpecs,
} from './kernel/events.ts';
export { BY_HEARING, BY_SIGHT, BY_TOUCH, witnessWord } from './kernel/chronicle.ts';

// Its words: typed clauses, which the story package puts into a language.
export type {
  Affair,
  AsCause,
  Certainty,
  Clause,
  Complement,
  Heeded,
  InThrong,
  InWhy,
  KindWords,
  Lasting,
  Noun,
  Phrase,
  Scar,
  Sum,
  TakenUp,
  Weight,
} from './kernel/words.ts';

// Its time: what is due at a moment, and bubbles of finely lived time.
export { agendaAct, schedule } from './kernel/agenda.ts';
export type { AgendaAct } from './kernel/agenda.ts';
export {
  ENGAGEMENT,
  SCENE,
  bubble,
  bubbleOf,
  closeBubble,
  enterBubble,
  leaveBubble,
  membersOf,
  mergeBubbles,
  openBubble,
} from './kernel/bubbles.ts';

// Its people's beliefs: claims, true or not.
export {
  believe,
  claim,
  claimsOf,
  dropClaim,
  findClaim,
  firstClaim,
  forget,
  mind,
  predicate,
  sourcesOf,
} from './kernel/beliefs.ts';
export type { Predicate, Word } from './kernel/beliefs.ts';

// Its luck, curves and hashes: the same on every engine.
export { Chance, purpose, purposes } from './kernel/chance.ts';
export type { Apart, ChanceOptions } from './kernel/chance.ts';
export { Race } from './kernel/race.ts';
export * as curves from './kernel/curves.ts';
export { WordHash, hashText32, hashText64, hex64, mix } from './kernel/hash.ts';

// Its part of the scenario file: the forms that sections and commands are declared in.
export {
  amount,
  beginning,
  choice,
  duration,
  either,
  entries,
  flag,
  fraction,
  integer,
  list,
  map,
  moment,
  nameIn,
  optionally,
  phrase,
  record,
  text,
  timeWindow,
  whole,
  withDefault,
} from './kernel/shape.ts';
export type {
  AmountUnit,
  Begin,
  EntriesPart,
  Fields,
  Infer,
  InferFields,
  PhraseValue,
  Remark,
  SectionPart,
  Setup,
  Shape,
  TimeWindow,
  WholePart,
} from './kernel/shape.ts';
