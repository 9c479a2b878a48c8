import { describe, expect, it } from 'vitest';
import { chronicleVoice } from '../src/index.ts';
import type { Entity, Told, ToldCause } from '../src/index.ts';
import type { Clause } from '../src/words.ts';

const HOME = 'mill folk';
const one = (name: string, side = HOME): Entity => ({ name, key: name, kind: 'person', gender: 'she', side });
const place = (name: string): Entity => ({ name, key: name, kind: 'place' });
const [ada, bea, cora] = ['Ada', 'Bea', 'Cora'].map((name) => one(name)) as [Entity, Entity, Entity];
const fox = one('Fox', 'raiders');
const wolf = one('Wolf', 'raiders');
const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;

let ids = 0;
function event(
  time: number,
  kind: string,
  clause: Partial<Clause>,
  roles: Told['roles'],
  more: Partial<Told> = {},
): Told {
  const id = ++ids;
  const told = { verb: 'rest', subject: actor, ...clause };
  return { id, key: `event ${id}`, time, kind, weight: 'beat', clause: told, roles, because: [], ...more };
}
const fires = (time: number, who: Entity, at: Entity, from: string, more: Partial<Told> = {}): Told =>
  event(
    time,
    'shooting/opened-fire',
    {
      verb: 'open fire',
      complements: [
        { by: 'from', phrase: { role: 'place' } },
        { by: 'on', phrase: target },
      ],
    },
    { actor: who, target: at, place: place(from) },
    more,
  );
const causeOf = (told: Told): ToldCause => ({ id: told.id, as: 'reason', group: 1, clause: told.clause, roles: told.roles, time: told.time, kind: told.kind }); // prettier-ignore
const sentencesOf = (told: readonly Told[]): string[] =>
  chronicleVoice(told, { home: HOME, begin: 79_200 }).sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)); // prettier-ignore

describe('those who begin to fire', () => {
  it('at the same person, from wherever, are told as one, with all their events', () => {
    const told = [fires(10, ada, fox, 'loft'), fires(20, bea, fox, 'yard'), fires(30, cora, fox, 'loft')];
    const [only, ...more] = chronicleVoice(told, { home: HOME }).sections.flatMap(({ sentences }) => sentences);
    expect(more).toEqual([]);
    expect(only?.text).toMatch(/Ada, Cora and Bea (?:opened fire on|began firing at|had) the raider Fox/);
    expect(only?.text).not.toMatch(/loft|yard/);
    expect([...(only?.events ?? [])].sort((a, b) => a - b)).toEqual(told.map(({ id }) => id));
  });

  it('at others, on the other side, much later or because of what came between are told apart', () => {
    const shot = event(15, 'wounds/wounded', { verb: 'hit', object: target }, { actor: fox, target: bea }, { weight: 'turn' }); // prettier-ignore
    const apart: (readonly Told[])[] = [
      [fires(10, ada, fox, 'loft'), fires(20, bea, wolf, 'yard')],
      [fires(10, ada, cora, 'loft'), fires(20, fox, cora, 'yard')],
      [fires(10, ada, fox, 'loft'), fires(120, bea, fox, 'yard')],
      [fires(10, ada, fox, 'loft'), shot, fires(20, bea, fox, 'yard', { because: [causeOf(shot)] })],
    ];
    for (const told of apart) expect(sentencesOf(told).join(' ')).not.toMatch(/(?:Ada and Bea|Ada and Fox) /);
  });

  it('from one place keep it', () => {
    const text = sentencesOf([fires(10, ada, fox, 'loft'), fires(20, bea, fox, 'loft')]).join(' ');
    expect(text).toMatch(/Ada and Bea .* from the loft/);
  });
});

describe('words spoken as a reason', () => {
  /** Somebody shouts, and somebody else acts on it so many seconds later; again and again. */
  function shouts(after: number): string[] {
    const told: Told[] = [];
    for (let nth = 0; nth < 8; nth++) {
      const time = 600 * nth;
      const content = { verb: 'be', subject: target, complements: [{ by: 'in', phrase: { role: 'place' } }] } as const;
      const roles = { actor: bea, target: one(`Fox ${nth}`, 'raiders'), place: place(`yard ${nth}`) };
      const shout = event(time, 'voice/shouted', { verb: 'shout', content }, roles, { weight: 'detail' });
      told.push(shout);
      told.push(event(time + after, `orders/sent ${nth}`, { verb: 'send', object: { noun: 'reserve', of: 'the' } }, { actor: ada }, { because: [causeOf(shout)], weight: 'turn' })); // prettier-ignore
    }
    return sentencesOf(told);
  }

  it('vary by how long ago they were spoken, and stand before the act and behind it', () => {
    const [soon, later] = [shouts(3), shouts(60)];
    expect(soon.some((text) => /^(?:.*, )?[Ww]hen Bea shouted that/.test(text))).toBe(true);
    expect(soon.join(' ')).not.toMatch(/warned by/i);
    expect(later.some((text) => /[Ww]arned by (?:her|Bea) that/.test(text))).toBe(true);
    expect(later.join(' ')).not.toMatch(/when Bea shouted/i);
    for (const texts of [soon, later]) {
      expect(texts.some((text) => /sent the reserve at (?:Bea's|a) shout/.test(text))).toBe(true);
      const same = texts.filter((text, at) => at > 0 && form(text) === form(texts[at - 1]!));
      expect(same.length).toBeLessThanOrEqual(1);
    }
  });

  const form = (text: string): string => /warned by|when|sent the reserve at|at Bea's shout/i.exec(text)?.[0] ?? text;
});

describe('what lies days apart in a telling by scenes', () => {
  it('is told with its day, and not by a span across midnight', () => {
    const told = [1, 2, 3].map((day) => event(day * 86_400, `kind ${day}`, { verb: 'wash' }, { actor: ada }, { weight: 'turn' })); // prettier-ignore
    const texts = sentencesOf(told);
    expect(texts.join(' ')).not.toMatch(/a day later|hours later/i);
    expect(texts.filter((text) => /on the (?:third|fourth) day/.test(text)).length).toBeGreaterThan(0);
  });
});
