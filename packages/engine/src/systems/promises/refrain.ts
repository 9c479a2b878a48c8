/** What somebody always says, tied to what it stands for: it comes back when that is touched, and seldom. */
import { event, i32, u8 } from '../../kernel/columns.ts';
import { eventKind, maybe, oneOf, reason, role } from '../../kernel/events.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { choice, entries, optionally, record, text } from '../../kernel/shape.ts';
import type { Setup } from '../../kernel/shape.ts';
import { rule } from '../../kernel/system.ts';
import { person, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { canAct } from '../captivity/state.ts';
import { sinceThen } from '../dread/touching.ts';
import { groupOf } from '../groups/state.ts';
import { skyLight } from '../light/state.ts';
import { bondOf } from '../past/state.ts';
import { position } from '../places/state.ts';
import { DAY, isVow, promise, whatOf } from './state.ts';

/** What a line can stand for. */
export const REFRAINS = ['promise', 'vow', 'dead'] as const;
/** Days that pass at least before somebody says it again. [d] */
const SELDOM_DAYS = 5;
/** Light of the sky below which a watch is begun in the dark. [d] */
const DARK = 0.1;
/** The most characters that a line has. */
const LONGEST = 80;

export const peopleRefrains = entries('people', {
  refrain: optionally(
    record(
      {
        says: text('The line, in their own words.', LONGEST),
        of: choice(REFRAINS, 'What it stands for: a promise of theirs, a vow by or against them, or their dead.'),
      },
      'What they always say, and what brings it back.',
    ),
  ),
});

/** Which of REFRAINS each person's line stands for, plus 1 (0: they have none), when they said it last and by which event. */
export const refrain = table('refrain', { of: u8, saidAt: i32, saidBy: event }, { along: person });
/** Up to which event all that brings it back has been looked at: one row. */
export const listened = table('listened', { upTo: event }, { stamps: 'none' });

/** Somebody says again what they always say when that is touched which it stands for. */
export const saidAgain = eventKind('promises/said-again', {
  roles: { actor: role(person), target: maybe(person), place: role(place) },
  data: { of: oneOf(REFRAINS) },
  possible: (world, said) => canAct(world, said.actor),
  apply: (world, said) => {
    world.of(refrain).saidAt.put(said.actor, said.time);
    world.of(refrain).saidBy.put(said.actor, said.id);
  },
});

/** Give everybody their line. */
export function layRefrains(world: World, setup: Setup): void {
  world.of(listened).add();
  for (const [key, { refrain: line }] of setup.entries(peopleRefrains)) {
    if (line === undefined) continue;
    const who = world.cast.mustRow(person, key);
    world.of(refrain).of.put(who, REFRAINS.indexOf(line.of) + 1);
    world.of(refrain).saidAt.put(who, -0x7fffffff);
  }
}

/** Somebody's line, as the scenario has it. */
export function lineOf(world: World, who: number): string | null {
  return world.recipe.setup.entries(peopleRefrains).get(world.keyOf(person, who))?.refrain?.says ?? null;
}

/** What touches which sort of line, in whoever stands in the role. */
const TOUCHES: readonly { of: string; role: string; what: (typeof REFRAINS)[number] }[] = [
  { of: 'feelings/stood-apart', role: 'actor', what: 'vow' },
  { of: 'dread/on-edge', role: 'actor', what: 'vow' },
  { of: 'voice/shouted', role: 'target', what: 'vow' },
  { of: 'promises/made', role: 'actor', what: 'vow' },
  { of: 'routine/took-watch', role: 'actor', what: 'vow' },
  { of: 'routine/took-watch', role: 'actor', what: 'promise' },
  { of: 'infirmary/sat-by', role: 'actor', what: 'promise' },
  { of: 'promises/kept', role: 'actor', what: 'promise' },
  { of: 'promises/kept', role: 'target', what: 'promise' },
  { of: 'promises/broken', role: 'target', what: 'promise' },
  { of: 'feelings/took-hold', role: 'actor', what: 'dead' },
  { of: 'burial/buried', role: 'target', what: 'dead' },
  { of: 'routine/took-watch', role: 'actor', what: 'dead' },
];

/** Once an hour those to whom it has come back say it. */
export const sayAgain = rule('promises/say-again', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { upTo } = world.of(listened);
  const last = world.chronicle.length;
  if (beat.bubble >= 0 || upTo.raw[0] === last) return;
  const said = new Set<number>();
  sinceThen(world, upTo.raw[0], TOUCHES, (touching, touch) => {
    for (const who of touchedBy(world, touching, touch)) {
      if (said.has(who)) continue;
      const whom = standsFor(world, who, touch.what, touching);
      if (whom === null) continue;
      said.add(who);
      speak(world, who, touch.what, whom, touching.id);
    }
  });
  upTo.raw[0] = last;
});

/** Who has such a line and is touched by an event, and has not said it lately. Plain reads. */
function touchedBy(
  world: World,
  { roles, kind }: EventRecord,
  { role, what }: (typeof TOUCHES)[number],
): readonly number[] {
  const { of, saidAt } = world.of(refrain);
  const ready = (who: number): boolean =>
    of.raw[who] === REFRAINS.indexOf(what) + 1 &&
    world.time - saidAt.raw[who] >= SELDOM_DAYS * DAY &&
    canAct(world, who);
  const row = roles[role];
  if (row === undefined) return [];
  if (kind !== 'burial/buried') return ready(row) ? [row] : [];
  // Whoever stands at a grave to which they are tied.
  const found = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (ready(who) && groupOf(world, who) === groupOf(world, row) && bondOf(world, who, row) >= 0) found.push(who);
  }
  return found;
}

/** Whom somebody's line is about now: of a vow who swore it or at whom, of a promise to whom it was given; null where it is not touched. Plain reads. */
function standsFor(world: World, who: number, what: (typeof REFRAINS)[number], touching: EventRecord): number | null {
  if (touching.kind === 'routine/took-watch' && skyLight(world) > DARK) return null;
  if (what === 'dead') {
    if (touching.kind === 'feelings/took-hold')
      return touching.data['what'] === 'grief' ? (touching.roles['target'] ?? -1) : null;
    return touching.kind === 'burial/buried' ? touching.roles['target'] : -1;
  }
  const rows = world.of(promise);
  for (let row = rows.count - 1; row >= 0; row--) {
    if (!rows.isLive(row) || isVow(whatOf(world, row)) !== (what === 'vow')) continue;
    const own = rows.from.raw[row] === who;
    const against = rows.to.raw[row] === who + 1;
    const ended = rows.ended.raw[row] !== 0 && rows.ended.raw[row] !== touching.id;
    if (ended || !(own || (what === 'vow' && against) || (what === 'promise' && against))) continue;
    return own ? rows.to.raw[row] - 1 : rows.from.raw[row];
  }
  // An old enemy is vow enough for whoever cannot rejoice on their account.
  return what === 'vow' && touching.kind === 'feelings/stood-apart' ? touching.roles['target'] : null;
}

function speak(world: World, who: number, of: (typeof REFRAINS)[number], whom: number, by: number): void {
  world.trace.open(who, world.time);
  world.of(refrain).saidAt.at(who);
  const at = world.of(position).at.at(who);
  world.propose(saidAgain, { actor: who, target: whom, place: at, of }, [reason(by)]);
  world.trace.close(false);
}
