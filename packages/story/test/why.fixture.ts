import type { Chronicled, Chronicles } from '@anchorhold/story';
import type { Clause, InWhy } from '@anchorhold/engine';

/** An event of a small chronicle: who did what (a verb), to whom, and because of what. */
export interface Small {
  readonly who: string;
  readonly verb: string;
  readonly whom?: string;
  readonly at?: number;
  readonly weight?: Chronicled['weight'];
  readonly stands?: InWhy;
  /** Ids; a list within is one joint cause; a negative one made it possible. */
  readonly because?: readonly (number | readonly number[])[];
}

/** A chronicle of which one knows all causes. Times are ten seconds apart where none are given. */
export function small(events: readonly Small[], begin = 0): Chronicles {
  return {
    begin,
    events: events.map(({ who, verb, whom, at, weight = 'turn', because = [] }, index) => {
      const clause: Clause = {
        verb,
        subject: { role: 'actor' },
        ...(whom === undefined ? {} : { object: { role: 'target' } }),
      };
      return {
        id: index + 1,
        key: `${verb} ${who} ${whom ?? ''}`,
        time: at ?? 10 * index,
        kind: `test/${verb.replace(' ', '-')}`,
        weight,
        text: `${who} ${verb} ${whom ?? ''}`,
        clause,
        reason: null,
        roles: { actor: who, ...(whom === undefined ? {} : { target: whom }) },
        data: {},
        because: because.flatMap((cause, group) =>
          typeof cause === 'number'
            ? [{ id: Math.abs(cause), as: cause < 0 ? ('enabled' as const) : ('reason' as const), group: 0 }]
            : cause.map((id) => ({ id, as: 'reason' as const, group: group + 1 })),
        ),
      };
    }),
    entity: ({ roles }, role) => ({ name: roles[role] ?? '', kind: 'person' }),
    named: () => null,
    standing: ({ id }) => events[id - 1]?.stands ?? 'itself',
  };
}
