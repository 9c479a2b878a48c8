import { group, person, readEvent, state } from '@anchorhold/engine';
import { formatClock, plain } from '@anchorhold/scenario';
import { eventSayer } from '@anchorhold/story';
import type { Knower, Knowing, Unaware } from '@anchorhold/story';
import { fromWords, spanOf, sureWords } from '../show/knowledge.ts';
import type { Look } from '../show/look.ts';
import type { Page, Part } from '../show/page.ts';
import { andList } from '../text.ts';
import type { Shown } from './known.ts';

/** Names on one line, and lines of those who learned it otherwise or not at all, that a screen holds. */
const MOST_NAMES = 12;
const MOST_TOLD = 8;
const MOST_UNAWARE = 6;

const SENSED: readonly (readonly [Knowing, string])[] = [
  ['part', 'Took part'],
  ['sight', 'Saw it'],
  ['hearing', 'Heard it'],
  ['touch', 'Felt it'],
  ['own', 'Knew it'],
];

/** Who knows of an event and who does not, as a page. */
export function knowersPage(
  look: Look,
  id: number,
  known: readonly Knower[],
  unaware: readonly Unaware[],
  shown: Shown,
): Page {
  const { world } = look;
  const event = readEvent(world, id);
  const said = eventSayer(world)(event);
  // Who knows of the past as it was needs no more words than its name.
  const asItWas = ({ how, claim }: Knower): boolean => how === 'own' && said === `${claim}.`;
  const parts: Part[] = SENSED.map(([how, label]) => ({
    label,
    lines: namesLine(
      look,
      known.filter((each) => each.how === how && (how !== 'own' || asItWas(each))),
      shown,
    ),
  }));
  const lines = known
    .filter((each) => each.how === 'told' || (each.how === 'own' && !asItWas(each)))
    .map((each) => learnedLine(look, event.time, each, shown));
  const blind = unaware.map((each) => unawareLine(look, each));
  return {
    title: plain(said, 600),
    under: `${formatClock(event.time)}; who knew of it at ${formatClock(world.time)}`,
    parts: [
      ...parts,
      { label: 'Learned it', lines: upTo(lines, MOST_TOLD, shown) },
      { label: 'Unaware', lines: upTo(blind, MOST_UNAWARE, shown) },
    ],
  };
}

function namesLine(look: Look, knowers: readonly Knower[], { all }: Shown): string[] {
  if (knowers.length === 0) return [];
  const names = knowers.map(({ name }) => nameOf(look, name));
  const most = all || names.length <= MOST_NAMES + 1 ? names.length : MOST_NAMES;
  const rest = names.length - most;
  return [`${andList(rest === 0 ? names : [...names.slice(0, most), `${rest} others`])}.`];
}

/** `Jace, 40 s later, from Ysolde: Pilar is on the east wall`. */
function learnedLine(look: Look, time: number, knower: Knower, { ids }: Shown): string {
  const { name, since, path, confidence, claim, source } = knower;
  const late = since + look.begin - time;
  const when = late <= 0 ? ', at once' : `, ${spanOf(late)} later`;
  const event = !ids || source[0] === undefined ? '' : ` (event ${source[0]})`;
  return `${nameOf(look, name)}${when}${fromWords(look, path)}${sureWords(confidence)}: ${claim}${event}`;
}

function unawareLine(look: Look, { name, concern, of }: Unaware): string {
  const who = nameOf(look, name);
  switch (concern) {
    case 'leads the side':
      return `${who}, who leads ${look.shown(group, look.world.cast.mustRow(group, of!))}.`;
    case 'leads the squad':
      return `${who}, who leads ${look.shown(state.squad, look.world.cast.mustRow(state.squad, of!))}.`;
    case 'has a tie':
      return `${who}, who is close to ${nameOf(look, of!)}.`;
    default:
      return `${who}, whom it is about.`;
  }
}

const upTo = (lines: readonly string[], most: number, { all }: Shown): string[] =>
  all || lines.length <= most ? [...lines] : [...lines.slice(0, most), `and ${lines.length - most} more, with --all`];

const nameOf = (look: Look, key: string): string => look.shown(person, look.world.cast.mustRow(person, key));
