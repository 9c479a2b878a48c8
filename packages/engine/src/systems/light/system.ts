import { begin } from '../../kernel/cast.ts';
import { sinTurn } from '../../kernel/curves.ts';
import { eventKind, oneOf } from '../../kernel/events.ts';
import { defineSystem } from '../../kernel/system.ts';
import { agendaAct, schedule } from '../../kernel/agenda.ts';
import type { World } from '../../kernel/world.ts';
import { purpose } from '../../kernel/chance.ts';
import { fog, sky } from './state.ts';
import { words } from './words.ts';

export const PARTS = ['night', 'dawn', 'day', 'dusk'] as const;
/** Hour of sunrise by season, at the middle of the temperate north. [d] */
const SUNRISE: Readonly<Record<string, number>> = { spring: 6.2, summer: 4.6, autumn: 6.8, winter: 8 };
/** How long dawn and dusk take, in hours. [d] */
const TWILIGHT = 0.75;
/** Light under a full and a half moon on a clear night, and under stars alone, on a scale where day is 1. [d] */
const FULL_MOON = 0.26;
const MOONLIGHT = 0.16;
const STARLIGHT = 0.06;
/** Fog that each weather word stands for. [d] */
const FOG_OF: Readonly<Record<string, number>> = {
  fog: 0.6,
  mist: 0.35,
  rain: 0.3,
  snow: 0.35,
  haze: 0.15,
  smoke: 0.25,
};
/** Words for a night without a moon to be seen, for one with a full moon, and those that change nothing. */
const DARK_WORDS = ['overcast', 'cloud', 'rain', 'snow', 'moonless', 'no moon', 'new moon', 'dark'];
const BRIGHT_WORDS = ['full moon'];
const PLAIN_WORDS = ['half moon', 'moon', 'clear', 'still', 'cold', 'bitter', 'warm', 'frost', 'wind'];
/** How often the weather may turn, in hours, and how likely it does. [d] */
const WEATHER_EVERY = 2;
const WEATHER_TURNS = 0.3;
/** How likely mist lifts at such a time when the sun is well up; none comes down by then. [d] */
const LIFTS_BY_DAY = 0.7;
const P_WEATHER = purpose('light/weather');

/** A part of the day begins. */
export const turned = eventKind('light/turned', { roles: {}, data: { part: oneOf(PARTS) }, uncaused: true });
/** Mist comes down or lifts. */
export const misted = eventKind('light/misted', {
  roles: {},
  data: { mist: oneOf(['came down', 'lifted']) },
  uncaused: true,
  apply: (world, event) => {
    const skies = world.of(sky);
    skies.fog.put(0, event.mist === 'lifted' ? 0.05 : Math.min(0.6, skies.fog.raw[0] + 0.3));
  },
});

/** Light of the sky, 0..1, at a moment; `night` is what is left of it by night. */
export function lightAt(season: string, night: number, seconds: number): number {
  const hour = (((seconds % 86400) + 86400) % 86400) / 3600;
  const rise = SUNRISE[season] ?? 6.5;
  const set = 24 - rise + 0.5;
  const up = Math.min((hour - rise) / TWILIGHT, (set - hour) / TWILIGHT);
  if (up <= 0) return night;
  if (up >= 1) return 1;
  return night + (1 - night) * up * sinTurn(up / 4);
}

function nightLight(weather: readonly string[]): number {
  const says = (words: readonly string[]): boolean => weather.some((said) => words.some((word) => said.includes(word)));
  if (says(DARK_WORDS)) return STARLIGHT;
  return says(BRIGHT_WORDS) ? FULL_MOON : MOONLIGHT;
}

function partAt(season: string, seconds: number): (typeof PARTS)[number] {
  const hour = (((seconds % 86400) + 86400) % 86400) / 3600;
  const rise = SUNRISE[season] ?? 6.5;
  const set = 24 - rise + 0.5;
  if (hour < rise || hour >= set) return 'night';
  if (hour < rise + TWILIGHT) return 'dawn';
  return hour >= set - TWILIGHT ? 'dusk' : 'day';
}

function refresh(world: World): void {
  const start = world.recipe.setup.whole(begin)!;
  const skies = world.of(sky);
  skies.light.raw[0] = lightAt(start.season, nightLight(start.weather), world.time);
  const part = PARTS.indexOf(partAt(start.season, world.time));
  if (part !== skies.part.raw[0]) {
    skies.part.raw[0] = part;
    world.propose(turned, { part: PARTS[part] });
  }
}

/** Every ten minutes the light is taken anew; between, it stands. */
const lookUp = agendaAct('light/look-up', (world, subject) => {
  refresh(world);
  if (world.time % (WEATHER_EVERY * 3600) === 0) {
    world.trace.open(-1, world.time);
    const misty = fog(world) > 0.2;
    const byDay = PARTS[world.of(sky).part.raw[0]] === 'day';
    const turns = byDay ? (misty ? LIFTS_BY_DAY : 0) : WEATHER_TURNS;
    if (world.chance.uniform(P_WEATHER, 0, 0, world.time) < turns) {
      world.propose(misted, { mist: misty ? 'lifted' : 'came down' });
    }
    world.trace.close(false);
  }
  schedule(world, lookUp, Math.floor(world.time / 600) * 600 + 600, { lo: 0, hi: 0 }, subject, 0, 0);
});

export const light = defineSystem({
  id: 'light',
  tables: [sky],
  events: { turned, misted },
  words,
  agenda: [lookUp],
  check: (setup) => {
    const known = [...DARK_WORDS, ...BRIGHT_WORDS, ...PLAIN_WORDS, ...Object.keys(FOG_OF).sort()];
    return (setup.whole(begin)?.weather ?? [])
      .filter((said) => !known.some((word) => said.includes(word)))
      .map((said) => ({
        severity: 'warning' as const,
        code: 'unknown-weather',
        path: ['begin'],
        message: `The weather "${said}" changes nothing here.`,
        hint: `Words that do: ${[...DARK_WORDS, ...BRIGHT_WORDS, 'half moon', ...Object.keys(FOG_OF).sort()].join(', ')}.`,
      }));
  },
  build: (world, setup) => {
    const skies = world.of(sky);
    skies.add();
    const start = setup.whole(begin)!;
    const known = start.weather.map((word) =>
      Object.keys(FOG_OF)
        .sort()
        .find((each) => word.includes(each)),
    );
    skies.fog.put(
      0,
      known.reduce((most, word) => Math.max(most, word === undefined ? 0 : FOG_OF[word]), 0.05),
    );
    skies.part.put(0, PARTS.indexOf(partAt(start.season, world.time)));
    refresh(world);
  },
  start: (world) => schedule(world, lookUp, Math.floor(world.time / 600) * 600 + 600, { lo: 0, hi: 0 }, 0, 0, 0),
});
