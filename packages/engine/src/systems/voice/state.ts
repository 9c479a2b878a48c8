import { predicate } from '../../kernel/beliefs.ts';
import { f32, i32, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';

export const KINDS_OF_WORDS = ['threat', 'vow', 'taunt', 'demand', 'rally'] as const;
export type KindOfWords = (typeof KINDS_OF_WORDS)[number];

/** What each person has shouted: when last; whether they have had their parting words, and their say beforehand; how often they rallied. */
export const outcry = table(
  'outcry',
  {
    lastAt: i32,
    parted: u8,
    challenged: u8,
    rallies: u8,
    /** 0..1: how much it takes them to let something be said about them. */
    pride: f32,
  },
  { along: person },
);

/** The claim that somebody shouted something; what, its event says. */
export const hasSaid = predicate('voice/said', person);
