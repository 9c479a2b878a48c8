import { purpose } from '../../kernel/chance.ts';
import { nameIn } from '../../kernel/shape.ts';
import { command, defineSystem, fill } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { courses } from '../conduct/course.ts';
import { position } from '../places/state.ts';
import { hampers } from '../places/system.ts';
import { bleed } from './bleeding.ts';
import { dressed, leftOff, tend, tended } from './care.ts';
import { help, helpOneself } from './courses.ts';
import { feverBroke, fevered, gotStrong, gotUp, healed, maimed, regained } from './course.ts';
import { mend } from './days.ts';
import { died, disabled, fell, weakened, wounded } from './events.ts';
import { injure } from './injury.ts';
import { DEAD_AT, DIFFERS, DOWN_AT, able, fever, vitals, wound } from './state.ts';
import { course, life } from './facts.ts';
import { words } from './words.ts';

export { dressed, leftOff, tended, worstWound } from './care.ts';
export { died, disabled, fell, weakened, wounded } from './events.ts';

/** Pace of somebody who limps, crawls, or is faint, as a share of what it would be. [d] */
const LIMPS = 0.4;
const CRAWLS = 0.12;
const TOTTERS = 0.7;
const P_HARDY = purpose('wounds/hardy');

/** The author's hand has somebody hit, as by a rifle, from nowhere. */
const hit = command('hit', 'intervention', { who: nameIn('people', 'Who is hit.') }, (world, value) => {
  const target = world.cast.mustRow(person, value.who);
  const place = world.of(position).at.raw[target];
  world.propose(wounded, { target, actor: -1, place, ...injure(world, target, target) });
});

export const wounds = defineSystem({
  id: 'wounds',
  after: ['bodies', 'places', 'groups'],
  tables: [wound, vitals, able, fever],
  events: {
    wounded,
    disabled,
    weakened,
    fell,
    died,
    tended,
    dressed,
    'left-off': leftOff,
    fevered,
    'fever-broke': feverBroke,
    'got-up': gotUp,
    'got-strong': gotStrong,
    healed,
    regained,
    maimed,
  },
  facts: [life, course],
  words,
  affair: 'wounded',
  rules: [bleed, tend, mend],
  commands: [hit],
  fills: [
    fill(courses, help, helpOneself),
    fill(hampers, (world, who) => {
      const { legs, faint } = world.of(able);
      const walks = [1, LIMPS, CRAWLS][legs.at(who)];
      return faint.at(who) === 1 ? walks * TOTTERS : walks;
    }),
  ],
  build: (world) => {
    const state = world.of(vitals);
    for (let who = 0; who < world.of(person).count; who++) {
      const hardy = world.chance.uniform(P_HARDY, world.nameLo(person, who), 0, 0);
      state.downAt.put(who, DOWN_AT + DIFFERS * hardy);
      state.deadAt.put(who, DEAD_AT + DIFFERS * hardy);
    }
  },
});
