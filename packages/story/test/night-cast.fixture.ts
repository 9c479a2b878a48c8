import type { Entity, Told, ToldCause } from '../src/told.ts';
import type { Clause, Noun, Phrase, Weight } from '../src/words.ts';

/** The people of a night made by hand, and short forms for what they do. */

const person = (name: string, gender: 'she' | 'he', side: string): Entity => ({ name, kind: 'person', gender, side });
const place = (name: string): Entity => ({ name, kind: 'place' });

const people = {
  maud: person('Maud', 'she', 'household'),
  joss: person('Joss', 'he', 'household'),
  bram: person('Bram', 'he', 'household'),
  edda: person('Edda', 'she', 'household'),
  pell: person('Pell', 'he', 'household'),
  garrick: person('Garrick', 'he', 'raiders'),
  wicks: person('Wicks', 'he', 'raiders'),
  lorne: person('Lorne', 'she', 'raiders'),
  raiders: { name: 'raiders', kind: 'group' } as Entity,
  dogs: { name: 'dog', kind: 'thing' } as Entity,
  yard: place('yard'),
  barn: place('barn'),
  loft: place('hayloft'),
  kitchen: place('kitchen'),
  gate: place('gate'),
  orchard: place('orchard'),
  lane: place('lane'),
};
type Who = keyof typeof people;

export const role = (name: string): Phrase => ({ role: name });
export const the = (noun: string): Noun => ({ noun, of: 'the' });

interface Made {
  readonly at: number;
  readonly kind: string;
  readonly weight: Weight;
  readonly roles: Partial<Record<string, Who>>;
  readonly where?: Who;
  readonly clause: Omit<Clause, 'subject'> & { readonly subject?: Phrase };
  readonly gather?: (n: number) => Omit<Clause, 'subject'>;
  readonly why?: readonly (string | { readonly ref: string; readonly as?: ToldCause['as']; readonly group?: number })[];
  readonly ref?: string;
}

export const told: Told[] = [];
const byRef = new Map<string, Told>();

function cast(roles: Made['roles']): Record<string, Entity> {
  return Object.fromEntries(Object.entries(roles).map(([name, who]) => [name, people[who as Who]]));
}

export function add(made: Made): void {
  const id = told.length + 1;
  const subject = made.clause.subject ?? role('actor');
  const because = (made.why ?? []).map((why, index): ToldCause => {
    const { ref, as = 'reason', group = index } = typeof why === 'string' ? { ref: why } : why;
    const cause = byRef.get(ref);
    if (cause === undefined) throw new Error(`no event ${ref}`);
    return { id: cause.id, as, group, clause: cause.clause, roles: cause.roles, time: cause.time, kind: cause.kind };
  });
  const event: Told = {
    id,
    key: `${made.kind}:${Object.values(made.roles).join(':')}:${made.at}`,
    time: made.at,
    kind: made.kind,
    weight: made.weight,
    clause: { ...made.clause, subject },
    roles: cast(made.roles),
    because,
    ...(made.where === undefined ? {} : { place: people[made.where] }),
    ...(made.gather === undefined
      ? {}
      : { gather: (ids: readonly number[]) => ({ ...made.gather!(ids.length), subject }) }),
  };
  told.push(event);
  if (made.ref !== undefined) byRef.set(made.ref, event);
}

const times = (n: number) => ['', 'once', 'twice', 'three times', 'four times', 'five times'][n] ?? 'again and again';
export const see = (
  at: number,
  actor: Who,
  target: Who,
  where: Who,
  of: Partial<Made> = {},
  doing?: Omit<Clause, 'subject'>,
) =>
  add({
    at,
    kind: 'perception/saw',
    weight: 'beat',
    roles: { actor, target },
    where,
    clause:
      doing === undefined
        ? { verb: 'see', object: role('target') }
        : { verb: 'see', content: { ...doing, subject: role('target'), aspect: 'progressive' } },
    ...of,
  });
export const go = (at: number, actor: Who, to: Who, of: Partial<Made> = {}, verb = 'go', by = 'to') =>
  add({
    at,
    kind: 'places/moved',
    weight: 'beat',
    roles: { actor, to },
    where: to,
    clause: { verb, complements: [{ by, phrase: role('to') }] },
    ...of,
  });
export const fire = (at: number, actor: Who, target: Who, where: Who, of: Partial<Made> = {}) =>
  add({
    at,
    kind: 'shooting/fired',
    weight: 'detail',
    roles: { actor, target },
    where,
    clause: { verb: 'fire', complements: [{ by: 'at', phrase: role('target') }] },
    gather: (n) => ({ verb: 'fire', manner: times(n), complements: [{ by: 'at', phrase: role('target') }] }),
    ...of,
  });
export const hit = (at: number, actor: Who, target: Who, part: string, where: Who, of: Partial<Made> = {}) =>
  add({
    at,
    kind: 'wounds/wounded',
    weight: 'turn',
    roles: { actor, target },
    where,
    clause: {
      verb: 'hit',
      subject: role('actor'),
      object: role('target'),
      complements: [{ by: 'in', phrase: the(part) }],
    },
    ...of,
  });
export const tell = (at: number, actor: Who, target: Who, content: Clause, where: Who, of: Partial<Made> = {}) =>
  add({
    at,
    kind: 'beliefs/told',
    weight: 'beat',
    roles: { actor, target, raiders: 'raiders', yard: 'yard' },
    where,
    clause: { verb: 'tell', object: role('target'), content },
    ...of,
  });
