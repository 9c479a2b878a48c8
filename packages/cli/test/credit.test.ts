import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openRun } from '@anchorhold/runs';
import { FARM, anchorhold, workshop } from './cli.fixture.ts';

const { path, clear } = workshop();
const DIR = path('farm');
const KEPT = ['credit', DIR, '--outcome', 'not the grain is kept', '--jobs', '1'];
/** Rourke sends his people into the granary, and two of them shoulder grain there. */
let acts: number[] = [];

beforeAll(async () => {
  vi.stubEnv('ANCHORHOLD_CACHE', path('answers'));
  await anchorhold(['run', FARM, '--seed', '1', '--out', DIR]);
  const { events } = await (await openRun(DIR)).history();
  const took = events.filter(({ kind }) => kind === 'stores/took');
  acts = [...new Map(took.map(({ roles, id }) => [roles['actor'], id])).values()].slice(0, 2).sort((a, b) => a - b);
});
afterAll(clear);

const files = (): string[] =>
  readdirSync(DIR, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => `${each.name} ${readFileSync(join(each.parentPath, each.name)).toString('base64')}`)
    .sort();

interface Printed {
  readonly outcome: string;
  readonly acts: readonly { events: number[]; actor: string; needed: number; share: number; interval: number[] }[];
  readonly whole: { readonly effect: number };
}

describe('credit', () => {
  test('prints what the contract says, shares that sum to the whole, and leaves the run as it was', async () => {
    const before = files();
    const named = [...KEPT, '--acts', acts.join(','), '--redraws', '3', '--json'];
    const { code, out, err } = await anchorhold(named);
    expect([code, err]).toEqual([0, '']);
    const printed = JSON.parse(out) as Printed;
    expect(printed.outcome).toBe('not the grain is kept');
    expect(printed.acts.map(({ events }) => events)).toEqual(acts.map((id) => [id]));
    for (const act of printed.acts) {
      expect(act).toMatchObject({
        actor: expect.any(String),
        needed: expect.any(Number),
        responsibility: expect.any(Number),
        interval: [expect.any(Number), expect.any(Number)],
        found: null,
      });
    }
    expect(printed.acts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(printed.whole.effect, 12);
    expect(files()).toEqual(before);
    expect((await anchorhold([...named, '--jobs', '2'])).out).toBe(out);
  });

  test('reads as a page: who, when, how much, and what was done to find out', async () => {
    const { code, out } = await anchorhold([...KEPT, '--acts', String(acts[0]), '--redraws', '2']);
    expect(code).toBe(0);
    expect(out).toMatch(/^not the grain is kept\nIt was so at d2 08:00\.\n\n {3}1 {4}d2 00:\d\d {2}\w+ shouldered/);
    expect(out).toContain('With and without this act the run was lived on to d2 08:00, under 2');
    expect(out).not.toMatch(/undefined|NaN|null/);
  });

  test('an outcome that the scenario does not know exits 2 with the nearest name', async () => {
    const { code, err } = await anchorhold(['credit', DIR, '--outcome', 'the grane is kept']);
    expect([code, err]).toEqual([
      2,
      '--outcome "the grane is kept" is no outcome of this scenario. Nearest: "the grain is kept".\n',
    ]);
  });

  test('a statement may stand for an outcome, and a name in it that nobody has is told of', async () => {
    const { code, err } = await anchorhold(['credit', DIR, '--outcome', 'Aldersyk hold granary']);
    expect(code).toBe(2);
    expect(err).toContain('"Aldersyk" is not among the groups. Nearest: Aldersyke.');
    const asked = await anchorhold([...KEPT.with(3, 'not Marit lives'), '--acts', String(acts[0])]);
    expect([asked.code, asked.err]).toEqual([
      1,
      '"not Marit lives" did not come about, so nobody brought it about. Ask who did the contrary: "Marit lives"\n',
    ]);
  });

  test('a statement of no known form is told the outcomes and the forms', async () => {
    const { code, err } = await anchorhold(['credit', DIR, '--outcome', 'it rains']);
    expect(code).toBe(2);
    expect(err).toContain('There are: ');
    expect(err).toContain('<people> lives');
  });

  test.each([
    ['12,x', '"x" is no number of an event.'],
    ['', '"" is no number of an event.'],
    ['12,,15', '"" is no number of an event.'],
    ['0', '"0" is no number of an event.'],
    ['999999', 'There is no event 999999 in this run'],
    ['1,2,3,4,5,6,7,8,9', '9 acts are too many'],
    ['12,12', 'Event 12 is named twice.'],
  ])('--acts %s is refused', async (given, message) => {
    const { code, err, out } = await anchorhold([...KEPT, '--acts', given]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('--redraws has to be a number from 1 on, and --outcome has to be there', async () => {
    expect(await anchorhold([...KEPT, '--redraws', '0'])).toMatchObject({
      code: 2,
      err: '--redraws "0": expected a whole number from 1 to 1000.\n',
    });
    expect(await anchorhold(['credit', DIR])).toMatchObject({ code: 2 });
  });

  test('Ctrl-C ends it in good order, and the run stays as it was', async () => {
    const before = files();
    const { code, err, out } = await anchorhold([...KEPT, '--redraws', '5'], { onListen: (stop) => stop('SIGINT') });
    expect([code, out]).toEqual([130, '']);
    expect(err).toBe('Stopped. Ask again to go on from here.\n');
    expect(files()).toEqual(before);
  });
});
