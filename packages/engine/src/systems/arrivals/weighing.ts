/** What whoever leads within makes of those who stand at the gate. */
import { purpose } from '../../kernel/chance.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { TEMPERS } from '../bodies/system.ts';
import { peopleBodies } from '../bodies/system.ts';
import { groupOf, hostile } from '../groups/state.ts';
import { NO_TIE, TIES, bond } from '../past/state.ts';
import { FULL_GRAMS, fullDay } from '../rations/shares.ts';
import { kitchen, mouthsOf } from '../rations/state.ts';

/** What a leader starts from, and what each temper adds. [d] */
const BASE = 0.35;
const TEMPER: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  gentle: 0.35,
  just: 0.2,
  loyal: 0.05,
  rash: 0.05,
  stubborn: -0.05,
  proud: -0.1,
  timid: -0.15,
  wary: -0.25,
  bitter: -0.25,
  cold: -0.35,
};
/** Days that food would last with them: so few speak against it with all their weight, so many for it. [d] */
const TOO_FEW_DAYS = 5;
const SCARCE = -0.8;
const PLENTY = 0.2;
/** What speaks against enemies; each head; and as many as half of those within. [d] */
const ENEMIES = -0.7;
const EACH_HEAD = -0.04;
const MANY = -0.4;
/** What kin and friends within add, each way as much at the most, and what a grudge takes. [d] */
const OURS = 0.5;
const GRUDGE = -0.8;
/** How much the moment does, either way. [d] */
const MOMENT = 0.15;
/** From which weight on somebody gets something, at least. [d] */
const GIVES_FROM = -0.45;
/** What each is given, in grams, and the share of what is left above which it is too much. [d] */
export const GIVEN_GRAMS = 1200;
const GIVEN_SHARE = 0.1;
const P_MOMENT = purpose('arrivals/moment');

/** What a leader does with those at the gate. */
export type Verdict = 'let in' | 'given' | 'turned away';

export interface Weighed {
  readonly verdict: Verdict;
  readonly weight: number;
  /** Whole days that food would last with them. */
  readonly days: number;
  /** What they would be given, in grams; 0 where that is too much. */
  readonly gift: number;
  /** The events without which it would have gone otherwise. */
  readonly decisive: readonly number[];
  readonly enemies: boolean;
}

/** Weigh letting somebody's people in. Tracked: called within the leader's decision. */
export function weigh(world: World, leader: number, speaker: number, those: readonly number[]): Weighed {
  const of = groupOf(world, leader);
  const rows = world.of(kitchen);
  const known = rows.known.at(of);
  const days = Math.floor(known / Math.max(1, fullDay(world, of) + those.length * FULL_GRAMS));
  const food = foodSays(days, rows.days.raw[of]);
  const past = bondsSay(world, of, those);
  const enemies = hostile(world, of, groupOf(world, speaker));
  const crowd = EACH_HEAD * those.length + (those.length * 2 >= mouthsOf(world, of).length ? MANY : 0);
  const moment = MOMENT * (2 * world.luck(P_MOMENT, leader, speaker) - 1);
  const rest = BASE + temperOf(world, leader) + crowd + (enemies ? ENEMIES : 0) + moment;
  const wanted = GIVEN_GRAMS * those.length;
  const gift = wanted <= known * GIVEN_SHARE ? wanted : 0;
  const verdictAt = (weight: number, given: number): Verdict =>
    weight >= 0 ? 'let in' : weight >= GIVES_FROM && given > 0 ? 'given' : 'turned away';
  const verdict = verdictAt(rest + food + past.says, gift);
  const decisive: number[] = [];
  // Had the count been another (plenty where it was little, little where it was plenty), would it have gone otherwise?
  const [other, otherGift] = food < 0 ? [PLENTY, wanted] : [SCARCE, 0];
  if (rows.knownBy.raw[of] !== 0 && verdictAt(rest + other + past.says, otherGift) !== verdict)
    decisive.push(rows.knownBy.raw[of]);
  if (past.by !== 0 && verdictAt(rest + food, gift) !== verdict) decisive.push(past.by);
  return { verdict, weight: rest + food + past.says, days, gift, decisive, enemies };
}

function foodSays(days: number, cover: number): number {
  if (days <= TOO_FEW_DAYS) return SCARCE;
  return days >= cover ? PLENTY : SCARCE * (1 - (days - TOO_FEW_DAYS) / (cover - TOO_FEW_DAYS));
}

function temperOf(world: World, leader: number): number {
  const temper = world.recipe.setup.entries(peopleBodies).get(world.keyOf(person, leader))?.temper ?? [];
  return temper.reduce((sum, each) => sum + (TEMPER[each] ?? 0), 0);
}

/** What those within hold towards those at the gate: all of it, within bounds, and the event of the deepest grudge. */
function bondsSay(world: World, of: number, those: readonly number[]): { says: number; by: number } {
  const rows = world.of(bond);
  const near = new Set(those);
  let [says, deepest, by] = [0, 0, 0];
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || !near.has(rows.to.raw[row]) || groupOf(world, rows.from.raw[row]) !== of) continue;
    const tie = TIES[rows.kind.raw[row]];
    const grudge = rows.grudge.at(row);
    if (rows.kind.raw[row] !== NO_TIE && tie !== 'fears' && tie !== 'rival') says += OURS / 2;
    says += GRUDGE * grudge;
    if (grudge > deepest) [deepest, by] = [grudge, rows.by.raw[row]];
  }
  return { says: Math.max(GRUDGE, Math.min(OURS, says)), by };
}
