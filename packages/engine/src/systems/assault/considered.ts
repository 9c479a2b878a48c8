/** What the commander of an assault weighs from stage to stage: for those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Considered, Matter, Statement } from '../../kernel/deliberation.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { squad } from '../squads/state.ts';
import { stageOf } from './events.ts';
import { assault } from './state.ts';

/** What a commander does, at one look, about how far they have got. */
type Act = 'scouts' | 'settles' | 'breaks in' | 'goes in' | 'presses on' | 'has it' | 'calls off' | 'brings off';
/** What they wait for, where they do nothing. */
type WaitsFor =
  | 'way there'
  | 'stragglers'
  | 'no way in'
  | 'word of scouts'
  | 'show of force'
  | 'way in'
  | 'last way in'
  | 'way on'
  | 'enemy there'
  | 'nobody left'
  | 'nobody covers'
  | 'others gone';
export type Step = Act | WaitsFor;

const WHAT_NEXT: Matter = {
  id: 'assault/next',
  ask: 'what',
  weight: 'turn',
  clause: { verb: 'have', subject: SELF, object: { role: 'group' }, complement: 'do next' },
};

/** Tell what a commander did next, or what they waited for, with all that could have come next. */
export function tellStep(world: World, of: number, leader: number, step: Step): void {
  // Who has called them off and has nobody left to cover the rest has nothing to decide.
  if (step === 'nobody covers') return;
  const roles = { actor: [person, leader], group: [group, of] } as const;
  weighed(world, WHAT_NEXT, () => considered(world, of, leader, step), roles);
}

/** What can come next in a stage, and while what is waited for it cannot. */
const NEXT: Readonly<Record<string, readonly (readonly [Act, ...WaitsFor[]])[]>> = {
  gathering: [
    ['scouts', 'way there', 'stragglers'],
    ['settles', 'way there', 'stragglers', 'no way in'],
  ],
  scouting: [['settles', 'word of scouts', 'no way in']],
  probing: [
    ['breaks in', 'show of force'],
    ['goes in', 'show of force'],
  ],
  breaching: [
    ['goes in', 'way in', 'last way in', 'no way in'],
    ['settles', 'way in', 'last way in', 'no way in'],
  ],
  exploiting: [
    ['presses on', 'way on', 'enemy there', 'nobody left'],
    ['has it', 'way on', 'enemy there', 'nobody left'],
  ],
  withdrawing: [['brings off', 'others gone']],
};

function considered(world: World, of: number, leader: number, step: Step): Considered[] {
  const stage = stageOf(world, of);
  const next = NEXT[stage] ?? [];
  const options = next.flatMap(([act, ...until]) => {
    const waits = until.find((each) => each === step);
    if (act !== step && waits === undefined) return [];
    const failed = waits === undefined ? null : whyNot(world, of, leader, act, waits);
    return [option(`assault/${ids[act]}`, says(world, of, leader, act), failed, { chosen: act === step })];
  });
  const acts = options.some(({ chosen }) => chosen);
  if (step === 'calls off') return [option('assault/call-off', says(world, of, leader, step), null, { chosen: true })];
  return [...options, option('assault/wait', oneself(leader, { verb: 'wait' }), null, { chosen: !acts })];
}

const ids: Readonly<Record<Act, string>> = {
  'breaks in': 'break-in',
  'brings off': 'bring-off',
  'calls off': 'call-off',
  'goes in': 'go-in',
  'has it': 'overrun',
  'presses on': 'press-on',
  scouts: 'scout',
  settles: 'settle',
};

function says(world: World, of: number, leader: number, act: Act): Statement {
  const rows = world.of(assault);
  switch (act) {
    case 'scouts':
      return oneself(leader, { verb: 'send', object: { noun: 'scout', of: 'none', count: 2 }, complement: 'ahead' });
    case 'settles':
      return oneself(leader, { verb: 'settle', complements: [{ by: 'on', phrase: { noun: 'way in', of: 'a' } }] });
    case 'breaks in': {
      const at = [barrier, rows.axis.raw[of] - 1] as const;
      return oneself(leader, { verb: 'break through', object: { role: 'barrier' } }, { barrier: at });
    }
    case 'goes in':
      return oneself(leader, { verb: 'go in' });
    case 'presses on':
      return oneself(leader, { verb: 'press on' });
    case 'has it': {
      const at = [place, rows.objective.raw[of] - 1] as const;
      return oneself(leader, { verb: 'count', object: { role: 'place' }, complement: 'as theirs' }, { place: at });
    }
    case 'calls off':
      return oneself(leader, { verb: 'call', object: { role: 'group' }, complement: 'off' }, { group: [group, of] });
    case 'brings off': {
      const row = [squad, rows.rearguard.raw[of] - 1] as const;
      return oneself(leader, { verb: 'call', object: { role: 'squad' }, complement: 'back' }, { squad: row });
    }
  }
}

function whyNot(world: World, of: number, leader: number, act: Act, waits: WaitsFor): Statement {
  const rows = world.of(assault);
  const notYetIn = (where: number): Statement => {
    const complements = [{ by: 'in', phrase: { role: 'place' } }] as const;
    return oneself(leader, { verb: 'be', negated: true, complements, manner: 'yet' }, { place: [place, where] });
  };
  switch (waits) {
    case 'way there':
      return notYetIn(rows.meet.raw[of] - 1);
    case 'stragglers':
      return oneself(leader, {
        verb: 'wait',
        aspect: 'progressive',
        complements: [{ by: 'for', phrase: { noun: 'straggler', of: 'none', count: 2 } }],
      });
    case 'word of scouts':
      return oneself(leader, {
        verb: 'have',
        object: { noun: 'word', of: 'no' },
        complements: [{ by: 'from', phrase: { noun: 'scout', of: 'the', count: 2 } }],
        manner: 'yet',
      });
    case 'show of force': {
      const subject = { noun: 'show of force', of: 'the' } as const;
      return stated({ verb: 'go on', subject, aspect: 'perfect', negated: true, manner: 'for long enough' }, {});
    }
    case 'no way in':
      return oneself(leader, { verb: 'know', complements: [{ by: 'of', phrase: { noun: 'way in', of: 'no' } }] });
    case 'way in':
    case 'last way in':
      if (act === 'goes in') {
        const none = { noun: 'wall or door that had given way', of: 'no' } as const;
        return oneself(leader, { verb: 'know', complements: [{ by: 'of', phrase: none }] });
      }
      if (waits === 'last way in') {
        return oneself(leader, {
          verb: 'try',
          object: { noun: 'way in', count: rows.tried.raw[of] },
          aspect: 'perfect',
        });
      }
      return oneself(
        leader,
        { verb: 'give up', negated: true, aspect: 'perfect', complements: [{ by: 'on', phrase: { role: 'barrier' } }] },
        { barrier: [barrier, rows.axis.raw[of] - 1] },
      );
    case 'way on':
      return notYetIn(rows.objective.raw[of] - 1);
    case 'enemy there':
      return oneself(leader, {
        verb: 'know',
        complements: [{ by: 'of', phrase: { noun: 'enemy who still fought there', of: 'a' } }],
      });
    case 'nobody left':
      if (act === 'presses on') {
        const none = { noun: 'enemy left within', of: 'no' } as const;
        return oneself(leader, { verb: 'know', complements: [{ by: 'of', phrase: none }] });
      }
      return world.of(assault).overran.raw[of] === 1
        ? oneself(leader, { verb: 'have', object: { noun: 'it', of: 'none' }, manner: 'already' })
        : oneself(leader, { verb: 'stand', negated: true, aspect: 'perfect', complement: 'there for long enough' });
    default: {
      const subject = { noun: 'other', of: 'the', count: 2 } as const;
      return stated({ verb: 'get', subject, negated: true, aspect: 'perfect', complement: 'clear yet' }, {});
    }
  }
}
