import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FARM, anchorhold, workshop } from './cli.fixture.ts';

const shop = workshop();
afterAll(shop.clear);

const BIN = fileURLToPath(new URL('../bin/anchorhold.js', import.meta.url));

describe('in this process', () => {
  test('a new scenario passes check without a warning and lives a night', async () => {
    const file = shop.path('mine.yaml');
    expect((await anchorhold(['new', file])).code).toBe(0);
    const check = await anchorhold(['check', file, '--json']);
    expect([check.code, check.out]).toEqual([0, '[]\n']);
    const run = await anchorhold(['run', file, '--out', shop.path('mine'), '--json']);
    expect([run.code, run.err]).toEqual([0, '']);
    const { until, events } = JSON.parse(run.out) as { until: number; events: number };
    expect(until).toBe(11 * 3600);
    expect(events).toBeGreaterThan(50);
  });

  test('new copies a scenario of somebody’s own, and replaces a file only when told to', async () => {
    const file = shop.path('copy.yaml');
    expect((await anchorhold(['new', file, '--from', FARM])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(FARM, 'utf8'));
    expect((await anchorhold(['new', file])).code).toBe(2);
    expect((await anchorhold(['new', file, '--force'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('A scenario for Anchorhold');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s leaves an unfinished folder that resumes to the same hash',
    async (signal) => {
      const [whole, broken] = [shop.path(`whole-${signal}`), shop.path(`broken-${signal}`)];
      const argv = ['run', FARM, '--seed', '3', '--json', '--out'];
      const one = await anchorhold([...argv, whole]);
      const stopped = await anchorhold([...argv, broken], { onListen: (stop) => setImmediate(() => stop(signal)) });
      expect(stopped.code).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(stopped.out).toBe('');
      expect(stopped.err).toMatch(
        /^Stopped at d\d .*marked unfinished\.\nGo on with: npx anchorhold run --resume .*broken/,
      );
      const packed = await anchorhold(['pack', broken, shop.path(`${signal}.zip`)]);
      expect([packed.code, packed.err]).toEqual([2, expect.stringContaining('is unfinished')]);
      const two = await anchorhold(['run', '--resume', broken, '--json']);
      expect(two.code).toBe(0);
      const hash = (out: string): unknown => (JSON.parse(out) as { hash: unknown }).hash;
      expect(hash(two.out)).toBe(hash(one.out));
    },
  );

  test('progress and colour go to terminals that want them only', async () => {
    const argv = ['run', FARM, '--seed', '4', '--out'];
    const piped = await anchorhold([...argv, shop.path('piped')]);
    expect(piped.err).toBe('');
    expect(piped.out).not.toContain('\u001b');
    const watched = await anchorhold([...argv, shop.path('watched')], { terminal: true });
    expect(watched.err).toMatch(/█|░/);
    expect(watched.err.endsWith('\r\u001b[K'), 'the line is cleared').toBe(true);
    expect(watched.out).toContain('\u001b[1m');
    const plain = await anchorhold([...argv, shop.path('watched')], { terminal: true, env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
    const dumb = await anchorhold([...argv, shop.path('dumb')], { terminal: true, env: { TERM: 'dumb' } });
    expect([dumb.err, dumb.out.includes('\u001b')]).toEqual(['', false]);
  });

  test('every command has a help with an example', async () => {
    const { out } = await anchorhold(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z-]+) (?:\[|<)/gm)]
      .map(([, name]) => name!)
      .filter((name) => name !== 'help');
    expect(commands).toEqual([
      'run',
      'start',
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
    ]);
    for (const command of commands) {
      const help = await anchorhold([command, '--help']);
      expect([help.code, help.err]).toEqual([0, '']);
      expect(help.out, command).toMatch(/Examples?:\n {2}npx anchorhold /);
    }
  });
});

describe('as a process of its own, after npm run build', () => {
  const run = (argv: readonly string[]) =>
    spawnSync(process.execPath, [BIN, ...argv], { cwd: shop.path(), encoding: 'utf8' });
  beforeAll(() => cpSync(FARM, shop.path('scenarios', 'farm-at-night.yaml')));

  test(
    '[S1] start lives the siege and prints how it came out and at least 60 lines of story',
    { timeout: 120_000 },
    () => {
      const { status, stdout, stderr } = run(['start', '--once']);
      expect([status, stderr]).toEqual([0, '']);
      for (const label of ['Held', 'Ended', 'Fell', 'Wounded', 'Spent', 'Left', 'Outcome'])
        expect(stdout).toMatch(new RegExp(`^  ${label} `, 'm'));
      expect(stdout).toMatch(/^ {2}Held .*courtyard/m);
      expect(stdout).toContain('npx anchorhold show runs/siege-of-the-compound-1 Leila');
      const story = stdout.slice(
        stdout.indexOf('\nBefore\n'),
        stdout.indexOf('\nSaved in runs/siege-of-the-compound-1'),
      );
      expect(story.split('\n').filter((line) => line.trim() !== '').length).toBeGreaterThanOrEqual(60);
      const prose = story.replaceAll(/\s+/g, ' ');
      // Reasons stand in the sentences: whose shot, whose shout, what was found or lost before.
      const reasoned = prose.match(
        /[Ss]ince |[Nn]ow that |[Hh]aving |[Hh]it in the \w+ by |'s shout that |by surprise by /g,
      );
      expect(reasoned?.length).toBeGreaterThanOrEqual(5);
      const again = run(['start', '--once']);
      expect(again.stdout).toBe(stdout);
      expect(run(['start', '--once', '--seed', '2']).stdout).not.toBe(stdout);
    },
  );

  test('start leaves a folder that holds another run as it is', () => {
    expect(run(['run', 'farm-at-night', '--seed', '9', '--for', '1h']).status).toBe(0);
    const before = readFileSync(shop.path('runs', 'farm-at-night-9', 'summary.json'), 'utf8');
    const { status, stdout } = run(['start', 'farm-at-night', '--seed', '9']);
    expect(status).toBe(0);
    expect(stdout).toContain('Saved in runs/farm-at-night-9-2');
    expect(readFileSync(shop.path('runs', 'farm-at-night-9', 'summary.json'), 'utf8')).toBe(before);
  });

  test('errors and usage end with their exit codes', () => {
    expect(run([]).status).toBe(2);
    expect(run(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
    const wrong = run(['tell', 'nowhere']);
    expect(wrong).toMatchObject({ status: 2, stdout: '', stderr: 'nowhere: there is no such folder.\n' });
  });

  test('whoever stops reading early is no error', async () => {
    run(['run', 'farm-at-night']);
    const child = spawn(process.execPath, [BIN, 'events', 'runs/farm-at-night-1', '--json'], { cwd: shop.path() });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.once('close', done));
    expect([code, err]).toEqual([0, '']);
  });

  test.skipIf(process.platform === 'win32')('Ctrl-C ends with 130 and can be gone on with', async () => {
    const child = spawn(process.execPath, [BIN, 'run', 'farm-at-night', '--for', '20000d', '--out', 'long'], {
      cwd: shop.path(),
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const closed = new Promise((done) => child.once('close', done));
    while (!existsSync(shop.path('long', 'lived.json'))) await new Promise((done) => setTimeout(done, 10));
    child.kill('SIGINT');
    expect(await closed).toBe(130);
    expect(err).toContain('Go on with: npx anchorhold run --resume long');
    expect(existsSync(shop.path('long', 'summary.json'))).toBe(false);
    expect(run(['events', 'long']).status).toBe(0);
  });
});
