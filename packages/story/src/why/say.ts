/** Causes in words: one sentence each, everybody named, and whose side they are on said where a reader cannot know it. */
import { finish, rolesOf, sayClause } from '../english/clause.ts';
import type { Discourse } from '../english/discourse.ts';
import { forgetMentions, newDiscourse, nextSentence } from '../english/discourse.ts';
import { list } from '../english/nouns.ts';
import { spanWords } from '../english/times.ts';
import { longPast } from '../voice/prepare.ts';
import type { Clause } from '../words.ts';
import type { Chronicled, Chronicles } from './chronicled.ts';
import type { Gathered } from './gather.ts';
import type { WhyCause } from './types.ts';

/** Says the lines of one tree, from the top down. */
export class Sayer {
  private readonly past: Chronicles;
  private readonly discourse: Discourse;
  /** Time of what is asked about. */
  private readonly now: number;

  constructor(past: Chronicles, home: string | undefined, now: number) {
    this.past = past;
    this.discourse = newDiscourse(home);
    this.now = now;
  }

  event(event: Chronicled): string {
    return this.sentence(event.clause, this.rolesIn(event), event);
  }

  cause({ clause, roles, told, ids, also }: Gathered, as: WhyCause['as']): string {
    const [first] = told;
    // What is told in the place of what was stated did not itself make it possible or cut in.
    const itself = told.length === ids.length && told.every(({ id }) => ids.includes(id));
    const sentence = this.sentence(clause, roles, first!, itself ? as : 'reason');
    if (also === undefined) return sentence;
    const added = sayClause(also.clause, { roles: also.roles, discourse: this.discourse });
    return finish(`${sentence.replace(/\.$/, '')}, and ${added}`);
  }

  /** Clauses about the same people are one sentence. */
  drift(clauses: readonly Clause[], event: Chronicled): string[] {
    const bySubject = new Map<string, Clause[]>();
    for (const clause of clauses) {
      const subject = JSON.stringify(clause.subject);
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), clause]);
    }
    return [...bySubject.values()].map((those) => {
      this.begin();
      const saying = { roles: this.rolesIn(event), discourse: this.discourse };
      return finish(list(those.map((clause, at) => sayClause(clause, saying, { form: 'had', subject: at === 0 }))));
    });
  }

  private sentence(clause: Clause, roles: Gathered['roles'], first: Chronicled, as: WhyCause['as'] = 'reason'): string {
    this.begin();
    const long = this.now - first.time > longPast;
    const said = sayClause(
      clause,
      { roles, discourse: this.discourse },
      { form: as === 'enabled' && !long ? 'had' : 'past' },
    );
    const when = long ? `${spanWords(this.now - first.time)} before, ` : '';
    const cut = as === 'interrupted' ? 'what cut in: ' : '';
    return withAsideOf(finish(`${when}${cut}${said}`), first.text);
  }

  private begin(): void {
    forgetMentions(this.discourse);
    nextSentence(this.discourse);
  }

  private rolesIn(event: Chronicled): Gathered['roles'] {
    const spoken = Object.keys(event.roles);
    return rolesOf(Object.fromEntries(spoken.map((role) => [role, this.past.entity(event, role)])));
  }
}

/** What the scenario says of an event in its own words stands at the end of its sentence, in quotation marks. */
function withAsideOf(sentence: string, text: string): string {
  const [aside] = /: “[^“”]+”\.$/u.exec(text) ?? [];
  return aside === undefined ? sentence : sentence.replace(/\.$/, '') + aside;
}
