import type { Told } from '../src/told.ts';
import { add, fire, go, hit, role, see, tell, the, told } from './night-cast.fixture.ts';

/** A raid on a farm, made by hand: what a voice is given, with reasons, repetitions, guesses and an old wrong. */

add({
  at: -63_000_000,
  kind: 'past/cast-out',
  weight: 'turn',
  roles: { actor: 'maud', target: 'garrick' },
  ref: 'cast out',
  clause: { verb: 'turn out', object: role('target'), manner: 'in the middle of winter' },
});
add({
  at: 0,
  kind: 'raid/came',
  weight: 'turn',
  roles: { actor: 'garrick' },
  where: 'lane',
  ref: 'came',
  why: ['cast out'],
  clause: {
    verb: 'come back',
    complements: [{ by: 'with', phrase: { noun: 'rifle', count: 5 } }],
    purpose: { verb: 'take', subject: role('actor'), object: { noun: 'seed grain', of: 'the' } },
  },
});
add({
  at: 60,
  kind: 'rest/slept',
  weight: 'detail',
  roles: { actor: 'joss' },
  where: 'kitchen',
  clause: { verb: 'sleep', complements: [{ by: 'in', phrase: the('kitchen') }] },
});
go(240, 'wicks', 'orchard', { clause: { verb: 'creep', complements: [{ by: 'through', phrase: role('to') }] } });
go(252, 'lorne', 'orchard', { clause: { verb: 'creep', complements: [{ by: 'through', phrase: role('to') }] } });
add({
  at: 300,
  kind: 'perception/heard',
  weight: 'beat',
  roles: { actor: 'bram' },
  where: 'loft',
  ref: 'heard',
  clause: { verb: 'hear', object: { noun: 'twig' }, complement: 'snap' },
});
add({
  at: 318,
  kind: 'perception/guessed',
  weight: 'beat',
  roles: { actor: 'bram' },
  where: 'loft',
  ref: 'fox',
  why: ['heard'],
  clause: { verb: 'take', object: { noun: 'it', of: 'none' }, complements: [{ by: 'for', phrase: { noun: 'fox' } }] },
});
go(400, 'wicks', 'yard', {
  ref: 'wicks yard',
  clause: {
    verb: 'climb',
    complements: [
      { by: 'over', phrase: the('wall') },
      { by: 'into', phrase: role('to') },
    ],
  },
});
see(
  409,
  'bram',
  'wicks',
  'loft',
  { ref: 'bram saw', why: [{ ref: 'wicks yard', as: 'enabled' }] },
  { verb: 'cross', object: the('yard') },
);
add({
  at: 412,
  kind: 'orders/alarm',
  weight: 'turn',
  roles: { actor: 'bram' },
  where: 'loft',
  ref: 'alarm',
  why: ['bram saw'],
  clause: { verb: 'ring', object: the('bell') },
});
add({
  at: 415,
  kind: 'rest/woke',
  weight: 'beat',
  roles: { actor: 'maud' },
  where: 'kitchen',
  why: ['alarm'],
  ref: 'maud woke',
  clause: { verb: 'wake' },
});
add({
  at: 416,
  kind: 'rest/woke',
  weight: 'beat',
  roles: { actor: 'joss' },
  where: 'kitchen',
  why: ['alarm'],
  clause: { verb: 'wake' },
});
add({
  at: 418,
  kind: 'rest/woke',
  weight: 'beat',
  roles: { actor: 'edda' },
  where: 'kitchen',
  why: ['alarm'],
  clause: { verb: 'wake' },
});
fire(421, 'wicks', 'bram', 'yard', { why: ['alarm'] });
fire(428, 'wicks', 'bram', 'yard');
fire(436, 'wicks', 'bram', 'yard');
add({
  at: 430,
  kind: 'cover/took',
  weight: 'detail',
  roles: { actor: 'bram' },
  where: 'loft',
  clause: { verb: 'lie', manner: 'flat', complements: [{ by: 'in', phrase: the('straw') }] },
});
add({
  at: 440,
  kind: 'orders/gave',
  weight: 'beat',
  roles: { actor: 'maud', target: 'edda' },
  where: 'kitchen',
  ref: 'ordered',
  why: ['alarm'],
  clause: {
    verb: 'tell',
    object: role('target'),
    purpose: {
      verb: 'get',
      subject: role('target'),
      object: the('boy'),
      complements: [{ by: 'into', phrase: the('root cellar') }],
    },
  },
});
go(455, 'maud', 'yard', {
  clause: { verb: 'go out', complements: [{ by: 'into', phrase: role('to') }], manner: 'with the lamp unlit' },
});
add({
  at: 470,
  kind: 'cover/took',
  weight: 'beat',
  roles: { actor: 'maud' },
  where: 'yard',
  clause: { verb: 'take cover', complements: [{ by: 'behind', phrase: the('cart') }] },
});
go(462, 'edda', 'kitchen', {
  why: ['ordered'],
  clause: { verb: 'carry', object: the('boy'), complements: [{ by: 'down', phrase: the('cellar steps') }] },
});
see(
  490,
  'maud',
  'garrick',
  'yard',
  { ref: 'maud saw' },
  { verb: 'stand', complements: [{ by: 'at', phrase: the('gate') }] },
);
add({
  at: 493,
  kind: 'beliefs/knew',
  weight: 'turn',
  roles: { actor: 'maud', target: 'garrick' },
  where: 'yard',
  why: ['maud saw', 'cast out'],
  ref: 'knew him',
  clause: { verb: 'know', object: role('target'), complements: [{ by: 'by', phrase: { noun: 'walk', of: 'the' } }] },
});
add({
  at: 498,
  kind: 'orders/held',
  weight: 'beat',
  roles: { actor: 'maud' },
  where: 'yard',
  why: ['knew him'],
  clause: { verb: 'fire', negated: true },
});
fire(510, 'garrick', 'maud', 'gate');
fire(517, 'garrick', 'maud', 'gate');
fire(523, 'garrick', 'maud', 'gate');
fire(533, 'garrick', 'maud', 'gate');
hit(536, 'garrick', 'maud', 'left arm', 'yard', { ref: 'maud hit' });
see(
  541,
  'joss',
  'maud',
  'kitchen',
  { ref: 'joss saw', why: ['maud hit'] },
  { verb: 'fall', complements: [{ by: 'against', phrase: the('wheel') }] },
);
go(548, 'joss', 'yard', {
  why: ['joss saw'],
  ref: 'joss ran',
  clause: { verb: 'run out', complements: [{ by: 'into', phrase: role('to') }] },
});
add({
  at: 560,
  kind: 'aid/dragged',
  weight: 'beat',
  roles: { actor: 'joss', target: 'maud' },
  where: 'yard',
  clause: { verb: 'drag', object: role('target'), complements: [{ by: 'to', phrase: the('kitchen door') }] },
});
add({
  at: 590,
  kind: 'aid/bound',
  weight: 'beat',
  roles: { actor: 'joss', target: 'maud' },
  where: 'kitchen',
  ref: 'bound',
  clause: {
    verb: 'bind',
    object: { role: 'target', possessed: { noun: 'arm' } },
    complements: [
      { by: 'with', phrase: { noun: 'strip', count: 2 } },
      { by: 'of', phrase: { noun: 'sheet', of: 'the' } },
    ],
  },
});
fire(566, 'bram', 'wicks', 'loft', { why: ['bram saw'] });
fire(575, 'bram', 'wicks', 'loft');
hit(580, 'bram', 'wicks', 'thigh', 'yard', { ref: 'wicks hit' });
add({
  at: 584,
  kind: 'wounds/fell',
  weight: 'beat',
  roles: { actor: 'wicks' },
  where: 'yard',
  why: ['wicks hit'],
  clause: { verb: 'drop', object: { noun: 'rifle', of: 'own' } },
});
add({
  at: 610,
  kind: 'speech/called',
  weight: 'beat',
  roles: { actor: 'wicks', target: 'lorne' },
  where: 'yard',
  why: ['wicks hit'],
  ref: 'called',
  clause: {
    verb: 'call',
    complements: [{ by: 'to', phrase: role('target') }],
    purpose: { verb: 'leave', subject: role('target'), object: role('actor') },
  },
});
add({
  at: 625,
  kind: 'will/refused',
  weight: 'turn',
  roles: { actor: 'lorne', target: 'wicks' },
  where: 'orchard',
  ref: 'would not',
  why: ['called'],
  clause: { verb: 'leave', object: role('target'), negated: true },
});
go(640, 'lorne', 'yard', {
  why: ['called'],
  clause: { verb: 'come out', complements: [{ by: 'of', phrase: the('orchard') }] },
});
add({
  at: 655,
  kind: 'aid/dragged',
  weight: 'beat',
  roles: { actor: 'lorne', target: 'wicks' },
  where: 'yard',
  clause: { verb: 'drag', object: role('target'), complements: [{ by: 'under', phrase: the('trough') }] },
});
go(700, 'garrick', 'barn', {
  ref: 'in barn',
  clause: { verb: 'break', complements: [{ by: 'into', phrase: role('to') }] },
});
add({
  at: 730,
  kind: 'stores/found',
  weight: 'beat',
  roles: { actor: 'garrick' },
  where: 'barn',
  ref: 'found',
  clause: {
    verb: 'find',
    object: { noun: 'seed grain', count: 40, unit: 'kilo' },
    complements: [{ by: 'under', phrase: { noun: 'sacking', of: 'none' } }],
  },
});
add({
  at: 742,
  kind: 'perception/heard',
  weight: 'detail',
  roles: { actor: 'pell' },
  where: 'kitchen',
  ref: 'pell heard',
  clause: { verb: 'hear', content: { verb: 'give', subject: the('barn door'), aspect: 'perfect' } },
});
tell(
  760,
  'pell',
  'edda',
  { verb: 'be', subject: role('raiders'), complements: [{ by: 'in', phrase: the('barn') }] },
  'kitchen',
  { ref: 'pell told', why: ['pell heard'] },
);
go(790, 'edda', 'barn', {
  why: ['pell told'],
  clause: {
    verb: 'go',
    complements: [
      { by: 'round', phrase: the('back') },
      { by: 'to', phrase: role('to') },
    ],
  },
});
add({
  at: 815,
  kind: 'contingency/fire',
  weight: 'turn',
  roles: { actor: 'edda' },
  where: 'barn',
  ref: 'lit',
  why: [
    { ref: 'pell told', group: 1 },
    { ref: 'in barn', group: 1 },
  ],
  clause: { verb: 'set', object: { noun: 'fire', of: 'none' }, complements: [{ by: 'to', phrase: the('thatch') }] },
});
add({
  at: 835,
  kind: 'perception/smelled',
  weight: 'beat',
  roles: { actor: 'garrick' },
  where: 'barn',
  ref: 'smelled',
  why: ['lit'],
  clause: { verb: 'smell', object: { noun: 'smoke', of: 'the' } },
});
add({
  at: 842,
  kind: 'stores/dropped',
  weight: 'turn',
  roles: { actor: 'garrick' },
  where: 'barn',
  why: [{ ref: 'smelled', as: 'interrupted' }],
  ref: 'let go',
  clause: { verb: 'let go', complements: [{ by: 'of', phrase: { noun: 'sack', of: 'the', count: 2 } }] },
});
see(870, 'lorne', 'barn', 'yard', { ref: 'saw fire' }, { verb: 'burn' });
add({
  at: 880,
  kind: 'will/broke',
  weight: 'turn',
  roles: { actor: 'raiders' },
  where: 'yard',
  ref: 'broke',
  why: [
    { ref: 'wicks hit', group: 1 },
    { ref: 'lit', group: 1 },
  ],
  clause: {
    verb: 'have',
    object: { noun: 'heart', of: 'no' },
    complements: [{ by: 'for', phrase: { noun: 'more', of: 'none' } }],
  },
});
add({
  at: 900,
  kind: 'orders/withdraw',
  weight: 'turn',
  roles: { actor: 'garrick', target: 'raiders' },
  where: 'yard',
  ref: 'withdraw',
  why: ['broke'],
  clause: { verb: 'call off', object: role('target') },
});
go(925, 'lorne', 'lane', {
  why: ['withdraw'],
  clause: { verb: 'fall back', complements: [{ by: 'to', phrase: role('to') }] },
});
go(931, 'garrick', 'lane', {
  why: ['withdraw'],
  clause: { verb: 'fall back', complements: [{ by: 'to', phrase: role('to') }] },
});
fire(945, 'bram', 'garrick', 'loft');
fire(953, 'bram', 'garrick', 'loft');
fire(960, 'bram', 'garrick', 'loft');
fire(975, 'bram', 'garrick', 'loft');
add({
  at: 1000,
  kind: 'ammo/out',
  weight: 'beat',
  roles: { actor: 'bram' },
  where: 'loft',
  clause: { verb: 'have', object: { noun: 'round', count: 1 }, complement: 'left' },
});
add({
  at: 1205,
  kind: 'wounds/died',
  weight: 'turn',
  roles: { actor: 'wicks' },
  where: 'yard',
  why: ['wicks hit'],
  clause: { verb: 'bleed to death', complements: [{ by: 'under', phrase: the('trough') }] },
});
add({
  at: 2400,
  kind: 'fire/out',
  weight: 'beat',
  roles: { actor: 'joss', other: 'edda' },
  where: 'barn',
  why: [{ ref: 'lit', as: 'reason' }],
  clause: {
    verb: 'beat out',
    subject: { all: [role('actor'), role('other')] },
    object: { noun: 'last', of: 'the' },
    complements: [{ by: 'of', phrase: the('fire') }],
  },
});
add({
  at: 2460,
  kind: 'stores/counted',
  weight: 'turn',
  roles: { actor: 'edda' },
  where: 'barn',
  clause: { verb: 'count', object: { noun: 'seed grain', count: 34, unit: 'kilo' }, manner: 'by candlelight' },
});
add({
  at: 2700,
  kind: 'raid/where',
  weight: 'beat',
  roles: { actor: 'garrick' },
  where: 'lane',
  clause: {
    verb: 'go',
    complements: [{ by: 'toward', phrase: { noun: 'Ash Cross', of: 'none' } }],
    certainty: 'likely',
  },
});
add({
  at: 2760,
  kind: 'speech/asked',
  weight: 'turn',
  roles: { actor: 'pell', target: 'maud' },
  where: 'kitchen',
  clause: {
    verb: 'ask',
    object: role('target'),
    content: { verb: 'know', subject: role('target'), object: { noun: 'man', of: 'the' } },
  },
});
add({
  at: 2765,
  kind: 'speech/silent',
  weight: 'turn',
  roles: { actor: 'maud', target: 'pell' },
  where: 'kitchen',
  clause: { verb: 'answer', object: role('target'), negated: true },
});

/** Ordered as they happened; time 0 is 01:40 of the first night. */
export const night: readonly Told[] = told;
export const nightBegin = 6000;
