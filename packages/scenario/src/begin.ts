import type { Begin } from '@anchorhold/engine';
import { accept, refuse, type Parsed } from './decimal.ts';
import { nearest } from './nearest.ts';
import { plain } from './plain.ts';
import { parseClock, parseMoment } from './time.ts';

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const PARTS = ['early', 'mid', 'late'] as const;
const HINT = 'Write season, clock and weather, such as: late autumn, d1 16:30, river fog.';

const MISSING = { season: 'summer', part: 'mid', time: 0 } as const;

/**
 * When a scenario begins: a season (`autumn`, `late autumn`), a moment (`d1 16:30`; `16:30` is on d1) and words for the
 * weather, between commas and in any order. A season alone is its middle; what else is left out comes from `missing`, weather apart.
 */
export function parseBegin(text: string, missing: Omit<Begin, 'weather'> = MISSING): Parsed<Begin> {
  let season: Pick<Begin, 'season' | 'part'> | null = null;
  let time: number | null = null;
  const weather: string[] = [];
  for (const raw of text.split(',').slice(0, 50)) {
    const item = raw.trim().replace(/\s+/g, ' ');
    if (item === '') continue;
    const asSeason = parseSeason(item);
    if (asSeason !== null) {
      if (season !== null) return refuse('bad-begin', `"${plain(item, 40)}" is a second season.`, HINT, true);
      season = asSeason;
    } else if (/^d\s?-?\d|^\d+(?::|[a-z]?$)/i.test(item)) {
      const moment = parseTime(item);
      if (!moment.ok) return moment;
      if (time !== null) return refuse('bad-begin', `"${plain(item, 40)}" is a second time.`, HINT, true);
      time = moment.value;
    } else {
      const meant = misspeltSeason(item);
      if (meant !== null) {
        return refuse('bad-begin', `"${plain(item, 40)}" is no season.`, `Nearest: ${meant}.`, true);
      }
      weather.push(item);
    }
  }
  if (season === null && time === null && weather.length === 0)
    return refuse('bad-begin', 'The beginning is empty.', HINT);
  return accept({
    season: missing.season,
    part: missing.part,
    ...season,
    time: time ?? missing.time,
    weather,
  });
}

function parseSeason(item: string): Pick<Begin, 'season' | 'part'> | null {
  const words = item.toLowerCase().split(' ');
  const season = SEASONS.find((name) => name === words.at(-1));
  if (season === undefined || words.length > 2) return null;
  if (words.length === 1) return { season, part: 'mid' };
  const part = PARTS.find((name) => name === words[0]);
  return part === undefined ? null : { season, part };
}

function parseTime(item: string): Parsed<number> {
  const clock = parseClock(item);
  if (clock !== null) return accept(clock);
  const moment = parseMoment(item);
  return moment.ok || moment.recognised ? moment : refuse('bad-begin', moment.message, HINT, true);
}

/** What was meant by `late autum` or `latte autumn`: words of which one is a slip away from a season or its part. */
function misspeltSeason(item: string): string | null {
  const words = item.toLowerCase().split(' ');
  if (words.length > 2) return null;
  const season = nearest(words.at(-1) ?? '', SEASONS);
  if (season === null) return null;
  const part = words.length === 2 ? nearest(words[0] ?? '', PARTS) : '';
  return part === null ? null : `${part} ${season}`.trim();
}
