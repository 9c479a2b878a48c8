/** What whoever leads at home weighs in the morning: whether to send for food, and where to. For those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Considered, Matter, Statement } from '../../kernel/deliberation.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { site } from '../region/state.ts';
import type { Prospect } from './choosing.ts';

const WHERE_TO_SEND: Matter = {
  id: 'parties/send',
  ask: 'where',
  weight: 'beat',
  clause: { verb: 'send', subject: SELF, object: { noun: 'party', of: 'a' } },
};
const PARTY = { noun: 'party', of: 'a' } as const;

/** For how many days what is left lasts, and has to; who could go; every site, and the one that was chosen. */
export interface Sending {
  readonly lasts: number;
  readonly wanted: number;
  readonly going: readonly number[];
  readonly all: readonly Prospect[];
  readonly best: Prospect | null;
}

export function tellSending(world: World, of: number, leader: number, sending: Sending): void {
  const roles = { actor: [person, leader], group: [group, of] } as const;
  weighed(world, WHERE_TO_SEND, () => considered(leader, sending), roles);
}

function considered(leader: number, { lasts, wanted, going, all, best }: Sending): Considered[] {
  const stay = option(
    'parties/nobody',
    oneself(leader, { verb: 'send', object: { noun: 'nobody', of: 'none' } }),
    null,
    {
      chosen: best === null,
    },
  );
  const enough = lasts >= wanted;
  if (enough || going.length === 0) {
    const failed = enough
      ? stated({ verb: 'be', subject: { noun: 'food', of: 'none' }, complement: 'enough' }, {})
      : oneself(leader, { verb: 'have', object: { noun: 'people to spare', of: 'no' } });
    return [option('parties/send', oneself(leader, { verb: 'send', object: PARTY }), failed), stay];
  }
  return [...all.map((each) => sendTo(leader, each, best)), stay];
}

function sendTo(leader: number, each: Prospect, best: Prospect | null): Considered {
  const roles = { site: [site, each.site] } as const;
  const complements = [{ by: 'to', phrase: { role: 'site' } }] as const;
  const says = oneself(leader, { verb: 'send', object: PARTY, complements }, roles);
  const failed = each === best ? null : whyNot(leader, each);
  return option('parties/send', says, failed, { chosen: each === best });
}

function whyNot(leader: number, { site: at, against }: Prospect): Statement {
  const roles = { site: [site, at] } as const;
  const subject = { role: 'site' } as const;
  if (against === 'too far') return stated({ verb: 'be', subject, complement: 'too far' }, roles);
  if (against === 'picked clean') return stated({ verb: 'be', subject, complement: 'picked clean' }, roles);
  if (against === 'armed people') return stated({ verb: 'be', subject, complement: 'held by armed people' }, roles);
  if (against === 'lived in') return stated({ verb: 'be', subject, complement: 'lived in' }, roles);
  if (against === 'too little') return stated({ verb: 'promise', subject, manner: 'too little' }, roles);
  return oneself(leader, {
    verb: 'hope',
    complements: [{ by: 'for more', phrase: { noun: 'elsewhere', of: 'none' } }],
  });
}
