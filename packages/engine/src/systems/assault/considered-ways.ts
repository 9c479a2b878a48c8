/** Which ways in, and which sides, the commander of an assault weighs against each other: for those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Considered, Matter, Score, Statement } from '../../kernel/deliberation.ts';
import type { Race } from '../../kernel/race.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';

/** What a way in costs: minutes of work, enemies thought to be in sight of it, metres to it, places beside it where enemies lie in wait, and whether it has failed once. */
export interface WayCost {
  readonly row: number;
  readonly minutes: number;
  readonly before: number;
  readonly metres: number;
  readonly ambushes: number;
  readonly failed: boolean;
}

const where = (id: string, weight: Matter['weight'], clause: Matter['clause']): Matter => ({
  id,
  ask: 'where',
  weight,
  clause,
});
const WAY_IN = where('assault/way-in', 'turn', { verb: 'break in', subject: SELF });
const FORCE = { noun: 'show of force', of: 'a' } as const;
const SIDES = {
  'assault/scout': where('assault/scout', 'detail', { verb: 'scout', subject: SELF, manner: 'from' }),
  'assault/show': where('assault/show', 'detail', { verb: 'make', subject: SELF, object: FORCE }),
} as const;

/** Tell of a race that has just been picked in, `pick` being the winner's index. */
export function tellWaysIn(world: World, leader: number, costs: readonly WayCost[], race: Race, pick: number): void {
  weighed(
    world,
    WAY_IN,
    () =>
      costs.map((cost, i) => {
        const complements = [{ by: 'by', phrase: { role: 'barrier' } }] as const;
        const says = oneself(leader, { verb: 'break in', complements }, { barrier: [barrier, cost.row] });
        const score = scoreOf(race, i, costs.length);
        return option('assault/way-in', says, null, { score, speaks: speaksOf(leader, cost), chosen: i === pick });
      }),
    { actor: [person, leader] },
  );
}

type RaceScore = Extract<Score, { by: 'race' }>;

function scoreOf(race: Race, i: number, count: number): RaceScore {
  let total = 0;
  for (let each = 0; each < count; each++) total += race.weightAt(each);
  const weight = race.weightAt(i);
  return { by: 'race', weight, share: weight / total, time: race.timeAt(i) };
}

/** What a way in would cost, in words. */
function speaksOf(leader: number, { row, minutes, before, metres, ambushes, failed }: WayCost): Statement[] {
  const seconds = Math.max(10, Math.round(minutes * 6) * 10);
  const work =
    minutes < 1.5
      ? { noun: 'second of work there', count: seconds }
      : { noun: 'minute of work there', count: Math.round(minutes) };
  const asked = [{ by: 'with', phrase: work }] as const;
  const purpose = { verb: 'be', subject: SELF, complement: 'in sight of it' } as const;
  const enemies = { noun: 'enemy', count: before } as const;
  const far = {
    verb: 'lie',
    subject: { role: 'barrier' },
    complement: `${Math.round(metres / 10) * 10} metres off`,
  } as const;
  return [
    ...(failed ? [oneself(leader, { verb: 'fail', aspect: 'perfect', complement: 'there once' })] : []),
    oneself(leader, { verb: 'reckon', complements: asked }),
    ...(before > 0 ? [oneself(leader, { verb: 'take', object: enemies, purpose })] : []),
    ...(ambushes > 0
      ? [oneself(leader, { verb: 'fear', object: { noun: 'ambush', of: 'a' }, complement: 'behind it' })]
      : []),
    stated(far, { barrier: [barrier, row] }),
  ];
}

/** Tell from which sides to look, or to draw the enemy's eyes: a race that has just been picked in. */
export function tellSides(
  world: World,
  leader: number,
  id: keyof typeof SIDES,
  sides: readonly { readonly outside: number }[],
  race: Race,
  pick: number,
): void {
  weighed(world, SIDES[id], () => considerSides(leader, id, sides, race, sides[pick].outside), {
    actor: [person, leader],
  });
}

function considerSides(
  leader: number,
  id: keyof typeof SIDES,
  sides: readonly { readonly outside: number }[],
  race: Race,
  chosen: number,
): Considered[] {
  const complements = [{ by: 'from', phrase: { role: 'place' } }] as const;
  // From one place several barriers can be looked at: it is one side.
  return [...new Set(sides.map(({ outside }) => outside))].map((outside) => {
    const roles = { place: [place, outside] } as const;
    const says =
      id === 'assault/show'
        ? oneself(leader, { verb: 'make', object: FORCE, complements }, roles)
        : oneself(leader, { verb: 'scout', complements }, roles);
    const scores = sides.flatMap((side, i) => (side.outside === outside ? [scoreOf(race, i, sides.length)] : []));
    const score = scores.reduce((sum, each) => ({
      by: 'race',
      weight: sum.weight + each.weight,
      share: sum.share + each.share,
      time: Math.min(sum.time, each.time),
    }));
    return option(id, says, null, { score, chosen: outside === chosen });
  });
}
