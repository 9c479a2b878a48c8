import { DIGEST } from './digest.ts';
import { Ruleset } from './kernel/ruleset.ts';
import { systems } from './systems/index.ts';

/** The rules of this version: all systems that it ships. */
export const ruleset = new Ruleset(systems, DIGEST);
