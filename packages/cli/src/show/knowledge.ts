import { person } from '@anchorhold/engine';
import { beliefsOf } from '@anchorhold/story';
import type { Belief } from '@anchorhold/story';
import { personName } from './look.ts';
import type { Look } from './look.ts';

/** What somebody knows as lines to read, the most recent first. */
export function knowledgeLines(look: Look, who: number, most: number): string[] {
  const known = beliefsOf(look.world, who);
  const lines = known.slice(0, most).map((each) => beliefLine(look, who, each, true));
  return known.length > most ? [...lines, `and ${known.length - most} more, with --json`] : lines;
}

/**
 * A belief as one line: `Pilar is on the east wall: 4 min ago, from Ysolde, who had it from Tor; not so any more`. With
 * `ids`, the event that it rests on.
 */
export function beliefLine(look: Look, who: number, belief: Belief, ids: boolean): string {
  const { claim, says, about, seen, source } = belief;
  const event = !ids || source[0] === undefined ? '' : ` (event ${source[0]})`;
  if (says === 'past/did' && look.key(person, who) === about) return `${claim}${event}`;
  return `${claim}: ${ago(look, seen)}${fromWords(look, belief.path)}${sureWords(belief.confidence)}${soWords(look, belief)}${event}`;
}

/** `, from Ysolde, who had it from Tor`; nothing for what somebody learned by their own senses. */
export function fromWords(look: Look, path: readonly string[]): string {
  return path.length === 0 ? '' : `, from ${path.map((key) => nameOf(look, key)).join(', who had it from ')}`;
}

const SURE = 0.85;
const RATHER_SURE = 0.6;

/** How sure somebody is: 0 sure, 1 rather sure, 2 hardly sure. */
export const doubtOf = (confidence: number): 0 | 1 | 2 => (confidence >= SURE ? 0 : confidence >= RATHER_SURE ? 1 : 2);

export const sureWords = (confidence: number): string => ['', ', rather sure', ', hardly sure'][doubtOf(confidence)]!;

function soWords(look: Look, { true: so, once, really, about, path }: Belief): string {
  if (really !== null) {
    const [seen, taken] = [nameOf(look, really), nameOf(look, about)];
    const mistake = path.length === 0 ? `takes ${seen} for ${taken}` : `it was ${seen}, taken for ${taken}`;
    return `; ${mistake}${so === true ? ', and is right by chance' : ''}`;
  }
  if (so !== false) return '';
  return once === true ? '; not so any more' : '; it is not so';
}

const nameOf = (look: Look, key: string): string => personName(look, look.world.cast.mustRow(person, key));

function ago(look: Look, seen: number): string {
  const seconds = look.time - seen;
  return seconds < 60 ? 'just now' : `${spanOf(seconds)} ago`;
}

/** `40 s`, `4 min`, `3 h`, `12 days`, `4 years`. */
export function spanOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 2 * 86_400) return `${Math.floor(seconds / 3600)} h`;
  return seconds < 2 * 365 * 86_400
    ? `${Math.floor(seconds / 86_400)} days`
    : `${Math.floor(seconds / (365 * 86_400))} years`;
}
