import { oneself } from '../../kernel/deliberation.ts';
import type { Course } from './course.ts';

/** How much it draws somebody to do nothing else than before. [d] */
const STAY = 0.6;

/** To stay as one is. */
export const stay: Course = {
  id: 'conduct/stay',
  whileHidden: true,
  options: () => [{ whom: -1, datum: -1, key: 3, bound: STAY }],
  weight: (_world, _who, option) => option.bound,
  says: (_world, who) => oneself(who, { verb: 'go on as before' }),
  closed: () => null,
  act: () => {},
};
