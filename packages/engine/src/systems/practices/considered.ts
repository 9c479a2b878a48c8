/** What somebody weighed before they turned to somebody, or made a move: for those who ask afterwards. */
import { SELF, oneself, option, weighed } from '../../kernel/deliberation.ts';
import type { Considered, Matter, RoleRows, Statement } from '../../kernel/deliberation.ts';
import type { Race } from '../../kernel/race.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { position } from '../places/state.ts';
import { isClose, isCurt } from './considerations.ts';
import type { Opening } from './looking.ts';
import type { Practice, Turn } from './practice.ts';
import { scene } from './state.ts';

/** How much something has to speak for a move, or against it, to be worth saying. [d] */
const WORTH_SAYING = 0.2;
/** The most that is said of what speaks for one. */
const MOST_SAID = 3;

const WHOM: Matter = {
  id: 'practices/opening',
  ask: 'whom',
  weight: 'beat',
  clause: { verb: 'turn', subject: SELF, complements: [{ by: 'to', phrase: { noun: 'now', of: 'none' } }] },
};
const WHAT: Matter = {
  id: 'practices/move',
  ask: 'what',
  weight: 'beat',
  clause: { verb: 'do', subject: SELF, complements: [{ by: 'with', phrase: { role: 'target' } }] },
};

export function tellOpening(world: World, who: number, openings: readonly Opening[], race: Race, chosen: number): void {
  const total = sum(race, openings.length + 1);
  weighed(
    world,
    WHOM,
    () => [
      ...openings.map(({ practice, name, turn }, i) => raced(practice, name, turn, race, i, total, i === chosen)),
      option(
        'practices/keep',
        oneself(who, { verb: 'keep', complements: [{ by: 'to', phrase: { noun: 'self', of: 'own' } }] }),
        null,
        {
          score: scored(race, openings.length, total),
          chosen: chosen === openings.length,
        },
      ),
    ],
    { actor: [person, who] },
  );
}

export function tellTurn(practice: Practice, open: readonly string[], turn: Turn, race: Race, chosen: number): void {
  const { world, self, other, scene: row } = turn;
  const total = sum(race, open.length);
  const { last, tried } = world.of(scene);
  const follow = practice.spec.moves[practice.names[last.raw[row]]]?.next ?? [];
  weighed(
    world,
    WHAT,
    () => [
      ...open.map((name, i) => raced(practice, name, turn, race, i, total, i === chosen)),
      ...follow
        .filter((name) => !open.includes(name) && (tried.raw[row] & (1 << practice.names.indexOf(name))) !== 0)
        .map((name) => option(`${practice.id}/${name}`, saying(practice, name, turn), already(turn))),
    ],
    { actor: [person, self], target: [person, other] },
  );
}

function sum(race: Race, options: number): number {
  let total = 0;
  for (let i = 0; i < options; i++) total += race.weightAt(i);
  return total;
}

function scored(race: Race, i: number, total: number) {
  const weight = race.weightAt(i);
  return { by: 'race', weight, share: weight / total, time: race.timeAt(i) } as const;
}

function raced(
  practice: Practice,
  name: string,
  turn: Turn,
  race: Race,
  i: number,
  total: number,
  won: boolean,
): Considered {
  const id = `${practice.id}/${name}`;
  const says = saying(practice, name, turn);
  const spoken = speaking(practice, name, turn);
  if (race.weightAt(i) === 0) return option(id, says, spoken.against ?? unmoved(turn));
  return option(id, says, null, { score: scored(race, i, total), speaks: spoken.all, chosen: won });
}

/** What speaks loudest for a move or against it, and what keeps somebody from it most. */
function speaking(practice: Practice, name: string, turn: Turn): { all: Statement[]; against: Statement | null } {
  const { weighs = {} } = practice.spec.moves[name];
  const found = Object.keys(weighs)
    .sort()
    .map((each) => ({ each, by: weighs[each]! * practice.considers[each].of(turn) }))
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || (a.each < b.each ? -1 : 1));
  const says = ({ each }: { each: string }): Statement => practice.considers[each].says(turn);
  const [worst] = found.filter(({ by }) => by < 0);
  return {
    all: found
      .filter(({ by }) => Math.abs(by) >= WORTH_SAYING)
      .slice(0, MOST_SAID)
      .map(says),
    against: worst === undefined ? null : says(worst),
  };
}

function saying(practice: Practice, name: string, { world, self, other, about }: Turn): Statement {
  const said = {
    heart: 1,
    close: isClose(world, self, other),
    curt: isCurt(world, self),
    ...(about < 0 ? {} : { about }),
  };
  const roles: Record<string, RoleRows> = {
    actor: [person, self],
    target: [person, other],
    place: [place, world.of(position).at.raw[self]],
  };
  if (about >= 0) roles['about'] = [person, about];
  return { clause: practice.spec.moves[name].says(said)[0], roles };
}

const already = ({ self }: Turn): Statement =>
  oneself(self, { verb: 'do', object: { noun: 'so', of: 'none' }, manner: 'already', aspect: 'perfect' });
const unmoved = ({ self }: Turn): Statement => oneself(self, { verb: 'see', object: { noun: 'reason to', of: 'no' } });
