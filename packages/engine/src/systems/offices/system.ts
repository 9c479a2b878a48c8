import { peopleNames } from '../../kernel/cast.ts';
import { choice, entries, list, withDefault } from '../../kernel/shape.ts';
import type { Remark } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { peopleBodies } from '../bodies/system.ts';
import { groupOf } from '../groups/state.ts';
import { conditions } from './conditions.ts';
import { appointed, tookBack, vacant } from './events.ts';
import { inCharge } from './facts.ts';
import { OFFICES, charge, holds, seat, seatRow } from './state.ts';
import { succession } from './succession.ts';
import { words } from './words.ts';

export const peopleOffices = entries('people', {
  office: withDefault(list(choice(OFFICES), 'What they are in charge of; the second takes over from a leader.'), []),
});

/** Age from which on somebody is put in charge of things. [d] */
const OLD_ENOUGH = 16;

export const offices = defineSystem({
  id: 'offices',
  after: ['bodies', 'groups', 'squads'],
  tables: [charge, seat],
  events: { appointed, vacant, 'took-back': tookBack },
  facts: [inCharge],
  conditions,
  words,
  rules: [succession],
  scenario: [peopleOffices],
  check: (setup) => {
    const remarks: Remark[] = [];
    const seconds = new Map<string, string>();
    const names = setup.entries(peopleNames);
    for (const [key, { office }] of setup.entries(peopleOffices)) {
      if (!office.includes('second')) continue;
      const group = names.get(key)?.group ?? setup.first('groups') ?? '';
      const other = seconds.get(group);
      seconds.set(group, other ?? key);
      if (other === undefined) continue;
      remarks.push({
        severity: 'warning',
        code: 'two-seconds',
        path: ['people', key, 'office'],
        message: `${other} and ${key} are both second in ${group}.`,
        hint: `The lead would pass to ${other}.`,
      });
    }
    return remarks;
  },
  build: (world, setup) => {
    const charges = world.of(charge);
    const ages = setup.entries(peopleBodies);
    for (const [key, { office }] of setup.entries(peopleOffices)) {
      const who = world.cast.mustRow(person, key);
      if ((ages.get(key)?.age ?? OLD_ENOUGH) < OLD_ENOUGH) charges.minor.put(who, 1);
      charges.of.put(
        who,
        office.reduce((bits, each) => bits | (1 << OFFICES.indexOf(each)), 0),
      );
    }
    for (let row = 0; row < world.of(group).count * OFFICES.length; row++) world.of(seat).add();
    seatHolders(world);
  },
});

/** Of several who are in charge of the same thing, the first by name counts. */
function seatHolders(world: World): void {
  const { holder } = world.of(seat);
  for (let who = 0; who < world.of(person).count; who++) {
    for (const office of OFFICES) {
      const row = seatRow(groupOf(world, who), office);
      if (holds(world, who, office) && holder.raw[row] === 0) holder.put(row, who + 1);
    }
  }
}
