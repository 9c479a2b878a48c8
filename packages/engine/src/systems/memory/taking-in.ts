/** What has happened is taken in by those whom it touched: as a memory, and as what troubles and wearies them. */
import { decay } from '../../kernel/curves.ts';
import { readEvent } from '../../kernel/read.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { SECONDS } from '../../kernel/system.ts';
import type { Slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { frights } from '../dread/state.ts';
import { sinceThen, touchedBy } from '../dread/touching.ts';
import type { Touch } from '../dread/touching.ts';
import { attackedBy, closeness } from '../feelings/appraising.ts';
import { moves } from '../feelings/state.ts';
import { groupOf } from '../groups/state.ts';
import { ease, harm, healsInDays, weary } from './harming.ts';
import { lay } from './keeping.ts';
import { TOLLS } from './touches.ts';
import type { Toll } from './touches.ts';
import { eases, harms, marks, trauma } from './state.ts';
import type { Ease, Harm } from './state.ts';

/** What the fall of somebody of another group leaves, as a share of that of one's own. [d] */
const A_STRANGER = 0.3;
/** How much of what eases does so whoever's company it is; the rest as far as they are close. [d] */
const EASES_ANYHOW = 0.3;
/** Systems whose events are about what goes on within people: they are not remembered for themselves. */
const INNER: readonly string[] = ['dread', 'feelings', 'memory'];

/** One thing that an event does to those whom it touches. */
interface Impression extends Touch {
  readonly strikes: (world: World, event: EventRecord, into: Taken) => void;
}

/** What an event leaves in each whom it touches: how strong a memory, how deep a wound, how much of a toll, how much good. */
type Taken = Map<number, { unmarked: number; sting: number; toll: number; eased: number }>;

function entry(into: Taken, who: number): { unmarked: number; sting: number; toll: number; eased: number } {
  let found = into.get(who);
  if (found === undefined) into.set(who, (found = { unmarked: 1, sting: 0, toll: 0, eased: 0 }));
  return found;
}

/** Take in all that has happened after an event; `kept`: it is long past, and what is remembered of it is remembered for good. */
export function takeIn(world: World, upTo: number, kept: boolean): void {
  let last: EventRecord | null = null;
  const taken: Taken = new Map();
  sinceThen(world, upTo, impressions(world, kindsSince(world, upTo)), (event, impression) => {
    if (last !== null && last.id !== event.id) settle(world, last, taken, kept);
    last = event;
    impression.strikes(world, event, taken);
  });
  if (last !== null) settle(world, last, taken, kept);
}

function settle(world: World, event: EventRecord, taken: Taken, kept: boolean): void {
  const { writer } = world.trace;
  const age = world.time - event.time;
  world.trace.writer = 2 * event.id;
  for (const [who, { unmarked, sting, toll, eased }] of taken) {
    if (world.of(body).alive.raw[who] === 0) continue;
    if (!INNER.includes(event.entry.system)) lay(world, who, event, 1 - unmarked, sting, kept);
    const left = decay(age, healsInDays(world.of(trauma).frail.raw[who]) * 24 * SECONDS.hour);
    if (sting > 0) harm(world, who, sting * left, event.id);
    if (toll > 0) weary(world, who, toll * left, event.id);
    if (eased > 0) ease(world, who, eased, event.id);
  }
  world.trace.writer = writer;
  taken.clear();
}

/** The kinds of all that has happened after an event: most hours few of them, so that little need be looked at. */
export function kindsSince(world: World, upTo: number): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (let id = upTo + 1; id <= world.chronicle.length; id++) {
    kinds.add(world.ruleset.kinds[world.chronicle.kind(id)].kind.id);
  }
  return kinds;
}

function impressions(world: World, kinds: ReadonlySet<string>): Impression[] {
  const filled = <T extends Touch>(of: Slot<T>): T[] => world.ruleset.filled(of).filter((each) => kinds.has(each.of));
  const known: Impression[] = [];
  for (const fright of [...filled<Touch>(frights), ...filled(marks)]) {
    known.push({ ...fright, strikes: (at, event, into) => remember(at, event, fright, into) });
  }
  for (const move of filled(moves)) {
    known.push({
      ...move,
      strikes: (at, event, into) => {
        remember(at, event, move, into, move.byTie === true ? move.about : undefined);
        if (move.attacked === undefined) return;
        for (const who of attackedBy(at, event)) entry(into, who).unmarked *= 1 - move.attacked;
      },
    });
  }
  for (const each of filled(harms)) known.push({ ...each, strikes: (at, event, into) => hurt(at, event, each, into) });
  for (const each of filled(eases))
    known.push({ ...each, strikes: (at, event, into) => soothe(at, event, each, into) });
  for (const each of TOLLS.filter(({ of }) => kinds.has(of)))
    known.push({ ...each, strikes: (at, event, into) => tell(at, event, each, into) });
  return known;
}

function remember(world: World, event: EventRecord, touch: Touch, into: Taken, tie?: string): void {
  const about = tie === undefined ? -1 : (event.roles[tie] ?? -1);
  touchedBy(world, event, touch, (who, weight, near) => {
    if (who === about) return;
    const close = about < 0 ? 1 : closeness(world, who, about);
    entry(into, who).unmarked *= 1 - Math.min(1, weight * close * (near ? 1 : A_STRANGER));
  });
}

/** What it does to those who see it grows with how close they are to whom it befell; and whoever did it bears that. */
function hurt(world: World, event: EventRecord, touch: Harm, into: Taken): void {
  const whom = touch.byTie === undefined ? -1 : (event.roles[touch.byTie] ?? -1);
  touchedBy(world, event, touch, (who, weight, near) => {
    if (who === whom) return;
    const close = whom < 0 ? (near ? 1 : A_STRANGER) : closeness(world, who, whom);
    const each = entry(into, who);
    each.sting = Math.max(each.sting, weight * close);
  });
  if (touch.killer === undefined) return;
  const by = killerOf(world, event);
  if (by < 0) return;
  const each = entry(into, by);
  each.sting = Math.max(each.sting, touch.killer);
  each.unmarked *= 1 - touch.killer;
}

/** Whose blow it was that somebody died of; -1 where it was nobody's. Only what they can have seen counts: those of the other side who saw it. */
function killerOf(world: World, event: EventRecord): number {
  for (const { id } of event.because) {
    const blow = readEvent(world, id);
    const by = blow.kind === 'wounds/wounded' ? (blow.roles['actor'] ?? -1) : -1;
    if (by >= 0 && groupOf(world, by) !== event.roles['group'] && event.witnesses.some(({ who }) => who === by))
      return by;
  }
  return -1;
}

function soothe(world: World, event: EventRecord, touch: Ease, into: Taken): void {
  const whose = touch.company === undefined ? -1 : (event.roles[touch.company] ?? -1);
  touchedBy(world, event, touch, (who, weight) => {
    if (who === whose) return;
    const close = whose < 0 ? 1 : EASES_ANYHOW + (1 - EASES_ANYHOW) * closeness(world, who, whose);
    const each = entry(into, who);
    each.eased = Math.max(each.eased, weight * close);
  });
}

function tell(world: World, event: EventRecord, touch: Toll, into: Taken): void {
  touchedBy(world, event, touch, (who, weight) => {
    entry(into, who).toll += weight;
  });
  if (touch.attacked !== undefined) for (const who of attackedBy(world, event)) entry(into, who).toll += touch.attacked;
}
