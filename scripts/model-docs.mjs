/**
 * Keeps the numbers in docs/model/ those of the sources. Each system has a page of its own name, the kernel has one; what
 * a number is for, its unit and where it comes from is written there by hand, its value by this script. It also names
 * what a page lacks, and what it tells of that is gone. With --check it writes nothing and fails if a page is stale.
 *
 * Three forms on a page take values:
 * - rows of a table headed `constant | value`: top-level constants, by name;
 * - the table below a comment `values of NAME`: a constant that is a table itself, such as the kinds of places;
 * - rows of a table headed `within | numbers`: what a function or declaration holds beside 0, 1, 2 and lengths of time.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { writeOrCheck } from './generated.mjs';
import { numbersIn } from './model-numbers.mjs';

/** @typedef {import('./model-numbers.mjs').Plain} Plain */
/** @typedef {import('./model-numbers.mjs').Numbers} Numbers */
/** @typedef {{ page: string, files: string[], whole: boolean }} Page */

const SYSTEMS = 'packages/engine/src/systems';
const KERNEL = 'packages/engine/src/kernel';
/** Limits and rhythms outside the engine that stand on the kernel's page. */
const BESIDE_KERNEL = ['packages/runs/src/recipe.ts', 'packages/runs/src/live.ts', 'packages/scenario/src/limits.ts'];

/** What answers to questions rest on: their page tells of all of it. */
const ASKING = [
  'forks/fates',
  'forks/spans',
  'credit/candidates',
  'credit/cost',
  'credit/shares',
  'credit/suggest',
].map((name) => `packages/story/src/${name}.ts`);

/** @param {string} file */
const isSource = (file) =>
  file.endsWith('.ts') && !/(?:^|\/)(?:words|said)\.ts$/.test(file) && !/\.(test|fixture|test-d)\.ts$/.test(file);

/** @param {string} root @param {string} folder @returns {string[]} */
const sourcesIn = (root, folder) =>
  readdirSync(join(root, folder))
    .filter(isSource)
    .sort()
    .map((file) => `${folder}/${file}`);

/**
 * The pages that there have to be, and the sources that each speaks for. A system's page is to tell of all its numbers (it
 * is `whole`); the kernel's tells of those that somebody outside it may meet.
 * @param {string} root
 * @returns {Page[]}
 */
export function pagesOf(root) {
  const systems = readdirSync(join(root, SYSTEMS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, SYSTEMS, entry.name, 'system.ts')))
    .map((entry) => entry.name)
    .sort();
  return [
    ...systems.map((name) => ({ page: `${name}.md`, files: sourcesIn(root, `${SYSTEMS}/${name}`), whole: true })),
    { page: 'asking.md', files: ASKING, whole: false },
    { page: 'kernel.md', files: [...sourcesIn(root, KERNEL), ...BESIDE_KERNEL], whole: false },
  ];
}

/**
 * All numbers that a page has to tell of.
 * @param {string} root
 * @param {Page} page
 * @returns {Numbers}
 * @throws {Error} where two files of one page use one name
 */
export function numbersOf(root, { page, files, whole }) {
  const seen = new Map();
  const all = { constants: new Map(), within: new Map() };
  for (const file of files) {
    const { constants, within } = numbersIn(join(root, file), seen);
    for (const [name, value] of constants) addOnce(all.constants, name, value, page);
    if (whole) for (const [name, values] of within) addOnce(all.within, name, values, page);
  }
  return all;
}

function addOnce(map, name, value, page) {
  if (map.has(name)) throw new Error(`docs/model/${page} cannot tell two things called ${name} apart: rename one.`);
  map.set(name, value);
}

/** @param {number} value */
function figure(value) {
  if (!Number.isInteger(value) || Math.abs(value) < 10_000) return String(value);
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A value as it stands in a cell. @param {Plain} value @returns {string} */
export function shown(value) {
  if (typeof value === 'number') return figure(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(shown).join(', ');
  const parts = Object.entries(value).map(([key, each]) => `${key} ${shown(each)}`);
  return parts.join(parts.some((part) => part.includes(',')) ? '; ' : ', ');
}

/** Whether a constant is a table: rows with fields of their own. @param {Plain} value */
function isTable(value) {
  if (typeof value !== 'object') return false;
  const rows = Object.values(value);
  return rows.length > 0 && rows.every((row) => typeof row === 'object' && !Array.isArray(row));
}

function tableOf(value) {
  const named = Array.isArray(value);
  const rows = Object.entries(value).map(([key, row]) => [named ? row.name : key, row]);
  const fields = Object.keys(rows[0][1]).filter((field) => !(named && field === 'name'));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...fields.map((field) => `\`${field}\``)]),
    line(['---', ...fields.map(() => '---')]),
    ...rows.map(([key, row]) => line([key, ...fields.map((field) => shown(row[field]))])),
  ];
}

/**
 * The text of a page with the values of the sources, and what is wrong with it that nobody but its author can put right.
 * @param {string} text
 * @param {Numbers} numbers
 * @param {boolean} whole whether every number has to be told of
 * @returns {{ text: string, faults: string[] }}
 */
export function withValues(text, { constants, within }, whole = true) {
  const faults = [];
  const told = { constant: new Set(), within: new Set() };
  const lines = [];
  let table = '';
  for (const line of text.split('\n')) {
    // The old table below a marker goes, with the empty line before it and the one after. It has no heading above its
    // first column; any other table stands there in its own right.
    if (table === 'marked' && line === '') continue;
    if (table === 'marked' && /^\|\s*\|/.test(line)) table = 'old values';
    if (table === 'old values') {
      if (line === '') table = '';
      if (line === '' || line.startsWith('|')) continue;
    }
    const marked = /^<!-- values of (\w+) -->$/.exec(line);
    if (marked !== null) {
      const value = constants.get(marked[1]);
      lines.push(line);
      if (value === undefined || !isTable(value)) faults.push(`${marked[1]} is no table of the sources`);
      else {
        lines.push('', ...tableOf(value), '');
        told.constant.add(marked[1]);
      }
      table = 'marked';
      continue;
    }
    if (!line.startsWith('|')) table = '';
    const cells = line.split('|').map((cell) => cell.trim());
    if (/^(constant|within)$/.test(cells[1] ?? '')) table = cells[1];
    const name = /^`(\w+)`$/.exec(cells[1] ?? '')?.[1];
    if (name === undefined || (table !== 'constant' && table !== 'within')) {
      lines.push(line);
      continue;
    }
    const value = table === 'constant' ? constants.get(name) : within.get(name);
    if (value === undefined) faults.push(`${name} is told of and is not in the sources (any more)`);
    else if (told[table].has(name)) faults.push(`${name} is told of twice`);
    else if (cells.slice(3, -1).some((cell) => cell === '')) faults.push(`${name} has an empty cell`);
    told[table].add(name);
    lines.push(value === undefined ? line : `| ${[cells[1], shown(value), ...cells.slice(3, -1)].join(' | ')} |`);
  }
  if (!whole) return { text: lines.join('\n'), faults };
  for (const name of constants.keys()) if (!told.constant.has(name)) faults.push(`${name} is missing`);
  for (const name of within.keys()) if (!told.within.has(name)) faults.push(`the numbers within ${name} are missing`);
  return { text: lines.join('\n'), faults };
}

/**
 * Every page as it should be, and all faults, each with its page.
 * @param {string} root
 * @returns {Promise<{ pages: { path: string, text: string }[], faults: string[] }>}
 */
export async function modelPages(root) {
  const pages = [];
  const faults = [];
  for (const page of pagesOf(root)) {
    const path = join(root, 'docs/model', page.page);
    const numbers = numbersOf(root, page);
    if (!existsSync(path)) {
      if (!page.whole || numbers.constants.size + numbers.within.size > 0)
        faults.push(`docs/model/${page.page} is missing`);
      continue;
    }
    const made = withValues(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), numbers, page.whole);
    faults.push(...made.faults.map((fault) => `docs/model/${page.page}: ${fault}`));
    const options = await resolveConfig(path);
    pages.push({ path, text: await format(made.text, { ...options, filepath: path }) });
  }
  return { pages, faults };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { pages, faults } = await modelPages(fileURLToPath(new URL('..', import.meta.url)));
  for (const { path, text } of pages) writeOrCheck(path, text, 'npm run model-docs');
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\nTell of each number on its page: unit, standing, and why.\n`);
    process.exitCode = 1;
  }
}
