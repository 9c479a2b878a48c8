/** What a carer weighs where dressings do not go round: for those who ask afterwards. */
import { SELF, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Matter, Statement } from '../../kernel/deliberation.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

const target = { role: 'target' } as const;
const WHOM_TO_TREAT: Matter = {
  id: 'infirmary/triage',
  ask: 'whether',
  weight: 'turn',
  clause: { verb: 'give up', subject: SELF, object: target },
};

/** What there was to go by: how little hope, whether dressings are short, whether the carer can judge, and what came of it. */
export interface Judging {
  readonly little: number;
  readonly short: boolean;
  readonly judges: boolean;
  readonly drops: boolean;
}

export function tellTriage(world: World, carer: number, who: number, judging: Judging): void {
  const roles = { target: [person, who] } as const;
  weighed(
    world,
    WHOM_TO_TREAT,
    () => {
      const treat = oneself(carer, { verb: 'treat', object: target }, roles);
      const drop = oneself(carer, { verb: 'give up', object: target }, roles);
      return [
        option('infirmary/treat', treat, judging.drops ? tooFew() : null, { chosen: !judging.drops }),
        option('infirmary/give-up', drop, whyTreat(carer, who, judging), { chosen: judging.drops }),
      ];
    },
    { actor: [person, carer], ...roles },
  );
}

function tooFew(): Statement {
  return stated({ verb: 'go round', subject: { noun: 'dressing', of: 'the', count: 2 }, negated: true }, {});
}

function whyTreat(carer: number, who: number, { short, judges, drops }: Judging): Statement | null {
  if (drops) return null;
  if (!short) return stated({ verb: 'go round', subject: { noun: 'dressing', of: 'the', count: 2 } }, {});
  if (!judges) return oneself(carer, { verb: 'know', object: { noun: 'enough to judge', of: 'none' }, negated: true });
  return stated({ verb: 'be', subject: target, complement: 'not past hope' }, { target: [person, who] });
}
