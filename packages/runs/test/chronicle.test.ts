import { readFileSync, writeFileSync } from 'node:fs';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { chronicleVoice } from '@anchorhold/story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveRun, openRun, readHistory, toldOf } from '@anchorhold/runs';
import type { History, Run } from '@anchorhold/runs';
import { CAMP, EVERY, LASTS, campRules, otherRules, workshop } from './camp.fixture.ts';
import { troubleOf } from './helpers.fixture.ts';

const shop = workshop();
afterAll(() => shop.remove());

let run: Run;
let history: History;
beforeAll(async () => {
  const dir = shop.path('run');
  await liveRun({ scenarioFile: shop.scenario, dir, seed: 3, ruleset: campRules, checkpointEvery: EVERY });
  run = await openRun(dir, { ruleset: campRules });
  history = await run.history();
});

describe('the chronicle', () => {
  it('holds every event of the world: roles by name, data, causes, witnesses', () => {
    const world = run.end();
    const rows = [...run.events()];
    expect(history.events).toHaveLength(rows.length);
    expect(rows.length).toBe(world.chronicle.length);
    const name = (row: number): string => ['Ann', 'Bede', 'Cass', 'Dorn'][row]!;
    for (const [i, row] of rows.entries()) {
      const event = history.events[i]!;
      expect(event).toMatchObject({ id: row.id, key: row.key, kind: row.kind, time: row.time - run.recipe.begin });
      expect(event.roles['actor']).toBe(name(row.roles['actor']!));
      expect(event.data).toEqual(row.data);
      expect(event.because).toEqual(row.because);
      expect(event.witnesses).toEqual(
        row.witnesses.map(({ who, by, clarity }) => ({ name: name(who), sense: by, clarity })),
      );
    }
    expect(history.events.some((event) => event.because.length > 0)).toBe(true);
    expect(history.events.some((event) => event.witnesses.length > 0)).toBe(true);
  });

  it('says who is who, what kinds hold, and each event in words', () => {
    expect(history).toMatchObject({ scenario: 'camp', seed: 3, rules: campRules.hash, begin: 77_400 });
    expect(history.names.find(({ key }) => key === 'Bede')).toEqual({
      table: 'person',
      key: 'Bede',
      name: 'Old Bede',
      pronoun: 'he',
      group: 'camp',
    });
    const snap = history.kinds.find(({ id }) => id === 'camp/snapped')!;
    expect(snap.roles).toContainEqual({ name: 'place', table: 'place', optional: true });
    expect(snap.data).toContainEqual({ name: 'tone', datum: 'choice', of: ['cold', 'loud'] });
    const event = history.events.find(({ kind, roles }) => kind === 'camp/snapped' && roles['actor'] === 'Bede')!;
    expect(event.shown['actor']).toBe('Old Bede');
    expect(event.place).toBe('fire');
    expect(event.clock).toMatch(/^d1 2[123]:\d\d(:\d\d)?$/);
    expect(event.text).toMatch(/^Old Bede snapped at .*\.$/);
    expect(event.grain).toBe('second');
    expect(event.clause.verb).toBe('snap at');
    expect(event.reason?.verb).toBe('hurt');
  });

  it('can be queried by any reader of Parquet', async () => {
    const file = await asyncBufferFromFile(shop.path('run/chronicle.parquet'));
    const columns = ['id', 'time', 'actor', 'target', 'place', 'kind'];
    const rows = await parquetReadObjects({ file, columns });
    expect(rows).toHaveLength(history.events.length);
    const { id, time, roles, kind } = history.events[5]!;
    expect(rows[5]).toEqual({
      id,
      time,
      kind,
      actor: roles['actor'],
      target: roles['target'] ?? null,
      place: roles['place'] ?? null,
    });
    const { schema, created_by: by } = await parquetMetadataAsync(file);
    expect(by).toMatch(/^anchorhold \d/);
    expect(schema.find((column) => column.name === 'because')?.converted_type).toBe('JSON');
  });

  it('stays readable and can be told under other rules, which cannot live it on', async () => {
    const later = await openRun(shop.path('run'), { ruleset: otherRules });
    expect(later.sameRules).toBe(false);
    expect(await later.history()).toEqual(history);
    expect(later.summary).toEqual(run.summary);
    for (const act of [
      () => later.end(),
      () => later.worldAt(later.recipe.begin),
      () => later.setup,
      () => later.ruleset,
      () => [...later.events()],
    ]) {
      const error = await troubleOf(act);
      expect(error.trouble).toBe('other-rules');
      expect(error.message).toContain(`rules ${campRules.hash} of anchorhold 0.1.0`);
      expect(error.message).toContain(`rules ${otherRules.hash}`);
    }
    const telling = chronicleVoice(toldOf(await later.history()), { begin: 77_400, length: 'page' });
    const text = telling.sections.flatMap(({ sentences }) => sentences.map((sentence) => sentence.text)).join(' ');
    expect(text).toContain('snapped at');
    expect(text).toContain('Old Bede');
  });

  it('hands the voices causes, pronouns and sides, and under its own rules the gathering words', () => {
    const told = toldOf(history);
    const caused = told.find(({ because }) => because.length > 0)!;
    const cause = history.events[caused.because[0]!.id - 1]!;
    expect(caused.because[0]).toMatchObject({ as: 'reason', time: cause.time, kind: cause.kind });
    expect(caused.because[0]!.clause).toEqual(cause.reason ?? cause.clause);
    const ann = told.find(({ roles }) => roles['actor']?.name === 'Ann')!;
    expect(ann.roles['actor']).toEqual({ name: 'Ann', key: 'Ann', kind: 'person', gender: 'she', side: 'camp' });
    expect(ann.gather).toBeUndefined();
    const live = toldOf(history, run.end()).find(({ kind }) => kind === 'camp/snapped')!;
    expect(live.gather!([live.id, live.id]).object).toEqual({ noun: 'somebody', count: 2 });
  });

  it('of a run without events is whole too', async () => {
    const dir = shop.path('quiet');
    const alone = CAMP.replace(/ {2}(Bede|Cass|Dorn): .*\n/g, '').replace(/ {2}Bede's.*\n/, '');
    const scenarioFile = shop.path('alone.yaml');
    writeFileSync(scenarioFile, alone);
    const summary = await liveRun({ scenarioFile, dir, seed: 1, forSeconds: 5, ruleset: campRules });
    expect(summary.events).toBe(0);
    const quiet = await openRun(dir, { ruleset: campRules });
    expect((await quiet.history()).events).toEqual([]);
    quiet.verify();
  });

  it('is refused where it is none, or damaged', async () => {
    const bytes = new Uint8Array(readFileSync(shop.path('run/chronicle.parquet')));
    expect((await readHistory(bytes, 'x')).events).toHaveLength(history.events.length);
    for (const broken of [new Uint8Array(0), bytes.slice(0, 1000), bytes.slice(1000), new Uint8Array(5000).fill(7)]) {
      const error = await troubleOf(() => readHistory(broken, 'x.parquet'));
      expect(error.trouble).toBe('damaged');
      expect(error.message).toMatch(/^x\.parquet is damaged: /);
    }
  });

  it('has the columns, and no others, that its guide names', async () => {
    const guide = readFileSync(new URL('../../../docs/guide/run-folder.md', import.meta.url), 'utf8');
    const [, section] = guide.split('## chronicle.parquet');
    const named = [...section!.split('The file')[0]!.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
    const { schema, key_value_metadata: about } = await parquetMetadataAsync(
      await asyncBufferFromFile(shop.path('run/chronicle.parquet')),
    );
    expect(named).toEqual(schema.slice(1).map((column) => column.name));
    for (const { key } of about!) expect(section).toContain(`\`${key}\``);
  });

  it('lasts as long as it was asked to', () => {
    expect(history.events.at(-1)!.time).toBeLessThanOrEqual(LASTS);
    expect(history.events.at(-1)!.time).toBeGreaterThan(LASTS - 600);
  });
});
