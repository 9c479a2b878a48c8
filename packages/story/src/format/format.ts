import type { Section, Telling } from '../told.ts';
import type { Entry } from '../voice/entries.ts';
import { escapeHtml, escapeMarkdown } from './escape.ts';
import { wrap } from './wrap.ts';

export type Format = 'text' | 'md' | 'html';

function paragraph(section: Section): string {
  return section.sentences.map(({ text }) => text).join(' ');
}

/** Plain text for a terminal, wrapped at `width` characters. */
export function asText(telling: Telling, width = 100): string {
  const sections = telling.sections.map(
    (section) => `${wrap(section.title, width)}\n\n${wrap(paragraph(section), width)}`,
  );
  const rule = '='.repeat(Math.min(width, [...telling.title].length));
  return `${wrap(telling.title, width)}\n${rule}\n\n${sections.join('\n\n')}\n`;
}

export function asMarkdown(telling: Telling): string {
  const sections = telling.sections.map(
    (section) => `## ${escapeMarkdown(section.title)}\n\n${escapeMarkdown(paragraph(section))}`,
  );
  return `# ${escapeMarkdown(telling.title)}\n\n${sections.join('\n\n')}\n`;
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 3rem 1.25rem 5rem; max-width: 34rem; font: 1.125rem/1.6 Georgia, "Times New Roman", serif;
  color: #1d1b18; background: #fbfaf7; hyphens: auto; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: normal; margin: 0 0 2.5rem; }
h2 { font-size: 1.125rem; font-weight: normal; font-style: italic; margin: 2.5rem 0 0.5rem; break-after: avoid; }
p { margin: 0; orphans: 3; widows: 3; }
@media (prefers-color-scheme: dark) { body { color: #e6e2da; background: #1a1917; } }
@media print { body { max-width: none; padding: 0; font-size: 11pt; color: #000; background: none; } }
`;

/** One self-contained page, without script and without anything fetched. Each sentence names its events in `data-events`. */
export function asHtml(telling: Telling): string {
  const title = escapeHtml(telling.title);
  const sections = telling.sections.map((section) => {
    const sentences = section.sentences.map(
      ({ text, events }) => `<span data-events="${events.join(' ')}">${escapeHtml(text)}</span>`,
    );
    return `<section>\n<h2>${escapeHtml(section.title)}</h2>\n<p>${sentences.join(' ')}</p>\n</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

export function formatTelling(telling: Telling, format: Format, width = 100): string {
  return format === 'html' ? asHtml(telling) : format === 'md' ? asMarkdown(telling) : asText(telling, width);
}

/** Entries for a terminal, the clock in the margin where it changes. */
export function entriesAsText(entries: readonly Entry[], width = 100): string {
  const margin = ' '.repeat(7);
  return entries
    .map(({ clock, text }, at) => {
      const shown = clock === entries[at - 1]?.clock ? '' : clock;
      const gap = at > 0 && shown !== '' ? '\n' : '';
      return `${gap}${shown.padEnd(margin.length)}${wrap(text, width, margin).slice(margin.length)}`.trimEnd();
    })
    .join('\n');
}
