import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, maybe, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person } from '../../kernel/tables.ts';
import { leaderOf } from '../groups/state.ts';
import { DAY, GRADES, SAYS, isNews, report, reportRow, site } from './state.ts';

/** How a report was come by. */
const HOW = ['seen', 'told'] as const;

/** A group comes by a report of a site: it saw so itself, or was told, by one of its own or by another group. So many days old. */
export const heard = eventKind('region/heard', {
  roles: { group: role(group), site: role(site), target: maybe(group), actor: maybe(person) },
  data: { says: oneOf(SAYS), how: oneOf(HOW), grade: oneOf(GRADES), days: whole32('days') },
  // What was common talk before the beginning, or lies before everybody's eyes, has nothing behind it.
  uncaused: true,
  possible: (world, event) => isNews(world, event.group, event.site, event.says, world.time - event.days * DAY),
  apply: (world, event) => {
    const rows = world.of(report);
    const row = reportRow(world, event.group, event.site, event.says);
    rows.heard.put(row, 1);
    rows.by.put(row, event.id);
    rows.when.put(row, event.time - event.days * DAY);
    rows.from.put(row, (event.target ?? -1) + 1);
    rows.grade.put(row, GRADES.indexOf(event.grade));
    // Where all is gone there is no food to be had, and the other way round.
    const contrary = event.says === 'food' ? 'nothing left' : event.says === 'nothing left' ? 'food' : null;
    if (contrary !== null) rows.heard.put(reportRow(world, event.group, event.site, contrary), 0);
    const leader = leaderOf(world, event.group);
    if (leader >= 0 && leader !== event.actor) world.chronicle.addWitness(witnessWord(leader, BY_HEARING, 255));
  },
});
