import { event, i32, u32, u8 } from '../../kernel/columns.ts';
import { claim, predicate } from '../../kernel/beliefs.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** What gives people away, and whether they know that there is something to look for. */
export const notice = table(
  'notice',
  {
    /** 1 once somebody knows that there is fighting or danger about. */
    alarmed: u8,
    alarmedBy: event,
    alarmedAt: i32,
    /** When they last fired, and the shot. */
    flashAt: i32,
    flash: event,
    /** 1 while they lie hidden on purpose. */
    hidden: u8,
    /**
     * Those for whom they ever took somebody else, as bits by row (see `mistookBit`): what they hold of these may be about
     * other bodies than it names, and has to be looked into; what they hold of others need not.
     */
    mistook: u32,
  },
  { along: person },
);

/** The claim that an enemy is in a place: it names whom the holder takes them for. */
export const isAt = predicate('sight/at', person);
/** The claim that one of the holder's own is in a place: held only of an enemy who was taken for them. */
export const comradeAt = predicate('sight/comrade-at', person);

/** Seconds after which a sighting no longer says where somebody is now. [d] */
export const FRESH = 30;

/** The bit that stands for somebody, and for every 32nd person after them. */
export const mistookBit = (whom: number): number => (1 << (whom & 31)) >>> 0;

/** Where the roles stand in the words of `sight/spotted`. */
const TARGET_WORD = 1;
const TAKEN_WORD = 2;

/**
 * The person really seen by whoever holds a claim of where somebody is: the one it names, unless it rests on a look that
 * took them for another. For what happens to bodies (where a round goes), and never for what people decide.
 */
export function bodySeen(world: World, claimRow: number): number {
  const claims = world.of(claim);
  const subject = claims.subject.raw[claimRow];
  const truth = claims.truth.raw[claimRow];
  if (truth === 0 || (world.of(notice).mistook.raw[claims.holder.raw[claimRow]] & mistookBit(subject)) === 0)
    return subject;
  const { chronicle, ruleset } = world;
  if (ruleset.kinds[chronicle.kind(truth)].kind.id !== 'sight/spotted') return subject;
  return chronicle.word(truth, TAKEN_WORD) === subject ? chronicle.word(truth, TARGET_WORD) : subject;
}
