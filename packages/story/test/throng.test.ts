import { describe, expect, it } from 'vitest';
import { asText, chronicleVoice, nightEntries } from '../src/index.ts';
import type { Entity, Told } from '../src/index.ts';
import type { Clause, InThrong } from '../src/words.ts';
import { phasesOf } from '../src/voice/throng.ts';

/** Two sides of twenty, `a0` to `a19` of the watch and `b0` to `b19` of the band. */
const names =
  'Ada Bea Cora Dora Edda Finn Gale Hal Ivo Jan Kit Lee Mae Nan Ove Pia Roy Sam Tom Una Abel Bert Carl Dirk Emil Fred Gert Hans Ingo Jost Karl Lutz Marc Nils Otto Paul Rolf Sven Theo Udo'.split(
    ' ',
  );
const people = names.map((name, at): Entity => ({
  name,
  key: name,
  kind: 'person',
  gender: at < 20 ? 'she' : 'he',
  side: at < 20 ? 'the watch' : 'the band',
}));
const who = (name: string): Entity => people.find((one) => one.name === name)!;
const wall: Entity = { name: 'wall', kind: 'place' };
const yard: Entity = { name: 'yard', kind: 'place' };
const band: Entity = { name: 'the band', kind: 'group' };

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
const CLAUSES: Readonly<Record<string, Clause>> = {
  shot: { verb: 'fire', subject: actor, complements: [{ by: 'at', phrase: target }] },
  fell: { verb: 'fall', subject: actor, complements: [{ by: 'in', phrase: { role: 'place' } }] },
  storm: { verb: 'send', subject: actor, object: target, purpose: { verb: 'storm', subject: actor, object: { role: 'place' } } },
  duck: { verb: 'duck', subject: actor },
  empty: { verb: 'run', subject: actor, complements: [{ by: 'out of', phrase: { noun: 'round', count: 2, of: 'none' } }] },
  down: { verb: 'be', subject: target, complement: 'down' },
  short: { verb: 'run out', subject: { noun: 'round', of: 'the', count: 2 }, aspect: 'progressive' },
  'gave-up': { verb: 'give up', subject: actor, object: { noun: 'fight', of: 'the' } },
}; // prettier-ignore

let ids = 0;
function event(kind: string, time: number, inThrong: InThrong, roles: Record<string, Entity>, more: Partial<Told> = {}): Told {
  const id = ids++;
  return { id, key: `${kind}${id}`, time, kind, weight: 'turn', clause: CLAUSES[kind]!, inThrong, roles, because: [], ...more };
} // prettier-ignore

function because(of: readonly Told[]): Told['because'] {
  return of.map(({ id, clause, roles, time, kind }) => ({ id, as: 'reason', group: 1, clause, roles, time, kind }));
}

/** Five minutes: an attack is ordered, both sides fire, some fall, the rounds run out, the band's leader gives up. */
function battle(): Told[] {
  ids = 0;
  const events: Told[] = [];
  for (const squad of ['rifles', 'scouts'])
    events.push(event('storm', 10, 'joined', { actor: who('Abel'), target: { name: squad, kind: 'group' }, place: yard }));
  events.push(event('storm', 11, 'apart', { actor: who('Abel'), target: { name: 'rest', kind: 'group' }, place: yard }));
  for (let at = 0; at < 40; at++) {
    const [one, other] = [people[at]!, people[39 - at]!];
    for (let n = 0; n < 2; n++) {
      events.push(
        event('shot', 12 + at + n * 40, 'summed', { actor: one, target: other, place: at < 20 ? wall : yard }, {
          weight: 'detail',
          gather: (all) => ({ ...CLAUSES['shot']!, object: { noun: 'round', count: all.length } }),
          reply: (all) => ({ verb: 'answer', subject: actor, complements: [{ by: 'with', phrase: { noun: '', count: all.length } }] }),
        }),
      ); // prettier-ignore
    }
    events.push(event('duck', 13 + at, 'unsaid', { actor: one }, { weight: 'beat' }));
    events.push(event('empty', 60 + at, 'losses', { actor: one }, { weight: 'beat' }));
  }
  const dead = ['Bert', 'Carl', 'Dirk', 'Emil'].map((name, at) =>
    event('fell', 40 + at, 'losses', { actor: who(name), place: at < 2 ? wall : yard }, { sums: true }),
  );
  events.push(...dead, event('fell', 44, 'losses', { actor: who('Cora'), place: wall }, { sums: true }));
  const doubts = dead.map(({ roles }, at) =>
    event('down', 100 + at, 'unsaid', { target: roles['actor']! }, { weight: 'detail' }),
  );
  const short = event('short', 105, 'unsaid', { actor: who('Abel') }, { weight: 'detail' });
  const reasons = because([...doubts, short]);
  events.push(...doubts, short, event('gave-up', 300, 'apart', { actor: who('Abel'), group: band }, { sums: true, because: reasons }));
  return events;
} // prettier-ignore

const options = { home: 'the watch' };
const text = (told: readonly Told[]) =>
  nightEntries(told, options)
    .map((entry) => entry.text)
    .join(' ');

describe('a battle of forty', () => {
  it('is told in phases: all its firing in a sentence, and nothing of who ducked', () => {
    const told = text(battle());
    expect(told.match(/rounds? |fired|firing/g)!.length).toBeLessThan(8);
    expect(told).toContain('eighty rounds');
    expect(told).not.toMatch(/duck/);
    expect(nightEntries(battle(), options).length).toBeLessThanOrEqual(3);
  });
  it('says of several what they did in the same way, and to whom one did the same', () => {
    expect(text(battle())).toMatch(/Abel [\w ]*sent the rifles, the scouts and the rest to storm the yard/);
  });
  it('names those who fell, side by side, and says where only if they all fell there', () => {
    expect(text(battle())).toMatch(/Bert, Carl, Dirk and Emil of the band fell\b(?! (?:in|on|at))/);
    expect(text(battle())).toMatch(/Cora fell/);
  });
  it('says of a side what wore it down, once, when it is half of them', () => {
    expect(text(battle()).match(/run out of rounds/g)).toHaveLength(2);
    expect(text(battle())).toMatch(/[Hh]alf of the watch had run out of rounds/);
  });
  it('gives all that made a leader give up, losses counted', () => {
    expect(text(battle())).toMatch(/four of his people were down and the rounds were running out/);
  });
  it('says a fact in one phase only, and all of them in order', () => {
    const phases = phasesOf(battle(), 'the watch');
    const all = phases.flat().flatMap((fact) => fact.ids);
    expect(new Set(all).size).toBe(all.length);
    const starts = phases.map(([first]) => first!.time);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
  it('is told as prose in the same way', () => {
    const prose = asText(chronicleVoice(battle(), options));
    expect(prose).not.toMatch(/duck/);
    expect(prose.replace(/\s+/g, ' ')).toMatch(/four of his people were down/);
  });
  it('is told event by event where its systems have no words for it', () => {
    const old = battle().map(({ inThrong: _unknown, ...event }) => event);
    expect(text(old)).toMatch(/duck/);
  });
});
