import { ENGAGEMENT, bubble, bubbleOf, group, person, rowsOf, state } from '@anchorhold/engine';
import type { Considered, Deliberation, Score, Statement, World } from '@anchorhold/engine';
import { entitiesIn } from '../said.ts';
import { sayClause } from '../english/clause.ts';
import type { Form } from '../english/clause.ts';
import { mention, newDiscourse, nextSentence } from '../english/discourse.ts';
import { identity, shownName } from '../english/names.ts';
import type { Roles } from '../english/phrase.ts';
import type { Entity } from '../told.ts';
import type { Weight } from '../words.ts';
import { chanceWords, farness, partWords, ratioWords, shareOf } from './score.ts';

/** Something that somebody could have done, in words. */
export interface WeighedOption {
  /** What sort of act it is, such as `shooting/fire-at`. */
  readonly id: string;
  /** `to fire at Jace in the courtyard`. */
  readonly option: string;
  /** The condition that kept it from them, such as `she knew of no enemy in view`; null where none did. */
  readonly failed: string | null;
  /**
   * 0..1: how likely it was where luck decided, or what part there was of what it takes. Null where conditions alone decide.
   */
  readonly score: number | null;
  readonly chosen: boolean;
  /** Why it was not chosen, or how likely it was that it would be, in words; null where nothing but the choice can be said. */
  readonly why: string | null;
  /** What made it dear or cheap, each as a clause. */
  readonly speaks: readonly string[];
  /** The numbers behind the score. */
  readonly weighed: Score | null;
}

/** A question that somebody settled for themselves, with the chosen option first and then the others, the nearest first. */
export interface WeighedChoice {
  /** Such as `will/give-up`. */
  readonly id: string;
  /** `whether to give up the fight`. */
  readonly about: string;
  /** How much attention it asks for. */
  readonly weight: Weight;
  /** Seconds after d1 00:00. */
  readonly time: number;
  readonly options: readonly WeighedOption[];
}

/**
 * What somebody considered and rejected: deliberations that `overhear` gave, put into words; the latest first. The world has
 * to be the one that they were overheard in, at any later moment.
 */
export function whyNot(world: World, heard: readonly Deliberation[]): WeighedChoice[] {
  const speaker = speakerIn(world);
  return heard
    .map((each) => {
      const say = speaker(each.who);
      const about = say({ clause: each.matter.clause, roles: each.roles }, 'to');
      const chosen = each.considered.find((option) => option.chosen) ?? null;
      const options = each.considered.map((option) => wordsOf(option, chosen, say, pronounOf(say)));
      return {
        id: each.matter.id,
        about: `${each.matter.ask} ${about}`,
        weight: each.matter.weight,
        time: each.time,
        options: ranked(options),
      };
    })
    .reverse();
}

type Say = ((statement: Statement, form: Form) => string) & { readonly actor: Entity };

/** A function that says statements of one person, who is in the reader's mind already. */
function speakerIn(world: World): (who: number) => Say {
  const entity = entitiesIn(world);
  return (who) => {
    const actor = entity(person, who);
    const say = ({ clause, roles }: Statement, form: Form): string => {
      const entities: Roles = Object.fromEntries(
        Object.entries(roles).map(([role, standing]) => [
          role,
          rowsOf(standing).map((row) => entity(standing[0], row)),
        ]),
      );
      const discourse = newDiscourse();
      discourse.named.set(identity(actor), discourse.sentence);
      mention([actor], discourse);
      nextSentence(discourse);
      const words = sayClause(clause, { roles: entities, discourse }, { form, subject: form === 'past' });
      // What is said aloud stands right behind a comma.
      return words.replace(/ ,/g, ',');
    };
    return Object.assign(say, { actor });
  };
}

const OBJECT = { he: 'him', she: 'her', they: 'them' } as const;
const pronounOf = ({ actor }: Say): string => OBJECT[actor.gender ?? 'they'];

function wordsOf(considered: Considered, chosen: Considered | null, say: Say, them: string): WeighedOption {
  const { id, option, failed, score, speaks = [] } = considered;
  const failedWords = failed === null ? null : say(failed, 'past');
  const said = speaks.map((each) => say(each, 'past'));
  const how = howItFared(considered, chosen, failedWords, them);
  return {
    id,
    option: say(option, 'to'),
    failed: failedWords,
    score: shareOf(score),
    chosen: considered.chosen,
    why: how,
    speaks: said,
    weighed: score,
  };
}

function howItFared(
  { score, chosen }: Considered,
  best: Considered | null,
  failed: string | null,
  them: string,
): string | null {
  if (failed !== null) {
    if (score?.by !== 'measure' || score.reached <= 0) return failed;
    return `${failed}, ${partWords(score.reached / score.needed)}`;
  }
  if (score === null) return null;
  if (score.by === 'measure') return null;
  if (score.by === 'chance') {
    return chosen
      ? `the chance of it was ${chanceWords(score.chance)}`
      : `the chance of it was ${chanceWords(score.chance)}, and it did not come to that`;
  }
  if (chosen) return `the chance of it was ${chanceWords(score.share)}`;
  if (best?.score?.by !== 'race') return null;
  const ratio = score.weight / best.score.weight;
  return `it drew ${them} ${ratioWords(ratio)}${ratio >= 0.87 ? ', and luck was against it' : ''}`;
}

/** The chosen one first; then those that were open, the nearest first; then those from which something kept them. */
function ranked(options: readonly WeighedOption[]): WeighedOption[] {
  const rank = ({ chosen, failed, weighed }: WeighedOption): number =>
    chosen ? 0 : failed === null ? 1 : weighed !== null ? 2 : 3;
  const far = ({ weighed }: WeighedOption): number => (weighed === null ? Infinity : farness(weighed));
  return options
    .map((option, index) => ({ option, index }))
    .sort((a, b) => rank(a.option) - rank(b.option) || compare(far(a.option), far(b.option)) || a.index - b.index)
    .map(({ option }) => option);
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Why somebody decides nothing at the moment to which a world has come; null where they can. In words after their name: `was dead`. */
export function whyIdle(world: World, who: number): string | null {
  const bodies = world.of(state.body);
  if (bodies.alive.raw[who] === 0) return 'was dead';
  if (world.of(state.position).gone.raw[who] === 1) return 'had got away';
  if (bodies.down.raw[who] === 1) return 'was down, and past deciding anything';
  if (world.of(state.captive).state.raw[who] !== 0) {
    const keeper = (world.of(state.captive).keeper.raw[who] ?? 0) - 1;
    return keeper < 0 ? 'had given up, and stood with empty hands' : `was a prisoner of ${sayName(world, keeper)}`;
  }
  if (bodies.awake.raw[who] === 0) return 'was asleep';
  const within = bubbleOf(world, who);
  const fights = within >= 0 && world.of(bubble).grain.raw[within] === ENGAGEMENT;
  return fights ? null : 'was in no fight, and what people weigh is known of fights alone';
}

function sayName(world: World, who: number): string {
  return `${shownName(entitiesIn(world)(person, who))} of ${shownName(entitiesIn(world)(group, world.of(state.member).group.raw[who] ?? 0))}`;
}
