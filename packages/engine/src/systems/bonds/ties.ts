/** What people are to each other as it begins, by what the scenario says: each an event of before the first day. */
import type { World } from '../../kernel/world.ts';
import { TIES, bond } from '../past/state.ts';
import { AS, tied } from './events.ts';
import { meet, sway } from './moving.ts';
import { REGARDS, acquaintance } from './state.ts';
import type { Regard } from './state.ts';

type Tie = (typeof TIES)[number];
type Held = Readonly<Partial<Record<Regard, number>>>;

/** What kin hold of each other, couples, friends and the rest, as far as nothing else is said. [d] */
const KIN: Held = { competence: 0.1, goodwill: 0.5, integrity: 0.3, affection: 0.7, familiarity: 0.9 };
const COUPLE: Held = { competence: 0.2, goodwill: 0.6, integrity: 0.45, affection: 0.8, familiarity: 1 };
const FRIEND: Held = { competence: 0.2, goodwill: 0.5, integrity: 0.4, affection: 0.6, familiarity: 0.7 };
const TRUSTED: Held = { competence: 0.4, goodwill: 0.4, integrity: 0.6, affection: 0.3, familiarity: 0.5 };
const FEARED: Held = { goodwill: -0.4, affection: -0.2, fear: 0.6, familiarity: 0.4 };
const RIVAL: Held = { competence: 0.2, goodwill: -0.2, affection: -0.3, familiarity: 0.6 };
/** What a full grudge leaves, whatever they are to each other otherwise. [d] */
const GRUDGE: Held = { goodwill: -0.5, integrity: -0.6, affection: -0.9, familiarity: 0.4 };

/** What somebody holds of another by a tie. */
function heldBy(tie: Tie): Held {
  switch (tie) {
    case 'wife':
    case 'husband':
      return COUPLE;
    case 'friend':
      return FRIEND;
    case 'trusts':
      return TRUSTED;
    case 'fears':
      return FEARED;
    case 'rival':
      return RIVAL;
    default:
      return KIN;
  }
}

/** Each tie of the scenario, with what a grudge has left of it, and each grudge that it puts down to nothing. */
export function layTies(world: World): void {
  const rows = world.of(bond);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row)) continue;
    const [actor, target] = [rows.from.raw[row], rows.to.raw[row]];
    const tie = TIES[rows.kind.raw[row]];
    const [grudge, by] = [rows.grudge.raw[row], rows.by.raw[row]];
    // A grudge that has its event is told by that.
    if (tie === undefined && (grudge === 0 || by !== 0)) continue;
    const id = world.recordPast(tied, { actor, target, as: tie ?? AS[AS.length - 1] }, world.time);
    if (id === 0) continue;
    world.of(acquaintance).tied.raw[meet(world, actor, target)] = 1;
    const of = tie === undefined ? {} : heldBy(tie);
    for (const what of REGARDS) {
      sway(world, actor, target, what, of[what] ?? 0, id);
      sway(world, actor, target, what, grudge * (GRUDGE[what] ?? 0), by || id);
    }
  }
}
