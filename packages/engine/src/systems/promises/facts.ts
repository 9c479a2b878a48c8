/** What stands between people by their own word. */
import type { Fact, Standing } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { actOf } from './said.ts';
import { isVow, promise, standingOf, whatOf } from './state.ts';

/** What somebody has promised or sworn that still stands. */
export const owed: Fact = {
  about: person,
  stands: (world, who) => {
    if (world.of(body).alive.raw[who] === 0) return [];
    const rows = world.of(promise);
    return standingOf(world, who).map((row): Standing => {
      const that = whatOf(world, row);
      const [to, of, about] = [rows.to.raw[row] - 1, rows.toGroup.raw[row] - 1, rows.about.raw[row] - 1];
      const vow = isVow(that);
      const toWhom = to >= 0 ? ({ role: 'target' } as const) : ({ role: 'group' } as const);
      return {
        words: vow ? ['vow', 'swear', 'sworn'] : ['promise', 'owe', 'word'],
        clause: {
          verb: vow ? 'have' : 'owe',
          subject: { role: 'it' },
          ...(vow
            ? { verb: 'be', complement: 'sworn', purpose: actOf(that, 'it') }
            : {
                object: toWhom,
                complements: [{ by: 'by', phrase: { noun: 'word', of: 'own' } }],
                purpose: actOf(that, 'it'),
              }),
        },
        roles: {
          ...(to < 0 ? {} : { target: { table: person, row: to } }),
          ...(of < 0 ? {} : { group: { table: group, row: of } }),
          ...(about < 0 ? {} : { about: { table: person, row: about } }),
        },
        because: [rows.given.raw[row]],
      };
    });
  },
};
