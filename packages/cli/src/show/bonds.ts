import { person, state } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { capital } from '../text.ts';
import { eventOrNull, personName, rowsOf } from './look.ts';
import type { Look } from './look.ts';

/** What somebody holds towards somebody else. `to` is a key. */
export interface BondShown {
  readonly to: string;
  readonly tie: string | null;
  readonly past: boolean;
  readonly grudge: number;
  readonly because: number | null;
}

const round = (value: number): number => Math.round(value * 100) / 100;

export function bondsOf({ world }: Look, who: number): BondShown[] {
  const bonds = world.of(state.bond);
  return rowsOf(world, state.bond)
    .filter((row) => bonds.isLive(row) && bonds.from.raw[row] === who)
    .map((row) => ({
      to: world.keyOf(person, bonds.to.raw[row]!),
      tie: state.TIES[bonds.kind.raw[row]!] ?? null,
      past: isOver(world, who, bonds.to.raw[row]!),
      grudge: round(bonds.grudge.raw[row]!),
      because: eventOrNull(bonds.by.raw[row]!),
    }))
    .sort((a, b) => (a.to < b.to ? -1 : 1));
}

/** Whether the scenario says of two people what they were to each other, and not what they are. */
function isOver(world: World, one: number, other: number): boolean {
  const described = world.recipe.setup.entries(state.peoplePast);
  const keys = [one, other].map((row) => world.keyOf(person, row));
  return [keys, keys.toReversed()].some(([from, to]) => {
    const tie = described.get(from!)?.ties.get(to!);
    return typeof tie === 'object' && tie.was !== undefined && tie.is === undefined;
  });
}

export function bondWords(look: Look, who: number, { to, tie, past, grudge, because }: BondShown): string {
  const other = look.world.cast.row(person, to);
  const name = personName(look, other);
  const verbal = tie === 'fears' || tie === 'trusts';
  const kin = tie === 'rival' || tie === 'friend' ? `a ${tie}` : `${PRONOUNS[pronounOf(look, who)].possessive} ${tie}`;
  const is = tie === null ? '' : verbal ? `${tie} ${name}` : `${name} ${past ? 'was' : 'is'} ${kin}`;
  const size = grudge < 0.45 ? 'a small grudge' : grudge < 0.8 ? 'a grudge' : 'a deep grudge';
  const held =
    grudge === 0 ? '' : `holds ${size} against ${is === '' ? name : PRONOUNS[pronounOf(look, other)].object}`;
  const event = because === null ? undefined : look.history.events[because - 1];
  const why = event === undefined ? '' : ` (event ${event.id}: ${event.text.replace(/\.$/, '')})`;
  return `${capital([is, held].filter((each) => each !== '').join('; ') || `knows ${name}`)}${why}.`;
}

const PRONOUNS = {
  she: { possessive: 'her', object: 'her' },
  he: { possessive: 'his', object: 'him' },
  they: { possessive: 'their', object: 'them' },
} as const;

function pronounOf({ history, world }: Look, who: number): keyof typeof PRONOUNS {
  const key = world.keyOf(person, who);
  return history.names.find((each) => each.table === 'person' && each.key === key)?.pronoun ?? 'they';
}
