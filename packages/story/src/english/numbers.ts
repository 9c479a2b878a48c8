import { article, isMass, plural } from './nouns.ts';

const small =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const tens = 'no ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

function roundWords(n: number): string {
  if (n <= 20) return small[n] ?? '';
  if (n < 100) return tens[n / 10] ?? '';
  if (n < 1000) return n === 100 ? 'a hundred' : `${small[n / 100] ?? ''} hundred`;
  if (n < 20000) return n === 1000 ? 'a thousand' : `${small[n / 1000] ?? ''} thousand`;
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

function exactly(n: number): string {
  if (n <= 20) return small[n] ?? '';
  if (n < 100) return n % 10 === 0 ? (tens[n / 10] ?? '') : `${tens[Math.floor(n / 10)] ?? ''}-${small[n % 10] ?? ''}`;
  const hundreds = n < 200 ? 'a hundred' : `${small[Math.floor(n / 100)] ?? ''} hundred`;
  return n % 100 === 0 ? hundreds : `${hundreds} and ${exactly(n % 100)}`;
}

/**
 * A count as a person would say it: exact to two hundred, tens to a thousand, then in hundreds and thousands, with `some`
 * before what is rounded: 43 -> `forty-three`, 180 -> `a hundred and eighty`, 203 -> `some two hundred`, 0 -> `no`.
 */
export function countWords(count: number): string {
  const n = Math.max(0, Math.round(count));
  if (n <= 200 || (n < 1000 && n % 10 === 0)) return exactly(n);
  const step = n < 1000 ? 10 : 1000;
  const near = Math.round(n / step) * step;
  const words = near < 1000 ? exactly(near) : roundWords(near);
  return near === n ? words : `some ${words}`.replace('some a ', 'about a ');
}

/** `first`, `twenty-second`, `hundred and third`, then `201st`. */
export function ordinalWords(n: number): string {
  const word = ordinals[n];
  if (word !== undefined) return word;
  if (n < 100)
    return n % 10 === 0
      ? `${roundWords(n).replace(/y$/, 'ie')}th`
      : `${roundWords(n - (n % 10))}-${ordinals[n % 10] ?? ''}`;
  if (n < 200) return n === 100 ? 'hundredth' : `hundred and ${ordinalWords(n - 100)}`;
  const unit = n % 10;
  return `${n}${unit === 1 ? 'st' : unit === 2 ? 'nd' : unit === 3 ? 'rd' : 'th'}`;
}

/** `once`, `twice`, `three times`. */
export function timesWords(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${countWords(n)} times`;
}

const unitNames: Readonly<Record<string, string>> = {
  kg: 'kilo',
  g: 'gram',
  l: 'litre',
  ml: 'millilitre',
  m: 'metre',
  km: 'kilometre',
  h: 'hour',
  min: 'minute',
  s: 'second',
};

/** A measured amount: `forty kilos of seed grain`, `half a litre of blood`, `two and a half hours`. */
export function amountWords(amount: number, unit: string, of: string): string {
  const name = unitNames[unit] ?? unit;
  const whole = Math.floor(amount);
  const half = amount < 20 && amount - whole >= 0.25 && amount - whole < 0.75;
  const ofWhat = of === '' ? '' : ` of ${isMass(of) ? of : plural(of)}`;
  if (half && whole === 0) return `half ${article(name)} ${name}${ofWhat}`;
  if (half) return `${small[whole] ?? ''} and a half ${plural(name)}${ofWhat}`;
  const n = Math.round(amount);
  if (n === 0 && amount > 0) return `less than ${article(name)} ${name}${ofWhat}`;
  return `${n === 1 ? article(name) : countWords(n)} ${n === 1 ? name : plural(name)}${ofWhat}`;
}
