import { claim, person, place, state } from '@anchorhold/engine';
import type { Predicate } from '@anchorhold/engine';
import { inThePlace, personName, thePlace } from './look.ts';
import type { Look } from './look.ts';

/** What a claim says and whether it is so, by its predicate. `not` is empty or ` not`. */
interface Saying {
  readonly predicate: Predicate;
  readonly words: (look: Look, subject: number, at: string, not: string) => string;
  /** Whether what it says is so now; left out where that cannot be said. */
  readonly so?: (look: Look, subject: number, where: number) => boolean;
}

const SAYINGS: readonly Saying[] = [
  {
    predicate: state.isAt,
    words: (look, who, at, not) => `${personName(look, who)} is${not}${at === '' ? ' somewhere' : at}`,
    so: isIn,
  },
  {
    predicate: state.comradeAt,
    words: (look, who, at, not) => `${personName(look, who)} of their own is${not}${at}`,
    so: isIn,
  },
  {
    predicate: state.isHurt,
    words: (look, who, at, not) => `${personName(look, who)} is${not} hurt${at}`,
    so: ({ world }, who) => world.of(state.vitals).wounds.raw[who]! > 0,
  },
  {
    predicate: state.hasFallen,
    words: (look, who, at, not) => `${personName(look, who)} has${not} fallen${at}`,
    so: ({ world }, who) => world.of(state.body).down.raw[who] === 1,
  },
  {
    predicate: state.hasBroken,
    words: (look, who, at, not) => `${personName(look, who)} has${not} lost their nerve${at}`,
    so: ({ world }, who) => world.of(state.nerves).broken.raw[who] === 1,
  },
  {
    predicate: state.hasSurrendered,
    words: (look, who, at, not) => `${personName(look, who)} has${not} given up${at}`,
    so: ({ world }, who) => world.of(state.captive).state.raw[who] !== 0,
  },
  {
    predicate: state.isBreached,
    words: (look, row, _at, not) => `${look.shown(state.barrier, row)} can${not} be passed`,
    so: ({ world }, row) => world.of(state.barrier).breached.raw[row] === 1,
  },
  {
    predicate: state.isAttacked,
    words: (look, row, _at, not) => `somebody is${not} at work on ${look.shown(state.barrier, row)}`,
  },
  {
    predicate: state.isBurning,
    words: (look, where, _at, not) => `${thePlace(look, where)} is${not} on fire`,
  },
  { predicate: state.cameAt, words: (look, where) => `they came at ${thePlace(look, where)}` },
  { predicate: state.noiseAt, words: (look, where) => `there is a noise from ${thePlace(look, where)}` },
  { predicate: state.firedHere, words: (look, where) => `there was firing ${inThePlace(look, where)}`, so: () => true },
  { predicate: state.onceDid, words: (look, who) => `something about ${personName(look, who)}`, so: () => true },
  { predicate: state.hasSaid, words: (look, who) => `something that ${personName(look, who)} shouted`, so: () => true },
];

function isIn({ world }: Look, who: number, where: number): boolean {
  const { gone, at } = world.of(state.position);
  return gone.raw[who] === 0 && at.raw[who] === where;
}

/** Those that are best said by the event that they are about. */
const BY_EVENT: readonly Predicate[] = [state.onceDid, state.hasSaid, state.cameAt];

const sayingOf = ({ world }: Look, row: number): Saying | undefined =>
  SAYINGS.find(({ predicate }) => predicate.hash === world.of(claim).predicate.raw[row]);

/** The name of what a claim says, such as `sight/at`. */
export const claimId = (look: Look, row: number): string => sayingOf(look, row)?.predicate.id ?? 'unknown';

/** Key of whom or what a claim is about. */
export function claimAbout(look: Look, row: number): string {
  return look.key(sayingOf(look, row)?.predicate.subject ?? person, look.world.of(claim).subject.raw[row]!);
}

export function claimWords(look: Look, row: number): string {
  const claims = look.world.of(claim);
  const said = sayingOf(look, row);
  const event = look.history.events[claims.truth.raw[row]! - 1];
  const told = event === undefined ? null : event.text.replace(/\.$/, '');
  if (told !== null && (said === undefined || BY_EVENT.includes(said.predicate))) return told;
  const where = claims.place.raw[row]! - 1;
  const at = where < 0 ? '' : ` ${inThePlace(look, where)}`;
  const not = claims.polarity.raw[row] === 0 ? ' not' : '';
  return said?.words(look, claims.subject.raw[row]!, at, not) ?? 'something';
}

/** Whether a claim is so at the moment of the look; null where that cannot be said. */
export function claimHolds(look: Look, row: number): boolean | null {
  const claims = look.world.of(claim);
  const so = sayingOf(look, row)?.so;
  if (so === undefined) return null;
  return so(look, claims.subject.raw[row]!, claims.place.raw[row]! - 1) === (claims.polarity.raw[row] === 1);
}

/** Key of the place that a claim names, or null. */
export function claimPlace({ world, key }: Look, row: number): string | null {
  const where = world.of(claim).place.raw[row]! - 1;
  return where < 0 ? null : key(place, where);
}
