/** What those who lead at home weigh at each look: for those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Considered, Matter, Statement } from '../../kernel/deliberation.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { side } from '../groups/state.ts';
import { squad } from '../squads/state.ts';

type Act = 'stood to' | 'fell back' | 'called back' | 'counterattack' | 'help' | 'posts' | 'pursued' | 'held back';

/** What a leader did at one look, and what kept them from the rest, as far as it was asked. */
export interface Step {
  /** Null where they did nothing; `slept on` where they know of no danger. */
  readonly did: Act | 'slept on' | null;
  /** Whom they sent, and where; or where they would have. */
  readonly squad?: number;
  readonly place?: number;
  /** How many enemies are within the walls, and how many it takes to give the walls up; absent where there are none. */
  readonly lost?: { readonly reached: number; readonly needed: number };
  readonly against?: 'too many' | 'just sent' | 'enough' | 'nobody';
  readonly help?: 'just sent' | 'quiet' | 'few' | 'nobody';
  readonly posts?: 'fallen back' | 'just sent' | 'firing' | 'nobody away';
  readonly chase?: 'firing' | 'nobody was there' | 'nobody';
  /** The chance of going after them, and what was drawn. */
  readonly odds?: { readonly chance: number; readonly drawn: number };
}
export const DID_NOTHING: Step = { did: null };

const WHAT_TO_ORDER: Matter = {
  id: 'defence/orders',
  ask: 'what',
  weight: 'turn',
  clause: { verb: 'have', subject: SELF, object: { role: 'group' }, complement: 'do' },
};
const THEM = { noun: 'them', of: 'none' } as const;

/** Tell what a leader ordered, with all that they could have ordered. */
export function tellStep(world: World, of: number, leader: number, step: Step): void {
  const roles = { actor: [person, leader], group: [group, of] } as const;
  weighed(world, WHAT_TO_ORDER, () => considered(world, of, leader, step), roles);
}

function considered(world: World, of: number, leader: number, step: Step): Considered[] {
  const actsOn = (act: Act): boolean => step.did === act;
  const says = (act: Act): Statement => saysAct(world, of, leader, act, step);
  const standTo = (failed: Statement | null): Considered =>
    option('defence/stand-to', says('stood to'), failed, { chosen: actsOn('stood to') });
  const nothing = oneself(leader, {
    verb: 'leave',
    object: { noun: 'everybody', of: 'none' },
    complement: 'where they were',
  });
  const wait = option('defence/wait', nothing, null, { chosen: step.did === null || step.did === 'slept on' });
  if (step.did === 'slept on') {
    const danger = { noun: 'danger', of: 'no' } as const;
    return [wait, standTo(oneself(leader, { verb: 'know', complements: [{ by: 'of', phrase: danger }] }))];
  }
  if (step.did === 'stood to') return [standTo(null), wait];
  const others = [
    given('defence/call-back', actsOn('called back'), says('called back'), null, true),
    given('defence/fall-back', actsOn('fell back'), says('fell back'), whyHold(leader, step), false, step.lost),
    given('defence/counterattack', actsOn('counterattack'), says('counterattack'), whyNotAgainst(leader, step), false),
    given('defence/help', actsOn('help'), says('help'), whyNoHelp(world, of, leader, step), false),
    given('defence/posts', actsOn('posts'), says('posts'), whyNotPosts(leader, step), false),
    ...chase(leader, step, says('pursued'), says('held back')),
  ];
  return [...others.filter((each) => each !== null), wait];
}

/** An option that was chosen, or that something kept from them; null where neither is so, and it did not come into question. */
function given(
  id: string,
  chosen: boolean,
  says: Statement,
  failed: Statement | null,
  onlyIfChosen: boolean,
  measure?: { readonly reached: number; readonly needed: number },
): Considered | null {
  const score = measure === undefined ? null : ({ by: 'measure', ...measure } as const);
  if (chosen) return option(id, says, null, { score, chosen });
  return failed === null || onlyIfChosen ? null : option(id, says, failed, { score });
}

/** To go after those who have drawn off, or to let them go: with the chance of the one, where it came to that. */
function chase(leader: number, step: Step, after: Statement, letGo: Statement): Considered[] {
  const { did, odds, chase: why } = step;
  if (did === 'pursued' || did === 'held back') {
    const nobody = { noun: 'squad to send', of: 'no' } as const;
    const failed = why === 'nobody' ? oneself(leader, { verb: 'have', object: nobody }) : null;
    const score = odds === undefined ? null : ({ by: 'chance', ...odds } as const);
    return [
      option('defence/pursue', after, failed, { score, chosen: did === 'pursued' }),
      option('defence/hold-back', letGo, null, { chosen: did === 'held back' }),
    ];
  }
  if (why === undefined) return [];
  const failed =
    why === 'firing'
      ? oneself(leader, {
          verb: 'take',
          negated: true,
          object: { noun: 'enemy', of: 'the' },
          purpose: GONE,
        })
      : oneself(leader, {
          verb: 'know',
          complements: [{ by: 'of', phrase: { noun: 'enemy who had been at the walls', of: 'no' } }],
        });
  return [option('defence/pursue', after, failed)];
}
const GONE = { verb: 'be', subject: SELF, complement: 'gone' } as const;

function saysAct(world: World, of: number, leader: number, act: Act, step: Step): Statement {
  const sent = step.did === act && step.squad !== undefined ? ([squad, step.squad] as const) : null;
  const home = world.of(side).home.raw[of] - 1;
  const at = [place, step.did === act || act === 'held back' ? (step.place ?? home) : home] as const;
  const send = (by: string, whom: string): Statement => {
    const complements = [{ by, phrase: { role: 'place' } }] as const;
    if (sent === null)
      return oneself(leader, { verb: 'send', object: { noun: whom, of: 'none' }, complement: by.replace(/ ?to$/, '') });
    return oneself(leader, { verb: 'send', object: { role: 'squad' }, complements }, { squad: sent, place: at });
  };
  switch (act) {
    case 'stood to':
      return oneself(
        leader,
        {
          verb: 'call',
          object: { role: 'group' },
          complements: [{ by: 'to', phrase: { noun: 'arm', of: 'none', count: 2 } }],
        },
        { group: [group, of] },
      );
    case 'fell back':
      return oneself(
        leader,
        {
          verb: 'give up',
          object: { noun: 'wall', of: 'the', count: 2 },
          complements: [{ by: 'for', phrase: { role: 'place' } }],
        },
        { place: [place, home] },
      );
    case 'called back':
      return sent === null
        ? oneself(leader, { verb: 'call back', object: THEM })
        : oneself(leader, { verb: 'call', object: { role: 'squad' }, complement: 'back' }, { squad: sent });
    case 'counterattack':
      return sent === null
        ? oneself(leader, {
            verb: 'send',
            object: { noun: 'somebody', of: 'none' },
            complement: 'against those within',
          })
        : send('to clear', 'somebody');
    case 'help':
      return sent === null
        ? oneself(leader, { verb: 'send', object: { noun: 'reserve', of: 'the' }, complement: 'to the walls' })
        : send('to', 'the reserve');
    case 'posts':
      return sent === null
        ? oneself(leader, { verb: 'send', object: { noun: 'anybody', of: 'none' }, complement: 'back to their post' })
        : send('back to', 'anybody');
    case 'pursued': {
      if (sent === null) return oneself(leader, { verb: 'go after', object: THEM });
      const complements = [
        { by: 'after', phrase: THEM },
        { by: 'as far as', phrase: { role: 'place' } },
      ] as const;
      return oneself(leader, { verb: 'send', object: { role: 'squad' }, complements }, { squad: sent, place: at });
    }
    case 'held back':
      return oneself(leader, { verb: 'let', object: THEM, complement: 'go' });
  }
}

const knowsOf = (leader: number, noun: string): Statement =>
  oneself(leader, { verb: 'know', complements: [{ by: 'of', phrase: { noun, of: 'no' } }] });
const hasJustSent = (leader: number): Statement =>
  oneself(leader, {
    verb: 'send',
    object: { noun: 'people', of: 'none' },
    complement: 'elsewhere',
    aspect: 'perfect',
    manner: 'just',
  });

/** Why the walls are not given up; null where it did not come to that. */
function whyHold(leader: number, { did, lost }: Step): Statement | null {
  if (did === 'called back') return null;
  if (lost === undefined) return knowsOf(leader, 'enemy within the walls');
  const few = { verb: 'be', subject: SELF, complement: 'too few to take the walls' } as const;
  return oneself(leader, {
    verb: 'take',
    object: { noun: 'enemies within the walls', of: 'the' },
    purpose: few,
  });
}

function whyNotAgainst(leader: number, { did, lost, against, place: at }: Step): Statement | null {
  if (did === 'called back' || did === 'fell back') return null;
  if (lost === undefined) return knowsOf(leader, 'enemy within the walls');
  switch (against) {
    case 'too many':
      return stated(
        { verb: 'be', subject: { noun: 'enemy', of: 'the', count: 2 }, complement: 'too many for a sally' },
        {},
      );
    case 'just sent':
      return hasJustSent(leader);
    case 'enough': {
      const purpose = { verb: 'be', subject: SELF, complement: 'enough' } as const;
      const object = { noun: 'those who had been sent there', of: 'none' } as const;
      return oneself(leader, { verb: 'take', object, purpose });
    }
    default: {
      const complements = [{ by: 'to', phrase: { role: 'place' } }] as const;
      const object = { noun: 'squad to send', of: 'no' } as const;
      return at === undefined
        ? oneself(leader, { verb: 'have', object })
        : oneself(leader, { verb: 'have', object, complements }, { place: [place, at] });
    }
  }
}

function whyNoHelp(_world: World, _of: number, leader: number, { did, lost, help }: Step): Statement | null {
  if (did === 'called back' || did === 'fell back') return null;
  if (lost !== undefined)
    return stated({ verb: 'be', subject: { noun: 'enemy', of: 'the' }, complement: 'within already' }, {});
  switch (help) {
    case 'just sent':
      return hasJustSent(leader);
    case 'quiet':
      return knowsOf(leader, 'enemy at the walls');
    case 'few':
      return knowsOf(leader, 'wall that was hard pressed');
    case 'nobody':
      return oneself(leader, { verb: 'have', object: { noun: 'reserve', of: 'no' }, complement: 'left' });
    default:
      return null;
  }
}

function whyNotPosts(leader: number, { posts }: Step): Statement | null {
  switch (posts) {
    case 'fallen back':
      return oneself(leader, { verb: 'give up', object: { noun: 'wall', of: 'the', count: 2 }, aspect: 'perfect' });
    case 'just sent':
      return hasJustSent(leader);
    case 'firing':
      return stated({ verb: 'be', subject: { noun: 'firing', of: 'the' }, complement: 'too recent' }, {});
    case 'nobody away':
      return stated({ verb: 'be', subject: { noun: 'nobody', of: 'none' }, complement: 'away from their post' }, {});
    default:
      return null;
  }
}
