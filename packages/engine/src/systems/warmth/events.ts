import { eventKind, maybe, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import { ladder } from '../needs/levels.ts';
import { stock, stockRow } from '../stores/state.ts';
import { burnOut } from './wood.ts';
import { BURNT, FIRES, LEVELS, SPELLS, coldness, chill, hearth, stand } from './state.ts';

/** For how many hours the fires of an evening burn. [d] */
const BURNS_HOURS = 15;

/** The cold half of the year has begun: why anybody lights fires. Like the weather it has no cause. */
export const drewIn = eventKind('warmth/drew-in', {
  roles: {},
  data: { season: oneOf(['spring', 'summer', 'autumn', 'winter']) },
  uncaused: true,
  apply: (world, event) => world.of(coldness).by.put(0, event.id),
});

/** It turns colder, or milder: weather has no cause. */
export const turned = eventKind('warmth/turned', {
  roles: {},
  data: { to: oneOf(SPELLS), from: oneOf(SPELLS) },
  uncaused: true,
  possible: (world, event) => world.of(coldness).spell.raw[0] !== SPELLS.indexOf(event.to),
  apply: (world, event) => {
    world.of(coldness).spell.put(0, SPELLS.indexOf(event.to));
    world.of(coldness).by.put(0, event.id);
  },
});

/** Whoever is in charge has the fires kept otherwise; for how many days the wood lasts so. */
export const setFires = eventKind('warmth/set-fires', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { to: oneOf(FIRES), days: whole32('days') },
  possible: (world, event) => world.of(hearth).fires.raw[event.group] !== FIRES.indexOf(event.to),
  apply: (world, event) => {
    world.of(hearth).fires.put(event.group, FIRES.indexOf(event.to));
    world.of(hearth).firesBy.put(event.group, event.id);
  },
});

/** In the evening fires are lit: the wood for the night comes out of the stores. */
export const lit = eventKind('warmth/lit', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { amount: whole32('g') },
  possible: (world, event) => event.amount > 0 && world.of(hearth).burnsUntil.raw[event.group] <= world.time,
  apply: (world, event) => {
    const rows = world.of(hearth);
    burnOut(world, event.group, event.amount);
    rows.burnsUntil.put(event.group, event.time + BURNS_HOURS * 3600);
    rows.litBy.put(event.group, event.id);
    rows.out.put(event.group, 0);
  },
});

/** There is nothing left to burn. */
export const ranOut = eventKind('warmth/ran-out', {
  roles: { group: role(group), place: role(place), actor: maybe(person) },
  possible: (world, event) => world.of(hearth).out.raw[event.group] === 0,
  apply: (world, event) => {
    world.of(hearth).out.put(event.group, 1);
    world.of(hearth).outBy.put(event.group, event.id);
  },
});

/** What was meant for something else is broken up for the fires; timber comes out of a `store`. */
export const brokeUp = eventKind('warmth/broke-up', {
  roles: { actor: role(person), group: role(group), place: role(place), store: maybe(place) },
  data: { what: oneOf(BURNT), amount: whole32('g') },
  possible: (world, event) => {
    if (event.amount <= 0) return false;
    if (event.what === 'furniture') return world.of(hearth).furniture.raw[event.group] >= event.amount;
    return event.store !== undefined && world.of(stock).amount.raw[stockRow(event.store, 'timber')] >= event.amount;
  },
  apply: (world, event) => {
    const { furniture, fuelBy } = world.of(hearth);
    const { amount } = world.of(stock);
    if (event.what === 'furniture') furniture.put(event.group, furniture.raw[event.group] - event.amount);
    else {
      const from = stockRow(event.store!, 'timber');
      amount.put(from, amount.raw[from] - event.amount);
    }
    const to = stockRow(event.place, 'firewood');
    amount.put(to, amount.raw[to] + event.amount);
    fuelBy.put(event.group, event.id);
  },
});

/** So many people cut firewood where trees stand, and bring it home. */
export const cut = eventKind('warmth/cut', {
  roles: { actor: role(person), group: role(group), place: role(place), goal: role(place) },
  data: { amount: whole32('g'), people: whole32('people') },
  possible: (world, event) => event.amount > 0 && world.of(stand).left.raw[event.place] >= event.amount,
  spend: (world, event) => world.of(hearth).toil.put(event.group, 0),
  apply: (world, event) => {
    const { left } = world.of(stand);
    const { amount } = world.of(stock);
    const row = stockRow(event.goal, 'firewood');
    left.put(event.place, left.raw[event.place] - event.amount);
    amount.put(row, amount.raw[row] + event.amount);
    world.of(hearth).fuelBy.put(event.group, event.id);
  },
});

const chills = ladder(LEVELS, (world) => world.of(chill));

/** Somebody is chilled through. */
export const chilled = chills.sinksTo('warmth/chilled', 'chilled');
/** The cold has gone so far with somebody that they may die of it. */
export const froze = chills.sinksTo('warmth/froze', 'freezing', { turn: true });
/** They have got warm again. */
export const warmed = chills.getsOver('warmth/warmed');
