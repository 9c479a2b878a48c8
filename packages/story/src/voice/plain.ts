import { finish, rolesOf, sayClause } from '../english/clause.ts';
import type { Form } from '../english/clause.ts';
import { newDiscourse } from '../english/discourse.ts';
import { cleanText } from '../english/names.ts';
import type { Entity } from '../told.ts';
import type { Clause } from '../words.ts';

/**
 * One clause as one sentence that needs nothing around it: names throughout. For lists of events and for causes;
 * what is so `now` is said in the present.
 */
export function sayPlainly(clause: Clause, roles: Readonly<Record<string, Entity>>, form: Form = 'past'): string {
  return finish(sayClause(clause, { roles: rolesOf(roles), discourse: newDiscourse() }, { form }));
}

/** Longest text of a scenario that is quoted, in characters. */
const longestAside = 80;

/** A sentence with what the scenario adds to it in its own words, made plain and put in quotation marks. */
export function withAside(sentence: string, aside: string | null | undefined): string {
  const said = cleanText(aside ?? '', longestAside)
    .replace(/[“”„«»"]/g, '’')
    .replace(/[.\s]+$/, '');
  return said === '' ? sentence : `${sentence.replace(/\.$/, '')}: “${said}”.`;
}
