/** What whoever leads at home weighs in the morning: whether to send for what is short, and where to. For those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Considered, Matter, Statement } from '../../kernel/deliberation.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { site } from '../region/state.ts';
import type { Lack, Prospect } from './choosing.ts';
import { SOUGHT_AS } from './said.ts';

const WHERE_TO_SEND: Matter = {
  id: 'parties/send',
  ask: 'where',
  weight: 'beat',
  clause: { verb: 'send', subject: SELF, object: { noun: 'party', of: 'a' } },
};
const PARTY = { noun: 'party', of: 'a' } as const;

/** All that is short, who could go, and for what of it; every site, and the one that was chosen. */
export interface Sending {
  readonly lacks: readonly Lack[];
  readonly going: readonly number[];
  readonly lack: Lack | null;
  readonly all: readonly Prospect[];
  readonly best: Prospect | null;
}

export function tellSending(world: World, of: number, leader: number, sending: Sending): void {
  const roles = { actor: [person, leader], group: [group, of] } as const;
  weighed(world, WHERE_TO_SEND, () => considered(leader, sending), roles);
}

function considered(leader: number, { lacks, going, lack, all, best }: Sending): Considered[] {
  const nobody = oneself(leader, { verb: 'send', object: { noun: 'nobody', of: 'none' } });
  const stay = option('parties/nobody', nobody, null, { chosen: best === null });
  if (lack === null || going.length === 0) {
    const failed =
      lack === null
        ? stated({ verb: 'run out', subject: { noun: 'nothing', of: 'none' } }, {})
        : oneself(leader, { verb: 'have', object: { noun: 'people to spare', of: 'no' } });
    return [option('parties/send', oneself(leader, { verb: 'send', object: PARTY }), failed), stay];
  }
  const others = lacks.filter((each) => each !== lack).map((each) => sendFor(leader, each, lack));
  return [...all.map((each) => sendTo(leader, each, lack, best)), ...others, stay];
}

/** Why a party was not sent for something else that is short as well. */
function sendFor(leader: number, { good, short }: Lack, rather: Lack): Considered {
  const complements = [{ by: 'for', phrase: SOUGHT_AS[good] }];
  const failed = oneself(leader, {
    verb: 'need',
    object: SOUGHT_AS[rather.good],
    manner: short > rather.short ? 'and knew where to look for it' : 'more',
  });
  return option('parties/send-for', oneself(leader, { verb: 'send', object: PARTY, complements }), failed);
}

function sendTo(leader: number, each: Prospect, { good }: Lack, best: Prospect | null): Considered {
  const roles = { site: [site, each.site] } as const;
  const complements = [
    { by: 'to', phrase: { role: 'site' } },
    { by: 'for', phrase: SOUGHT_AS[good] },
  ] as const;
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
