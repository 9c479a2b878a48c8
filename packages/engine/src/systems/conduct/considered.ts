import { SELF, oneself, option, weighed } from '../../kernel/deliberation.ts';
import type { Considered, Matter, Statement } from '../../kernel/deliberation.ts';
import type { Race } from '../../kernel/race.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, refugeOf } from '../groups/state.ts';
import { contingency, duty } from '../orders/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { vitals } from '../wounds/state.ts';
import { busy, courses } from './course.ts';
import type { Course, Option } from './course.ts';

/** A race that has been run over the options of somebody, and the course that each belongs to. */
export interface Choice {
  readonly of: readonly Course[];
  readonly offered: readonly Option[];
  readonly race: Race;
}

const WHAT_TO_DO: Matter = { id: 'conduct/choice', ask: 'what', weight: 'beat', clause: { verb: 'do', subject: SELF } };

/** Tell what somebody has weighed; with no race where they had no choice. */
export function tellChoice(world: World, who: number, made: Choice | null): void {
  weighed(world, WHAT_TO_DO, () => whatWasWeighed(world, who, made), { actor: [person, who] });
}

function whatWasWeighed(world: World, who: number, made: Choice | null): Considered[] {
  const forced = made === null ? whyForced(world, who) : null;
  const considered: Considered[] = forced === null ? [] : [forced.done];
  const total = made === null ? 0 : made.offered.reduce((sum, _, index) => sum + made.race.weightAt(index), 0);
  const won = made === null ? -1 : winnerOf(made);
  const all = world.ruleset.filled(courses);
  for (const course of [...all.filter((each) => !each.seldom), ...all.filter((each) => each.seldom)]) {
    let found = false;
    made?.of.forEach((each, index) => {
      if (each !== course) return;
      found = true;
      considered.push(raced(world, who, made, index, total, index === won));
    });
    if (found) continue;
    const open = course.options(world, who).length > 0;
    const failed = open ? (forced?.why ?? whyShut(world, who, course)) : course.closed(world, who, null);
    considered.push(option(course.id, course.says(world, who, null), failed));
  }
  return considered;
}

function raced(
  world: World,
  who: number,
  { of, offered, race }: Choice,
  i: number,
  total: number,
  won: boolean,
): Considered {
  const course = of[i];
  const weight = race.weightAt(i);
  const says = course.says(world, who, offered[i]);
  if (weight === 0) return option(course.id, says, course.closed(world, who, offered[i]));
  const score = { by: 'race', weight, share: weight / total, time: race.timeAt(i) } as const;
  return option(course.id, says, null, { score, speaks: course.speaks?.(world, who, offered[i]) ?? [], chosen: won });
}

function winnerOf({ offered, race }: Choice): number {
  return offered.reduce((best, _, i) => (race.timeAt(i) < (best < 0 ? Infinity : race.timeAt(best)) ? i : best), -1);
}

interface Forced {
  readonly why: Statement;
  readonly done: Considered;
}

/** What leaves somebody no choice, and what they do because of it. */
function whyForced(world: World, who: number): Forced {
  const patient = world.of(vitals).tending.raw[who] - 1;
  if (patient === who) {
    const object = { noun: 'wound', of: 'own' } as const;
    return {
      why: oneself(who, { verb: 'bind up', object, aspect: 'progressive' }),
      done: forcedTo('wounds/tend', oneself(who, { verb: 'go on binding up', object })),
    };
  }
  if (patient >= 0) {
    const to = { complements: [{ by: 'to', phrase: { role: 'target' } }] } as const;
    const target = [person, patient] as const;
    return {
      why: oneself(who, { verb: 'see', ...to, aspect: 'progressive' }, { target }),
      done: forcedTo('wounds/tend', oneself(who, { verb: 'go on seeing', ...to }, { target })),
    };
  }
  if (world.of(nerves).broken.raw[who] === 0) {
    const head = { noun: 'head', of: 'own' } as const;
    return {
      why: oneself(who, { verb: 'be', complement: 'kept down by fire' }),
      done: forcedTo('conduct/keep-down', oneself(who, { verb: 'keep', object: head, complement: 'down' })),
    };
  }
  const goal = refugeOf(world, groupOf(world, who));
  const why = oneself(who, { verb: 'lose', object: { noun: 'nerve', of: 'own' }, aspect: 'perfect' });
  const complements = [{ by: 'for', phrase: { role: 'place' } }] as const;
  const run =
    goal < 0 ? oneself(who, { verb: 'run' }) : oneself(who, { verb: 'run', complements }, { place: [place, goal] });
  return { why, done: forcedTo('conduct/run', run) };
}

const forcedTo = (id: string, says: Statement): Considered => option(id, says, null, { chosen: true });

/** What keeps somebody from a course that would have something to offer. */
function whyShut(world: World, who: number, course: Course): Statement {
  if (world.of(notice).hidden.raw[who] === 1 && course.whileHidden !== true) {
    const plan = world.of(duty).plan.raw[who] - 1;
    if (plan < 0) return oneself(who, { verb: 'lie', complement: 'hidden' });
    const complements = [{ by: 'until the signal for', phrase: { role: 'plan' } }] as const;
    return oneself(who, { verb: 'lie', complement: 'hidden', complements }, { plan: [contingency, plan] });
  }
  for (const each of world.ruleset.filled(busy)) {
    if (each.leaves(world, who)?.includes(course.id) === false) return each.says(world, who);
  }
  return oneself(who, { verb: 'have', object: { noun: 'too much else to think of', of: 'none' } });
}
