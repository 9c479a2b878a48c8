import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FARM, anchorhold, workshop } from './cli.fixture.ts';

const shop = workshop();
const run = shop.path('run');
afterAll(shop.clear);
beforeAll(async () => {
  await anchorhold(['run', FARM, '--out', run, '--for', '90m']);
  writeFileSync(shop.path('binary.yaml'), new Uint8Array([0x00, 0xff, 0xfe, 0x80, 0x0a]));
  writeFileSync(shop.path('empty.yaml'), '');
  writeFileSync(shop.path('there.yaml'), 'mine\n');
  mkdirSync(shop.path('folder'));
});

/** Escape sequences and other controls, but for the ends of lines. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('bad input ends with exit code 2, one clear message on standard error, and nothing on standard output', () => {
  const cases: [string[], RegExp][] = [
    [['frobnicate'], /unknown command 'frobnicate'/],
    [['evnts', 'x'], /unknown command 'evnts'\n\(Did you mean events\?\)/],
    [['run', FARM, '--sed', '3'], /unknown option '--sed'\n\(Did you mean --seed\?\)/],
    [['run'], /^Which scenario\?/],
    [['run', 'nowhere'], /^There is no scenario "nowhere"/],
    [['run', FARM, 'more'], /too many arguments/],
    [['run', 'FOLDER'], /is a folder\. A scenario is one YAML file\./],
    [['run', 'BINARY'], /binary\.yaml:1:1 error: It is not text in UTF-8\./],
    [['run', 'EMPTY'], /empty\.yaml:1:1 error: /],
    [['run', FARM, '--seed', 'x'], /^--seed "x" is no seed\. A seed is a whole number/],
    [['run', FARM, '--seed', '-1'], /^--seed "-1" is no seed/],
    [['run', FARM, '--seed', '1.5'], /^--seed "1\.5" is no seed/],
    [['run', FARM, '--seed', '9007199254740992'], /is no seed/],
    [['run', FARM, '--for', '5'], /^--for: "5" has no unit\. Write 5m/],
    [['run', FARM, '--for', '0h'], /^--for "0h" is no time at all/],
    [['run', FARM, '--for', '-3h'], /is negative/],
    [['run', FARM, '--for', '999y'], /too long/],
    [['run', FARM, '--for', 'P1M'], /months differ in length/],
    [['run', FARM, '--orders', 'MISSING'], /missing\.yaml:1:1 error: It cannot be read\. There is no such file\./],
    [['run', FARM, '--orders', 'FOLDER'], /error: It is a folder, not a file\./],
    [['run', FARM, '--out', 'FOLDER/../there.yaml'], /is there already and is not a run folder/],
    [['run', FARM, '--out', 'there.yaml/run'], /cannot be written/],
    [['run', FARM, '--out', '/proc/anchorhold'], /cannot be written/],
    [['run', FARM, '--out', ''], /^--out needs the name of a folder/],
    [['run', FARM, '--seed', '2', '--out', 'RUN'], /holds another run \(seed 1, not 2; .*--force/],
    [['run', '--resume', 'MISSING'], /there is no such folder/],
    [['run', '--resume', 'RUN', '--seed', '3'], /so --seed cannot be given beside it/],
    [['run', FARM, '--resume', 'RUN'], /so a scenario cannot be given beside it/],
    [['events'], /missing required argument 'dir'/],
    [['events', 'MISSING'], /there is no such folder/],
    [['events', 'FOLDER'], /is empty: no run has been lived there/],
    [['events', 'RUN', '--kind', 'wunds'], /^--kind "wunds" is no kind of event\. Nearest: wounds\./],
    [['events', 'RUN', '--about', 'Marrit'], /^"Marrit" is nobody and nothing in this run\. Nearest: Marit\./],
    [['events', 'RUN', '--from', '23:00'], /^--from: "23:00" does not say which day/],
    [['events', 'RUN', '--from', '25:99'], /^--from: "25:99" is no time of day\. Clocks run from 00:00 to 23:59\./],
    [['why-not', 'RUN'], /missing required argument 'name'\nWith --help the command says how it is used\./],
    [['events', 'RUN', '--from', '2h', '--to', '1h'], /^--from is later than --to/],
    [
      ['tell', 'RUN', '--voice', 'close'],
      /^--voice close does not exist in this version\. The voice there is: chronicle\./,
    ],
    [['tell', 'RUN', '--voice', 'cronicle'], /Nearest: chronicle\./],
    [['tell', 'RUN', '--length', 'pag'], /^--length "pag" is not known\. Nearest: page\. Expected: line, page/],
    [['tell', 'RUN', '--format', 'pdf'], /^--format "pdf" is not known\. Expected: text, md, html\./],
    [['tell', 'RUN', '--edition', '0'], /^--edition "0": expected a whole number from 1 on\./],
    [['tell', 'RUN', '--pov', 'granary'], /is nobody and nothing/],
    [['show', 'RUN', 'Jos'], /Nearest: Joss\./],
    [
      ['show', 'RUN', 'Joss', '--at', 'd5'],
      /^--at: d5 00:00 lies outside this run, which goes from d1 21:00 to d1 22:30\./,
    ],
    [['show', 'RUN', 'Joss', '--at', 'noon'], /^--at: "noon" is not a moment/],
    [['diff', 'RUN'], /missing required argument 'other'/],
    [['diff', 'RUN', 'MISSING'], /there is no such folder/],
    [['check'], /^Which file\?/],
    [['check', FARM, '--schema'], /name no file beside it/],
    [['new', 'there.yaml'], /is there already\. Choose another name, or replace it with --force\./],
    [['new', 'FOLDER'], /is a folder/],
    [['new', 'a/b/c.yaml'], /cannot be written\. There is no folder/],
    [['new', 'fresh.yaml', '--from', 'homested'], /Nearest: homestead\./],
    [['pack', 'MISSING', 'x.zip'], /there is no such folder/],
    [['pack', 'RUN', 'FOLDER'], /is a folder\. Name the file to write/],
    [['pack', 'RUN', 'there.yaml'], /is there already.*--force/],
    [['unpack', 'there.yaml', 'out'], /it is no zip archive/],
    [['unpack', 'MISSING', 'out'], /there is no such file/],
    [['start', '--seed', 'one'], /is no seed/],
  ];
  test.each(cases)('%j', async (argv, message) => {
    const there: Record<string, string> = {
      FOLDER: shop.path('folder'),
      BINARY: shop.path('binary.yaml'),
      EMPTY: shop.path('empty.yaml'),
      MISSING: shop.path('missing.yaml'),
      RUN: run,
    };
    const placed = argv.map((word, index) => {
      const path = there[word] ?? word.replace(/^FOLDER/, shop.path('folder'));
      return index > 0 && /^(there|fresh|a\/)|^(x\.zip|out)$/.test(path) ? shop.path(path) : path;
    });
    const { code, out, err } = await anchorhold(placed);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n {4}at |Error:/);
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    expect(err).not.toMatch(CONTROLS);
    expect(readFileSync(shop.path('there.yaml'), 'utf8')).toBe('mine\n');
  });
});

test('nothing found is exit code 1, with the reason on standard error', async () => {
  const { code, out, err } = await anchorhold(['events', run, '--from', 'd9']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('Nothing like that happened');
});

test('a folder that is no run, and one that was lived under other rules, are told apart', async () => {
  const marker = readFileSync(`${run}/anchorhold-run.json`, 'utf8');
  mkdirSync(shop.path('newer'));
  writeFileSync(shop.path('newer', 'anchorhold-run.json'), marker.replace('"form":1', '"form":99'));
  const newer = await anchorhold(['events', shop.path('newer')]);
  expect([newer.code, newer.err]).toEqual([2, expect.stringContaining('has form 99; this version reads form 1')]);
});

test('names that somebody else chose cannot move the cursor, neither in messages nor in what is shown', async () => {
  const hostile = '\u001b[2J\u001b]0;owned\u0007Eve\u202e\u009b31m';
  const commands = [
    ['show', run, hostile],
    ['events', run, '--kind', hostile],
    ['run', hostile],
    [hostile],
    ['run', FARM, `--${hostile}`],
    ['show', run, '--at', hostile],
    ['check', hostile],
  ];
  for (const argv of commands) {
    const { code, out, err } = await anchorhold(argv);
    expect(code).toBe(2);
    expect(`${out}${err}`).not.toMatch(CONTROLS);
  }
  const file = shop.path('hostile.yaml');
  writeFileSync(
    file,
    readFileSync(FARM, 'utf8').replace('  Joss:\n', '  Joss:\n    name: "Joss \\u001b[31m \\u202e"\n'),
  );
  const { code, out, err } = await anchorhold(['check', file]);
  expect(code).toBe(2);
  expect(`${out}${err}`).not.toMatch(CONTROLS);
});
