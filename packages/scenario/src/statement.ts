import type { PhraseValue } from '@anchorhold/engine';
import { givenNames } from './known-names.ts';
import { unknownPhrase, wrongFilling } from './messages.ts';
import { bestFit, compilePattern, isKnown, phraseValue } from './phrases.ts';

/** A statement that somebody made in one of the forms that a ruleset knows, or what is wrong with it, as sentences. */
export type Statement =
  | { readonly ok: true; readonly value: PhraseValue }
  /** `near`: it has one of the forms, and only a name in it is unknown. */
  | { readonly ok: false; readonly near: boolean; readonly message: string; readonly hint: string };

/**
 * Read one statement, such as `Marit lives`, outside any file. `patterns` are the forms, `names` those of the scenario by
 * section (see `namesOf`).
 */
export function readStatement(
  text: string,
  patterns: readonly string[],
  names: ReadonlyMap<string, ReadonlySet<string>>,
): Statement {
  const known = givenNames(names);
  const forms = patterns.map(compilePattern);
  const fit = bestFit(text, forms, (section, name) => known.has(section, name));
  if (fit !== null && isKnown(fit)) return { ok: true, value: phraseValue(fit) };
  const { message, hint } = fit === null ? unknownPhrase(text, forms) : wrongFilling(fit, known);
  return { ok: false, near: fit !== null, message, hint: hint ?? '' };
}
