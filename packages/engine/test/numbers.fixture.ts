/** What `hashOfArithmetic` gives. */
export const EXPECTED_HASH = 3325019118;

/**
 * A hash over the arithmetic that the engine is allowed: single and double precision, square roots, 32-bit products.
 * Whoever computes it, in whatever engine, must come to the same number.
 * @returns an unsigned 32-bit integer
 */
export function hashOfArithmetic(): number {
  const floats = new Float32Array(4096);
  const doubles = new Float64Array(4096);
  for (let i = 0; i < 4096; i++) {
    const before = doubles[(i + 4095) & 4095] ?? 0;
    doubles[i] = Math.sqrt(i + 0.1) / (1 + before * 0.3) - 1e-7 * i;
    floats[i] = Math.fround(1 / 3) * Math.fround(doubles[i]! + before);
  }
  let hash = 0x811c9dc5;
  const mix = (bytes: ArrayBuffer) => {
    // Read through a DataView with a stated byte order: the hash is of the numbers, not of the machine's layout.
    const view = new DataView(bytes);
    for (let at = 0; at < view.byteLength; at += 4) hash = Math.imul(hash ^ view.getUint32(at, true), 0x01000193);
  };
  mix(floats.buffer);
  mix(doubles.buffer);
  return hash >>> 0;
}
