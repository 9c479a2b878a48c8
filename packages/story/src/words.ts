/** The typed clauses that the systems of the engine speak in; this package alone turns them into a language. */
export type {
  Affair,
  AsCause,
  Clause,
  Heeded,
  InThrong,
  Lasting,
  Noun,
  Phrase,
  Scar,
  Sum,
  TakenUp,
  Weight,
} from '@anchorhold/engine';
