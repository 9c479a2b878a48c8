import type { Io } from './io.ts';

/** Emphasis on a terminal that wants it; plain words elsewhere. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const between = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;
const asIs = (text: string): string => text;

/** How text on standard output may be set off: not for files and pipes, not where NO_COLOR is set. */
export function styleOf(io: Io): Style {
  const wanted = io.outIsTerminal && (io.env['NO_COLOR'] ?? '') === '' && io.env['TERM'] !== 'dumb';
  return wanted ? { strong: between(1, 22), faint: between(2, 22) } : { strong: asIs, faint: asIs };
}
