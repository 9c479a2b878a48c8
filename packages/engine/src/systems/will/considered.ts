/** What leaders weigh before they give up, and others before they take over: for those who ask afterwards. */
import { SELF, byEvent, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Matter, Score, Statement } from '../../kernel/deliberation.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Known } from './wayout.ts';

const THE_FIGHT = { noun: 'fight', of: 'the' } as const;
const WHETHER_TO_GIVE_UP: Matter = {
  id: 'will/give-up',
  ask: 'whether',
  weight: 'turn',
  clause: { verb: 'give up', subject: SELF, object: THE_FIGHT },
};
const WHETHER_TO_LEAD: Matter = {
  id: 'will/take-over',
  ask: 'whether',
  weight: 'beat',
  clause: { verb: 'take over', subject: SELF, complements: [{ by: 'from', phrase: { role: 'target' } }] },
};

/** What a leader had to go by: how far doubt has come and what it takes, the chance and the draw, and who closes the way out. */
export interface Doubting {
  readonly reached: number;
  readonly needed: number;
  readonly chance: number;
  readonly drawn: number;
  /** The events that doubt rests on. */
  readonly because: readonly number[];
  readonly closing: readonly Known[];
}

export function tellDoubts(world: World, of: number, leader: number, doubting: Doubting): void {
  const { reached, needed, chance, drawn, because, closing } = doubting;
  const gives = drawn < chance && closing.length === 0;
  weighed(
    world,
    WHETHER_TO_GIVE_UP,
    () => {
      const score: Score = chance === 0 ? { by: 'measure', reached, needed } : { by: 'chance', chance, drawn };
      const speaks = because.map((id) => byEvent(world, id));
      const giveUp = oneself(leader, { verb: 'give up', object: THE_FIGHT });
      return [
        option('will/fight-on', oneself(leader, { verb: 'fight on' }), null, { chosen: !gives }),
        option('will/give-up', giveUp, whyFightOn(leader, doubting), { score, speaks, chosen: gives }),
      ];
    },
    { actor: [person, leader], group: [group, of] },
  );
}

function whyFightOn(leader: number, { chance, because, closing }: Doubting): Statement | null {
  if (chance === 0) {
    const subject = { noun: because.length === 0 ? 'nothing' : 'too little', of: 'none' } as const;
    return stated({ verb: 'speak', subject, manner: 'for it' }, {});
  }
  if (closing.length === 0) return null;
  const enemies = [person, ...new Set(closing.map(({ who }) => who))] as const;
  const purpose = { verb: 'stand', subject: SELF, complement: 'in the way out' } as const;
  return oneself(leader, { verb: 'take', object: { role: 'target' }, purpose }, { target: enemies });
}

/** Who could take over: those who know that nobody leads, who ought to, who would, and whether that one still waits. */
export interface Succession {
  readonly knowing: readonly number[];
  readonly first: number;
  readonly heir: number;
  readonly waiting: boolean;
}

export function tellLead(world: World, who: number, fallen: number, succession: Succession): void {
  const failed = whyNotLead(who, fallen, succession);
  const complements = [{ by: 'from', phrase: { role: 'target' } }] as const;
  const target = [person, fallen] as const;
  weighed(
    world,
    WHETHER_TO_LEAD,
    () => [
      option('will/take-over', oneself(who, { verb: 'take over', complements }, { target }), failed, {
        chosen: failed === null,
      }),
      option(
        'will/be-led',
        oneself(who, { verb: 'leave', object: { noun: 'lead', of: 'the' }, complement: 'to others' }),
        null,
        {
          chosen: failed !== null,
        },
      ),
    ],
    { actor: [person, who], target },
  );
}

function whyNotLead(who: number, fallen: number, { knowing, first, heir, waiting }: Succession): Statement | null {
  const target = [person, fallen] as const;
  if (knowing.length > 0 && !knowing.includes(who)) {
    const content = { verb: 'be', subject: { role: 'target' }, complement: 'out of it' } as const;
    return oneself(who, { verb: 'know', negated: true, content }, { target });
  }
  const looksTo = (other: number): Statement => {
    const complements = [{ by: 'to', phrase: { role: 'target' } }] as const;
    return oneself(
      who,
      { verb: 'leave', object: { noun: 'it', of: 'none' }, complements },
      { target: [person, other] },
    );
  };
  if (heir !== who) return looksTo(heir);
  if (!waiting) return null;
  if (knowing.length > 0) return looksTo(first);
  const complements = [{ by: 'for word from', phrase: { role: 'target' } }] as const;
  return oneself(who, { verb: 'wait', manner: 'still', aspect: 'progressive', complements }, { target });
}
