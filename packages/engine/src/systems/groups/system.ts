import { groupNames, peopleOf } from '../../kernel/cast.ts';
import { eventKind, role } from '../../kernel/events.ts';
import { entries, list, nameIn, optionally, withDefault } from '../../kernel/shape.ts';
import type { Remark } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { MOST_GROUPS, member, peopleIn, side } from './state.ts';
import { words } from './words.ts';

export const groupBonds = entries('groups', {
  'hostile to': withDefault(list(nameIn('groups', 'Groups it takes for enemies; they return it.')), []),
  home: optionally(nameIn('places', 'Where it lives.')),
});

/** Somebody takes the lead after a leader has fallen. */
export const succeeded = eventKind('groups/succeeded', {
  roles: { actor: role(person), target: role(person), group: role(group) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const sides = world.of(side);
    sides.leader.put(event.group, event.actor + 1);
    // Whoever led first has the lead back, and not whoever stood in for them.
    if (sides.before.raw[event.group] === 0) sides.before.put(event.group, event.target + 1);
    sides.ledBy.put(event.group, event.id);
  },
});

export const groups = defineSystem({
  id: 'groups',
  tables: [member, side],
  events: { succeeded },
  words,
  scenario: [groupBonds],
  check: (setup) => {
    const remarks: Remark[] = [];
    const all = setup.entries(groupNames);
    if (all.size > MOST_GROUPS) {
      remarks.push({
        severity: 'error',
        code: 'too-many-groups',
        path: ['groups'],
        message: `There are ${all.size} groups; ${MOST_GROUPS} is the most.`,
      });
    }
    const counts = new Map<string, number>();
    for (const each of peopleOf(setup)) counts.set(each.group, (counts.get(each.group) ?? 0) + 1);
    for (const [key, fields] of all) {
      if ((counts.get(key) ?? 0) === 0) {
        remarks.push({
          severity: 'warning',
          code: 'empty-group',
          path: ['groups', key],
          message: `Nobody belongs to ${key}.`,
          hint: 'Give it people, or extras.',
        });
      }
      const leader = fields.leader;
      const theirs = leader === undefined ? undefined : peopleOf(setup).find((each) => each.key === leader)?.group;
      if (theirs !== undefined && theirs !== key) {
        remarks.push({
          severity: 'error',
          code: 'foreign-leader',
          path: ['groups', key, 'leader'],
          message: `${leader} belongs to ${theirs} and cannot lead ${key}.`,
          hint: `Write "group: ${key}" at ${leader}, or name somebody of ${key}.`,
        });
      }
    }
    for (const [key, fields] of setup.entries(groupBonds)) {
      if (fields['hostile to'].includes(key)) {
        remarks.push({
          severity: 'error',
          code: 'own-enemy',
          path: ['groups', key, 'hostile to'],
          message: `${key} cannot be its own enemy.`,
        });
      }
    }
    return remarks;
  },
  build: (world, setup) => {
    const members = world.of(member);
    peopleOf(setup).forEach((each, who) => members.group.put(who, world.cast.mustRow(group, each.group)));
    const sides = world.of(side);
    const bonds = setup.entries(groupBonds);
    for (const [key, fields] of setup.entries(groupNames)) {
      const row = world.cast.mustRow(group, key);
      const leader =
        fields.leader === undefined ? (peopleIn(world, row)[0] ?? -1) : world.cast.mustRow(person, fields.leader);
      sides.leader.put(row, leader + 1);
      const bond = bonds.get(key)!;
      if (bond.home !== undefined) sides.home.put(row, world.cast.mustRow(place, bond.home) + 1);
      for (const enemy of bond['hostile to']) {
        const other = world.cast.mustRow(group, enemy);
        sides.hostile.put(row, sides.hostile.raw[row] | (1 << other));
        sides.hostile.put(other, sides.hostile.raw[other] | (1 << row));
      }
    }
  },
});
