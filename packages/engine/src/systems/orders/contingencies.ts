import { agendaAct, schedule } from '../../kernel/agenda.ts';
import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { peopleOf } from '../../kernel/cast.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { eventKind, jointly, reason, role } from '../../kernel/events.ts';
import { duration, entries, list, nameIn, optionally, phrase, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { expectsAmbush } from '../assault/knowing.ts';
import { body } from '../bodies/state.ts';
import { groupOf, hostile } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { placeOf, seenFrom } from '../places/system.ts';
import { harmlessAsKnown, stands } from '../captivity/state.ts';
import { nerves } from '../resolve/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { squad, squadOf } from '../squads/state.ts';
import { tellCallingOff, tellSignal } from './considered.ts';
import { TASKS, contingency, duty } from './state.ts';

/** What an ambush does to those whom it catches: it pins them for a moment, and it stays with them. [d, after McQuie on surprise] */
const SHOCK_SUPPRESSES = 1.2;
const SHOCK_STRAINS = 0.3;
/** What is left of that for those who look for it there. [d] */
const EXPECTED_LEAVES = 0.15;
/** How far those who come out are pinned by each who is upon them there and looked for them, and at most. [d] */
const MET_BY_EACH = 0.5;
const MET_AT_MOST = 1.5;
/** A claim older than this many seconds is no ground to spring a contingency on. [d] */
const STANDS = 60;
/** Seconds for which a commander lets them come in, so that more than the first are caught. [d] */
const LETS_COME_IN = 9;
/** Seconds between two looks of whoever gives the sign. [d] */
const LOOKS_EVERY = 3;

export const contingencies = entries('contingencies', {
  who: list(nameIn('people', 'Those who lie in wait.')),
  hidden: nameIn('places', 'Where they lie.'),
  when: phrase(['{groups} seen in {places}'], 'What its commander must believe.'),
  unless: optionally(
    phrase(['{groups} seen in {places}'], 'What calls it off, if its commander believes it when the time comes.'),
  ),
  do: withDefault(phrase(['open fire', 'storm {places}']), { pattern: 'open fire', names: {} }),
  'told by': optionally(
    nameIn('people', 'Whose belief decides and whose signal they wait for; their own, where it is left out.'),
  ),
  after: withDefault(duration('How long after the signal they act.'), 5),
});

/** The moment has come: the signal for a contingency. */
export const signalled = eventKind('orders/signalled', {
  roles: { actor: role(person), plan: role(contingency), place: role(place) },
  notice: { seen: 0.2, heard: 20 },
  possible: (world, event) => world.of(contingency).state.raw[event.plan] === 0,
  apply: (world, event) => {
    const plans = world.of(contingency);
    plans.state.put(event.plan, 1);
    plans.signal.put(event.plan, event.id);
    const delay = plans.delay.raw[event.plan];
    schedule(world, spring, world.time + delay, world.nameHash(contingency, event.plan), event.plan, 0, 4, event.id);
  },
});

/** Those who lay hidden show themselves. */
export const sprung = eventKind('orders/sprung', {
  roles: { actor: role(person), plan: role(contingency), place: role(place) },
  notice: { seen: 0.8, heard: 30 },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    const duties = world.of(duty);
    const goal = world.of(contingency).goal.raw[event.plan];
    duties.task.put(event.actor, TASKS.indexOf(goal > 0 ? 'storm' : 'ambush'));
    duties.place.put(event.actor, goal > 0 ? goal : event.place + 1);
    duties.by.put(event.actor, event.id);
    joinAgain(world, event.actor);
    world.of(notice).hidden.put(event.actor, 0);
    const plans = world.of(contingency);
    plans.state.put(event.plan, 2);
    shock(world, event.actor, plans.watchPlace.raw[event.plan], event.id);
    meet(world, event.actor, event.place, event.id);
  },
});

/** From now on they take orders as everybody does; what their squad was told while they lay in wait is none of theirs. */
function joinAgain(world: World, who: number): void {
  const duties = world.of(duty);
  const own = squadOf(world, who);
  duties.plan.put(who, 0);
  if (own < 0) return;
  const rows = world.of(squad);
  duties.under.put(who, rows.by.raw[own]);
  // Whoever has just come out of hiding has other things to do than to send word.
  if (rows.leader.raw[own] === who + 1) rows.reported.put(own, world.time);
}

/** Whoever is caught by it where they felt safe is shaken, and for some seconds does not know where to turn. */
function shock(world: World, actor: number, at: number, source: number): void {
  const where = world.of(position);
  const bodies = world.of(body);
  const { suppression, strain } = world.of(nerves);
  for (let who = 0; who < world.of(person).count; who++) {
    if (where.at.raw[who] !== at || where.gone.raw[who] === 1 || bodies.down.raw[who] === 1) continue;
    if (!hostile(world, groupOf(world, actor), groupOf(world, who))) continue;
    const share = expectsAmbush(world, who, where.at.raw[actor]) >= 0 ? EXPECTED_LEAVES : 1;
    suppression.add(who, SHOCK_SUPPRESSES * share, source);
    strain.add(who, SHOCK_STRAINS * share, source);
  }
}

/** Whoever has enemies upon them who look for them there comes out under their fire. */
function meet(world: World, actor: number, at: number, source: number): void {
  const where = world.of(position);
  let upon = 0;
  for (let who = 0; who < world.of(person).count; who++) {
    if (where.at.raw[who] !== at || where.gone.raw[who] === 1 || !stands(world, who)) continue;
    if (hostile(world, groupOf(world, actor), groupOf(world, who)) && expectsAmbush(world, who, at) >= 0) upon++;
  }
  if (upon > 0) world.of(nerves).suppression.add(actor, Math.min(MET_AT_MOST, MET_BY_EACH * upon), source);
}

/** The moment has passed, or turned out otherwise: those in hiding stay where they are, until they are told something else. */
export const calledOff = eventKind('orders/called-off', {
  roles: { actor: role(person), plan: role(contingency), place: role(place) },
  possible: (world, event) => world.of(contingency).state.raw[event.plan] === 1,
  apply: (world, event) => {
    world.of(contingency).state.put(event.plan, 3);
    const { plan } = world.of(duty);
    for (let who = 0; who < world.of(person).count; who++) {
      if (plan.raw[who] === event.plan + 1) joinAgain(world, who);
    }
  },
});

/** Whoever was to give the sign has fallen: one of those in hiding, who knows it, gives it instead. */
export const tookSign = eventKind('orders/took-sign', {
  roles: { actor: role(person), target: role(person), plan: role(contingency) },
  possible: (world, event) => world.of(contingency).state.raw[event.plan] === 0,
  apply: (world, event) => world.of(contingency).commander.put(event.plan, event.actor),
});

export const spring = agendaAct('orders/spring', (world, plan, _datum, cause) => {
  const plans = world.of(contingency);
  const commander = plans.commander.raw[plan];
  const contrary = plans.unlessPlace.raw[plan] - 1;
  if (contrary >= 0) {
    world.trace.open(commander, world.time);
    const sources = believedThere(world, commander, plans.unlessGroup.raw[plan] - 1, contrary, 0);
    if (sources.length > 0) world.propose(calledOff, { actor: commander, plan, place: contrary }, jointly(sources, 1));
    world.trace.close(false);
    if (isObserved(world, commander)) tellCallingOff(world, plan, sources.length > 0);
    if (sources.length > 0) return;
  }
  const duties = world.of(duty);
  world.trace.writer = 2 * cause;
  for (let who = 0; who < world.of(person).count; who++) {
    if (duties.plan.raw[who] !== plan + 1) continue;
    world.propose(sprung, { actor: who, plan, place: world.of(position).at.raw[who] }, [reason(cause)]);
  }
  world.trace.writer = 0;
});

/** Commanders of contingencies watch for their moment. */
export const watch = rule('orders/watch', { phase: 'decide', at: 'second' }, (world, beat) => {
  const plans = world.of(contingency);
  const bodies = world.of(body);
  for (let plan = 0; plan < plans.count; plan++) {
    if (plans.state.raw[plan] !== 0) continue;
    const commander = plans.commander.raw[plan];
    if (bubbleOf(world, commander) !== beat.bubble || !world.isTurn(person, commander, LOOKS_EVERY)) continue;
    if (bodies.awake.raw[commander] === 0 && bodies.down.raw[commander] === 0) continue;
    if (!stands(world, commander)) {
      passSign(world, plan, commander);
      continue;
    }
    world.trace.open(commander, world.time);
    const sources = believedThere(
      world,
      commander,
      plans.watchGroup.raw[plan],
      plans.watchPlace.raw[plan],
      LETS_COME_IN,
    );
    if (sources.length > 0) {
      world.propose(signalled, { actor: commander, plan, place: plans.watchPlace.raw[plan] }, jointly(sources, 1));
    }
    world.trace.close(false);
    if (isObserved(world, commander)) {
      const seen = believedThere(world, commander, plans.watchGroup.raw[plan], plans.watchPlace.raw[plan], 0);
      tellSignal(world, plan, sources.length > 0 ? 'gives' : seen.length > 0 ? 'lets them come' : 'sees nobody');
    }
  }
});

/** The first of those in hiding, by name, who knows that whoever was to give the sign is out of it. */
function passSign(world: World, plan: number, fallen: number): void {
  const { plan: waits } = world.of(duty);
  for (let who = 0; who < world.of(person).count; who++) {
    if (waits.raw[who] !== plan + 1 || !stands(world, who)) continue;
    const held = harmlessAsKnown(world, who, fallen);
    if (held < 0) continue;
    world.trace.open(who, world.time);
    world.of(claim).polarity.at(held);
    world.propose(tookSign, { actor: who, target: fallen, plan }, jointly(sourcesOf(world, held), 1));
    world.trace.close(false);
    return;
  }
}

/**
 * Events by which somebody believes that people of a group are in a place, once the first of them have been there for
 * `wait` seconds; none before.
 */
function believedThere(world: World, holder: number, of: number, where: number, wait: number): number[] {
  const claims = world.of(claim);
  const sources: number[] = [];
  let first = world.time;
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] !== isAt.hash || claims.place.raw[row] !== where + 1) continue;
    if (groupOf(world, claims.subject.raw[row]) !== of || world.time - claims.changed.raw[row] > STANDS) continue;
    claims.place.at(row);
    first = Math.min(first, claims.changed.raw[row]);
    for (const id of sourcesOf(world, row)) if (!sources.includes(id)) sources.push(id);
  }
  return world.time - first >= wait ? sources : [];
}

export function checkContingencies(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  const waiting = new Map<string, string>();
  for (const [key, fields] of setup.entries(contingencies)) {
    const path = ['contingencies', key];
    if (fields.who.length === 0) {
      remarks.push({
        severity: 'error',
        code: 'nobody-waits',
        path: [...path, 'who'],
        message: `Nobody lies in wait for ${key}.`,
      });
    }
    for (const who of fields.who) {
      const other = waiting.get(who);
      if (other !== undefined) {
        const message = `${who} lies in wait for ${other} already and cannot wait for ${key} too.`;
        remarks.push({
          severity: 'error',
          code: 'waits-twice',
          path: [...path, 'who'],
          message,
          hint: 'Name somebody else.',
        });
      }
      waiting.set(who, key);
    }
    const teller = fields['told by'];
    const from = teller === undefined ? fields.hidden : startOf(setup, teller);
    const watched = fields.when.names['places'];
    if (from !== undefined && !seenFrom(setup, from).has(watched)) {
      remarks.push({
        severity: 'warning',
        code: 'never-fires',
        path: [...path, 'when'],
        message: `Nobody in ${from} can see ${watched}: this fires only on word from others.`,
        hint:
          teller === undefined
            ? `Add "told by", or hide them nearer to ${watched}.`
            : `Let somebody who can see ${watched} give the sign.`,
      });
    }
  }
  return remarks;
}

export function buildContingencies(world: World, setup: Setup): void {
  const plans = world.of(contingency);
  const duties = world.of(duty);
  for (const [key, fields] of setup.entries(contingencies)) {
    const row = world.addNamed(contingency, key, key);
    const hidden = world.cast.mustRow(place, fields.hidden);
    const watchPlace = world.cast.mustRow(place, fields.when.names['places']);
    plans.commander.put(row, world.cast.mustRow(person, fields['told by'] ?? fields.who[0]));
    plans.hidden.put(row, hidden);
    plans.watchPlace.put(row, watchPlace);
    plans.watchGroup.put(row, world.cast.mustRow(group, fields.when.names['groups']));
    plans.goal.put(
      row,
      fields.do.names['places'] === undefined ? 0 : world.cast.mustRow(place, fields.do.names['places']) + 1,
    );
    plans.delay.put(row, fields.after);
    plans.size.put(row, fields.who.length);
    if (fields.unless !== undefined) {
      plans.unlessPlace.put(row, world.cast.mustRow(place, fields.unless.names['places']) + 1);
      plans.unlessGroup.put(row, world.cast.mustRow(group, fields.unless.names['groups']) + 1);
    }
    for (const name of fields.who) {
      const who = world.cast.mustRow(person, name);
      duties.plan.put(who, row + 1);
      duties.of.put(who, row + 1);
      world.of(position).at.put(who, hidden);
      world.of(notice).hidden.put(who, 1);
    }
  }
}

/** Where somebody is as it begins. */
function startOf(setup: Setup, key: string): string | undefined {
  const found = peopleOf(setup).find((each) => each.key === key);
  return found === undefined ? undefined : placeOf(setup, key, found.group);
}
