import { command, defineSystem, fill as adding, rule } from '../../kernel/system.ts';
import { enabled, reason } from '../../kernel/events.ts';
import { choice, nameIn } from '../../kernel/shape.ts';
import type { Remark } from '../../kernel/shape.ts';
import { place } from '../../kernel/tables.ts';
import { efforts } from '../bodies/effort.ts';
import type { Effort } from '../bodies/effort.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { beganLoading, counted, dropped, took } from './events.ts';
import { HOW_MUCH, mostLeft, storesSection } from './left.ts';
import { leftFor } from './lasting.ts';
import { GOODS, amountAt, amountWords, inPieces, load, stock, stockRow } from './state.ts';
import type { Good } from './state.ts';
import { stored } from './facts.ts';
import { words } from './words.ts';

/** What one person can carry at a run, in grams or in pieces. [d] */
export const LOAD_GRAMS = 25_000;
export const LOAD_PIECES = 300;
/** What a second of moving with a sack on the back takes of somebody's breath. [d] */
const CARRYING_TAKES = 0.006;
/** The most that a place can hold of one good, in grams or pieces: amounts are kept in 32 bits. */
const MOST_AMOUNT = 2_000_000_000;

const fill = rule('stores/fill', { phase: 'act', at: ['second', 'minute'] }, (world, beat) => {
  const loads = world.of(load);
  const bodies = world.of(body);
  for (const who of beat.members) {
    if (loads.amount.raw[who] > 0 && bodies.down.raw[who] === 1) {
      world.trace.open(who, world.time);
      bodies.down.at(who);
      world.propose(
        dropped,
        {
          actor: who,
          place: world.of(position).at.at(who),
          good: GOODS[loads.good.raw[who]],
          amount: loads.amount.at(who),
        },
        [enabled(loads.by.raw[who])],
      );
      world.trace.close(false);
    }
    if (loads.fillsAt.raw[who] === 0) continue;
    const here = world.of(position).at.raw[who];
    if (bodies.down.raw[who] === 1 || here !== loads.fillsIn.raw[who]) {
      // Whoever falls or walks off leaves the sack half full where it stands: nothing has been taken yet.
      loads.fillsAt.raw[who] = 0;
      continue;
    }
    if (loads.fillsAt.raw[who] > world.time) continue;
    world.trace.open(who, world.time);
    const at = world.of(position).at.at(who);
    const good = GOODS[loads.good.at(who)];
    loads.fillsAt.at(who);
    const amountTaken = Math.min(
      inPieces(good) ? LOAD_PIECES : LOAD_GRAMS,
      world.of(stock).amount.at(stockRow(at, good)),
    );
    if (amountTaken === 0) {
      loads.fillsAt.raw[who] = 0;
      world.trace.close(false);
      continue;
    }
    world.propose(took, { actor: who, place: at, good, amount: amountTaken }, [reason(loads.filling.raw[who])]);
    world.trace.close(false);
  }
});

/** The author's hand sets how much lies somewhere. */
const setStock = command(
  'set stock',
  'intervention',
  { in: nameIn('places'), good: choice(GOODS), to: HOW_MUCH },
  (world, value) => world.of(stock).amount.put(stockRow(world.cast.mustRow(place, value.in), value.good), value.to),
);

/** The author's hand brings what lies in one place to another: so much of it, or as much as is there. */
const moveStock = command(
  'move stock',
  'intervention',
  {
    good: choice(GOODS, 'What is moved.'),
    amount: HOW_MUCH,
    from: nameIn('places', 'Where it lies.'),
    to: nameIn('places', 'Where to.'),
  },
  (world, value) => {
    const rows = world.of(stock).amount;
    const [from, to] = [value.from, value.to].map((key) => stockRow(world.cast.mustRow(place, key), value.good));
    const moved = Math.min(value.amount, rows.raw[from], MOST_AMOUNT - rows.raw[to]);
    rows.put(from, rows.raw[from] - moved);
    rows.put(to, rows.raw[to] + moved);
  },
  (world, { good, amount: wanted, from, to }) => {
    const [there, beyond] = [from, to].map((key) => amountAt(world, world.cast.mustRow(place, key), good));
    if (from === to) return `It lies in ${from} already.`;
    if (there < wanted) return `${from} holds ${amountWords(good, there)} by then, not ${amountWords(good, wanted)}.`;
    return beyond + wanted > MOST_AMOUNT ? `${to} cannot hold that much ${good}.` : null;
  },
);

/** A sack on the back takes one's breath while one moves. */
const carrying: Effort = {
  id: 'stores/carrying',
  takes: (world, who) =>
    world.of(load).amount.raw[who] > 0 && world.of(position).bound.raw[who] !== 0 ? CARRYING_TAKES : 0,
};

export const stores = defineSystem({
  id: 'stores',
  after: ['places', 'wounds'],
  tables: [stock, load],
  events: { 'began-loading': beganLoading, took, dropped, counted },
  facts: [stored],
  words,
  affair: 'stores',
  rules: [fill],
  fills: [adding(efforts, carrying)],
  commands: [setStock, moveStock],
  scenario: [storesSection],
  conditions: [mostLeft, ...leftFor],
  check: (setup) => {
    const remarks: Remark[] = [];
    for (const [where, goods] of setup.whole(storesSection) ?? []) {
      for (const [good, value] of goods) {
        if (value > MOST_AMOUNT) {
          remarks.push({
            severity: 'error',
            code: 'too-much',
            path: ['stores', where, good],
            message: `${where} cannot hold that much ${good}.`,
          });
        }
      }
    }
    return remarks;
  },
  build: (world, setup) => {
    const rows = world.of(stock);
    for (let i = 0; i < world.of(place).count * GOODS.length; i++) rows.add();
    for (const [where, goods] of setup.whole(storesSection) ?? []) {
      for (const [good, value] of goods)
        rows.amount.put(stockRow(world.cast.mustRow(place, where), good as Good), value);
    }
  },
});
