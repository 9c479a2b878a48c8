import { formatClock, plain } from '@anchorhold/scenario';
import type { TestedWhy, Why, WhyCause } from '@anchorhold/story';
import type { Style } from '../style.ts';
import { andList, wrap } from '../text.ts';
import type { StateAnswer } from './state.ts';
import { verdictWords } from './verdict.ts';

export interface WhyLook extends Style {
  /** Seconds after d1 00:00 at which the run begins. */
  readonly begin: number;
  readonly width: number;
  /** Whether the numbers of the events are shown. */
  readonly ids: boolean;
}

/** What lies further back than this is said with its distance in time, and not by the clock; in seconds. */
const LONG_PAST = 43_200;
/** Longest text of one line that is shown, in characters. */
const MOST = 600;
const INDENT = 2;
const CLOCK = 'd1 00:00:00'.length;

/** A tree of causes for a terminal: clocks in the margin, what lies behind something set in below it. */
export function setWhy(why: Why, look: WhyLook): string {
  const { event, drift, causes, left } = why;
  const lines = [
    line(look.strong(clockAt(event.time, look, null)), 0, withIds(event.text, [event.id], look), look),
    ...drift.map((each) => line('', INDENT, each, look)),
    ...causes.flatMap((cause) => causeLines(cause, INDENT, event.time, look)),
    ...more(left, INDENT, look),
  ];
  if (causes.length === 0) lines.push(line('', INDENT, nothingBehind(why), look));
  return `${lines.join('\n')}\n`;
}

/** The same, with what came of withholding the nearest causes, and below it the sorts of causes that were tried as a whole. */
export function setTestedWhy(why: TestedWhy, look: WhyLook): string {
  const blocks = why.blocks.flatMap((block) => causeLines(block, INDENT, why.event.time, look, false));
  const heading = blocks.length === 0 ? [] : ['', line('', 0, 'All that bore on it, stated or not:', look)];
  return [setWhy(why, look).trimEnd(), ...heading, ...blocks, '', line('', 0, look.faint(why.scope), look), ''].join(
    '\n',
  );
}

/** How it stands with something, for a terminal: each thing that stands, and below it why. */
export function setState({ state, causes, narrowed }: StateAnswer, look: WhyLook): string {
  const { time, about } = state;
  const clock = look.strong(clockAt(time, look, null));
  const head = narrowed ? [] : [line(clock, 0, `Of ${plain(about, 60)} that cannot be said; but this stands:`, look)];
  if (causes.length === 0) return `${line(clock, 0, `Of ${plain(about, 60)} there is nothing to say.`, look)}\n`;
  const lines = causes.flatMap((fact, at) => [
    line(at === 0 && narrowed ? clock : '', 0, plain(fact.text, MOST), look),
    ...fact.because.flatMap((each) => causeLines(each, INDENT, time, look)),
    ...more(fact.left, INDENT, look),
  ]);
  return `${[...head, ...lines].join('\n')}\n`;
}

function causeLines(cause: WhyCause, indent: number, now: number, look: WhyLook, isDated = true): string[] {
  const isHeading = cause.told.length === 0;
  const verdict = verdictWords(cause);
  const clock = isHeading || !isDated || now - cause.time > LONG_PAST ? '' : clockAt(cause.time, look, now);
  return [
    line(look.faint(clock.padStart(CLOCK)), indent, withIds(cause.text, cause.told, look), look),
    ...(verdict === null ? [] : [line('', indent, look.faint(`→ ${verdict}`), look)]),
    ...cause.because.flatMap((each) => causeLines(each, indent + INDENT, now, look)),
    ...more(cause.left, indent + INDENT, look),
  ];
}

function more(left: number, indent: number, look: WhyLook): string[] {
  return left === 0 ? [] : [line('', indent, look.faint(`… and ${left} more`), look)];
}

/** Something without causes is no gap: it is where the telling of causes begins. */
function nothingBehind({ event }: Why): string {
  return event.time < 0
    ? 'The scenario begins with it: nothing is said of what lies behind it.'
    : 'Nothing that anybody did lies behind it: it comes of the hour, the weather, or the way in which the scenario begins.';
}

/** `d1 22:23:58`; without the day where it is that of `beside`. */
function clockAt(time: number, { begin }: WhyLook, beside: number | null): string {
  const full = formatClock(begin + time);
  const exact = /:\d\d:\d\d$/.test(full) ? full : `${full}:00`;
  const [day, clock] = exact.split(' ');
  return beside !== null && formatClock(begin + beside).startsWith(`${day} `) ? clock! : exact;
}

function withIds(text: string, ids: readonly number[], look: WhyLook): string {
  const said = plain(text, MOST);
  if (!look.ids || ids.length === 0) return said;
  return `${said} (event${ids.length === 1 ? '' : 's'} ${andList(ids.map(String))})`;
}

function line(clock: string, indent: number, text: string, { width }: WhyLook): string {
  const margin = ' '.repeat(CLOCK + 2 + indent);
  const body = wrap(text, width, margin);
  const plainClock = clock === '' ? ' '.repeat(CLOCK) : clock;
  return `${plainClock}${body.slice(CLOCK)}`.trimEnd();
}
