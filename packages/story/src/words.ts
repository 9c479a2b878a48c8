/** The typed clauses that the systems of the engine speak in; this package alone turns them into a language. */
export type { Clause, Noun, Phrase, Weight } from '@anchorhold/engine';
