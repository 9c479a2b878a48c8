/** What leaders weigh about their fires: for those who ask afterwards. */
import { SELF, isObserved, oneself, option, stated, weighed } from '../../kernel/deliberation.ts';
import type { Matter, Statement } from '../../kernel/deliberation.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { FIRES } from './state.ts';
import { nightsOn } from './wood.ts';

const HOW_TO_KEEP_FIRES: Matter = {
  id: 'warmth/set-fires',
  ask: 'what',
  weight: 'beat',
  clause: { verb: 'make', subject: SELF, complements: [{ by: 'of', phrase: { noun: 'hearth', of: 'the', count: 2 } }] },
};
const WHAT_TO_BURN: Matter = {
  id: 'warmth/break-up',
  ask: 'what',
  weight: 'turn',
  clause: { verb: 'burn', subject: SELF, complements: [{ by: 'for', phrase: { noun: 'warmth', of: 'none' } }] },
};
const SAID: Readonly<Record<(typeof FIRES)[number], string>> = {
  full: 'high all night',
  short: 'up for the evening',
  low: 'low',
};

/** What there was to go by: grams of wood, the days it has to last, and how fires were and are to be kept. */
export interface Thrift {
  readonly grams: number;
  readonly cover: number;
  readonly now: number;
  readonly to: number;
}

export function tellFires(world: World, of: number, who: number, { grams, cover, to }: Thrift): void {
  if (!isObserved(world, who)) return;
  weighed(
    world,
    HOW_TO_KEEP_FIRES,
    () =>
      FIRES.map((fires, row) => {
        const says = oneself(who, {
          verb: 'keep',
          object: { noun: 'hearth', of: 'the', count: 2 },
          manner: SAID[fires],
        });
        const reached = Math.min(cover, nightsOn(world, of, grams, row));
        const score = { by: 'measure', reached, needed: cover } as const;
        return option(`warmth/${fires}`, says, row === to ? null : otherwise(row > to), { score, chosen: row === to });
      }),
    { actor: [person, who], group: [group, of] },
  );
}

/** Why fires are not kept lower than they need to be, or higher than the wood lasts. */
function otherwise(lower: boolean): Statement {
  const subject = { noun: 'wood', of: 'the' } as const;
  if (lower) return stated({ verb: 'last', subject, manner: 'without that' }, {});
  return stated({ verb: 'last', subject, negated: true }, {});
}

/** What could be burnt: grams of timber and furniture, and whether the timber is wanted for walls. */
export interface Burnable {
  readonly timber: number;
  readonly furniture: number;
  readonly mends: boolean;
  readonly what: 'timber' | 'furniture';
}

export function tellBurning(world: World, of: number, who: number, { timber, furniture, mends, what }: Burnable): void {
  if (!isObserved(world, who)) return;
  const none = (noun: string): Statement => stated({ verb: 'be left', subject: { noun, of: 'no' } }, {});
  const wanted = stated(
    { verb: 'want', subject: { noun: 'wall', of: 'the', count: 2 }, object: { noun: 'it', of: 'none' } },
    {},
  );
  const spared = stated({ verb: 'be', subject: { noun: 'timber', of: 'none' }, complement: 'there still' }, {});
  weighed(
    world,
    WHAT_TO_BURN,
    () => [
      option(
        'warmth/timber',
        oneself(who, { verb: 'burn', object: { noun: 'timber', of: 'the' } }),
        timber === 0 ? none('timber') : what === 'timber' ? null : mends ? wanted : null,
        { chosen: what === 'timber' && timber > 0 },
      ),
      option(
        'warmth/furniture',
        oneself(who, { verb: 'burn', object: { noun: 'furniture', of: 'the' } }),
        furniture === 0 ? none('furniture') : what === 'furniture' ? null : spared,
        { chosen: what === 'furniture' && furniture > 0 },
      ),
      option('warmth/nothing', oneself(who, { verb: 'go', manner: 'without fires' }), null, {
        chosen: (what === 'timber' ? timber : furniture) === 0,
      }),
    ],
    { actor: [person, who], group: [group, of] },
  );
}
