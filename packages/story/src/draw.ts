/**
 * A draw of wording: a 32-bit number from a key and a purpose. The same event is worded the same way in every
 * telling and on every machine, and events beside it do not disturb it.
 */
export function draw(key: string, purpose: string): number {
  let hash = 0x811c9dc5;
  const text = `${purpose}\u0000${key}`;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One of the options, drawn by key; options in `stale` (used a moment ago) are passed over where another is left. */
export function pick<T>(options: readonly T[], key: string, purpose: string, stale: readonly T[] = []): T {
  const fresh = options.filter((option) => !stale.includes(option));
  const from = fresh.length > 0 ? fresh : options;
  const chosen = from[draw(key, purpose) % from.length];
  if (chosen === undefined) throw new RangeError('pick needs at least one option');
  return chosen;
}

/** True in `percent` of the keys. */
export function chance(percent: number, key: string, purpose: string): boolean {
  return draw(key, purpose) % 100 < percent;
}
