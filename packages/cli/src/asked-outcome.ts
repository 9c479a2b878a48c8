import type { Run } from '@anchorhold/runs';
import { namesOf, nearest, plain, readStatement } from '@anchorhold/scenario';
import { outcomesIn } from '@anchorhold/story';
import type { AskedOutcome } from '@anchorhold/story';
import { CommandError } from './exit.ts';

/**
 * An outcome as typed: the name of one in the scenario, or a statement about the world in one of the forms that outcomes are
 * made of, such as `Marit lives`; `not` before either asks for the contrary. Throws CommandError with the nearest name.
 */
export function outcomeFrom(run: Run, typed: string): AskedOutcome {
  const text = typed.trim().replace(/\s+/g, ' ');
  const whole = found(run, text);
  if (whole !== null) return whole;
  const contrary = /^not (.+)$/s.exec(text)?.[1];
  const negated = contrary === undefined ? null : found(run, contrary);
  if (negated !== null) return { ...negated, not: true };
  throw new CommandError(refusal(run, contrary ?? text));
}

function found(run: Run, text: string): AskedOutcome | null {
  const named = outcomesIn(run.ruleset, run.setup).find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (named !== undefined) return { outcome: named };
  const said = statement(run, text);
  return said.ok ? { outcome: { name: text, that: [said.value] } } : null;
}

const statement = ({ ruleset, setup }: Run, text: string): ReturnType<typeof readStatement> =>
  readStatement(
    text,
    ruleset.conditions.map(({ pattern }) => pattern),
    namesOf(setup, ruleset.sections),
  );

function refusal(run: Run, text: string): string {
  const names = outcomesIn(run.ruleset, run.setup).map(({ name }) => name);
  const near = nearest(text, names);
  const what = `--outcome "${plain(text, 80)}" is no outcome of this scenario.`;
  if (near !== null) return `${what} Nearest: "${plain(near, 60)}".`;
  const said = statement(run, text);
  if (!said.ok && said.near) return `--outcome: ${said.message} ${said.hint}`;
  const there = names.length === 0 ? '' : ` There are: ${names.map((name) => `"${plain(name, 60)}"`).join(', ')}.`;
  return `${what}${there} A statement may stand there too.${said.ok ? '' : ` ${said.hint}`}`;
}
