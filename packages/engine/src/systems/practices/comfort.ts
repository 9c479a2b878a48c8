/** Comfort: somebody sees that another is in trouble, and goes to them. What is offered may be taken, or not, or half. */
import { purpose } from '../../kernel/chance.ts';
import { definePractice } from './practice.ts';
import { ABOUT, NOTHING, TARGET, a, bare, by, does, says, the } from './saying.ts';
import { seemsTo, troublesOf, worstOf } from './troubles.ts';

/** How heavily something has to seem to weigh on another to go to them for it, 0..1. [d] */
const GRAVE_ENOUGH = 0.3;
const P_SEEMS = purpose('comfort/seems');

export const comfort = definePractice({
  id: 'comfort',
  roles: ['comforter', 'troubled'],
  rests: 20,
  pause: [1, 3],
  occasions: [
    {
      of: 'troubled',
      finds: (world, who, seenBy) => {
        const seen = seemsTo(world, who, seenBy, P_SEEMS);
        if (seen === null || seen.seems < GRAVE_ENOUGH) return [];
        const { by: over, about, read } = seen.trouble;
        return [{ by: over, about, with: -1, seems: seen.seems, read }];
      },
    },
  ],
  moves: {
    approached: {
      by: 'comforter',
      opens: true,
      base: -1.7,
      weighs: {
        fright: 0.8,
        seems: 1.5,
        fond: 2.6,
        trusts: 0.5,
        warm: 0.9,
        averse: -2,
        grudge: -2,
        troubled: -0.4,
        otherLeads: -0.2,
        watched: -0.3,
      },
      next: ['asked', 'sat-by', 'reached-out'],
      says: ({ close }) => [
        does('go over', { complements: [by('to')] }),
        close ? does('come up', { complements: [by('beside')] }) : does('cross over', { complements: [by('to')] }),
      ],
    },
    'drew-aside': {
      by: 'comforter',
      opens: true,
      aside: true,
      base: -2.3,
      weighs: {
        fright: 0.6,
        seems: 1.2,
        fond: 2.4,
        trusts: 0.5,
        warm: 0.5,
        watched: 0.8,
        otherLeads: 0.5,
        averse: -2,
        grudge: -2,
        troubled: -0.3,
      },
      next: ['asked', 'sat-by', 'reached-out'],
      says: () => [
        does('take', { object: TARGET, complement: 'aside' }),
        does('draw', { object: TARGET, complement: 'away from the others' }),
      ],
    },
    asked: {
      by: 'comforter',
      base: 1.2,
      weighs: { seems: 0.6, fond: 0.3, pressed: -0.5 },
      next: ['deflected', 'refused', 'disclosed'],
      says: ({ close, about }) =>
        close
          ? [
              says('You have hardly said a word', 'say'),
              says(about === undefined ? 'Tell me what it is' : 'Where are you? You are not here', 'say'),
              does('ask', { object: TARGET, complement: 'what it was' }),
            ]
          : [
              does('ask', { object: TARGET, complement: 'whether anything was the matter' }),
              says('Is there anything I can do?', 'ask', null),
              says('You look done in', 'say'),
            ],
    },
    'sat-by': {
      by: 'comforter',
      base: 0.4,
      weighs: { dark: 0.6, used: 1, fond: 0.4, weary: 0.3, otherLeads: 0.3 },
      next: ['moved-off', 'bore-it', 'disclosed'],
      brings: { to: 0.2, by: 0.4 },
      says: () => [
        does('sit down', { complements: [by('beside')], manner: ', asking nothing' }),
        does('settle', { complements: [by('beside')], manner: ', without a word' }),
      ],
    },
    deflected: {
      by: 'troubled',
      base: 0.9,
      weighs: { guarded: 1.1, leadsBefore: 0.6, watched: 0.6, trusts: -0.9, used: -0.6 },
      next: ['asked-again', 'reached-out', 'let-be'],
      brings: { to: 0.12, by: 0.6 },
      says: ({ curt, close }) =>
        curt
          ? [
              says('I am only tired', 'answer', null),
              says('There is work to see to', 'say', null),
              says('It is nothing', 'answer', null),
            ]
          : [
              says('I shall be all right', 'say', null),
              says(close ? 'Not now, I am well enough' : 'It is kind of you, it is nothing', 'say', null),
              does('tell', { object: TARGET, complement: 'that it was nothing' }),
            ],
    },
    'asked-again': {
      by: 'comforter',
      base: 0.2,
      weighs: { seems: 0.9, fond: 1, trusts: 0.3, otherLeads: -0.3, pressed: -1, warm: 0.3 },
      next: ['refused', 'disclosed', 'half-accepted'],
      says: ({ close }) =>
        close
          ? [
              says('I know you better than that', 'say', null),
              says('You need not carry that by yourself', 'say', null),
              says('That is what you said last time', 'say', null),
            ]
          : [does('ask', { object: TARGET, complement: 'once more' }), says('You can tell me', 'say', null)],
    },
    'reached-out': {
      by: 'comforter',
      base: 0,
      weighs: { fond: 1.4, seems: 0.5, warm: 0.7, used: 0.7, watched: -0.5, otherLeads: -0.4, come: 0.6 },
      next: ['shrank-back', 'half-accepted', 'accepted'],
      says: ({ close }) =>
        close
          ? [
              does('put', { object: a('arm'), complements: [by('about')] }),
              does('reach', { complements: [by('for', { role: 'target', possessed: bare('hand') })] }),
            ]
          : [
              does('lay', {
                object: a('hand'),
                complements: [by('on', { role: 'target', possessed: bare('shoulder') })],
              }),
            ],
    },
    'shrank-back': {
      by: 'troubled',
      base: 0.4,
      weighs: {
        haunted: 0.4,
        guarded: 0.9,
        leadsBefore: 0.7,
        averse: 1.5,
        grudge: 1.5,
        fright: 0.5,
        trusts: -1,
        fond: -0.5,
        used: -0.7,
      },
      next: ['let-be', 'stayed'],
      brings: { to: 0.03, by: 0.85 },
      says: ({ curt }) => [
        curt ? does('step back', { complements: [by('from')] }) : does('draw back', { complements: [by('from')] }),
        does('shake', { object: the('hand'), complement: 'off' }),
      ],
    },
    refused: {
      by: 'troubled',
      base: 0.1,
      weighs: {
        guarded: 0.6,
        averse: 1.5,
        grudge: 1.5,
        watched: 0.7,
        leadsBefore: 0.4,
        fright: 0.5,
        pressed: 0.8,
        trusts: -1,
        fond: -0.5,
        used: -0.6,
      },
      next: ['let-be', 'stayed'],
      brings: { to: 0, by: 0.9 },
      holds: [{ who: 'target', of: 'actor', what: 'affection', by: -0.02 }],
      says: ({ curt }) =>
        curt
          ? [
              says('See to somebody who needs it', 'say', null),
              says('Leave it', 'say', null),
              does('turn', { complements: [by('from')], manner: ', without an answer' }),
            ]
          : [
              does('ask', { object: TARGET, purpose: does('let', { object: bare('things'), complement: 'be' }) }),
              says('I would sooner be by myself', 'say', null),
            ],
    },
    'moved-off': {
      by: 'troubled',
      base: 0.2,
      weighs: { guarded: 0.6, averse: 1.5, grudge: 1.5, watched: 0.4, leadsBefore: 0.4, trusts: -0.5, used: -0.6 },
      brings: { to: 0, by: 0.9 },
      says: () => [
        does('get up', { complement: 'and went to stand elsewhere' }),
        does('find', { object: bare('something to see to'), complement: 'at the other end' }),
      ],
    },
    'bore-it': {
      by: 'troubled',
      base: 1,
      weighs: { trusts: 0.4, weary: 0.3, guarded: 0.2 },
      next: ['asked', 'reached-out', 'stayed', 'let-be'],
      brings: { to: 0.4, by: 0.6 },
      says: () => [
        does('make', { object: bare('room'), complements: [by('for')] }),
        does('let', { object: TARGET, complement: 'sit there' }),
      ],
    },
    disclosed: {
      by: 'troubled',
      base: 0,
      weighs: {
        haunted: 0.3,
        trusts: 1.1,
        fond: 0.7,
        troubled: 0.5,
        used: 0.9,
        dark: 0.3,
        guarded: -0.9,
        watched: -0.9,
        leadsBefore: -0.4,
        fright: -0.4,
      },
      next: ['answered', 'reached-out', 'stayed', 'let-be'],
      brings: { to: 0.75, by: 0.65 },
      discloses: (world, self) => {
        const worst = worstOf(troublesOf(world, self));
        return { by: worst?.by ?? 0, about: worst?.about ?? -1 };
      },
      weight: 'beat',
      holds: [{ who: 'target', of: 'actor', what: 'affection', by: 0.04 }],
      says: ({ about, curt }) =>
        about === undefined
          ? [
              does('tell', { object: TARGET, complement: 'what came at night, when the lamp was out' }),
              says(curt ? 'I hear them coming, every night' : 'I keep waiting for it to begin again', 'say', null),
            ]
          : [
              does('speak', { complements: [by('to'), by('of', ABOUT)] }),
              does('say', { object: { role: 'about', possessed: bare('name') }, manner: 'at last' }),
            ],
    },
    answered: {
      by: 'comforter',
      base: 0.6,
      weighs: { trusts: 0.3, fond: 0.3, troubled: -0.3, warm: 0.2 },
      next: ['fell-silent', 'half-accepted', 'accepted'],
      says: ({ close, curt }) =>
        close
          ? [
              says('Then there are two of us who know it', 'say', null),
              says('I am not going anywhere', 'say', null),
              says('We will look at it together when it comes', 'say', null),
            ]
          : curt
            ? [says('Nobody here would think the less of you', 'say', null)]
            : [says('I am glad you told me', 'say', null), says('It was not your doing', 'say', null)],
    },
    'fell-silent': {
      by: 'troubled',
      base: 0.5,
      weighs: { guarded: 0.6, watched: 0.4, leadsBefore: 0.3, trusts: -0.3 },
      next: ['stayed', 'let-be'],
      brings: { to: 0.35, by: 0.3 },
      says: () => [
        does('say', { object: NOTHING, manner: 'to that' }),
        does('look', { complements: [by('past'), by('into', the('dark'))] }),
      ],
    },
    'half-accepted': {
      by: 'troubled',
      base: 0.9,
      weighs: { trusts: 0.7, fond: 0.3, guarded: 0.3 },
      next: ['stayed', 'let-be'],
      brings: { to: 0.52, by: 0.85 },
      says: () => [
        does('lean', { complements: [by('towards')], manner: ', for a breath or two' }),
        does('let', { object: the('hand'), complement: 'lie where it was' }),
        does('let', { object: TARGET, complement: 'hold on for a moment, and then stood away' }),
      ],
    },
    accepted: {
      by: 'troubled',
      base: 0,
      weighs: {
        trusts: 1.3,
        fond: 0.9,
        troubled: 0.4,
        used: 1.1,
        dark: 0.3,
        come: 0.5,
        guarded: -0.8,
        watched: -0.9,
        leadsBefore: -0.5,
        fright: -0.4,
      },
      next: ['stayed', 'let-be'],
      brings: { to: 1, by: 0.95 },
      feels: [{ who: 'actor', feels: 'gratitude', by: 0.4, towards: 'target' }],
      holds: [{ who: 'actor', of: 'target', what: 'affection', by: 0.08 }],
      says: ({ close }) => [
        does('lean', { complements: [by('against')] }),
        close
          ? does('hold on', { complements: [by('to')] })
          : does('weep', { complements: [by('on', { role: 'target', possessed: bare('shoulder') })] }),
      ],
    },
    'let-be': {
      by: 'comforter',
      base: 0.7,
      weighs: { pressed: 0.8, otherLeads: 0.4, fond: -0.2, warm: 0.1 },
      holds: [{ who: 'target', of: 'actor', what: 'integrity', by: 0.04 }],
      says: () => [does('ask', { object: bare('no more') }), does('leave', { object: TARGET, complement: 'be' })],
    },
    stayed: {
      by: 'comforter',
      base: 0.2,
      weighs: { fond: 1.2, dark: 0.4, come: 0.7, warm: 0.4, weary: -0.2 },
      brings: { to: 0.7, by: 0.1 },
      feels: [{ who: 'target', feels: 'gratitude', by: 0.3, towards: 'actor' }],
      holds: [
        { who: 'target', of: 'actor', what: 'goodwill', by: 0.06 },
        { who: 'target', of: 'actor', what: 'affection', by: 0.04 },
      ],
      says: () => [
        does('stay', { complements: [by('by')], manner: ', saying little' }),
        does('stay', { complements: [by('with')], manner: 'until the fire was low' }),
      ],
    },
  },
  ends: {
    notable: ({ degree, told, cut, about }) =>
      !cut && (degree >= 0.75 || (told && degree >= 0.6) || (about !== undefined && (degree >= 0.3 || degree <= 0.08))),
    feels: [
      { who: 'target', feels: 'hope', by: 0.3, least: 0.6 },
      { who: 'target', feels: 'relief', by: 0.25, least: 0.4 },
      { who: 'actor', feels: 'pride', by: 0.1, least: 0.6 },
    ],
    holds: [
      { who: 'target', of: 'actor', what: 'goodwill', by: 0.1, least: 0.6 },
      { who: 'target', of: 'actor', what: 'familiarity', by: 0.1, least: 0.3 },
      { who: 'actor', of: 'target', what: 'familiarity', by: 0.1, least: 0.3 },
    ],
    eases: [
      { who: 'target', by: 0.12, least: 0.6 },
      { who: 'target', by: 0.05, least: 0.35, most: 0.6 },
    ],
    says: ({ degree, told, cut, about }) => {
      if (cut) return [does('be', { complement: 'called away', complements: [by('from')] })];
      if (degree >= 0.7) {
        return told && about !== undefined
          ? [does('hear', { object: TARGET, complement: 'out', complements: [by('about', ABOUT)] })]
          : [does('sit up', { complements: [by('with')] }), does('comfort', { object: TARGET })];
      }
      if (degree >= 0.35) {
        const some = does('be', { complement: 'some comfort', complements: [by('to')] });
        return told ? [some] : [some, does('get', { object: bare('half an answer'), complements: [by('out of')] })];
      }
      if (degree <= 0.08)
        return [
          does('go', { complements: [by('to')], manner: ', and was sent away' }),
          does('get', { complement: 'nowhere', complements: [by('with')] }),
        ];
      return [
        does('get', { complement: 'nowhere', complements: [by('with')] }),
        does('offer', { object: TARGET, complement: 'a comfort that was not wanted' }),
      ];
    },
  },
});
