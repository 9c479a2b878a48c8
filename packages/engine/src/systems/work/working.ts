/** The hour's work: who will not, who is let off, and what each is at. */
import { purpose } from '../../kernel/chance.ts';
import { jointly } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { practise } from '../bodies/practice.ts';
import { TRUST_PARTS, readTrust, regard, regardBy, trust } from '../bonds/state.ts';
import { tiredness } from '../bodies/sleep.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { skyLight } from '../light/state.ts';
import { nourishment } from '../needs/state.ts';
import { whoSeesTo } from '../offices/state.ts';
import { bond } from '../past/state.ts';
import { homesIn } from '../routine/beds.ts';
import { isKeptUp, tiredBy } from '../routine/people.ts';
import { tellBalking } from './considered.ts';
import { letOff, refused, swapped } from './events.ts';
import { gradeOf, hourOfWork, isUpTo, isWorkingDay, today } from './hands.ts';
import { ANYTHING, DRILL, IDLE, crew, labour } from './state.ts';
import { tasks } from './tasks.ts';
import type { Task } from './tasks.ts';

/** How tired somebody is, 0..1, from which on they are let off. [d] */
const LETS_OFF = 0.6;
/** How tired somebody is from which on they may say no; what hunger, a full grudge, a tie and their temper add to that; and the chance of it at the most. [d] */
const BALKS = 0.3;
const HUNGER = 0.25;
const GRUDGE = 0.5;
const DISTRUST = 1.2;
const ANYBODY = 0.5;
const SAYS_NO = 0.5;
/** How tired somebody may be who is drilled. [d] */
const DRILLS_BELOW = 0.4;
/** Hours of a working day after which the drill begins. [d] */
const DRILL_AT = 1;
/** The share of what tires somebody that is gone back to, and the most events that are. */
const MOST_OF_IT = 0.8;
const MOST_BEHIND = 4;
const P_BALKS = purpose('work/balks');

/** As the day's work begins some will not, some have another go, and the spent are let off. */
export const rollCall = rule('work/roll-call', { phase: 'decide', at: 'hour' }, (world, beat) => {
  for (const { of, people } of homesIn(world, beat, (_, each) => hourOfWork(world, each) === 0)) {
    if (world.of(campaign).state.raw[of] === 1) continue;
    const up = people.filter((who) => world.of(body).awake.raw[who] === 1);
    const boss = whoSeesTo(world, of, null, up);
    if (boss >= 0) callOut(world, of, boss, up);
  }
});

function callOut(world: World, of: number, boss: number, up: readonly number[]): void {
  const rows = world.of(labour);
  const grudges = grudgesAgainst(world, boss);
  const free = up.filter((who) => rows.task.raw[who] === 0 && who !== boss);
  for (const who of up) {
    const task = world.ruleset.filled(tasks)[rows.task.raw[who] - 1];
    if (task === undefined || who === boss) continue;
    const u = world.luck(P_BALKS, who);
    const tired = tiredness(world, who);
    const grudge = grudges.get(who);
    const distrust = DISTRUST * (ANYBODY - trust(world, who, boss));
    const ill = GRUDGE * (grudge?.weight ?? 0) + distrust;
    const chance = chanceToBalk(world, who, ill);
    tellBalking(world, who, boss, task, chance, u);
    if (tired < LETS_OFF && u >= chance) continue;
    world.trace.open(who, world.time);
    rows.task.at(who);
    const hungerBy = world.of(nourishment).level.at(who) > 0 ? world.of(nourishment).levelBy.raw[who] : 0;
    readTrust(world, who, boss);
    const against = ill > 0 ? [grudge?.by ?? 0, ...(distrust > 0 ? mistrustedFor(world, who, boss) : [])] : [];
    const spent = tired >= LETS_OFF ? starvedBy(world, who) : [hungerBy, ...against];
    const ids = [...new Set([...tiredBy(world, who), ...spent, rows.by.raw[who]])];
    const because = jointly(
      ids.filter((id) => id !== 0),
      1,
    );
    const roles = { actor: who, target: boss, group: of };
    if (tired >= LETS_OFF) world.propose(letOff, { ...roles, actor: boss, target: who, work: task.work }, because);
    else {
      const other = fresher(world, free, task, tired);
      if (other >= 0) free.splice(free.indexOf(other), 1);
      if (other >= 0) world.propose(swapped, { ...roles, target: other, work: task.work }, because);
      else world.propose(refused, { ...roles, work: task.work }, because);
    }
    world.trace.close(false);
  }
}

/** What somebody has lost flesh by, which tires them. Tracked. */
function starvedBy(world: World, who: number): readonly number[] {
  const { lost } = world.of(nourishment);
  return lost.at(who) > 0 ? lost.contributors(who, MOST_OF_IT).slice(0, MOST_BEHIND) : [];
}

/** The chance that somebody will not do what they are set to: none while they are fresh, fed and think well of whoever says so. */
export function chanceToBalk(world: World, who: number, ill: number): number {
  const hunger = HUNGER * world.of(nourishment).level.raw[who];
  const will = tiredness(world, who) + hunger + ill + world.of(labour).balky.raw[who];
  return SAYS_NO * Math.min(1, Math.max(0, will - BALKS) / (1 - BALKS));
}

/** What each who holds a grudge against somebody holds, and whence it comes. One pass. */
function grudgesAgainst(world: World, boss: number): Map<number, { weight: number; by: number }> {
  const rows = world.of(bond);
  const found = new Map<number, { weight: number; by: number }>();
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.to.raw[row] !== boss || rows.grudge.raw[row] === 0) continue;
    found.set(rows.from.raw[row], { weight: rows.grudge.raw[row], by: rows.by.raw[row] });
  }
  return found;
}

/** What somebody is trusted less for than anybody else would be. */
function mistrustedFor(world: World, who: number, whom: number): number[] {
  const worst = TRUST_PARTS.reduce((a, b) => (regard(world, who, whom, b) < regard(world, who, whom, a) ? b : a));
  return regard(world, who, whom, worst) < 0 ? regardBy(world, who, whom, worst).slice(0, 1) : [];
}

/** Of those who have nothing to do, the least tired who is up to a task and less tired than whoever asks; -1 for nobody. */
function fresher(world: World, free: readonly number[], task: Task, tired: number): number {
  let best = -1;
  let least = tired;
  for (const who of free) {
    if (!isUpTo(gradeOf(world, who), task) || tiredness(world, who) >= least) continue;
    [best, least] = [who, tiredness(world, who)];
  }
  return best;
}

/** What each is at: it is drift, as are the strength that it takes and what is learnt by it. */
export const goTo = rule('work/go-to', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const rows = world.of(labour);
  const { awake } = world.of(body);
  for (const who of beat.members) {
    if (rows.doing.raw[who] !== IDLE) rows.doing.raw[who] = IDLE;
    if (awake.raw[who] === 0 && rows.worked.raw[who] !== 0) rows.worked.raw[who] = 0;
  }
  const light = skyLight(world);
  for (const { of, people } of homesIn(world, beat, isWorkingDay)) {
    const hour = hourOfWork(world, of);
    if (world.of(campaign).state.raw[of] === 1) continue;
    const drills = hour >= DRILL_AT && hour < DRILL_AT + world.of(crew).drill.raw[of];
    const known: boolean[] = [];
    // Only what somebody is set to is asked whether there is anything of it to do.
    const isTime: IsTime = (i) => (known[i] ??= isOn(world, of, world.ruleset.filled(tasks)[i], light, people.length));
    for (const who of people) rows.doing.raw[who] = doingNow(world, who, isTime, drills);
    for (const who of people) if (rows.doing.raw[who] !== IDLE) toil(world, who);
  }
});

/** Whether a task can be done at this hour and by this light, and there is anything of it to do. */
function isOn(world: World, of: number, task: Task, light: number, fit: number): boolean {
  const hour = Math.floor(world.time / 3600) % 24;
  return hour >= task.from && hour < task.until && light >= task.light && task.want(world, of, fit) !== null;
}

/** Whether it is time for a task, by its place among them, and there is something of it to do. */
type IsTime = (index: number) => boolean;

function doingNow(world: World, who: number, isTime: IsTime, drills: boolean): number {
  const rows = world.of(labour);
  if (world.of(body).awake.raw[who] === 0 || isKeptUp(world, who) || rows.off.raw[who] === today(world)) return IDLE;
  const number = errandOf(world, rows.task.raw[who], isTime);
  const grade = number === 0 && !drills ? 0 : gradeOf(world, who);
  if (number > 0 && isTime(number - 1)) {
    return isUpTo(grade, world.ruleset.filled(tasks)[number - 1]) ? number : IDLE;
  }
  return drills && grade === ANYTHING && tiredness(world, who) < DRILLS_BELOW ? DRILL : IDLE;
}

/** Who is set to a sort of work and finds nothing to do at one task of it goes on with another that waits. */
function errandOf(world: World, number: number, isTime: IsTime): number {
  if (number === 0 || isTime(number - 1)) return number;
  const all = world.ruleset.filled(tasks);
  const other = all.findIndex(({ work }, i) => work === all[number - 1].work && isTime(i));
  return other < 0 ? number : other + 1;
}

/** An hour of it takes strength; whoever tends learns to, and drill makes a shot, or a scout, of people. */
function toil(world: World, who: number): void {
  const rows = world.of(labour);
  const task = world.ruleset.filled(tasks)[rows.doing.raw[who] - 1];
  if (task?.heavy === true) rows.worked.raw[who] = rows.worked.raw[who] + 1;
  if (task?.work === 'tend') practise(world, who, 'care');
  if (task !== undefined) return;
  const { aim, stealth } = world.of(body);
  practise(world, who, stealth.raw[who] < aim.raw[who] ? 'stealth' : 'aim');
}
