import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { purposes, ruleset } from '@anchorhold/engine';
import { afterAll, describe, expect, test } from 'vitest';
import { FARM, anchorhold, workshop } from './cli.fixture.ts';
import { fieldList, fieldsReference, marked, page, read } from './guide.fixture.ts';

const shop = workshop();
afterAll(shop.clear);

const BIN = fileURLToPath(new URL('../bin/anchorhold.js', import.meta.url));
const RENEW = 'Renew it: WRITE_GUIDE=1 npx vitest run --project node packages/cli/test/guide.test.ts';
/** The YAML examples of a page. */
const examplesOf = (name: string): string[] =>
  [...read(name).matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) => text!);

/** What a line such as `$ npx anchorhold events DIR | head -9` prints in a folder. Where two runs part, the exit code is 1. */
function outputOf(line: string, cwd: string): string {
  const [command, head] = line.replace('$ npx anchorhold ', '').split(' | head -');
  const argv = [...command!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
    cwd,
    encoding: 'utf8',
  });
  expect([status, argv[0] === 'check' ? '' : stderr], line).toEqual([argv[0] === 'diff' ? 1 : 0, '']);
  const lines = `${stdout}${stderr}`.trimEnd().split('\n');
  return head === undefined ? `${lines.join('\n')}\n` : `${lines.slice(0, Number(head)).join('\n')}\n`;
}

describe('the guide says what is so', () => {
  test('scenario-file.md lists every section and field that the systems declare', () => {
    const { found, wanted } = marked('scenario-file.md', 'fields', fieldsReference(ruleset.sections));
    expect(found, RENEW).toBe(wanted);
  });

  test('orders.md lists every command', () => {
    const commands = ruleset.commands.map(({ id, hand, fields }) => {
      const kind = hand === 'order' ? 'an order, given inside the story' : "the author's hand";
      return `### ${id}\n\n${kind.charAt(0).toUpperCase()}${kind.slice(1)}.\n\n${fieldList(fields)}`;
    });
    const { found, wanted } = marked('orders.md', 'commands', commands.join('\n\n'));
    expect(found, RENEW).toBe(wanted);
  });

  test('orders.md lists everything that luck is drawn for', () => {
    const bySystem = ruleset.systems.flatMap(({ id }) => {
      const own = purposes().filter((each) => each.startsWith(`${id}/`));
      return own.length === 0 ? [] : [`- \`${id}\`: ${own.map((each) => `\`${each}\``).join(', ')}`];
    });
    const { found, wanted } = marked('orders.md', 'luck', bySystem.sort().join('\n'));
    expect(found, RENEW).toBe(wanted);
  });

  test('commands.md has the help of every command, word for word', async () => {
    const names = [
      'run',
      'tell',
      'show',
      'knows',
      'events',
      'why',
      'why-not',
      'what-if',
      'credit',
      'diff',
      'check',
      'new',
      'pack',
      'unpack',
      'start',
    ];
    const helps = await Promise.all(names.map(async (name) => (await anchorhold([name, '--help'])).out.trimEnd()));
    const sections = names.map((name, index) => `## ${name}\n\n\`\`\`text\n${helps[index]}\n\`\`\``);
    const { found, wanted } = marked('commands.md', 'help', sections.join('\n\n'));
    expect(found, RENEW).toBe(wanted);
  });

  test('commands.md shows what why-not answers', async () => {
    const dir = shop.path('answering');
    await anchorhold(['run', FARM, '--out', dir]);
    const { code, out } = await anchorhold(['why-not', dir, 'Marit', '--at', 'd2 00:08:30']);
    expect(code).toBe(0);
    const asked = '$ npx anchorhold why-not runs/farm-at-night-1 Marit --at "d2 00:08:30"';
    const { found, wanted } = marked('commands.md', 'why-not', `\`\`\`text\n${asked}\n${out}\`\`\``);
    expect(found, RENEW).toBe(wanted);
  });

  test('the scenario in scenario-file.md passes check without a warning', async () => {
    const [first] = examplesOf('scenario-file.md');
    writeFileSync(shop.path('example.yaml'), first!);
    const { code, out } = await anchorhold(['check', shop.path('example.yaml'), '--json']);
    expect([code, out]).toEqual([0, '[]\n']);
  });

  test.each([
    ['first-night.md', 9],
    ['commands.md', 2],
    ['who-did-it.md', 2],
  ])('every command in %s does what the page says it does', (name, least) => {
    // A page is read by itself: what another has lived is not there.
    const room = shop.path(`room of ${name}`);
    mkdirSync(join(room, 'scenarios'), { recursive: true });
    copyFileSync(FARM, join(room, 'scenarios', 'farm-at-night.yaml'));
    for (const yaml of examplesOf(name)) writeFileSync(join(room, 'no-ambush.yaml'), yaml);
    let commands = 0;
    const told = read(name).replaceAll(/```console\n([^]*?)```/g, (_, block: string) => {
      const lines = block.split('\n').filter((line) => line.startsWith('$ '));
      commands += lines.length;
      return `\`\`\`console\n${lines.map((line) => `${line}\n${outputOf(line, room)}`).join('\n')}\`\`\``;
    });
    expect(commands).toBeGreaterThanOrEqual(least);
    // What comes out changes with every change of the model, so it is only renewed on demand.
    if (process.env['WRITE_GUIDE'] === '1') writeFileSync(page(name), told);
  });

  test('the orders in orders.md can be given on the farm', async () => {
    copyFileSync(FARM, shop.path('scenarios', 'farm.yaml'));
    const examples = examplesOf('orders.md');
    expect(examples.length).toBeGreaterThan(0);
    for (const [index, text] of examples.entries()) {
      const file = shop.path(`orders-${index}.yaml`);
      writeFileSync(file, text);
      const { out } = await anchorhold(['check', file, '--scenario', FARM]);
      expect(out, text).toBe('');
    }
  });
});
