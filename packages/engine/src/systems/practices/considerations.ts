/** What people consider before they make a move in a scene: each says how much of it there is, and says itself to those who ask. */
import { byEvent, oneself, stated } from '../../kernel/deliberation.ts';
import type { Statement } from '../../kernel/deliberation.ts';
import { SECONDS } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { readRegard, readTrust, regard } from '../bonds/state.ts';
import { body } from '../bodies/state.ts';
import { TEMPERS } from '../bodies/system.ts';
import { canAct } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { feeling, feelingRow, heart } from '../feelings/state.ts';
import type { Emotion } from '../feelings/state.ts';
import { groupOf, side } from '../groups/state.ts';
import { readTroubled } from '../memory/state.ts';
import { bond, bondOf } from '../past/state.ts';
import { position } from '../places/state.ts';
import type { Consideration, Turn } from './practice.ts';
import { scene, shared, sharing } from './state.ts';
import { hasTemper, masks, troublesOf, worstOf } from './troubles.ts';
import type { Temper } from './troubles.ts';

/** Affection from which on two are close. [d] */
const CLOSE = 0.35;
/** Hours in which half of a fright is past. [d] */
const FRIGHT_HOURS = 20;
/** How many people about make it as public as can be, and how public it is for a leader who has drawn aside. [d] */
const CROWD = 8;
/** The hours between which it is dark and people speak more openly. [d] */
const NIGHT_FROM = 20;
const NIGHT_UNTIL = 5;
/** How often two have to have shared something to be half as used to it as can be. [d] */
const USED_TO_IT = 2;
/** How many askings are as much as anybody bears. [d] */
const PRESSED = 3;
/** Who is warm towards others, rash, or just, by temper, 0..1. [d] */
const WARM: Readonly<Partial<Record<Temper, number>>> = {
  gentle: 1,
  loyal: 0.6,
  just: 0.3,
  cold: -0.8,
  bitter: -0.4,
  proud: -0.2,
};
const HOT: Readonly<Partial<Record<Temper, number>>> = {
  rash: 1,
  bitter: 0.6,
  proud: 0.6,
  stubborn: 0.3,
  gentle: -0.6,
  timid: -0.6,
  cold: -0.3,
};
const UPRIGHT: Readonly<Partial<Record<Temper, number>>> = {
  just: 1,
  loyal: 0.5,
  gentle: 0.3,
  bitter: -0.4,
  proud: -0.2,
};

export const isClose = (world: World, self: number, other: number): boolean =>
  regard(world, self, other, 'affection') >= CLOSE;
export const isCurt = (world: World, self: number): boolean =>
  (['cold', 'proud', 'stubborn', 'bitter'] as const).some((temper) => hasTemper(world, self, temper));

const of = (turn: Turn, predicate: Omit<Clause<'target' | 'actor'>, 'subject'>): Statement =>
  oneself<'target' | 'actor'>(turn.self, predicate, { target: [person, turn.other] });

function byTemper(weights: Readonly<Partial<Record<Temper, number>>>) {
  return ({ world, self }: Turn): number => {
    world.of(heart).temper.at(self);
    let sum = 0;
    for (const temper of TEMPERS) if (hasTemper(world, self, temper)) sum += weights[temper] ?? 0;
    return Math.max(-1, Math.min(1, sum));
  };
}

function feels(what: Emotion, as: string): Consideration {
  return {
    of: ({ world, self }) => Math.min(1, world.of(feeling).strength.at(feelingRow(self, what))),
    says: (turn) => of(turn, { verb: 'be', complement: as }),
  };
}

/** A feeling that is about the other. */
function feelsTowards(what: Emotion, as: string, by: string): Consideration {
  return {
    of: ({ world, self, other }) => {
      const row = feelingRow(self, what);
      const { strength, about } = world.of(feeling);
      return about.at(row) === other + 1 ? Math.min(1, strength.at(row)) : 0;
    },
    says: (turn) => of(turn, { verb: 'be', complement: as, complements: [{ by, phrase: { role: 'target' } }] }),
  };
}

/** How public it is what goes on there, 0..1: by who else is about. Tracked. */
function publicity({ world, self, other, scene: row }: Turn): number {
  if (row >= 0 && world.of(scene).aside.at(row) === 1) return 0;
  const { at } = world.of(position);
  const here = at.at(self);
  let about = 0;
  for (let who = 0; who < world.of(person).count && about < CROWD; who++) {
    if (who !== self && who !== other && at.raw[who] === here && canAct(world, who)) {
      at.at(who);
      about++;
    }
  }
  return about / CROWD;
}

/** How much two have shared, whoever began it, and how well that went: 0 nothing, 1 as much as can be. Tracked. */
function usedTo({ world, self, other }: Turn): number {
  const rows = world.of(shared);
  let sum = 0;
  for (const [from, to] of [
    [self, other],
    [other, self],
  ] as const) {
    for (let row = world.of(sharing).first.raw[from] - 1; row >= 0; row = rows.next.raw[row] - 1) {
      if (rows.to.raw[row] !== to) continue;
      const times = rows.times.at(row);
      sum += (times / (times + USED_TO_IT)) * rows.degree.raw[row];
    }
  }
  return Math.min(1, sum);
}

export const CONSIDERATIONS = {
  /** What holds between the two. */
  trusts: {
    of: ({ world, self, other }) => readTrust(world, self, other),
    says: (turn) => of(turn, { verb: 'trust', object: { role: 'target' }, manner: 'so far' }),
  },
  fond: {
    of: ({ world, self, other }) => Math.max(0, readRegard(world, self, other, 'affection')),
    says: (turn) =>
      of(turn, { verb: 'be', complement: 'fond', complements: [{ by: 'of', phrase: { role: 'target' } }] }),
  },
  averse: {
    of: ({ world, self, other }) => Math.max(0, -readRegard(world, self, other, 'affection')),
    says: (turn) => of(turn, { verb: 'like', object: { role: 'target' }, negated: true }),
  },
  afraidOf: {
    of: ({ world, self, other }) => readRegard(world, self, other, 'fear'),
    says: (turn) => of(turn, { verb: 'fear', object: { role: 'target' } }),
  },
  grudge: {
    of: ({ world, self, other }) => {
      const row = bondOf(world, self, other);
      return row < 0 ? 0 : world.of(bond).grudge.at(row);
    },
    says: (turn) => of(turn, { verb: 'bear', object: { role: 'target' }, complement: 'a grudge' }),
  },
  used: {
    of: usedTo,
    says: (turn) =>
      of(turn, {
        verb: 'sit',
        complement: 'together',
        complements: [{ by: 'with', phrase: { role: 'target' } }],
        manner: 'before',
        aspect: 'perfect',
      }),
  },
  /** What somebody is like. */
  guarded: {
    of: ({ world, self }) => {
      world.of(heart).temper.at(self);
      world.of(side).leader.at(groupOf(world, self));
      return masks(world, self);
    },
    says: (turn) =>
      of(turn, {
        verb: 'keep',
        object: { noun: 'thing', of: 'none', count: 2 },
        complement: 'back',
      }),
  },
  warm: { of: byTemper(WARM), says: (turn) => of(turn, { verb: 'have', object: { noun: 'warm heart', of: 'a' } }) },
  hot: { of: byTemper(HOT), says: (turn) => of(turn, { verb: 'have', object: { noun: 'quick temper', of: 'a' } }) },
  upright: {
    of: byTemper(UPRIGHT),
    says: (turn) =>
      of(turn, { verb: 'want', object: { noun: 'thing', of: 'none', count: 2 }, complement: 'to be fair' }),
  },
  /** Where and when. */
  watched: {
    of: publicity,
    says: (turn) =>
      stated(
        { verb: 'be', subject: { noun: 'other', of: 'none', count: 2 }, complement: 'about' },
        { actor: [person, turn.self] },
      ),
  },
  leadsBefore: {
    of: (turn) =>
      turn.world.of(side).leader.at(groupOf(turn.world, turn.self)) === turn.self + 1 ? publicity(turn) : 0,
    says: (turn) => of(turn, { verb: 'be', complement: 'before those they led' }),
  },
  otherLeads: {
    of: ({ world, other }) => (world.of(side).leader.at(groupOf(world, other)) === other + 1 ? 1 : 0),
    says: (turn) =>
      stated(
        { verb: 'lead', subject: { role: 'target' }, object: { noun: 'rest', of: 'the' } },
        { target: [person, turn.other] },
      ),
  },
  dark: {
    of: ({ world }) => {
      const hour = Math.floor(world.time / SECONDS.hour) % 24;
      return hour >= NIGHT_FROM || hour < NIGHT_UNTIL ? 1 : 0;
    },
    says: () => stated({ verb: 'be', subject: { noun: 'it', of: 'none' }, complement: 'dark' }, {}),
  },
  fright: {
    of: ({ world, self }) => {
      const ended = world.of(campaign).endedBy.at(groupOf(world, self));
      if (ended === 0) return 0;
      const hours = (world.time - world.chronicle.time(ended)) / SECONDS.hour;
      return FRIGHT_HOURS / (FRIGHT_HOURS + hours);
    },
    says: (turn) => byEvent(turn.world, turn.world.of(campaign).endedBy.raw[groupOf(turn.world, turn.self)]),
  },
  /** What somebody feels, and what they see in the other. */
  troubled: {
    of: ({ world, self }) => {
      const worst = worstOf(troublesOf(world, self));
      worst?.read();
      return worst?.felt ?? 0;
    },
    says: (turn) => of(turn, { verb: 'have', object: { noun: 'enough to bear', of: 'none' } }),
  },
  haunted: {
    of: ({ world, self }) => readTroubled(world, self),
    says: (turn) => of(turn, { verb: 'sleep', manner: 'badly' }),
  },
  seems: {
    of: ({ world, scene: row, seems }) => (row < 0 ? seems : world.of(scene).seems.at(row)),
    says: (turn) =>
      stated({ verb: 'look', subject: { role: 'target' }, complement: 'troubled' }, { target: [person, turn.other] }),
  },
  grief: feels('grief', 'in grief'),
  shame: feels('shame', 'ashamed'),
  relief: feels('relief', 'relieved'),
  pride: feels('pride', 'proud'),
  hope: feels('hope', 'hopeful'),
  grateful: feelsTowards('gratitude', 'grateful', 'to'),
  resents: feelsTowards('resentment', 'bitter', 'towards'),
  weary: {
    of: ({ world, self }) => Math.min(1, world.of(body).fatigue.at(self)),
    says: (turn) => of(turn, { verb: 'be', complement: 'worn out' }),
  },
  /** How it has gone so far. */
  come: {
    of: ({ world, scene: row }) => (row < 0 ? 0 : world.of(scene).degree.at(row)),
    says: (turn) =>
      of(turn, {
        verb: 'come',
        complement: 'close',
        complements: [{ by: 'to', phrase: { role: 'target' } }],
        aspect: 'perfect',
      }),
  },
  pressed: {
    of: ({ world, scene: row }) => {
      if (row < 0) return 0;
      let moves = 0;
      for (let bits = world.of(scene).tried.at(row); bits !== 0; bits &= bits - 1) moves++;
      return Math.min(1, (moves - 1) / (2 * PRESSED));
    },
    says: (turn) => of(turn, { verb: 'hear', object: { noun: 'enough', of: 'none' }, aspect: 'perfect' }),
  },
} as const satisfies Readonly<Record<string, Consideration>>;
