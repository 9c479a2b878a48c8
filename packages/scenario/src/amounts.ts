import type { AmountUnit } from '@anchorhold/engine';
import { accept, exactProduct, LARGEST, refuse, type Parsed } from './decimal.ts';
import { plain } from './plain.ts';

interface Measure {
  readonly units: Readonly<Record<string, number>>;
  readonly base: string;
  readonly hint: string;
}

const MEASURES: Readonly<Record<AmountUnit, Measure>> = {
  g: { units: { g: 1, kg: 1_000, t: 1_000_000 }, base: 'grams', hint: 'Write a weight such as 38 kg or 500 g.' },
  ml: {
    units: { ml: 1, cl: 10, dl: 100, l: 1_000 },
    base: 'millilitres',
    hint: 'Write a volume such as 2 l or 250 ml.',
  },
  piece: { units: { '': 1 }, base: 'pieces', hint: 'Write a whole number such as 60.' },
};

/**
 * A quantity as an integer number of grams, millilitres or pieces, from 0 to LARGEST: `38 kg`, `2.5 kg`, `500 g`, `2 l`,
 * `60`. Weights and volumes need their unit (but for 0); pieces have none.
 */
export function parseAmount(text: string, unit: AmountUnit): Parsed<number> {
  const { units, base, hint } = MEASURES[unit];
  const shown = `"${plain(text, 40)}"`;
  const parts = text.length > 100 ? null : /^([+-]?)(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  if (parts === null) return refuse('bad-amount', `${shown} is not a quantity.`, hint);
  const [, sign = '', digits = '', letters = ''] = parts;
  const factor = Object.hasOwn(units, letters.toLowerCase()) ? units[letters.toLowerCase()] : undefined;
  if (factor === undefined) {
    if (letters === '' && Number(digits) === 0) return accept(0);
    if (letters === '') return refuse('no-unit', `${shown} has no unit.`, hint);
    return refuse('bad-unit', `${shown} is not counted in ${base}.`, hint);
  }
  if (sign === '-' && Number(digits) !== 0) return refuse('negative', `${shown} is less than nothing.`, hint, true);
  const product = exactProduct(digits, factor);
  if (product === 'fraction') return refuse('fraction', `${shown} does not come to whole ${base}.`, hint, true);
  if (product === 'overflow') {
    return refuse(
      'too-large',
      `${shown} is too much: at most ${LARGEST} ${base} fit.`,
      'Write a smaller quantity.',
      true,
    );
  }
  return accept(product);
}
