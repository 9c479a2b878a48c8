import { describe, expect, it } from 'vitest';
import { finish, rolesOf, sayClause } from '../src/english/clause.ts';
import type { Form } from '../src/english/clause.ts';
import { mention, newDiscourse, nextSentence, pronounFor } from '../src/english/discourse.ts';
import { irregular } from '../src/english/irregular.ts';
import { cleanText, inPlace, shownName } from '../src/english/names.ts';
import { article, list, plural, possessive, singular } from '../src/english/nouns.ts';
import { amountWords, countWords, ordinalWords, timesWords } from '../src/english/numbers.ts';
import { aboutTime, clock, spanWords } from '../src/english/times.ts';
import { verbForms } from '../src/english/verbs.ts';
import type { Entity } from '../src/told.ts';
import type { Clause } from '../src/words.ts';

const ann: Entity = { name: 'Ann', kind: 'person', gender: 'she' };
const ness: Entity = { name: 'Ness', kind: 'person', gender: 'she' };
const bede: Entity = { name: 'Bede', kind: 'person', gender: 'he' };
const alex: Entity = { name: 'Alex', kind: 'person' };
const raiders: Entity = { name: 'raiders', kind: 'group' };
const yard: Entity = { name: 'yard', kind: 'place' };
const cast = { ann, ness, bede, alex, raiders, yard };

const say = (clause: Clause, form: Form = 'past', subject = true) =>
  sayClause(clause, { roles: rolesOf(cast), discourse: newDiscourse() }, { form, subject });
const role = (name: keyof typeof cast) => ({ role: name });

describe('what is so now', () => {
  it.each<[Clause, string]>([
    [{ verb: 'be', subject: role('ann'), complements: [{ by: 'in', phrase: role('yard') }] }, 'Ann is in the yard'],
    [{ verb: 'be', subject: role('raiders'), complement: 'hurt', negated: true }, 'the raiders are not hurt'],
    [{ verb: 'fall', subject: role('bede'), aspect: 'perfect' }, 'Bede has fallen'],
    [{ verb: 'give up', subject: role('raiders'), aspect: 'perfect', negated: true }, 'the raiders have not given up'],
    [
      { verb: 'lose', subject: role('ann'), object: { noun: 'nerve', of: 'own' }, aspect: 'perfect' },
      'Ann has lost her nerve',
    ],
    [{ verb: 'cross', subject: role('ann'), object: role('yard') }, 'Ann crosses the yard'],
    [{ verb: 'carry', subject: role('bede'), object: role('ann') }, 'Bede carries Ann'],
    [{ verb: 'have', subject: role('bede'), object: { noun: 'rifle', of: 'a' } }, 'Bede has a rifle'],
    [{ verb: 'cross', subject: role('raiders'), object: role('yard') }, 'the raiders cross the yard'],
    [{ verb: 'cross', subject: role('ann'), object: role('yard'), negated: true }, 'Ann does not cross the yard'],
    [{ verb: 'cross', subject: role('ann'), object: role('yard'), aspect: 'progressive' }, 'Ann is crossing the yard'],
    [{ verb: 'hit', subject: role('bede'), passive: true }, 'Bede is hit'],
  ])('%j is said as %s', (clause, words) => {
    expect(say(clause, 'now')).toBe(words);
  });
});

describe('verbs', () => {
  it.each([
    ['cross', 'crossed', 'crossed', 'crossing'],
    ['stop', 'stopped', 'stopped', 'stopping'],
    ['grab', 'grabbed', 'grabbed', 'grabbing'],
    ['wait', 'waited', 'waited', 'waiting'],
    ['open', 'opened', 'opened', 'opening'],
    ['visit', 'visited', 'visited', 'visiting'],
    ['target', 'targeted', 'targeted', 'targeting'],
    ['refer', 'referred', 'referred', 'referring'],
    ['travel', 'travelled', 'travelled', 'travelling'],
    ['carry', 'carried', 'carried', 'carrying'],
    ['obey', 'obeyed', 'obeyed', 'obeying'],
    ['panic', 'panicked', 'panicked', 'panicking'],
    ['fix', 'fixed', 'fixed', 'fixing'],
    ['tie', 'tied', 'tied', 'tying'],
    ['die', 'died', 'died', 'dying'],
    ['flee', 'fled', 'fled', 'fleeing'],
    ['free', 'freed', 'freed', 'freeing'],
    ['run', 'ran', 'run', 'running'],
    ['begin', 'began', 'begun', 'beginning'],
    ['lie', 'lay', 'lain', 'lying'],
    ['shoot', 'shot', 'shot', 'shooting'],
    ['hit', 'hit', 'hit', 'hitting'],
    ['bleed', 'bled', 'bled', 'bleeding'],
    ['equip', 'equipped', 'equipped', 'equipping'],
  ])('%s, %s, %s, %s', (base, past, participle, ing) => {
    expect(verbForms(base)).toEqual({ base, past, participle, ing, particle: '' });
  });
  it('bends the verb of a phrase and leaves its particle', () => {
    expect(verbForms('fall back')).toMatchObject({ past: 'fell', participle: 'fallen', particle: 'back' });
    expect(verbForms('take cover')).toMatchObject({ past: 'took', ing: 'taking', particle: 'cover' });
  });
  it('knows about two hundred irregular verbs, each with both forms', () => {
    expect(irregular.size).toBeGreaterThan(200);
    for (const [base, forms] of irregular) expect([base, ...forms].every((form) => /^[a-z]+$/.test(form))).toBe(true);
  });
});

describe('nouns and numbers', () => {
  it.each([
    ['raider', 'raiders'],
    ['box', 'boxes'],
    ['sentry', 'sentries'],
    ['loaf', 'loaves'],
    ['left arm', 'left arms'],
    ['strip of cloth', 'strips of cloth'],
    ['woman', 'women'],
    ['sheep', 'sheep'],
    ['day', 'days'],
  ])('%s, %s', (one, many) => {
    expect(plural(one)).toBe(many);
  });
  it.each(['raider', 'box', 'sentry', 'loaf', 'woman', 'house', 'church', 'horse'])(
    'singular undoes plural: %s',
    (noun) => {
      expect(singular(plural(noun))).toBe(noun);
    },
  );
  it.each([
    ['hour', 'an'],
    ['rifle', 'a'],
    ['axe', 'an'],
    ['one-eyed man', 'a'],
    ['used bandage', 'a'],
    ['uninjured man', 'an'],
    ['useful tool', 'a'],
    ['heir', 'an'],
    ['uniform', 'a'],
  ])('article of %s is %s', (noun, expected) => {
    expect(article(noun)).toBe(expected);
  });
  it('says counts as people do', () => {
    expect([0, 1, 7, 20, 40, 43, 99, 100, 130, 300, 1000, 1400].map(countWords)).toEqual([
      'no', 'one', 'seven', 'twenty', 'forty', 'forty-three', 'ninety-nine', 'a hundred', 'a hundred and thirty',
      'three hundred', 'a thousand', 'about a thousand',
    ]); // prettier-ignore
    expect([1, 2, 3].map(timesWords)).toEqual(['once', 'twice', 'three times']);
    expect([1, 12, 21, 30, 32, 101, 201].map(ordinalWords)).toEqual([
      'first',
      'twelfth',
      'twenty-first',
      'thirtieth',
      'thirty-second',
      'hundred and first',
      '201st',
    ]);
  });
  it('says amounts with their units', () => {
    expect(amountWords(40, 'kilo', 'seed grain')).toBe('forty kilos of seed grain');
    expect(amountWords(1, 'kg', 'salt')).toBe('a kilo of salt');
    expect(amountWords(0.5, 'litre', 'blood')).toBe('half a litre of blood');
    expect(amountWords(2.5, 'hour', '')).toBe('two and a half hours');
    expect(amountWords(0.1, 'kilo', 'salt')).toBe('less than a kilo of salt');
  });
  it('joins lists and marks possession', () => {
    expect([list([]), list(['A']), list(['A', 'B']), list(['A', 'B', 'C'])]).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
    ]);
    expect([possessive('Ness', false), possessive('the raiders', true), possessive('the men', true)]).toEqual([
      "Ness's",
      "the raiders'",
      "the men's",
    ]);
  });
});

describe('times', () => {
  it('has an exact clock that wraps at midnight', () => {
    expect([0, 8040, 86_399, 86_400, -60].map(clock)).toEqual(['00:00', '02:14', '23:59', '00:00', '23:59']);
  });
  it('says about what time it was', () => {
    const at = (h: number, m: number) => aboutTime(h * 3600 + m * 60).words;
    expect([at(2, 0), at(2, 5), at(1, 56), at(2, 15), at(23, 30), at(0, 30), at(23, 45), at(12, 0)]).toEqual([
      'two', 'shortly after two', 'shortly before two', 'a quarter past two', 'half past eleven', 'half past twelve',
      'a quarter to midnight', 'noon',
    ]); // prettier-ignore
  });
  it('says spans', () => {
    expect([60, 300, 1800, 7200, 2 * 86_400, 730 * 86_400].map(spanWords)).toEqual([
      'a minute', 'five minutes', 'half an hour', 'two hours', 'two days', 'two years',
    ]); // prettier-ignore
  });
});

describe('names', () => {
  it('puts "the" before common nouns alone', () => {
    expect(shownName({ name: 'toll house', kind: 'place' })).toBe('the toll house');
    expect(shownName({ name: 'Marrow Ferry', kind: 'place' })).toBe('Marrow Ferry');
    expect(shownName({ name: 'Old Barn', kind: 'place', definite: true })).toBe('the Old Barn');
    expect(inPlace({ name: 'landing', kind: 'place' })).toBe('on the landing');
    expect(inPlace({ name: 'gate', kind: 'place' })).toBe('at the gate');
    expect(inPlace({ name: 'hayloft', kind: 'place' })).toBe('in the hayloft');
  });
  it('cleans what a hostile file may hold', () => {
    expect(cleanText('\u001b[31mRed\u001b[0m\u0007')).toBe('Red');
    expect(cleanText('\u001b]0;title\u0007Ann')).toBe('Ann');
    expect(cleanText('\u009b2JAnn')).toBe('Ann');
    expect(cleanText('  An\u202en\u200b\n\tB ')).toBe('Ann B');
    expect([...cleanText('x'.repeat(500))].length).toBe(60);
    expect(shownName({ name: '\u0000 ...', kind: 'person' })).toBe('somebody');
    expect(cleanText(`a${'\u0301'.repeat(50)}`).length).toBe(3);
  });
});

describe('clauses', () => {
  const cross: Clause = { verb: 'cross', subject: role('ann'), object: role('yard') };
  it.each<[Clause, Form, string]>([
    [cross, 'past', 'Ann crossed the yard'],
    [cross, 'had', 'Ann had crossed the yard'],
    [{ ...cross, negated: true }, 'past', 'Ann did not cross the yard'],
    [{ ...cross, aspect: 'progressive' }, 'past', 'Ann was crossing the yard'],
    [{ ...cross, aspect: 'perfect', negated: true }, 'past', 'Ann had not crossed the yard'],
    [{ ...cross, certainty: 'likely' }, 'past', 'Ann seems to have crossed the yard'],
    [{ ...cross, certainty: 'guess', negated: true }, 'past', 'Ann may not have crossed the yard'],
    [
      { verb: 'be', subject: role('raiders'), complement: 'awake', negated: true },
      'past',
      'the raiders were not awake',
    ],
    [{ verb: 'be', subject: role('ann'), complement: 'awake', manner: 'still' }, 'past', 'Ann was still awake'],
    [
      {
        verb: 'hit',
        subject: role('bede'),
        passive: true,
        complements: [{ by: 'in', phrase: { noun: 'arm', of: 'the' } }],
      },
      'had',
      'Bede had been hit in the arm',
    ],
    [{ verb: 'hit', subject: role('bede'), passive: true, certainty: 'likely' }, 'past', 'Bede seems to have been hit'],
    [
      { verb: 'bind', subject: role('ann'), object: { role: 'ness', possessed: { noun: 'left arm' } } },
      'past',
      "Ann bound Ness's left arm",
    ],
    [
      { verb: 'bind', subject: role('ann'), object: { role: 'ann', possessed: { noun: 'left arm' } } },
      'past',
      'Ann bound her left arm',
    ],
    [{ verb: 'bandage', subject: role('ann'), object: role('ann') }, 'past', 'Ann bandaged herself'],
    [
      { verb: 'empty', subject: { all: [role('ann'), role('bede')] }, object: { noun: 'rifle', of: 'own' } },
      'past',
      'Ann and Bede emptied their rifles',
    ],
    [
      { verb: 'have', subject: role('ann'), object: { noun: 'round', of: 'no', count: 0 } },
      'past',
      'Ann had no rounds',
    ],
    [
      {
        verb: 'tell',
        subject: role('ann'),
        object: role('ness'),
        content: { verb: 'be', subject: role('raiders'), complements: [{ by: 'in', phrase: role('yard') }] },
      },
      'past',
      'Ann told Ness that the raiders were in the yard',
    ],
    [
      {
        verb: 'see',
        subject: role('ann'),
        content: { verb: 'climb', subject: role('bede'), aspect: 'progressive', object: { noun: 'wall', of: 'the' } },
      },
      'past',
      'Ann saw Bede climbing the wall',
    ],
    [
      {
        verb: 'go back',
        subject: role('ann'),
        purpose: { verb: 'fetch', subject: role('ann'), object: { noun: 'seed grain', count: 40, unit: 'kilo' } },
      },
      'past',
      'Ann went back to fetch forty kilos of seed grain',
    ],
    [
      {
        verb: 'fire',
        subject: role('bede'),
        manner: 'without hitting anyone',
        complements: [{ by: 'at', phrase: role('ness') }],
      },
      'past',
      'Bede fired at Ness without hitting anyone',
    ],
    [{ verb: 'hurt', subject: role('alex'), object: { noun: 'hand', of: 'own' } }, 'past', 'Alex hurt their hand'],
  ])('%#', (clause, form, expected) => {
    expect(say(clause, form)).toBe(expected);
  });
  it('says a count where there is no determiner, else only the plural', () => {
    const drop = (object: Clause['object']) =>
      say({ verb: 'drop', subject: role('ann'), ...(object === undefined ? {} : { object }) });
    expect(drop({ noun: 'sack', count: 2 })).toBe('Ann dropped two sacks');
    expect(drop({ noun: 'sack', count: 2, of: 'the' })).toBe('Ann dropped the sacks');
    expect(drop({ noun: 'sack', count: 2, of: 'none' })).toBe('Ann dropped sacks');
    expect(drop({ noun: 'sack', count: 2, of: 'own' })).toBe('Ann dropped her two sacks');
    expect(drop({ noun: 'shot', of: 'a' })).toBe('Ann dropped a shot');
  });
  it('begins an act before saying where, and puts a short name before the particle', () => {
    const fill: Clause = { verb: 'fill', subject: role('ann'), object: { noun: 'sack', of: 'a' } };
    const at = [{ by: 'in', phrase: role('yard') }];
    expect(say({ verb: 'begin', subject: role('ann'), purpose: fill, complements: at })).toBe(
      'Ann began to fill a sack in the yard',
    );
    expect(say({ verb: 'turn away', subject: role('ann'), object: role('bede') })).toBe('Ann turned Bede away');
    expect(say({ verb: 'make up', subject: role('ann'), object: { noun: 'mind', of: 'own' } })).toBe(
      'Ann made up her mind',
    );
  });
  it('says participles and infinitives without a subject', () => {
    expect(say(cross, 'having', false)).toBe('having crossed the yard');
    expect(say(cross, 'ing', false)).toBe('crossing the yard');
    expect(say({ ...cross, negated: true }, 'to', false)).toBe('not to cross the yard');
  });
  it('leaves out what nobody fills, and calls an unknown subject somebody', () => {
    const clause: Clause = {
      verb: 'hit',
      subject: { role: 'x' },
      object: { role: 'y' },
      complements: [{ by: 'by', phrase: { role: 'z' } }],
    };
    expect(say(clause)).toBe('somebody hit');
  });
  it('puts a pronoun before the particle', () => {
    const saying = { roles: rolesOf(cast), discourse: newDiscourse() };
    sayClause(cross, { ...saying, roles: rolesOf({ ann: bede, yard }) });
    expect(sayClause({ verb: 'pick up', subject: role('ness'), object: role('bede') }, saying)).toBe(
      'Ness picked him up',
    );
  });
  it('finishes a sentence once', () => {
    expect([finish('ann  went , then'), finish('was it you?')]).toEqual(['Ann went, then.', 'Was it you?']);
  });
});

describe('pronouns', () => {
  const after = (...mentioned: Entity[]) => {
    const discourse = newDiscourse();
    for (const one of mentioned) {
      discourse.named.set(`${one.kind}:${one.name}`, 0);
      mention([one], discourse);
    }
    nextSentence(discourse);
    return discourse;
  };
  it('stand for somebody whom nobody else could be taken for', () => {
    expect(pronounFor([ann], 'subject', after(ann, bede))).toBe('she');
    expect(pronounFor([bede], 'object', after(ann, bede))).toBe('him');
    expect(pronounFor([ann], 'subject', after(ann, ness))).toBeNull();
    expect(pronounFor([ann], 'subject', after(ann, alex))).toBeNull();
    expect(pronounFor([alex], 'subject', after(alex))).toBeNull();
    expect(pronounFor([ann], 'subject', after(bede))).toBeNull();
  });
  it('leave out the subject of the same clause, which would be `herself`', () => {
    expect(pronounFor([ness], 'object', after(ann, ness), [ann])).toBe('her');
  });
  it('do not pick one out of a list', () => {
    const discourse = newDiscourse();
    mention([ann, bede], discourse);
    nextSentence(discourse);
    expect(pronounFor([ann], 'subject', discourse)).toBeNull();
  });
  it('end after three sentences without the name', () => {
    const discourse = after(ann);
    for (let n = 0; n < 3; n++) {
      mention([ann], discourse);
      nextSentence(discourse);
    }
    expect(pronounFor([ann], 'subject', discourse)).toBeNull();
  });
});
