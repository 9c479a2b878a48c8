/**
 * Writes packages/engine/src/kernel/curve-tables.ts; with --check it only says whether the file is as it should be.
 *
 * Everything is computed in whole numbers of 10^-50 (BigInt), so that any engine on any machine writes the same file:
 * no function of Math takes part. Only the last step rounds to doubles.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const file = fileURLToPath(new URL('../packages/engine/src/kernel/curve-tables.ts', import.meta.url));
const DIGITS = 50;
const ONE = 10n ** BigInt(DIGITS);

/** 2 (s + s^3/3 + s^5/5 + ...) with s = (p - q) / (p + q), for whole p and q. */
function lnOf(p, q) {
  const s = ((p - q) * ONE) / (p + q);
  const square = (s * s) / ONE;
  let power = s;
  let sum = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += power / k;
    power = (power * square) / ONE;
  }
  return 2n * sum;
}

function exponential(x) {
  let term = ONE;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k++) {
    sum += term;
    term = (term * x) / ONE / k;
  }
  return sum;
}

function sine(x) {
  const square = (x * x) / ONE;
  let term = x;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term;
    term = (-term * square) / ONE / ((k + 1n) * (k + 2n));
  }
  return sum;
}

function arctangentOfInverse(n) {
  let power = ONE / n;
  let sum = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += k % 4n === 1n ? power / k : -power / k;
    power /= n * n;
  }
  return sum;
}

/**
 * The double nearest to a number, as the shortest decimal that reads back to it. Twenty significant digits are what the
 * language's standard promises to read exactly.
 */
function double(x) {
  const digits = (x < 0n ? -x : x).toString();
  const dropped = Math.max(0, digits.length - 20);
  const unit = 10n ** BigInt(dropped);
  const kept = (BigInt(digits) + unit / 2n) / unit;
  return String(Number(`${x < 0n ? '-' : ''}${kept}e${dropped - DIGITS}`));
}

const ln2 = lnOf(2n, 1n);
const turn = 8n * (4n * arctangentOfInverse(5n) - arctangentOfInverse(239n));

/** ln 2 / 64 cut after 40 binary places: times an integer below 2^18 it is exact in a double. */
const stepHigh = ((ln2 / 64n) * 2n ** 40n) / ONE;
const stepLow = ln2 / 64n - (stepHigh * ONE) / 2n ** 40n;

const count = (n, value) => Array.from({ length: n }, (_, i) => double(value(BigInt(i))));
const table = (name, doc, values) =>
  `/** ${doc} */\nexport const ${name} = new Float64Array([${values.join(', ')}]);\n`;
const constant = (name, doc, value) => `/** ${doc} */\nexport const ${name} = ${value};\n`;

const source = [
  '// Written by scripts/curve-tables.mjs; change that, not this.\n',
  constant('LN2', 'The natural logarithm of 2.', double(ln2)),
  constant('LN2_STEP_HIGH', 'ln 2 / 64 cut after 40 binary places.', `${stepHigh} / ${2n ** 40n}`),
  constant('LN2_STEP_LOW', 'What LN2_STEP_HIGH lacks of ln 2 / 64.', double(stepLow)),
  constant('TURN', 'A full turn in radians.', double(turn)),
  table(
    'EXP2_STEPS',
    '2^(i / 64), i from 0 to 63.',
    count(64, (i) => exponential((ln2 * i) / 64n)),
  ),
  table(
    'LN_POINTS',
    'ln c at c = 1 + i / 128, i from 0 to 128; from i = 53 on, where c comes up to the root of 2, ln(c / 2).',
    count(129, (i) => (i < 53n ? lnOf(128n + i, 128n) : lnOf(128n + i, 256n))),
  ),
  table(
    'QUARTER_SINES',
    'Sines at 256ths of a turn, i from 0 to 64.',
    count(65, (i) => (i === 64n ? ONE : sine((turn * i) / 256n))),
  ),
].join('\n');

const formatted = await format(source, { ...(await resolveConfig(file)), parser: 'typescript' });

if (process.argv.includes('--check')) {
  const found = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  if (found !== formatted) {
    console.error('packages/engine/src/kernel/curve-tables.ts is not what scripts/curve-tables.mjs writes: run it');
    process.exit(1);
  }
} else {
  writeFileSync(file, formatted);
}
