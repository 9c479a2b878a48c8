/** The typed clauses that the systems of the engine speak in; this package alone turns them into a language. */
export type { Certainty, Clause, Complement, Noun, Phrase, Weight } from '@anchorhold/engine';
