import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { reroll } from '@anchorhold/engine';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { forkRun, liveRun, openRun, resumeRun } from '@anchorhold/runs';
import type { ForkRequest, RunSummary } from '@anchorhold/runs';
import { EVERY, LASTS, SOOTHED, campRules, otherRules, workshop } from './camp.fixture.ts';
import { filesOf, troubleOf } from './helpers.fixture.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const shop = workshop();
afterAll(() => shop.remove());

const rules = { ruleset: campRules };
const parent = shop.path('parent');
const request = { scenarioFile: shop.scenario, seed: 7, checkpointEvery: EVERY, ...rules };
const forked = (name: string, more: Partial<ForkRequest> = {}, dir = parent): Promise<RunSummary> =>
  forkRun(dir, { out: shop.path(name), added: [SOOTHED], ...rules, ...more });

let whole: RunSummary;
let before: Map<string, string>;
beforeAll(async () => {
  whole = await liveRun({ ...request, dir: parent });
  before = filesOf(parent);
});
beforeEach(() => {
  for (const name of ['fork', 'again']) rmSync(shop.path(name), { recursive: true, force: true });
});

describe('a fork', () => {
  it('is lived to the end of its run, otherwise, and leaves that run as it was to the byte', async () => {
    const summary = await forked('fork');
    expect(summary.until).toBe(LASTS);
    expect(summary.hash).not.toBe(whole.hash);
    const run = await openRun(summary.dir, rules);
    run.verify();
    const soothed = [...run.events()].filter(({ kind, time }) => kind === 'camp/forgave' && time === SOOTHED.at);
    expect(soothed.length).toBeGreaterThan(0);
    expect(filesOf(parent)).toEqual(before);
  });

  it('remembers whose fork it is, and what it has that its run has not', async () => {
    const { recipe } = await openRun((await forked('fork')).dir, rules);
    expect(recipe.parent).toEqual({ name: 'parent', hash: whole.hash, added: [0] });
    expect(recipe.log).toEqual([SOOTHED]);
    expect((await openRun(parent, rules)).recipe.parent).toBe(undefined);
  });

  it('holds, to the byte, what living its recipe from the beginning leaves', async () => {
    const dir = (await forked('fork')).dir;
    const files = filesOf(dir);
    // The same recipe with nothing lived but the beginning.
    const bare = shop.path('again');
    const first = shop.path('first-moment');
    await troubleOf(() => liveRun({ ...request, log: [SOOTHED], dir: first, signal: AbortSignal.abort() }));
    cpSync(first, bare, { recursive: true });
    cpSync(`${dir}/recipe.json`, `${bare}/recipe.json`);
    expect((await openRun(bare, rules)).checkpoints).toHaveLength(1);
    await resumeRun(bare, rules);
    expect(filesOf(bare)).toEqual(files);
  });

  it('differs from the same orders given in the first place only in remembering its run', async () => {
    const dir = (await forked('fork')).dir;
    await liveRun({ ...request, log: [SOOTHED], dir: shop.path('again') });
    const [one, other] = [filesOf(dir), filesOf(shop.path('again'))];
    expect([...one.keys()]).toEqual([...other.keys()]);
    const differing = [...one.keys()].filter((name) => one.get(name) !== other.get(name));
    // The summary lists the checksum of the recipe.
    expect(differing).toEqual(['recipe.json', 'summary.json']);
  });

  it('takes over what was saved before the change, and lives the rest only', async () => {
    const begun: number[] = [];
    const { dir } = await forked('fork', { onProgress: ({ time }) => begun.push(time) });
    const run = await openRun(parent, rules);
    const kept = run.checkpoints.filter(({ time }) => run.recipe.begin + time < SOOTHED.at);
    expect(kept.length).toBeGreaterThan(2);
    expect(begun[0]).toBe(run.recipe.begin + kept.at(-1)!.time);
    const files = filesOf(dir);
    for (const { file } of kept) expect(files.get(file)).toBe(before.get(file));
  });

  it('at the very beginning takes over nothing', async () => {
    const { begin } = (await openRun(parent, rules)).recipe;
    const { hash } = await forked('fork', { added: [reroll(begin, 3)] });
    expect((await liveRun({ ...request, log: [reroll(begin, 3)], dir: shop.path('again') })).hash).toBe(hash);
  });

  it('of a moment in which a checkpoint lies does not take it over: the log comes before what else is due then', async () => {
    const { checkpoints, recipe } = await openRun(parent, rules);
    const at = recipe.begin + checkpoints[4]!.time;
    // Every second of the camp draws luck, and keeps what was drawn.
    const added = [reroll(at, 3)];
    const { hash } = await forked('fork', { added });
    expect((await liveRun({ ...request, log: added, dir: shop.path('again') })).hash).toBe(hash);
  });

  it('of a fork has both changes, whichever comes first', async () => {
    const { dir } = await forked('fork');
    for (const at of [SOOTHED.at - 600, SOOTHED.at, SOOTHED.at + 600]) {
      rmSync(shop.path('again'), { recursive: true, force: true });
      const more = { at, command: 'camp/soothe', value: { who: 'Cass' } };
      const second = await forked('again', { added: [more] }, dir);
      const { recipe } = await openRun(second.dir, rules);
      const log = at < SOOTHED.at ? [more, SOOTHED] : [SOOTHED, more];
      expect(recipe.log).toEqual(log);
      expect(recipe.parent).toMatchObject({ name: 'fork', added: [at < SOOTHED.at ? 0 : 1] });
      expect((await liveRun({ ...request, log, dir: shop.path('straight'), force: true })).hash).toBe(second.hash);
    }
  });

  it('is reused where it lies already; another run in its place is only replaced when told to', async () => {
    const summary = await forked('fork');
    let lived = 0;
    expect(await forked('fork', { onProgress: () => lived++ })).toEqual(summary);
    expect(lived).toBe(0);
    const other = [{ ...SOOTHED, at: SOOTHED.at + 60 }];
    const error = await troubleOf(() => forked('fork', { added: other }));
    expect([error.trouble, error.message]).toEqual(['other-recipe', expect.stringContaining('other orders')]);
    await forked('fork', { added: other, force: true });
    expect((await openRun(summary.dir, rules)).recipe.log).toEqual(other);
  });

  it('that was interrupted is lived on, by resuming or by asking again, to the same files', async () => {
    const files = filesOf((await forked('again')).dir);
    for (const goOn of [() => resumeRun(shop.path('fork'), rules), () => forked('fork')]) {
      rmSync(shop.path('fork'), { recursive: true, force: true });
      let calls = 0;
      const stop = new AbortController();
      const onProgress = (): void => void (++calls > 3 && stop.abort());
      const error = await troubleOf(() => forked('fork', { onProgress, signal: stop.signal }));
      expect(error.trouble).toBe('interrupted');
      expect((await openRun(shop.path('fork'), rules)).finished).toBe(false);
      await goOn();
      expect(filesOf(shop.path('fork'))).toEqual(files);
    }
  });
});

describe('what cannot be forked is refused before anything is written', () => {
  it.each<[string, Partial<ForkRequest>, string, RegExp]>([
    ['nothing added', { added: [] }, 'bad-request', /at least one entry/],
    [
      'an unknown command',
      { added: [{ ...SOOTHED, command: 'camp/sooth' }] },
      'bad-request',
      /camp\/sooth.*camp\/soothe/,
    ],
    ['before the run', { added: [{ ...SOOTHED, at: 60 }] }, 'bad-request', /d1 00:01 is outside this run/],
    ['after it', { added: [{ ...SOOTHED, at: 90_000 }] }, 'bad-request', /from d1 21:30 to d1 23:10/],
    ['in its own place', { out: parent, force: true }, 'bad-request', /is the run itself/],
    ['inside itself', { out: `${parent}/checkpoints/fork` }, 'bad-request', /inside the run itself/],
    ['other rules', { ruleset: otherRules }, 'other-rules', /rules/],
  ])('%s', async (_, more, trouble, message) => {
    const error = await troubleOf(() => forked('fork', more));
    expect([error.trouble, error.message]).toEqual([trouble, expect.stringMatching(message)]);
    expect(existsSync(shop.path('fork'))).toBe(false);
    expect(filesOf(parent)).toEqual(before);
  });

  it('an unfinished run, and no run at all', async () => {
    const dir = shop.path('unfinished');
    await troubleOf(() => liveRun({ ...request, dir, signal: AbortSignal.abort() }));
    const error = await troubleOf(() => forked('fork', {}, dir));
    expect([error.trouble, error.message]).toEqual(['unfinished', expect.stringContaining('run --resume')]);
    expect((await troubleOf(() => forked('fork', {}, shop.path('none')))).trouble).toBe('not-a-run');
  });

  it('a run one of whose checkpoints was changed', async () => {
    const dir = shop.path('damaged');
    cpSync(parent, dir, { recursive: true });
    const file = `${dir}/checkpoints/000001.gz`;
    const bytes = readFileSync(file);
    bytes[40]! ^= 1;
    writeFileSync(file, bytes);
    const error = await troubleOf(() => forked('fork', {}, dir));
    expect([error.trouble, error.message]).toEqual(['damaged', expect.stringContaining('000001.gz')]);
    expect(existsSync(shop.path('fork'))).toBe(false);
  });
});
