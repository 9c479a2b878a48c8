/**
 * What speeds are compared with: five plain systems, each one loop over 10,000 rows of typed arrays in single precision.
 * One *raw update* is one of their cell updates. Speeds are stated in raw updates of the same run, since a time in
 * seconds would tell more of the machine than of the code.
 */
export const ROWS = 10_000;
const SYSTEMS = 5;
/** Passes in one reading: a third of a millisecond, so that most readings are not cut in two by another process. */
const PASSES = 10;
/** Readings before the first that counts, until the loops are compiled. */
const WARM_UP = 200;
/** Rows whose cells are reckoned again one by one, to know that the loops did their work. */
const CHECKED = [0, 1, 4_999, ROWS - 1];

const STEP = Math.fround(1 / 16);

const tiredness = new Float32Array(ROWS);
const effort = new Float32Array(ROWS);
const blood = new Float32Array(ROWS);
const flow = new Float32Array(ROWS);
const warmth = new Float32Array(ROWS);
const hunger = new Float32Array(ROWS);
const way = new Float32Array(ROWS);
const pace = new Float32Array(ROWS);
let passes = 0;

function begin(row: number): [number, number, number] {
  return [Math.fround((row % 97) / 97_000), Math.fround((row % 89) / 8_900), Math.fround(0.5 + (row % 83) / 83)];
}

for (let row = 0; row < ROWS; row++) [effort[row], flow[row], pace[row]] = begin(row);
for (let i = 0; i < WARM_UP; i++) nanosecondsARawUpdate();

function tire(): void {
  for (let row = 0; row < ROWS; row++) tiredness[row] = Math.min(1, tiredness[row]! + effort[row]! * STEP);
}
function bleed(): void {
  for (let row = 0; row < ROWS; row++) blood[row] = blood[row]! - flow[row]! * STEP;
}
function cool(): void {
  for (let row = 0; row < ROWS; row++) warmth[row] = warmth[row]! + (15 - warmth[row]!) * STEP;
}
function starve(): void {
  for (let row = 0; row < ROWS; row++) hunger[row] = hunger[row]! * 0.75 + 0.25;
}
function walk(): void {
  for (let row = 0; row < ROWS; row++) {
    const next = way[row]! + pace[row]! * STEP;
    way[row] = next > 100 ? next - 100 : next;
  }
}

/** One reading: nanoseconds that a raw update takes just now. */
export function nanosecondsARawUpdate(): number {
  const from = performance.now();
  for (let pass = 0; pass < PASSES; pass++) {
    tire();
    bleed();
    cool();
    starve();
    walk();
  }
  const milliseconds = performance.now() - from;
  passes += PASSES;
  return (milliseconds * 1e6) / (PASSES * SYSTEMS * ROWS);
}

/** Throws where a cell of the loops does not hold what the same steps give when they are reckoned for its row alone. */
export function checkCalibration(): void {
  for (const row of CHECKED) {
    const [rate, loss, speed] = begin(row);
    let expected = [0, 0, 0, 0, 0];
    for (let pass = 0; pass < passes; pass++) {
      const [tired, lost, warm, hungry, gone] = expected as [number, number, number, number, number];
      const next = gone + speed * STEP;
      expected = [
        Math.min(1, tired + rate * STEP),
        lost - loss * STEP,
        warm + (15 - warm) * STEP,
        hungry * 0.75 + 0.25,
        next > 100 ? next - 100 : next,
      ].map(Math.fround);
    }
    const found = [tiredness, blood, warmth, hunger, way].map((column) => column[row]);
    if (found.some((value, i) => value !== expected[i])) {
      throw new Error(`the calibration loops gave ${found.join(' ')} in row ${row}; ${expected.join(' ')} is right`);
    }
  }
}
