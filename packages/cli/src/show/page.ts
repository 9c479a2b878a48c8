import { plain } from '@anchorhold/scenario';
import { wrap } from '../text.ts';

/** Characters of one line before it is wrapped: what a run folder holds may come from a stranger. */
const MOST = 2_000;

/** One part of what is shown: a label in the margin, and sentences or short lines beside it. */
export interface Part {
  readonly label: string;
  /** Each on a line of its own, wrapped. */
  readonly lines: readonly string[];
}

export interface Page {
  readonly title: string;
  readonly under: string;
  readonly parts: readonly Part[];
}

/** A page for a terminal: labels in the margin, text beside it. Parts without lines are left out. */
export function setPage({ title, under, parts }: Page, width: number, strong: (text: string) => string): string {
  const there = parts.filter(({ lines }) => lines.length > 0);
  const margin = Math.max(0, ...there.map(({ label }) => label.length)) + 4;
  const body = there.map(({ label, lines }) => {
    const set = lines
      .map((line) => wrap(plain(line, MOST), width, ' '.repeat(margin), ' '.repeat(margin + 2)))
      .join('\n');
    return `  ${strong(label)}${set.slice(2 + label.length)}`;
  });
  return `${strong(plain(title))}\n${under}\n\n${body.join('\n')}\n`;
}
