/** Clauses that many practices use: who says what to whom, and does what. */
import type { MoveClause, MoveRole } from './practice.ts';
import type { Clause, Complement } from '../../kernel/words.ts';

export const ACTOR = { role: 'actor' } as const;
export const TARGET = { role: 'target' } as const;
export const ABOUT = { role: 'about' } as const;
export const NOTHING = { noun: 'nothing', of: 'none' } as const;

/** `to Leila`, `beside her`. */
export const by = (preposition: string, phrase: Complement<MoveRole>['phrase'] = TARGET): Complement<MoveRole> => ({
  by: preposition,
  phrase,
});

/** Words spoken to the other: `Kai said to her, “You have not sat down since.”` */
export const says = (line: string, verb = 'say', to: string | null = 'to'): MoveClause => ({
  verb,
  subject: ACTOR,
  ...(to === null ? {} : { complements: [by(to)] }),
  manner: `, “${line}”`,
});

/** Something that is done: `did so much for her`. */
export const does = (verb: string, more: Omit<Clause<MoveRole>, 'verb' | 'subject'> = {}): MoveClause => ({
  verb,
  subject: ACTOR,
  ...more,
});

/** What somebody had of the other: `a hand`, `an arm`. */
export const a = (noun: string) => ({ noun, of: 'a' }) as const;
export const the = (noun: string) => ({ noun, of: 'the' }) as const;
export const own = (noun: string) => ({ noun, of: 'own' }) as const;
export const bare = (noun: string) => ({ noun, of: 'none' }) as const;
