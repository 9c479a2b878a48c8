import { eventKind, maybe, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import { ladder } from '../needs/levels.ts';
import { dayOf } from '../rations/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { ALLOWANCES, FAILING, FAILS, LEVELS, SOURCES, source, supply, thirst } from './state.ts';
import { ALLOWED_ML, drinkersOf, takeWater, waterNow } from './sharing.ts';
import { give } from './drinking.ts';

/** It rains: cisterns and butts fill. Weather has no cause. */
export const rained = eventKind('water/rained', {
  roles: {},
  data: { amount: whole32('mm') },
  uncaused: true,
  apply: (world, event) => {
    const rows = world.of(source);
    for (let at = 0; at < world.of(place).count; at++) {
      if (rows.catches.raw[at] === 0) continue;
      rows.has.put(at, Math.min(rows.holds.raw[at], rows.has.raw[at] + rows.catches.raw[at] * event.amount));
    }
  },
});

/** A source gives no more water, or little: what is frozen has to be hacked out. That a well runs dry comes of itself; water freezes because of the frost. */
export const failed = eventKind('water/failed', {
  roles: { place: role(place) },
  data: { from: oneOf(FAILING), how: oneOf(FAILS) },
  uncaused: true,
  possible: (world, event) => world.of(source).fails.raw[event.place] === 0,
  apply: (world, event) => {
    world.of(source).fails.put(event.place, FAILS.indexOf(event.how) + 1);
    world.of(source).failsBy.put(event.place, event.id);
  },
});

/** It gives water again. */
export const returned = eventKind('water/returned', {
  roles: { place: role(place) },
  data: { from: oneOf(FAILING), how: oneOf(FAILS) },
  possible: (world, event) => world.of(source).fails.raw[event.place] === FAILS.indexOf(event.how) + 1,
  apply: (world, event) => {
    world.of(source).fails.put(event.place, 0);
    world.of(source).failsBy.put(event.place, event.id);
  },
});

/** Water is fetched from where it can be had into the stores, by so many people. The first of a history makes up for what there was not from the beginning. */
export const fetched = eventKind('water/fetched', {
  roles: { actor: role(person), group: role(group), place: role(place), goal: role(place) },
  data: { from: oneOf(SOURCES), amount: whole32('ml'), people: whole32('people') },
  uncaused: true,
  possible: (world, event) => event.amount > 0 && world.of(source).has.raw[event.place] >= event.amount,
  apply: (world, event) => {
    const { has } = world.of(source);
    const { amount } = world.of(stock);
    has.put(event.place, has.raw[event.place] - event.amount);
    const row = stockRow(event.goal, 'water');
    amount.put(row, amount.raw[row] + event.amount);
    world.of(supply).fetchedBy.put(event.group, event.id);
    world.of(supply).fetchedOn.put(event.group, dayOf(event.time));
  },
});

/** Whoever leads sets how much water each is given a day. */
export const set = eventKind('water/set', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { to: oneOf(ALLOWANCES) },
  uncaused: true,
  possible: (world, event) => world.of(supply).allowance.raw[event.group] !== ALLOWANCES.indexOf(event.to),
  apply: (world, event) => {
    world.of(supply).allowance.put(event.group, ALLOWANCES.indexOf(event.to));
    world.of(supply).setBy.put(event.group, event.id);
  },
});

/** The day's water is shared out: to drink, and where there is more to cook and wash with. The first of a history has no cause. */
export const shared = eventKind('water/shared', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { amount: whole32('ml'), mouths: whole32('mouths') },
  uncaused: true,
  possible: (world, event) => event.amount > 0 && waterNow(world, event.group) >= event.amount,
  apply: (world, event) => {
    const rows = world.of(supply);
    takeWater(world, event.group, event.amount);
    const drinkers = drinkersOf(world, event.group);
    const wanted = ALLOWED_ML[ALLOWANCES[rows.allowance.raw[event.group]]];
    const each = Math.floor(event.amount / Math.max(1, drinkers.length));
    // A share that falls short is what they are short by; else the allowance is, where it is less than they drink.
    const shortBy = each < Math.min(wanted, ALLOWED_ML.drink) ? event.id : rows.setBy.raw[event.group];
    for (const who of drinkers) give(world, who, each, event.id, each < ALLOWED_ML.drink ? shortBy : 0);
    rows.sharedBy.put(event.group, event.id);
    rows.sharedOn.put(event.group, dayOf(event.time));
    rows.out.put(event.group, 0);
  },
});

/** There is no water. It has no cause where there never was any. */
export const ranOut = eventKind('water/ran-out', {
  roles: { group: role(group), place: role(place), actor: maybe(person) },
  uncaused: true,
  possible: (world, event) => world.of(supply).out.raw[event.group] === 0,
  apply: (world, event) => {
    world.of(supply).out.put(event.group, 1);
    world.of(supply).outBy.put(event.group, event.id);
    for (const who of drinkersOf(world, event.group)) world.of(thirst).shortBy.put(who, event.id);
  },
});

const thirsts = ladder(LEVELS, (world) => world.of(thirst));

/** Thirst leaves room for nothing else. */
export const parched = thirsts.sinksTo('water/parched', 'parched', { uncaused: true });
/** Their body fails them for want of water. */
export const failing = thirsts.sinksTo('water/failing', 'failing', { turn: true });
/** They have drunk enough. */
export const slaked = thirsts.getsOver('water/slaked');
