import { claim, claimsOf, person, sourcesOf } from '@anchorhold/engine';
import { claimAbout, claimHolds, claimId, claimPlace, claimWords } from './claims.ts';
import type { Look } from './look.ts';

/** Something that somebody holds to be so. Names are keys; times are seconds since the beginning. */
export interface Knowledge {
  /** In words. */
  readonly claim: string;
  readonly says: string;
  readonly about: string;
  readonly place: string | null;
  /** Whether it is so at the moment; null where that cannot be said. */
  readonly true: boolean | null;
  readonly confidence: number;
  readonly since: number;
  /** When they last had word or sight of it. */
  readonly seen: number;
  /** Numbers of the events it rests on, the newest first. */
  readonly source: readonly number[];
  /** Through whom it came, from the one who told them back to whoever knew at first hand. */
  readonly path: readonly string[];
}

/** All that somebody holds to be so, the newest first. */
export function knowledgeOf(look: Look, who: number): Knowledge[] {
  const { world, begin } = look;
  const claims = world.of(claim);
  return claimsOf(world, who)
    .map((row) => {
      return {
        claim: claimWords(look, row),
        says: claimId(look, row),
        about: claimAbout(look, row),
        place: claimPlace(look, row),
        true: claimHolds(look, row),
        confidence: Math.round(claims.confidence.raw[row]! * 100) / 100,
        since: claims.changed.raw[row]! - begin,
        seen: claims.seen.raw[row]! - begin,
        source: sourcesOf(world, row),
        path: pathOf(look, row),
      };
    })
    .sort((a, b) => b.seen - a.seen || (a.claim < b.claim ? -1 : 1));
}

/** Who told whom, as far as those on the way still hold it. */
function pathOf(look: Look, row: number): string[] {
  const { world } = look;
  const claims = world.of(claim);
  const path: number[] = [];
  let at = row;
  while (at >= 0) {
    const from = claims.from.raw[at]! - 1;
    if (from < 0 || path.includes(from)) break;
    path.push(from);
    const [predicate, subject] = [claims.predicate.raw[at], claims.subject.raw[at]];
    at =
      claimsOf(world, from).find(
        (each) => claims.predicate.raw[each] === predicate && claims.subject.raw[each] === subject,
      ) ?? -1;
  }
  return path.map((who) => world.keyOf(person, who));
}

/** What somebody knows as lines to read, the most recent first. */
export function knowledgeLines(look: Look, who: number, most: number): string[] {
  const known = knowledgeOf(look, who);
  const { history, world } = look;
  const names = new Map(history.names.filter(({ table }) => table === 'person').map(({ key, name }) => [key, name]));
  const row = new Map(
    history.names.filter(({ table }) => table === 'person').map(({ key }) => [key, world.cast.row(person, key)]),
  );
  const lines = known.slice(0, most).map((each) => {
    const own = row.get(each.about) === who;
    const how =
      each.path.length === 0
        ? ''
        : `, from ${each.path.map((key) => names.get(key) ?? key).join(', who had it from ')}`;
    const sure = each.confidence >= 0.85 ? '' : each.confidence >= 0.6 ? ', rather sure' : ', hardly sure';
    const so = each.true === false ? (each.says === 'sight/at' ? '; no longer so' : '; it is not so') : '';
    const source = each.source[0] === undefined ? '' : ` (event ${each.source[0]})`;
    return own && each.says === 'past/did'
      ? `${each.claim}${source}`
      : `${each.claim}: ${ago(look, each.seen)}${how}${sure}${so}${source}`;
  });
  return known.length > most ? [...lines, `and ${known.length - most} more, with --json`] : lines;
}

function ago(look: Look, seen: number): string {
  const seconds = look.time - seen;
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 2 * 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return seconds < 2 * 365 * 86_400
    ? `${Math.floor(seconds / 86_400)} days ago`
    : `${Math.floor(seconds / (365 * 86_400))} years ago`;
}
