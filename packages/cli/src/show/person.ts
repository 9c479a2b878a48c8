import { group, person, place, readEvent, state } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { beliefsOf } from '@anchorhold/story';
import { sinceBegin } from '../time-words.ts';
import { andList, capital } from '../text.ts';
import { beforeLines, beforeOf, officeLines, tiredBy, tiredLines } from './before.ts';
import { bondWords, bondsOf } from './bonds.ts';
import { dailyLines, dailyOf } from './daily.ts';
import { knowledgeLines } from './knowledge.ts';
import {
  clockOf,
  conditionOf,
  eventOrNull,
  goodWords,
  groupName,
  groupOf,
  inThePlace,
  isGone,
  isLeader,
  personName,
  rowsOf,
  thePlace,
} from './look.ts';
import type { Look } from './look.ts';
import type { Page, Part } from './page.ts';
import { looksLines } from './looks.ts';
import type { PersonShown } from './person-shown.ts';
import { captivityOf, captivityLines, squadOf } from './standing.ts';
import { taskWords } from './tasks.ts';

export function personShown(look: Look, who: number): PersonShown {
  const { world, begin } = look;
  const bodies = world.of(state.body);
  const where = world.of(state.position);
  const duties = world.of(state.duty);
  const loads = world.of(state.load);
  const nerves = world.of(state.nerves);
  const carried = loads.amount.raw[who]!;
  const plan = duties.plan.raw[who]! - 1;
  const placeKey = (row: number): string | null => (row < 0 ? null : world.keyOf(place, row));
  const condition = conditionOf(world, who);
  const [pinned, broken] = [nerves.pinned.raw[who] === 1, nerves.broken.raw[who] === 1];
  return {
    what: 'person',
    name: world.keyOf(person, who),
    shown: personName(look, who),
    time: look.time,
    clock: formatClock(world.time),
    group: world.keyOf(group, groupOf(world, who)),
    leads: isLeader(world, who),
    offices: state.officesOf(world, who),
    squad: squadOf(look, who),
    condition,
    looks: state.looksOf(world, who),
    body: {
      alive: bodies.alive.raw[who] === 1,
      awake: bodies.awake.raw[who] === 1,
      down: bodies.down.raw[who] === 1,
      fatigue: round(bodies.fatigue.raw[who]!),
      tiredBy: tiredBy(look, who),
      bloodLostMl: Math.round(world.of(state.vitals).lost.raw[who]!),
      downBy: bodies.down.raw[who] === 1 ? eventOrNull(bodies.downBy.raw[who]!) : null,
    },
    wounds: woundsOf(look, who),
    gear: {
      weapon: state.WEAPONS[bodies.weapon.raw[who]!]!.name,
      rounds: bodies.rounds.raw[who]!,
      dressings: bodies.dressings.raw[who]!,
    },
    carries: carried === 0 ? null : { good: state.GOODS[loads.good.raw[who]!]!, amount: carried },
    lost: lostBy(look, who),
    bears: nameOrNull(look, world.of(state.burden).bears.raw[who]! - 1),
    carriedBy: nameOrNull(look, world.of(state.burden).carrier.raw[who]! - 1),
    position: {
      at: isGone(world, who) ? null : placeKey(where.at.raw[who]!),
      since: where.since.raw[who]! - begin,
      bound: placeKey(where.bound.raw[who]! - 1),
    },
    duty: {
      task: state.TASKS[duties.task.raw[who]!]!,
      place: placeKey(duties.place.raw[who]! - 1),
      because: eventOrNull(duties.by.raw[who]!),
    },
    daily: dailyOf(look, who),
    captive: captivityOf(look, who),
    waits: plan < 0 ? null : world.keyOf(state.contingency, plan),
    heart: {
      steady: !pinned && !broken,
      pinned,
      broken,
      strain: round(nerves.strain.raw[who]!),
      onEdge: edgeOf(look, who),
    },
    bonds: bondsOf(look, who),
    past: beforeOf(look, who),
    knowledge: beliefsOf(world, who),
  };
}

/** The event since which somebody starts at shadows; null where they do not. */
function edgeOf({ world }: Look, who: number): number | null {
  const { onEdge, onEdgeBy } = world.of(state.fear);
  return onEdge.raw[who] === 1 ? eventOrNull(onEdgeBy.raw[who]!) : null;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function woundsOf({ world }: Look, who: number): PersonShown['wounds'] {
  const wounds = world.of(state.wound);
  return rowsOf(world, state.wound)
    .filter((row) => wounds.isLive(row) && wounds.person.raw[row] === who && wounds.closed.raw[row] === 0)
    .sort((a, b) => wounds.ordinal.raw[a]! - wounds.ordinal.raw[b]!)
    .map((row) => {
      const event = wounds.madeBy.raw[row]!;
      const by = event === 0 ? undefined : readEvent(world, event).roles['actor'];
      return {
        region: state.REGIONS[wounds.region.raw[row]!]!,
        mlPerMinute: Math.round(wounds.flow.raw[row]! * 10) / 10,
        dressed: wounds.dressed.raw[row] === 1,
        by: by === undefined ? null : world.keyOf(person, by),
        event,
      };
    });
}

/** How many claims are put into words; JSON has them all. */
const MOST_CLAIMS = 8;

export function personPage(look: Look, who: number): Page {
  const shown = personShown(look, who);
  const side = groupName(look, groupOf(look.world, who));
  const parts: Part[] = [
    { label: 'Office', lines: officeLines(look, who) },
    { label: 'Looks', lines: looksLines(look.world, who) },
    {
      label: 'Body',
      lines: [
        ...bodyLines(look, who, shown),
        ...hinderedLines(look, who, shown),
        ...(shown.body.alive ? tiredLines(look, who) : []),
        ...wantLines(look, who),
      ],
    },
    { label: 'Wounds', lines: woundLines(look, shown) },
    { label: 'Where', lines: whereLines(look, who, shown) },
    { label: 'Captive', lines: captivityLines(look, who) },
    { label: 'Duty', lines: shown.body.alive ? dutyLines(look, who, shown) : [] },
    { label: 'By day', lines: shown.body.alive ? dailyLines(look, who, shown) : [] },
    { label: 'Heart', lines: shown.body.alive ? [heartWords(shown)] : [] },
    { label: 'Bonds', lines: shown.bonds.map((bond) => bondWords(look, who, bond)) },
    { label: 'Past', lines: beforeLines(shown.past) },
    { label: 'Knows', lines: knowledgeLines(look, who, MOST_CLAIMS) },
  ];
  return {
    title: `${shown.shown}, ${shown.leads ? 'who leads' : 'one of'} ${side}`,
    under: `${shown.clock}, ${sinceBegin(look.time)}`,
    parts,
  };
}

const nameOrNull = ({ world }: Look, who: number): string | null => (who < 0 ? null : world.keyOf(person, who));

function lostBy({ world }: Look, who: number): PersonShown['lost'] {
  const { arms, armsBy, legs, legsBy, faint, faintBy } = world.of(state.able);
  return {
    arm: arms.raw[who] === 0 ? null : eventOrNull(armsBy.raw[who]!),
    legs: legs.raw[who] === 0 ? null : eventOrNull(legsBy.raw[who]!),
    wits: faint.raw[who] === 0 ? null : eventOrNull(faintBy.raw[who]!),
  };
}

/** What somebody can no longer do, and whose back is under whom. */
function hinderedLines(look: Look, who: number, { body, bears, carriedBy }: PersonShown): string[] {
  const { world } = look;
  const { arms, legs, faint } = world.of(state.able);
  const { bears: borne, carrier } = world.of(state.burden);
  const lines = [
    ['', 'One arm hurts.', 'Has the use of one arm only.'][arms.raw[who]!]!,
    ['', 'Limps.', 'Can only crawl.'][legs.raw[who]!]!,
    faint.raw[who] === 1 ? 'Is faint from loss of blood.' : '',
    bears === null ? '' : `Carries ${personName(look, borne.raw[who]! - 1)}.`,
    carriedBy === null ? '' : `Is carried by ${personName(look, carrier.raw[who]! - 1)}.`,
  ];
  return body.alive ? lines.filter((line) => line !== '') : [];
}

/** What somebody lacks or hides: how far hunger, thirst and cold have gone, each with the event that made it so. */
function wantLines({ world }: Look, who: number): string[] {
  return [state.hunger, state.thirsty, state.cold, state.thieving].flatMap((fact) =>
    fact.stands(world, who).map(({ clause, because }) => {
      const said = clause.object === undefined ? `Is ${clause.complement ?? ''}` : 'Has food hidden';
      const by = because.find((id) => id !== 0);
      return `${said}${by === undefined ? '' : ` (event ${by})`}.`;
    }),
  );
}

function bodyLines(look: Look, who: number, { body, condition, gear, carries }: PersonShown): string[] {
  const since = look.world.of(state.body).downBy.raw[who]!;
  const when = since === 0 ? '' : ` since ${clockOf(look, look.world.chronicle.time(since))} (event ${since})`;
  const tired = body.fatigue < 0.22 ? 'fresh' : body.fatigue < 0.4 ? 'tired' : 'worn out';
  const waking = body.awake ? `awake and ${tired}` : 'asleep';
  const state1 = {
    dead: `Dead${when}.`,
    down: `Down${when}, and can do nothing.`,
    wounded: `Wounded but on their feet, ${waking}.`,
    unhurt: `Unhurt, ${waking}.`,
  }[condition];
  const share = body.bloodLostMl / state.BLOOD_ML;
  const blood =
    share < 0.04
      ? ''
      : share < 0.15
        ? ' Has lost some blood.'
        : share < 0.3
          ? ' Has lost much blood.'
          : ' Has lost very much blood.';
  const arms = gear.weapon === 'knife' ? 'a knife' : `a ${gear.weapon} and ${goodWords('rounds', gear.rounds)}`;
  const has = `${body.alive ? 'Has' : 'Had'} ${arms}, ${goodWords('dressings', gear.dressings)}.`;
  const bears = carries === null ? [] : [`Carries ${goodWords(carries.good, carries.amount)}.`];
  return [`${state1}${body.alive ? blood : ''}`, has, ...bears];
}

function woundLines(look: Look, { wounds, body }: PersonShown): string[] {
  return wounds.map(({ region, mlPerMinute, dressed, by, event }) => {
    const from = by === null ? '' : `, by ${personName(look, look.world.cast.row(person, by))}`;
    const flows =
      mlPerMinute < 3
        ? 'it has stopped bleeding'
        : mlPerMinute < 15
          ? 'it bleeds a little'
          : mlPerMinute < 90
            ? 'it bleeds'
            : 'it bleeds badly';
    const care = dressed ? 'dressed' : 'not dressed';
    const now = body.alive ? `; ${care}, ${flows}` : '';
    return `In the ${region}, at ${clockOf(look, look.world.chronicle.time(event))}${from}${now} (event ${event}).`;
  });
}

function whereLines(look: Look, who: number, { position, body }: PersonShown): string[] {
  const { world } = look;
  const where = world.of(state.position);
  if (position.at === null) {
    const by = where.goneBy.raw[who]!;
    if (by === 0) return ['Not here: they live elsewhere.'];
    const when = `${clockOf(look, world.chronicle.time(by))} (event ${by})`;
    return [`Gone at ${when}, by way of ${thePlace(look, where.at.raw[who]!)}.`];
  }
  const onWay =
    position.bound === null || !body.alive ? '' : `, on the way to ${thePlace(look, where.bound.raw[who]! - 1)}`;
  const others = rowsOf(world, person).filter(
    (one) => one !== who && !isGone(world, one) && where.at.raw[one] === where.at.raw[who],
  );
  const living = others.filter((one) => world.of(state.body).alive.raw[one] === 1);
  const dead = others.filter((one) => !living.includes(one));
  const company =
    living.length === 0
      ? 'Nobody alive is with them.'
      : `With them: ${andList(living.map((one) => personName(look, one)))}.`;
  const bodies = dead.length === 0 ? [] : [`The dead there: ${andList(dead.map((one) => personName(look, one)))}.`];
  const here = `${capital(inThePlace(look, where.at.raw[who]!))}${onWay}, since ${clockOf(look, where.since.raw[who]!)}.`;
  return body.alive ? [here, company, ...bodies] : [here];
}

function dutyLines(look: Look, who: number, { duty, waits }: PersonShown): string[] {
  const wait = waits === null ? [] : [`Lies hidden for "${waits}", until the signal comes.`];
  const goal = look.world.of(state.duty).place.raw[who]! - 1;
  const words = goal < 0 ? null : taskWords(duty.task, thePlace(look, goal));
  if (words === null) return wait.length > 0 ? wait : ['Has been told nothing.'];
  const since =
    duty.because === null ? '' : ` (event ${duty.because}, ${clockOf(look, look.world.chronicle.time(duty.because))})`;
  return [...wait, `Told to ${words}${since}.`];
}

function heartWords(shown: PersonShown): string {
  const { onEdge } = shown.heart;
  return onEdge === null ? bearing(shown) : `${bearing(shown)} Starts at shadows (event ${onEdge}).`;
}

function bearing({ heart, body }: PersonShown): string {
  if (body.down) return 'Past fighting.';
  if (heart.broken) return 'Has had enough, and wants only to get away.';
  if (heart.pinned) return 'Keeps down under fire.';
  return heart.strain < 0.25 ? 'Calm.' : heart.strain < 0.7 ? 'Shaken, but steady.' : 'Badly shaken.';
}
