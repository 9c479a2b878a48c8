/** What became of a written quantity: its value, or why there is none, in words for the person who wrote it. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Refused;

export interface Refused {
  readonly ok: false;
  readonly code: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to write instead, as a sentence. */
  readonly hint: string;
  /** The form was right and the value was not: where a field takes several forms, this is the complaint to show. */
  readonly recognised: boolean;
}

export const accept = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refuse = (code: string, message: string, hint: string, recognised = false): Refused => ({
  ok: false,
  code,
  message,
  hint,
  recognised,
});

/** The largest time or quantity of a scenario: what a signed 32-bit integer holds. */
export const LARGEST = 2_147_483_647;

/**
 * `digits` (such as `12` or `2.5`) times `factor`, exactly: 'fraction' if the result is not whole, 'overflow' if it is more
 * than LARGEST. Floating point would turn 0.3 kg into 299.99 g.
 */
export function exactProduct(digits: string, factor: number): number | 'fraction' | 'overflow' {
  const [whole = '', part = ''] = digits.split('.');
  if (digits.length > 40) return 'overflow';
  const scaled = BigInt(whole + part) * BigInt(factor);
  const divisor = 10n ** BigInt(part.length);
  if (scaled % divisor !== 0n) return 'fraction';
  const product = scaled / divisor;
  return product > BigInt(LARGEST) ? 'overflow' : Number(product);
}
