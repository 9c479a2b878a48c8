import { group, person, place, state } from '@anchorhold/engine';
import type { EventRecord, World } from '@anchorhold/engine';

/** What became of those who came from elsewhere to take something. */
export interface BandNight {
  readonly group: string;
  /** Which came first: their leader's decision that it is over, or their rout; `stood` where neither did. */
  readonly gave: 'ordered' | 'routed' | 'stood';
  /** Reasons that the leader's decision states, where it came first. */
  readonly reasons: number;
  /** Of its people at the end of the night: those on their feet and free within the walls, and those who got away. */
  readonly within: number;
  readonly away: number;
}

/** Whether the band broke: it gave up or ran, and at the end of the night nobody of it stands within the walls. */
export const isBroken = ({ gave, within }: BandNight): boolean => gave !== 'stood' && within === 0;

/** Follow the events of a night for what its band decides. */
export class BandWatch {
  private gave: BandNight['gave'] = 'stood';
  private reasons = 0;
  private readonly of: number;

  constructor(world: World) {
    this.of = bandOf(world);
  }

  see({ kind, roles, because }: EventRecord): void {
    if (roles['group'] !== this.of || this.gave !== 'stood') return;
    if (kind === 'will/routed') this.gave = 'routed';
    if (kind !== 'will/gave-up') return;
    this.gave = 'ordered';
    this.reasons = because.filter(({ as }) => as === 'reason').length;
  }

  /** What it came to, at the end of the night. */
  ended(world: World): BandNight {
    const { alive, down } = world.of(state.body);
    const { at, gone } = world.of(state.position);
    const without = placesWithout(world, this.of);
    let [within, away] = [0, 0];
    for (let who = 0; who < world.of(person).count; who++) {
      if (world.of(state.member).group.raw[who] !== this.of) continue;
      if (gone.raw[who] === 1) away++;
      else if (alive.raw[who] === 0 || down.raw[who] === 1 || world.of(state.captive).state.raw[who] !== 0) continue;
      else if (!without.has(at.raw[who]!)) within++;
    }
    return { group: world.cast.key(group, this.of), gave: this.gave, reasons: this.reasons, within, away };
  }
}

/** The group that has come from elsewhere: the first that lives nowhere here. */
function bandOf(world: World): number {
  const { home } = world.of(state.side);
  for (let of = 0; of < world.of(group).count; of++) if (home.raw[of] === 0) return of;
  throw new Error('nobody has come from elsewhere');
}

/** Places that can be reached from where the band came from without passing any wall, whole or broken. */
function placesWithout(world: World, of: number): ReadonlySet<number> {
  const count = world.of(place).count;
  const walls = world.of(state.barrier);
  const shut = new Set<number>();
  for (let row = 0; row < walls.count; row++) {
    const [inside, outside] = [walls.inside.raw[row]!, walls.outside.raw[row]!];
    shut.add(inside * count + outside).add(outside * count + inside);
  }
  const found = new Set([world.of(state.side).wayOut.raw[of]! - 1]);
  // A set that grows while it is walked is walked to its last member.
  for (const from of found) {
    for (let to = 0; to < count; to++) {
      if (world.of(state.between).adjacent.raw[from * count + to] === 1 && !shut.has(from * count + to)) found.add(to);
    }
  }
  return found;
}
