import { choice, nameIn, withDefault } from '../../kernel/shape.ts';
import { command, defineSystem, fill } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { isAt } from '../sight/state.ts';
import { commandersSquad } from '../squads/system.ts';
import { squadsIn } from '../squads/state.ts';
import { hasFallen } from '../wounds/state.ts';
import {
  buildContingencies,
  calledOff,
  checkContingencies,
  contingencies,
  signalled,
  spring,
  sprung,
  tookSign,
  watch,
} from './contingencies.ts';
import { ordered } from './giving.ts';
import { messageEvents, messageRules } from './messages.ts';
import { laidAgain, layAgain } from './laying.ts';
import { news } from './news.ts';
import { deliver, receivingEvents, repeat } from './receiving.ts';
import { reportEvents, reportRules } from './reports.ts';
import { leftAlone, straggle } from './stragglers.ts';
import { TASKS, contingency, duty, message } from './state.ts';
import { prepared } from './facts.ts';
import { words } from './words.ts';

/** An order that a person or a program gives in a leader's place. */
const order = command(
  'order',
  'order',
  {
    by: nameIn('people', 'Who gives it.'),
    do: choice(TASKS, 'What is to be done.'),
    to: nameIn('places', 'Where.'),
    squad: withDefault(choice(['all', 'first', 'second']), 'all'),
  },
  (world, value) => {
    const leader = world.cast.mustRow(person, value.by);
    const of = groupOf(world, leader);
    const fields = { actor: leader, group: of, goal: world.cast.mustRow(place, value.to), task: value.do };
    const own = commandersSquad(world, of);
    if (value.squad === 'all') world.propose(ordered, { ...fields, squad: -1 }, []);
    else {
      for (const each of squadsIn(world, of)) {
        if ((each === own) === (value.squad === 'first')) world.propose(ordered, { ...fields, squad: each }, []);
      }
    }
  },
  (world, value) =>
    world.of(body).alive.raw[world.cast.mustRow(person, value.by)] === 0
      ? `${value.by} is dead and gives no orders.`
      : null,
);

export const orders = defineSystem({
  id: 'orders',
  after: ['word', 'places', 'groups', 'squads'],
  tables: [duty, contingency, message],
  events: {
    ordered,
    ...receivingEvents,
    ...messageEvents,
    ...reportEvents,
    'left-alone': leftAlone,
    signalled,
    sprung,
    'called-off': calledOff,
    'took-sign': tookSign,
    'laid-again': laidAgain,
  },
  facts: [prepared],
  words,
  rules: [layAgain, watch, straggle, repeat, ...messageRules, ...reportRules],
  agenda: [deliver, spring],
  commands: [order],
  fills: [fill(news, { what: isAt, weight: 1 }, { what: hasFallen, weight: 2 })],
  scenario: [contingencies],
  check: checkContingencies,
  build: buildContingencies,
});
