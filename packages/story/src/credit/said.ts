import { readEvent } from '@anchorhold/engine';
import type { EventRecord } from '@anchorhold/engine';
import type { Lived } from '../forks/lived.ts';
import { list } from '../english/nouns.ts';
import { countWords } from '../english/numbers.ts';
import { clock, dayOf } from '../english/times.ts';
import { eventSayer } from '../said.ts';
import type { Act } from './acts.ts';
import type { ActGroup, Credit, CreditedAct } from './credit.ts';

/** A group that is found in fewer of the lucks than this is left unsaid, and so is any beyond so many. */
const SAID_FROM = 0.25;
const MOST_SAID = 3;

/** An act in words. */
export interface SaidAct {
  /** Its place in `credit.acts`. */
  readonly act: number;
  /** When it began, in seconds after d1 00:00. */
  readonly time: number;
  /** Who did what, as a sentence. */
  readonly what: string;
  /** How much it mattered, as a sentence. */
  readonly how: string;
}

/** An answer in sentences; how they are laid out is left to whoever shows them. */
export interface CreditSaid {
  /** What the outcome was. */
  readonly was: string;
  /** The acts, the largest share first. */
  readonly acts: readonly SaidAct[];
  /** Which acts count only together, and which stand in for each other; acts are called by their number in `acts`, from 1. */
  readonly between: readonly string[];
  readonly whole: string;
  readonly scope: string;
}

/** Put an answer into words. */
export function sayCredit(lived: Lived, found: Credit): CreditSaid {
  const order = found.acts.map((_, i) => i).sort((a, b) => found.acts[b]!.share - found.acts[a]!.share || a - b);
  const sayAct = actSayer(lived);
  const numbered = (group: ActGroup): string =>
    list(
      group.acts
        .map((act) => order.indexOf(act) + 1)
        .sort((a, b) => a - b)
        .map(String),
    );
  const often = (group: ActGroup): boolean => group.redraws >= SAID_FROM * found.scope.lucks;
  const said = (groups: readonly ActGroup[]): ActGroup[] => groups.filter(often).slice(0, MOST_SAID);
  return {
    was: wasWords(found),
    acts: order.map((act) => ({ act, ...sayAct(found.acts[act]!), how: howWords(found, found.acts[act]!) })),
    between: [
      ...said(found.joint).map((group) => jointWords(found, group, numbered(group))),
      ...said(found.redundant).map((group) => redundantWords(found, group, numbered(group))),
    ],
    whole: wholeWords(found),
    scope: scopeWords(found),
  };
}

const isMeasure = ({ was }: Credit): boolean => typeof was === 'number';

function wasWords({ was, scope }: Credit): string {
  const at = momentWords(scope.until);
  return typeof was === 'number' ? `It was ${was} at ${at}.` : `It was so at ${at}.`;
}

/** Who did what: the weightiest event of the act, and how many more belong to it. */
function actSayer(lived: Lived): (act: Act) => { time: number; what: string } {
  const say = eventSayer(lived.end);
  return ({ events }) => {
    const records = events.map((id) => readEvent(lived.end, id));
    const [main] = [...records].sort((a, b) => weightOf(a) - weightOf(b) || a.id - b.id);
    const more = records.length - 1;
    const rest = more === 0 ? '' : ` (and ${countWords(more)} more that belong${more === 1 ? 's' : ''} to it)`;
    return { time: records[0]!.time, what: `${say(main!).replace(/\.$/, '')}${rest}.` };
  };
}

function weightOf({ entry, fields }: EventRecord): number {
  const { weight } = entry.words;
  return ['turn', 'beat', 'detail'].indexOf(typeof weight === 'function' ? weight(fields as never) : weight);
}

/** What one act did for the outcome, or against it. */
function howWords(found: Credit, act: CreditedAct): string {
  if (isMeasure(found)) return measureWords(found, act);
  const { came } = found.whole;
  if (act.undone === came.all && came.all > 0) return `Without it this would not have come about${everywhere(found)}.`;
  if (act.undone > 0) return `Without it this would not have come about in ${act.undone} of ${lucksWords(found)}.`;
  if (act.needed < 0) return 'It worked against it: without it this would have come about more often.';
  if (act.share < 0) return 'It worked against it, and others made up for it.';
  if (act.responsibility === 0) return 'It made no difference.';
  return 'It was not needed as things were; with others left out as well it would have made the difference.';
}

function measureWords({ whole }: Credit, { needed, without, share }: CreditedAct): string {
  if (needed === 0 && share === 0) return 'It made no difference.';
  if (needed === 0) return 'It was not needed as things were, with the others in place.';
  return `Without it this would have been ${round(without)} instead of ${round(whole.all)}.`;
}

/** In which of the lucks; nothing is said where it was the one that was lived. */
function everywhere(found: Credit): string {
  const { redraws } = found.scope;
  if (redraws === 0) return '';
  return found.whole.came.all === redraws
    ? ` in any of ${redraws} redraws`
    : ` in any of the ${found.whole.came.all} of ${redraws} redraws in which it did`;
}

const lucksWords = ({ scope, whole }: Credit): string =>
  whole.came.all === scope.lucks ? `${scope.lucks} redraws` : `the ${whole.came.all} redraws in which it did`;

function timesWords({ scope }: Credit, { redraws }: ActGroup): string {
  return scope.redraws === 0 ? '' : `, in ${redraws} of ${scope.redraws} redraws`;
}

function jointWords(found: Credit, group: ActGroup, acts: string): string {
  const two = group.acts.length === 2;
  return `${acts} count only together: ${two ? 'neither' : 'none'} alone changes anything, ${two ? 'both' : 'all of them'} do${timesWords(found, group)}.`;
}

function redundantWords(found: Credit, group: ActGroup, acts: string): string {
  const two = group.acts.length === 2;
  return `${acts} stand in for each other: ${two ? 'either' : 'any of them'} would have been enough${timesWords(found, group)}.`;
}

function wholeWords(found: Credit): string {
  return `${nothingShown(found) ? 'Together these acts made no difference that can be told from luck. ' : ''}${sumWords(found)}`;
}

/** Whether the difference between all acts and none may as well be nothing, as far as the lucks tell. */
function nothingShown({ whole: { effect, interval }, scope }: Credit): boolean {
  return effect === 0 || (scope.redraws > 0 && interval[0] <= 0 && interval[1] >= 0);
}

function sumWords(found: Credit): string {
  const { all, none, effect, interval, came } = found.whole;
  const [low, high] = interval;
  const between = low === high ? round(effect) : `${round(effect)} (${round(low)} to ${round(high)})`;
  if (isMeasure(found)) {
    return `With all of these acts it is ${round(all)}, with none of them ${round(none)}. The shares sum to the difference: ${between}.`;
  }
  if (found.scope.redraws === 0) {
    return `With all of these acts it comes about, with none of them it ${came.none > 0 ? 'does as well' : 'does not'}. The shares sum to ${round(effect)}.`;
  }
  const { redraws } = found.scope;
  return `With all of these acts it comes about in ${came.all} of ${redraws} redraws, with none of them in ${came.none}. The shares sum to the difference: ${between}.`;
}

function scopeWords({ acts, scope }: Credit): string {
  const all = acts.length === 1 ? 'With and without this act' : `In all ${scope.coalitions} combinations of these acts`;
  const luck =
    scope.redraws === 0
      ? 'under the luck that was lived, since no moment was left for another'
      : `under ${scope.redraws} redraws of the luck from ${momentWords(scope.redrawnFrom)} on, the same for each`;
  return `${all} the run was lived on to ${momentWords(scope.until)}, ${luck}. What is left out stays out until the same person had done the same again, or else to the end.`;
}

const momentWords = (time: number): string => `d${dayOf(time)} ${clock(time)}`;

/** Two digits after the point at most. */
const round = (value: number): string => String(Number(value.toFixed(2)) + 0);
