import { describe, expect, it } from 'vitest';
import { chronicleVoice } from '../src/index.ts';
import type { Entity, Told } from '../src/index.ts';
import type { Clause } from '../src/words.ts';
import { ledgerOf } from '../src/voice/days/ledger.ts';
import { spansOf } from '../src/voice/days/spans.ts';
import type { ToldLasting } from '../src/told.ts';

const HOUR = 3600;
const DAY = 86_400;
const HOME = 'mill folk';

const one = (name: string, side = HOME): Entity => ({ name, key: name, kind: 'person', gender: 'she', side });
const home: Entity = { name: HOME, kind: 'group' };
const people = ['Ada', 'Bea', 'Cora', 'Dora', 'Edda', 'Fay'].map((name) => one(name));
const actor = { role: 'actor' } as const;

let ids = 0;
/** Something that happens to somebody at an hour of a day, 1 being the first. */
function event(day: number, hour: number, clause: Partial<Clause>, who: Entity, more: Partial<Told> = {}): Told {
  const id = ++ids;
  return {
    id,
    key: `event ${id}`,
    time: (day - 1) * DAY + hour * HOUR,
    kind: `kind ${clause.verb ?? ''}`,
    weight: 'beat',
    inThrong: 'joined',
    clause: { verb: 'rest', subject: actor, ...clause },
    roles: { actor: who },
    because: [],
    ...more,
  };
}

const lasting = (what: string, of: Entity | null, more: Partial<ToldLasting> = {}): { lasting: ToldLasting[] } => ({
  lasting: [{ what, of, ...more }],
});
const falls = (day: number, who: Entity): Told =>
  event(day, 9, { verb: 'fall ill' }, who, lasting('ill', who, { as: 'ill', by: 'number' }));
const mends = (day: number, who: Entity): Told => event(day, 9, { verb: 'mend' }, who, lasting('ill', who));
/** Something of no weight, so that days go by. */
const passes = (day: number): Told => event(day, 20, { verb: 'sleep' }, people[0]!, { weight: 'detail' });

const tell = (told: readonly Told[], more = {}) => chronicleVoice(told, { home: HOME, ...more });
const textOf = (told: readonly Told[], more = {}): string =>
  tell(told, more)
    .sections.map(({ title, sentences }) => `[${title}] ${sentences.map(({ text }) => text).join(' ')}`)
    .join('\n');

describe('what goes on', () => {
  it('is counted from its beginning to its end, each person once', () => {
    const told = [falls(1, people[0]!), falls(1, people[0]!), falls(2, people[1]!), mends(3, people[0]!)];
    const ledger = ledgerOf(told);
    expect(ledger.at(DAY + 10 * HOUR).map(({ of }) => of?.name)).toEqual(['Ada', 'Bea']);
    expect(ledger.at(DAY + 10 * HOUR)[0]?.since).toBe(9 * HOUR);
    expect(ledger.at(3 * DAY).map(({ of }) => of?.name)).toEqual(['Bea']);
  });

  it('ends for whoever dies, whatever it is, and for nobody else', () => {
    const dies = event(2, 9, { verb: 'die' }, people[0]!, lasting('all', people[0]!));
    expect(ledgerOf([falls(1, people[0]!), falls(1, people[1]!), dies]).at(3 * DAY).map(({ of }) => of?.name)).toEqual(['Bea']); // prettier-ignore
  });

  it('begins anew where it has changed, and where something worse had hidden it', () => {
    const short = (as: string): Partial<ToldLasting> => ({ as, by: 'days' });
    const set = event(1, 9, {}, people[0]!, lasting('food', home, short('half rations')));
    const again = event(2, 9, {}, people[0]!, lasting('food', home, short('half rations')));
    const none = event(4, 9, {}, people[0]!, lasting('none', home, { ...short('nothing to eat'), hides: 'food' }));
    const some = event(6, 9, {}, people[0]!, lasting('none', home));
    const ledger = ledgerOf([set, again, none, some]);
    expect(ledger.at(3 * DAY)[0]?.since).toBe(set.time);
    expect(ledger.at(7 * DAY)[0]?.since).toBe(some.time);
  });
});

describe('a history falls into nights and days', () => {
  const shots = Array.from({ length: 50 }, (_, at) => event(2, 13 + at / 100, { verb: 'fire' }, people[0]!));

  it('a fight is told by its scenes, what lies before and after by days', () => {
    const told = [falls(1, people[0]!), ...shots, falls(5, people[1]!)];
    expect(spansOf(told, 0).map(({ days }) => days)).toEqual([true, false, true]);
    expect(spansOf(told, 0)[1]).toMatchObject({ from: DAY + 13 * HOUR + 36, to: DAY + 14 * HOUR });
  });

  it('a single night has no days, and a few shots in the dark make no night', () => {
    expect(spansOf(shots, 0).some(({ days }) => days && shots.length > 0)).toBe(true);
    expect(
      spansOf(
        shots.map((shot) => ({ ...shot, time: shot.time - DAY - 13 * HOUR })),
        0,
      ),
    ).toHaveLength(1);
    expect(spansOf([...shots.slice(0, 5), passes(9)], 0).map(({ days }) => days)).toEqual([true]);
  });

  it('without the words of its systems it is told as one', () => {
    const bare = [falls(1, people[0]!), falls(5, people[1]!)].map(({ lasting: _l, inThrong: _t, ...rest }) => rest);
    expect(spansOf(bare, 0).some(({ days }) => days)).toBe(false);
  });
});

describe('days are told', () => {
  const four = people.slice(0, 4);

  it('one section each, quiet ones gathered, none left out', () => {
    const told = [falls(1, people[0]!), ...four.map((who) => falls(3, who)), mends(3, people[4]!), passes(9)];
    const titles = tell(told).sections.map(({ title }) => title);
    expect(titles).toEqual(['The first and the second day', 'The third day', 'The fourth to the ninth day']);
  });

  it('the same of several people in one sentence, and how many in all some days later', () => {
    const text = textOf([...four.map((who) => falls(2, who)), falls(3, people[4]!), mends(3, people[0]!), passes(9)]);
    expect(text).toContain('Ada, Bea, Cora and Dora fell ill');
    expect(text).toMatch(/four (?:were )?(?:still )?ill/i);
    expect(text).not.toMatch(/(?:five|six) (?:were )?(?:still )?ill/i);
  });

  it('what is somebody’s as theirs, though it befell own people and prisoners alike', () => {
    const fox = one('Fox', 'raiders');
    const subject = { role: 'actor', possessed: { noun: 'fever' } } as const;
    const breaks = (who: Entity): Told => event(3, 9, { verb: 'break', subject }, who);
    expect(textOf([passes(1), breaks(people[0]!), breaks(fox)])).toMatch(/Ada and (?:the raider )?Fox's fevers broke/);
  });

  it('what happens again in the same words as happening again', () => {
    const text = textOf([2, 4, 6].flatMap((day) => [passes(1), event(day, 9, { verb: 'quarrel' }, people[0]!, { weight: 'turn' })])); // prettier-ignore
    expect(text.split('\n')).toEqual([
      '[The first and the second day] On the second Ada quarrelled.',
      '[The third and the fourth day] On the fourth day, Ada quarrelled again.',
      expect.stringMatching(/^\[The fifth and the sixth day\] On the sixth(?: day,)? Ada quarrelled once more\.$/),
    ]);
  });

  it('what happens again and again over days as one, with how often, from the third time on', () => {
    const refuses = (day: number, who: Entity): Told =>
      event(day, 9, { verb: 'refuse', purpose: { verb: 'cook', subject: actor } }, who, { weight: 'turn' });
    const days: [number, Entity][] = [[2, people[0]!], [4, people[1]!], [6, people[0]!], [7, people[1]!], [8, people[1]!]]; // prettier-ignore
    const told = [passes(1), ...days.map(([day, who]) => refuses(day, who)), passes(12)];
    const text = textOf(told);
    expect(text).toContain('Ada and Bea refused to cook, three times in all.');
    expect(text).toContain('[The fifth to the twelfth day]');
    // Each is told, and nothing is told of anybody who did not.
    const said = tell(told).sections.flatMap(({ sentences }) => sentences.flatMap(({ events }) => events));
    for (const { id } of told.slice(1, -1)) expect(said).toContain(id);
    expect(text).not.toContain('Cora');
  });

  it('amounts of the same over days as their sum, and nothing that differs in more than that as one', () => {
    const takes = (day: number, count: number, whom: Entity): Told =>
      event(day, 9, { verb: 'take', object: { noun: 'food', count, unit: 'kilo' }, complements: [{ by: 'for', phrase: { role: 'target' } }] }, people[0]!, { roles: { actor: people[0]!, target: whom }, weight: 'turn' }); // prettier-ignore
    const alike = [2, 3, 5, 6, 7].map((day) => takes(day, day, people[1]!));
    expect(textOf([passes(1), ...alike, passes(9)])).toContain('Ada took eighteen kilos of food for Bea.');
    const unlike = [2, 3, 5, 6, 7].map((day) => takes(day, day, people[day - 1] ?? people[1]!));
    expect(textOf([passes(1), ...unlike, passes(9)])).not.toMatch(/eleven|eighteen/);
  });

  it('what befell somebody after what befell them before, though others are told with them', () => {
    const carried = (day: number, hour: number, who: Entity): Told =>
      event(day, hour, { verb: 'go', complement: 'to bed' }, who, { affair: 'wounded' });
    const falls9 = event(2, 12, { verb: 'fall' }, people[1]!, { affair: 'wounded' });
    const text = textOf([passes(1), carried(2, 9, people[0]!), falls9, carried(2, 15, people[1]!)]);
    expect(text).not.toContain('Ada and Bea');
    expect(text.indexOf('Bea fell')).toBeLessThan(text.search(/Bea went|she went|then went|went to bed\.$/));
  });

  it('that nobody is weak any more only where they are well', () => {
    const hunger = (day: number, who: Entity, as?: string): Told =>
      event(day, 9, { verb: as === undefined ? 'recover' : 'waste' }, who, lasting('hunger', who, as === undefined ? {} : { as, by: 'number' })); // prettier-ignore
    const two = people.slice(0, 2);
    const weak = [...two.map((who) => hunger(1, who, 'weak')), passes(9)];
    const worse = [...weak, ...two.map((who) => hunger(15, who, 'starving')), passes(27)];
    const well = [...weak, ...two.map((who) => hunger(15, who)), passes(27)];
    expect(textOf(worse)).not.toMatch(/nobody weak/i);
    expect(textOf(well)).toMatch(/nobody weak any more/i);
  });

  it('names few who are left, and says when there is nobody any more', () => {
    const told = [
      falls(1, people[0]!),
      falls(1, people[1]!),
      passes(6),
      mends(20, people[0]!),
      mends(20, people[1]!),
      passes(26),
    ];
    const text = textOf(told);
    expect(text).toMatch(/Ada and Bea (?:were )?(?:still )?ill/);
    expect(text).toMatch(/nobody ill any more/i);
  });

  it('a ration by the day since it was set', () => {
    const set = event(2, 9, { verb: 'set', object: { noun: 'ration', of: 'the', count: 2 } }, people[0]!, {
      ...lasting('rations', home, { as: 'half rations', by: 'days' }),
      weight: 'turn',
    });
    const text = textOf([passes(1), set, passes(7)]);
    expect(text).toMatch(
      /The third to the seventh day\] .*(?:half rations for the sixth day|sixth day of half rations)/i,
    );
  });

  it('what the sky was in the heading, and not again while it stays so', () => {
    const mist = (day: number, hour: number, as?: string) =>
      event(day, hour, { verb: 'come down' }, people[0]!, { ...lasting('mist', null, as === undefined ? {} : { as, by: 'sky' }), roles: {} }); // prettier-ignore
    const busy = [1, 2].flatMap((day) => [falls(day, people[0]!), mends(day, people[1]!)]);
    const told = [...busy, mist(1, 0, 'mist'), mist(1, 4), mist(2, 1, 'mist'), mist(2, 4)];
    expect(tell(told, { season: 'winter' }).sections.map(({ title }) => title)).toEqual([
      'The first day, winter, mist before light',
      'The second day',
    ]);
  });

  it('where a wound came from, once', () => {
    const fox = one('Fox', 'raiders');
    const shot = event(1, 9.5, { verb: 'hit', passive: true, subject: { role: 'target' } }, fox, { roles: { actor: fox, target: people[0]! }, weight: 'detail' }); // prettier-ignore
    const that = { verb: 'give', subject: actor, object: { role: 'target' } } as const;
    const cause = { id: shot.id, as: 'reason', group: 1, clause: shot.clause, roles: shot.roles, time: shot.time, kind: shot.kind, scar: { noun: 'wound', that } } as const; // prettier-ignore
    const runs = (day: number): Told =>
      event(day, 9, { verb: 'run', object: { noun: 'fever', of: 'a' }, complements: [{ by: 'from', phrase: { noun: 'wound', of: 'the' } }] }, people[0]!, { because: [cause], weight: 'turn' }); // prettier-ignore
    const text = textOf([shot, runs(3), runs(6)]);
    expect(text).toContain('Ada ran a fever from the wound that the raider Fox had given her on the first day.');
    expect(text.match(/had given/g)).toHaveLength(1);
  });

  it('of strangers who are kept, by what they are called, and of what befalls them unseen', () => {
    const fox = one('Fox', 'raiders');
    const caught = event(1, 9, { verb: 'catch', object: { role: 'target' } }, people[0]!, {
      roles: { actor: people[0]!, target: fox },
      weight: 'turn',
      ...lasting('kept', fox, { as: 'kept', by: 'number', called: 'prisoner' }),
    });
    const alone = { ...falls(4, fox), noticed: [] };
    const text = textOf([caught, alone, passes(6)]);
    expect(text).toContain('the prisoner Fox fell ill');
    expect(textOf([alone, passes(6)])).not.toContain('Fox');
  });

  it('to the last who could write it', () => {
    const dies = (day: number, who: Entity): Told =>
      event(day, 9, { verb: 'die' }, who, {
        lasting: [
          { what: 'all', of: who },
          { what: 'dead', of: who, as: 'dead', by: 'number', atEnd: true },
        ],
        weight: 'turn',
      });
    const told = [dies(2, people[0]!), dies(3, people[1]!), passes(9)];
    const { sections } = tell(told, { ours: 2 });
    expect(sections.at(-1)?.title).toBe('The fourth to the ninth day');
    expect(sections.at(-1)?.sentences.map(({ text }) => text)).toEqual(['Nobody was left to set anything down.']);
    expect(textOf(told, { ours: 3 })).toContain('Dead in all: Ada and Bea.');
  });

  it('each sentence with events that are there, and the same each time', () => {
    const told = [...four.map((who) => falls(2, who)), passes(12)];
    for (const { text, events, facts } of tell(told).sections.flatMap(({ sentences }) => sentences)) {
      expect(events.length, text).toBeGreaterThan(0);
      expect(facts.length, text).toBeGreaterThan(0);
      for (const id of events) expect(told.some((known) => known.id === id)).toBe(true);
    }
    expect(textOf(told)).toBe(textOf([...told].reverse()));
  });
});
