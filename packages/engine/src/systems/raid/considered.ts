/** What the leader of a raid weighs from stage to stage: for those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Considered, Matter, Statement } from '../../kernel/deliberation.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { GOODS } from '../stores/state.ts';
import { STAGES, intent } from './state.ts';

/** What a leader waits for before they go on to the next stage. */
export type WaitsFor = 'way there' | 'stragglers' | 'way in' | 'enemy there' | 'sacks';

const WHAT_NEXT: Matter = {
  id: 'raid/next',
  ask: 'what',
  weight: 'turn',
  clause: { verb: 'have', subject: SELF, object: { role: 'group' }, complement: 'do next' },
};

/** Tell what a leader does next, or what they wait for. */
export function tellStage(world: World, of: number, leader: number, waits: WaitsFor | null): void {
  const stage = STAGES[world.of(intent).stage.raw[of]];
  if (stage === 'leaving') return;
  const roles = { actor: [person, leader], group: [group, of] } as const;
  weighed(world, WHAT_NEXT, () => considered(world, of, leader, waits), roles);
}

/** By the stage, what sort of act comes next. */
const NEXT_IDS: Readonly<Record<string, string>> = {
  'creeping up': 'raid/storm',
  loading: 'raid/leave',
  storming: 'raid/load',
};

function considered(world: World, of: number, leader: number, waits: WaitsFor | null): Considered[] {
  const rows = world.of(intent);
  const stage = STAGES[rows.stage.raw[of]];
  const target = [place, rows.target.raw[of]] as const;
  const goal = { role: 'place' } as const;
  const next: Record<string, Statement> = {
    'creeping up': oneself(leader, { verb: 'storm', object: goal }, { place: target }),
    loading: oneself(leader, { verb: 'get away' }),
    storming: oneself(
      leader,
      { verb: 'fill', object: { noun: 'sack', of: 'the', count: 2 }, complements: [{ by: 'in', phrase: goal }] },
      { place: target },
    ),
  };
  const on = option(NEXT_IDS[stage], next[stage], whyNot(world, of, leader, waits), { chosen: waits === null });
  return [on, option('raid/wait', oneself(leader, { verb: 'wait' }), null, { chosen: waits !== null })];
}

function whyNot(world: World, of: number, leader: number, waits: WaitsFor | null): Statement | null {
  const rows = world.of(intent);
  const at = (where: number): Statement => {
    const complements = [{ by: 'in', phrase: { role: 'place' } }] as const;
    return oneself(leader, { verb: 'be', negated: true, complements, manner: 'yet' }, { place: [place, where] });
  };
  switch (waits) {
    case null:
      return null;
    case 'way there':
      return at(rows.staging.raw[of]);
    case 'stragglers':
      return oneself(leader, {
        verb: 'wait',
        complements: [{ by: 'for', phrase: { noun: 'straggler', of: 'none', count: 2 } }],
      });
    case 'way in':
      return at(rows.target.raw[of]);
    case 'enemy there': {
      const complements = [{ by: 'of', phrase: { noun: 'enemy who stood there', of: 'a' } }] as const;
      return oneself(leader, { verb: 'know', complements });
    }
    case 'sacks': {
      const noun = GOODS[rows.wants.raw[of]];
      return stated({ verb: 'be', subject: { noun, of: 'none' }, complement: 'left to load' }, {});
    }
  }
}
