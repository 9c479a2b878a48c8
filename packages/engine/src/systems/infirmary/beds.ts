/** What a scenario says of where the wounded lie, and what is odd about it. */
import { peopleOf } from '../../kernel/cast.ts';
import { entries, integer, nameIn, optionally } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { peopleBodies } from '../bodies/system.ts';
import { groupBonds } from '../groups/system.ts';
import { placeOf } from '../places/system.ts';

export const groupWards = entries('groups', {
  infirmary: optionally(nameIn('places', 'Where it brings its wounded; its home where it is left out.')),
  beds: optionally(
    integer(0, 500, 'How many beds there are for its wounded; as many as it takes where it is left out.'),
  ),
});

/** What is odd about the beds for the wounded. */
export function oddBeds(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  const bodies = setup.entries(peopleBodies);
  const people = peopleOf(setup);
  for (const [key, { infirmary: named, beds }] of setup.entries(groupWards)) {
    if (beds === undefined) continue;
    const path = ['groups', key, 'beds'];
    const where = named ?? setup.entries(groupBonds).get(key)?.home;
    if (where === undefined) {
      const message = `${key} has neither an infirmary nor a home for ${beds} beds to stand in.`;
      remarks.push({ severity: 'warning', code: 'no-ward', path, message, hint: 'Add "infirmary:" or "home:".' });
      continue;
    }
    const taken = people.filter(
      (each) =>
        each.group === key && placeOf(setup, each.key, each.group) === where && bodies.get(each.key)?.asleep === true,
    );
    if (named === undefined || taken.length <= beds) continue;
    remarks.push({
      severity: 'warning',
      code: 'beds-taken',
      path,
      message: `${taken.length} people lie in ${where} as it begins, and ${beds === 1 ? 'there is one bed' : `there are ${beds} beds`}.`,
      hint: `Write "beds: ${taken.length}", or have fewer begin there.`,
    });
  }
  return remarks;
}
