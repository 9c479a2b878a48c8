import { group, person } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import type { Report } from '@anchorhold/story';
import { spanOf } from '../show/knowledge.ts';
import { groupName } from '../show/look.ts';
import type { Look } from '../show/look.ts';
import type { Page } from '../show/page.ts';
import { sinceBegin } from '../time-words.ts';
import type { Shown } from './known.ts';

/** Reports that a screen holds, on a page of their own and below what somebody knows. */
const SCREENFUL = 14;
const BELOW = 6;

/** What a group has heard of places beyond the map, as a page. */
export function reportsPage(look: Look, of: number, reports: readonly Report[], about: string, shown: Shown): Page {
  return {
    title: `What ${groupName(look, of)} has heard${about}`,
    under: `${formatClock(look.world.time)}, ${sinceBegin(look.time)}`,
    parts: [{ label: 'Word', lines: reportLines(look, reports, shown, SCREENFUL) }],
  };
}

/** The same below what one of theirs knows. */
export function reportLines(look: Look, reports: readonly Report[], { all, ids }: Shown, most = BELOW): string[] {
  const shown = all || reports.length <= most + 1 ? reports : reports.slice(0, most);
  const lines = shown.map((report) => lineOf(look, report, ids));
  return shown.length === reports.length ? lines : [...lines, `and ${reports.length - shown.length} more, with --all`];
}

/** `Food is to be had at Saltmarsh: 3 days ago, from Petros, grade A`. */
function lineOf(look: Look, report: Report, ids: boolean): string {
  const { claim, grade, when, source } = report;
  const age = look.time - when;
  const ago = age < 60 ? 'just now' : `${spanOf(age)} ago`;
  return `${claim}: ${ago}, ${whence(look, report)}, grade ${grade}${ids ? ` (event ${source})` : ''}`;
}

function whence(look: Look, { how, from }: Report): string {
  if (how === 'seen') return 'seen by their own people';
  if (from === null) return 'from hearsay';
  const table = from.table === 'person' ? person : group;
  return `from ${look.shown(table, look.world.cast.mustRow(table, from.key))}`;
}
