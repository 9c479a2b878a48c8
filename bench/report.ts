import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHECKOUT } from './checkout.ts';
import type { Interval } from './statistics.ts';

/** A bound from below, from above, both, or none. */
export interface Bound {
  readonly min?: number;
  readonly max?: number;
}

/** What is said of a measure before it is known whether it holds. */
export interface Measured {
  /** What is claimed, in plain words. */
  readonly claim: string;
  /** What it was measured on. */
  readonly scenario: string;
  readonly value: number;
  readonly unit: string;
  /** Where the true value lies; the value itself where it was counted and not sampled, or left out. */
  readonly interval?: Interval;
  /** What must hold. */
  readonly floor?: Bound;
  /** What is aimed at. */
  readonly target?: Bound;
}

export interface Claim extends Required<Measured> {
  readonly holds: boolean;
}

/** Whether a measure holds: in full if its value lies within the floor, in quick form if its interval touches it. */
export function holds(value: number, [low, high]: Interval, floor: Bound, quick: boolean): boolean {
  const { min = -Infinity, max = Infinity } = floor;
  return quick ? high >= min && low <= max : value >= min && value <= max;
}

/**
 * One command that measures: reads the command line (`--quick`), says on standard error what it is doing, and at the end
 * prints a table, writes reports/NAME.json and sets the exit code to 1 where a floor does not hold.
 */
export interface Report {
  /** Whether a smaller sample is asked for. */
  readonly quick: boolean;
  /** Say what is being measured now. */
  progress(text: string): void;
  add(measured: Measured): void;
  close(): void;
}

/** Begin a report. Ends the process with 2 where the command line holds anything but `--quick` or `--help`. */
export function openReport(name: string, about: string): Report {
  const { quick, help } = optionsOf(name);
  if (help) {
    process.stdout.write(`npm run ${name} [-- --quick]\n\n${about}\n--quick takes a smaller sample.\n`);
    process.exit(0);
  }
  const claims: Claim[] = [];
  const began = performance.now();
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  return {
    quick,
    progress(text) {
      process.stderr.write(`${seconds().padStart(6)}  ${text}\n`);
    },
    add(measured) {
      const { value, interval = [value, value], floor = {}, target = {} } = measured;
      if (!Number.isFinite(value)) throw new Error(`"${measured.claim}" came out as ${value}`);
      const claim = { ...measured, interval, floor, target, holds: holds(value, interval, floor, quick) };
      claims.push(claim);
      process.stderr.write(`        ${claim.holds ? '' : 'NOT HELD: '}${lineOf(claim).join('  ')}\n`);
    },
    close() {
      process.stdout.write(tableOf(claims));
      const file = new URL(`reports/${name}.json`, CHECKOUT);
      mkdirSync(new URL('.', file), { recursive: true });
      writeFileSync(file, `${JSON.stringify({ name, version: version(), claims }, null, 2)}\n`);
      const broken = claims.filter((claim) => !claim.holds).length;
      const said = broken === 0 ? 'every floor holds' : `${broken} of them beyond their floor`;
      process.stderr.write(`\n${claims.length} claims, ${said} (${seconds()}). ${fileURLToPath(file)}\n`);
      if (broken > 0) process.exitCode = 1;
    },
  };
}

function optionsOf(name: string): { quick: boolean; help: boolean } {
  try {
    const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
    return { quick: values.quick === true, help: values.help === true };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nUse: npm run ${name} [-- --quick]\n`);
    process.exit(2);
  }
}

/** The claims as lines of text, aligned. */
export function tableOf(claims: readonly Claim[]): string {
  const lines = [
    ['', 'claim', 'on', 'value', 'interval', 'must be', 'aim'],
    ...claims.map((claim) => [claim.holds ? 'ok' : 'NO', ...lineOf(claim)]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, i) => cell.padEnd(widths[i]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function lineOf(claim: Claim): string[] {
  const [low, high] = claim.interval;
  const between = low === high ? '' : `${shown(low)} to ${shown(high)}`;
  const value = `${shown(claim.value)} ${claim.unit}`;
  return [claim.claim, claim.scenario, value, between, boundOf(claim.floor), boundOf(claim.target)];
}

function boundOf({ min, max }: Bound): string {
  const parts = [min === undefined ? '' : `≥ ${shown(min)}`, max === undefined ? '' : `≤ ${shown(max)}`];
  return parts.filter((part) => part !== '').join(', ');
}

/** Three digits that count, without more decimals than that; whole numbers whole. */
function shown(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('package.json', CHECKOUT), 'utf8')) as { version: string }).version;
}
