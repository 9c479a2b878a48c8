import { ruleset } from '@anchorhold/engine';
import type { Ruleset } from '@anchorhold/engine';

/** The rules that the engine comes with. */
export function defaultRuleset(): Ruleset {
  return ruleset;
}
