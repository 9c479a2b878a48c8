/** The typed clauses that the systems of the engine speak in; this package alone turns them into a language. */
export type { AsCause, Clause, Heeded, InThrong, Noun, Phrase, TakenUp, Weight } from '@anchorhold/engine';
