/**
 * How much a value rises with each of several others, all else alike: the slopes of a least-squares fit with an intercept. What does
 * not vary in the sample has a slope of 0.
 */
export function slopes(rows: readonly (readonly number[])[], values: readonly number[]): number[] {
  if (rows.length !== values.length || rows.length === 0)
    throw new RangeError(`${rows.length} rows for ${values.length} values`);
  const width = rows[0]!.length;
  const means = Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  // Normal equations of what differs from the mean, with the right side behind.
  const matrix = Array.from({ length: width }, (_, j) => [
    ...Array.from({ length: width }, (_unused, k) =>
      rows.reduce((sum, row) => sum + (row[j]! - means[j]!) * (row[k]! - means[k]!), 0),
    ),
    rows.reduce((sum, row, i) => sum + (row[j]! - means[j]!) * (values[i]! - middle), 0),
  ]);
  for (let at = 0; at < width; at++) eliminate(matrix, at);
  return matrix.map((line, j) => (line[j]! === 0 ? 0 : line[width]! / line[j]!));
}

/** So small beside 1 that it is rounding and no variation. */
const NOTHING = 1e-9;

/** Gauss and Jordan: one column is cleared in all other lines, by the line that it is largest in on the diagonal. */
function eliminate(matrix: number[][], at: number): void {
  const pivot = matrix[at]!;
  if (Math.abs(pivot[at]!) < NOTHING) {
    pivot.fill(0);
    return;
  }
  matrix.forEach((line, i) => {
    if (i === at) return;
    const share = line[at]! / pivot[at]!;
    for (let k = 0; k < line.length; k++) line[k] = line[k]! - share * pivot[k]!;
  });
}
