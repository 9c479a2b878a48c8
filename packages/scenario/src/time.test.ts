import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from './amounts.ts';
import { parseBegin } from './begin.ts';
import { LARGEST } from './decimal.ts';
import { DAY, formatClock, formatDuration, parseDuration, parseMoment, parseWindow } from './time.ts';

const value = (parsed: { ok: boolean }) => (parsed as { value?: unknown }).value;
const code = (parsed: { ok: boolean }) => (parsed as { code?: string }).code;

describe('durations', () => {
  it.each([
    ['90m', 5_400],
    ['90 min', 5_400],
    ['6h', 21_600],
    ['5d', 432_000],
    ['2w', 1_209_600],
    ['3y', 94_608_000],
    ['45s', 45],
    ['1h30m', 5_400],
    ['1h 30m', 5_400],
    ['1.5h', 5_400],
    ['0s', 0],
    ['PT6H', 21_600],
    ['PT1H30M', 5_400],
    ['P3DT4H', 273_600],
    ['P1W', 604_800],
    ['P1Y', 31_536_000],
    ['pt0.5m', 30],
  ])('%s', (text, seconds) => expect(value(parseDuration(text))).toBe(seconds));

  it.each([
    ['90', 'no-unit'],
    ['-6h', 'negative'],
    ['', 'bad-duration'],
    ['P', 'bad-duration'],
    ['PT', 'bad-duration'],
    ['P1DT', 'bad-duration'],
    ['30m1h', 'bad-duration'],
    ['1h1h', 'bad-duration'],
    ['6 fortnights', 'bad-duration'],
    ['P2M', 'bad-duration'],
    ['0.3s', 'fraction'],
    ['69y', 'too-large'],
    ['68y 400d', 'too-large'],
    [`${'9'.repeat(60)}d`, 'too-large'],
    ['9'.repeat(500), 'bad-duration'],
  ])('%s is refused: %s', (text, reason) => expect(code(parseDuration(text))).toBe(reason));

  it('that are formatted read back as they were', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: LARGEST }), (n) => value(parseDuration(formatDuration(n))) === n));
    expect(formatDuration(5_400)).toBe('1h30m');
    expect(formatDuration(-86_400)).toBe('-1d');
  });
});

describe('moments', () => {
  it.each([
    ['d1', 0],
    ['d2 04:30', 102_600],
    ['D2 4:30', 102_600],
    ['d2 04:30:05', 102_605],
    ['d-1 23:59', -60],
    ['d-3 12:00', -216_000],
    ['6h', 1_000 + 21_600],
    ['PT1M', 1_060],
  ])('%s', (text, seconds) => expect(value(parseMoment(text, 1_000))).toBe(seconds));

  it.each([
    ['d0', 'bad-moment'],
    ['d2 24:00', 'bad-moment'],
    ['d2 12:60', 'bad-moment'],
    ['16:30', 'bad-moment'],
    ['tomorrow', 'bad-moment'],
    ['', 'bad-moment'],
    ['d99999', 'too-large'],
    ['-6h', 'negative'],
    ['d2 04:30 sharp', 'bad-moment'],
  ])('%s is refused: %s', (text, reason) => expect(code(parseMoment(text))).toBe(reason));

  it('that are formatted read back as they were, the past too', () => {
    const seconds = fc.integer({ min: -LARGEST + DAY, max: LARGEST - DAY });
    fc.assert(fc.property(seconds, (n) => value(parseMoment(formatClock(n))) === n));
    expect(formatClock(102_600)).toBe('d2 04:30');
    expect(formatClock(102_605)).toBe('d2 04:30:05');
    expect(formatClock(102_605.9)).toBe('d2 04:30:05');
    expect(formatClock(0)).toBe('d1 00:00');
    expect(formatClock(-60)).toBe('d-1 23:59');
    expect(formatClock(-3 * DAY)).toBe('d-3 00:00');
  });
});

describe('spans of time', () => {
  it.each([
    ['d2 to d4', 86_400, 259_200],
    ['d1 23:00 to d2 03:00', 82_800, 97_200],
    ['d2 04:30', 102_600, 102_600],
    ['6h to 8h', 21_600, 28_800],
  ])('%s', (text, from, to) => expect(value(parseWindow(text))).toEqual({ from, to }));

  it.each([
    ['d4 to d2', 'bad-window'],
    ['d1 to d2 to d3', 'bad-window'],
    ['whenever', 'bad-window'],
    ['d1 to dusk', 'bad-window'],
    ['d1 23:00 to 03:00', 'bad-moment'],
    ['', 'bad-window'],
  ])('%s is refused: %s', (text, reason) => expect(code(parseWindow(text))).toBe(reason));
});

describe('beginnings', () => {
  it.each([
    ['late autumn, d1 16:30, river fog', 'autumn', 'late', 59_400, ['river fog']],
    ['river fog, hail, 16:30, Winter', 'winter', 'mid', 59_400, ['river fog', 'hail']],
    ['d2', 'summer', 'mid', 86_400, []],
    ['early  spring', 'spring', 'early', 0, []],
    ['summer rain', 'summer', 'mid', 0, ['summer rain']],
  ])('%s', (text, season, part, time, weather) => {
    expect(value(parseBegin(text))).toEqual({ season, part, time, weather });
  });

  it.each(['', ', ,', 'autumn, winter', 'd1, d2', 'd1 25:00', 'lat autumn', 'autum', '6x'])('%j is refused', (text) => {
    expect(code(parseBegin(text))).toMatch(/^bad-/);
  });
});

describe('amounts', () => {
  it.each([
    ['38 kg', 'g', 38_000],
    ['38kg', 'g', 38_000],
    ['0.3 kg', 'g', 300],
    ['500 g', 'g', 500],
    ['2 t', 'g', 2_000_000],
    ['0', 'g', 0],
    ['2 l', 'ml', 2_000],
    ['2.5 L', 'ml', 2_500],
    ['33 cl', 'ml', 330],
    ['60', 'piece', 60],
    ['-0', 'piece', 0],
    ['6.0', 'piece', 6],
  ] as const)('%s', (text, unit, amount) => expect(value(parseAmount(text, unit))).toBe(amount));

  it.each([
    ['38', 'g', 'no-unit'],
    ['38 l', 'g', 'bad-unit'],
    ['2 kg', 'ml', 'bad-unit'],
    ['60 kg', 'piece', 'bad-unit'],
    ['1 constructor', 'g', 'bad-unit'],
    ['-1 kg', 'g', 'negative'],
    ['-1', 'piece', 'negative'],
    ['1.5', 'piece', 'fraction'],
    ['0.0001 kg', 'g', 'fraction'],
    ['2147483648 g', 'g', 'too-large'],
    ['some', 'g', 'bad-amount'],
    ['1e3 kg', 'g', 'bad-amount'],
    ['', 'piece', 'bad-amount'],
  ] as const)('%s as %s is refused: %s', (text, unit, reason) => expect(code(parseAmount(text, unit))).toBe(reason));

  it('are exact for every number of grams', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST }), (grams) => {
        const kilograms = `${Math.floor(grams / 1_000)}.${String(grams % 1_000).padStart(3, '0')} kg`;
        expect(value(parseAmount(kilograms, 'g'))).toBe(grams);
      }),
    );
  });
});
