import { person, place, state } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { sinceBegin } from '../time-words.ts';
import { andList, capital } from '../text.ts';
import { clockOf, eventOrNull, groupName, inThePlace, personName, rowsOf, thePlace } from './look.ts';
import type { Look } from './look.ts';
import type { Page } from './page.ts';

const STATES = ['waits', 'signalled', 'sprung', 'called off'] as const;

/** A contingency at a moment. Names are keys. */
export interface PlanShown {
  readonly what: 'contingency';
  readonly name: string;
  readonly time: number;
  readonly clock: string;
  readonly state: (typeof STATES)[number];
  readonly commander: string;
  readonly waiting: readonly string[];
  readonly hidden: string;
  /** The event that gave the signal. */
  readonly signal: number | null;
}

const waitingFor = ({ world }: Look, plan: number): number[] =>
  rowsOf(world, person).filter((who) => world.of(state.duty).plan.raw[who] === plan + 1);

export function planShown(look: Look, plan: number): PlanShown {
  const { world } = look;
  const plans = world.of(state.contingency);
  return {
    what: 'contingency',
    name: world.keyOf(state.contingency, plan),
    time: look.time,
    clock: formatClock(world.time),
    state: STATES[plans.state.raw[plan]!]!,
    commander: world.keyOf(person, plans.commander.raw[plan]!),
    waiting: waitingFor(look, plan).map((who) => world.keyOf(person, who)),
    hidden: world.keyOf(place, plans.hidden.raw[plan]!),
    signal: eventOrNull(plans.signal.raw[plan]!),
  };
}

export function planPage(look: Look, plan: number): Page {
  const { world } = look;
  const plans = world.of(state.contingency);
  const shown = planShown(look, plan);
  const waiting = waitingFor(look, plan).map((who) => personName(look, who));
  const goal = plans.goal.raw[plan]! - 1;
  const when = `${groupName(look, plans.watchGroup.raw[plan]!)} seen ${inThePlace(look, plans.watchPlace.raw[plan]!)}`;
  const signal =
    shown.signal === null ? '' : ` at ${clockOf(look, world.chronicle.time(shown.signal))} (event ${shown.signal})`;
  const stands = {
    waits: 'Its moment has not come.',
    signalled: `The signal was given${signal}.`,
    sprung: `It was sprung; the signal came${signal}.`,
    'called off': 'It was called off.',
  };
  return {
    title: capital(look.shown(state.contingency, plan)),
    under: `${shown.clock}, ${sinceBegin(look.time)}`,
    parts: [
      { label: 'Stands', lines: [stands[shown.state]] },
      { label: 'When', lines: [`${capital(when)}, as ${personName(look, plans.commander.raw[plan]!)} believes.`] },
      { label: 'Then', lines: [goal < 0 ? 'Open fire.' : `Storm ${thePlace(look, goal)}.`] },
      {
        label: 'Waiting',
        lines:
          waiting.length === 0
            ? ['Nobody any more.']
            : [`${andList(waiting)}, ${inThePlace(look, plans.hidden.raw[plan]!)}.`],
      },
    ],
  };
}
