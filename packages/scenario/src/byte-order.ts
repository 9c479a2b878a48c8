/**
 * Compares two names by code points, which is the order of their UTF-8 bytes. Plain `<` compares UTF-16 units and puts
 * rare characters elsewhere; `localeCompare` depends on the machine.
 */
export function compareBytes(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    // The units before are equal, so both strings stand on the same half of a surrogate pair, or on none.
    const at = i > 0 && isLow(a.charCodeAt(i)) && isLow(b.charCodeAt(i)) ? i - 1 : i;
    return (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0);
  }
  return a.length - b.length;
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** A copy of `map` with its keys in byte order, so that the order of a file's lines changes nothing. */
export function inByteOrder<V>(map: Iterable<readonly [string, V]>): Map<string, V> {
  return new Map([...map].sort((a, b) => compareBytes(a[0], b[0])));
}

/** How many bytes a string takes in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit <= 0xdfff)
      bytes += 2; // half of a pair that takes four
    else bytes += 3;
  }
  return bytes;
}
