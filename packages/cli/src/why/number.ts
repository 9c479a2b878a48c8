import type { History } from '@anchorhold/runs';
import { plain } from '@anchorhold/scenario';
import { CommandError } from '../exit.ts';

/** The number of an event as typed. Throws CommandError that says what numbers there are, or where to look for one. */
export function eventNumber({ events, names, kinds }: History, typed: string): number {
  const text = typed.trim();
  const shown = `"${plain(typed, 80)}"`;
  if (events.length === 0) throw new CommandError('Nothing happened in this run.');
  if (/^\d+$/.test(text)) {
    const id = Number(text);
    if (id >= 1 && id <= events.length) return id;
    throw new CommandError(`There is no event ${plain(text, 20)}: this run has the events 1 to ${events.length}.`);
  }
  const kind = kinds.find((each) => each.id === text || each.id.split('/')[1] === text);
  if (kind !== undefined) {
    throw new CommandError(
      `${shown} is a kind of event, and not one event. "events --kind ${kind.id}" lists them; ask with the number of one.`,
    );
  }
  const named = names.some(({ key, name }) =>
    [key, name].some((each) => text.toLowerCase().includes(each.toLowerCase())),
  );
  const hint = named
    ? `To ask how it came to stand so with somebody or something, use --state ${shown}.`
    : 'Look in "events", which lists every event with its number in front.';
  throw new CommandError(`${shown} is no number of an event. ${hint}`);
}
