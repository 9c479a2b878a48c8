import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RunError, liveRun, openRun, packRun, unpackRun } from '@anchorhold/runs';
import { EVERY, campRules, otherRules, workshop } from './camp.fixture.ts';
import { filesOf, troubleOf } from './helpers.fixture.ts';

// Folders are forced to the disk, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const shop = workshop();
afterAll(() => shop.remove());
const rules = { ruleset: campRules };
const dir = shop.path('run');
const packed = shop.path('run.zip');
let files: Record<string, Uint8Array>;

beforeAll(async () => {
  await liveRun({ scenarioFile: shop.scenario, dir, seed: 6, forSeconds: 2500, checkpointEvery: EVERY, ...rules });
  await packRun(dir, packed, rules);
  files = unzipSync(readFileSync(packed));
});

describe('packing', () => {
  it('and unpacking gives the same folder', async () => {
    const back = shop.path('back');
    expect(await unpackRun(packed, back, rules)).toEqual({ dir: back, file: packed });
    expect(filesOf(back)).toEqual(filesOf(dir));
    expect((await openRun(back, rules)).summary).toEqual({ ...(await openRun(dir, rules)).summary, dir: back });
    await packRun(back, shop.path('again.zip'), rules);
    expect(readFileSync(shop.path('again.zip')).equals(readFileSync(packed))).toBe(true);
  });

  it('works under other rules', async () => {
    const later = { ruleset: otherRules };
    await packRun(dir, shop.path('later.zip'), later);
    await unpackRun(shop.path('later.zip'), shop.path('later'), later);
    expect(filesOf(shop.path('later'))).toEqual(filesOf(dir));
  });

  it('leaves out what no run made', async () => {
    writeFileSync(`${dir}/notes.md`, 'mine');
    await packRun(dir, shop.path('clean.zip'), rules);
    expect(Object.keys(unzipSync(readFileSync(shop.path('clean.zip')))).sort()).toEqual(Object.keys(files).sort());
  });

  it('refuses to replace a file unless forced, to pack into the run, and to pack what is unfinished', async () => {
    expect((await troubleOf(() => packRun(dir, packed, rules))).trouble).toBe('in-the-way');
    await packRun(dir, packed, { ...rules, force: true });
    expect((await troubleOf(() => packRun(dir, `${dir}/run.zip`, rules))).trouble).toBe('bad-request');
    const stopped = shop.path('stopped');
    const signal = AbortSignal.abort();
    await troubleOf(() => liveRun({ scenarioFile: shop.scenario, dir: stopped, seed: 6, signal, ...rules }));
    const error = await troubleOf(() => packRun(stopped, shop.path('stopped.zip'), rules));
    expect(error.trouble).toBe('unfinished');
    expect(existsSync(shop.path('stopped.zip'))).toBe(false);
  });

  it('says where it cannot write', async () => {
    const error = await troubleOf(() => packRun(dir, shop.path('no/such/folder.zip'), rules));
    expect(error.trouble).toBe('cannot-write');
    expect(error.message).toContain('folder.zip');
  });
});

/** Unpack an archive of these bytes; whatever happens, nothing but the wanted folder may appear. */
async function tryUnpack(bytes: Uint8Array, limits = {}): Promise<RunError | null> {
  mkdirSync(shop.path('box'), { recursive: true });
  const file = shop.path('box/hostile.zip');
  writeFileSync(file, bytes);
  const target = shop.path('box/target');
  let trouble: RunError | null = null;
  try {
    await unpackRun(file, target, { ...rules, limits });
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    trouble = error;
  }
  const there = readdirSync(shop.path('box')).sort();
  if (trouble !== null) expect(there).toEqual(['hostile.zip']);
  else {
    expect(there).toEqual(['hostile.zip', 'target']);
    expect(filesOf(target)).toEqual(new Map([...filesOf(dir)].filter(([name]) => name !== 'notes.md')));
    rmSync(target, { recursive: true });
  }
  return trouble;
}

describe('unpacking what cannot be trusted', () => {
  it('replaces nothing', async () => {
    writeFileSync(shop.path('letter'), 'dear');
    for (const there of [dir, shop.path('letter'), shop.path('.')]) {
      expect((await troubleOf(() => unpackRun(packed, there, rules))).trouble).toBe('in-the-way');
    }
    expect(readFileSync(shop.path('letter'), 'utf8')).toBe('dear');
  });

  it('refuses files that are none of a run, wherever they point', async () => {
    const names = ['../evil', '/etc/passwd', 'C:\\evil', '..\\evil', 'checkpoints/../../evil', 'evil.txt'];
    for (const name of [
      ...names,
      'checkpoints/',
      'checkpoints/1.gz',
      './recipe.json',
      'recipe.json/',
      'RECIPE.json',
      '\0',
    ]) {
      const entries = Object.fromEntries([...Object.entries(files), [name, new Uint8Array([1])]]);
      const error = await tryUnpack(zipSync(entries));
      expect([name, error?.trouble]).toEqual([name, 'bad-archive']);
      expect(error!.message).toContain('no file of a run');
    }
    const bytes = Buffer.from(zipSync({ ...files, placehold: new Uint8Array([1]) })).toString('latin1');
    const error = await tryUnpack(Buffer.from(bytes.replaceAll('placehold', '__proto__'), 'latin1'));
    expect(error?.message).toContain('"__proto__", which is no file of a run');
  });

  it('refuses a file that comes twice', async () => {
    // Two names of the same length, of which one is then overwritten with the other.
    const bytes = zipSync({ ...files, 'checkpoints/999999.gz': new Uint8Array([1]) });
    const text = Buffer.from(bytes).toString('latin1').replaceAll('checkpoints/999999.gz', 'checkpoints/000000.gz');
    const error = await tryUnpack(Buffer.from(text, 'latin1'));
    expect(error?.message).toContain('"checkpoints/000000.gz" twice');
  });

  it('refuses what is too large, in files, packed and unpacked, and what lies about its size', async () => {
    const good = readFileSync(packed);
    expect(await tryUnpack(good)).toBe(null);
    expect((await tryUnpack(good, { packedBytes: 1000 }))?.message).toContain('more than 1000 bytes');
    expect((await tryUnpack(good, { unpackedBytes: 1000 }))?.message).toContain('takes more than 1000 bytes');
    expect((await tryUnpack(good, { files: 3 }))?.message).toContain('more than 3 files');
    const bomb = zipSync({ ...files, 'lived.json': new Uint8Array(3_000_000) });
    expect((await tryUnpack(bomb, { unpackedBytes: 2_000_000 }))?.trouble).toBe('bad-archive');
    // The size that the first file claims, in the archive's directory: 4 GB.
    const liar = Buffer.from(good);
    const entry = liar.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    let at = entry;
    while (
      !liar
        .subarray(at + 46)
        .toString('latin1')
        .startsWith('lived.json')
    )
      at = liar.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 1);
    liar.writeUInt32LE(0xfffffff0, at + 24);
    expect((await tryUnpack(liar))?.message).toContain('claims a size that it cannot have');
  });

  it('refuses runs that are not whole, or that hold more than they should', async () => {
    for (const name of Object.keys(files)) {
      const { [name]: _, ...rest } = files;
      expect([name, (await tryUnpack(zipSync(rest)))?.trouble]).toEqual([name, 'bad-archive']);
    }
    const error = await tryUnpack(zipSync({ ...files, 'checkpoints/000099.gz': new Uint8Array([1]) }));
    expect(error?.message).toContain('checkpoints/000099.gz does not belong to the run');
    expect((await tryUnpack(zipSync({})))?.trouble).toBe('bad-archive');
  });

  it('says what is wrong with what is no archive', async () => {
    for (const [bytes, message] of [
      [new Uint8Array(0), 'it is no zip archive'],
      [new TextEncoder().encode('just some text '.repeat(100)), 'it is no zip archive'],
      [readFileSync(packed).subarray(0, 5000), 'it is no zip archive'],
    ] as const) {
      expect((await tryUnpack(bytes))?.message).toContain(message);
    }
    const error = await troubleOf(() => unpackRun(shop.path('none.zip'), shop.path('x'), rules));
    expect(error.message).toBe(`${shop.path('none.zip')} cannot be read: there is no such file.`);
    expect((await troubleOf(() => unpackRun(dir, shop.path('x'), rules))).message).toContain('it is not a file');
  });

  it('never gives a wrong run, nor leaves anything, whatever bytes are changed, cut or put in', async () => {
    const good = readFileSync(packed);
    const edit = fc.record({
      at: fc.nat(good.length - 1),
      cut: fc.nat(40),
      put: fc.uint8Array({ maxLength: 40 }),
      from: fc.constantFrom<'front' | 'back'>('front', 'back'),
    });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        let bytes = good;
        for (const { at, cut, put, from } of edits) {
          // Half of them near the end, where the archive's directory lies.
          const place = from === 'front' ? at : Math.max(0, bytes.length - (at % 1500));
          bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
        }
        const error = await tryUnpack(bytes);
        if (error !== null) refused++;
        if (error !== null) expect(['bad-archive']).toContain(error.trouble);
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(refused).toBeGreaterThan(75);
  });

  it('never gives a run that does not hold together, whatever files are exchanged', async () => {
    const names = Object.keys(files);
    const change = fc.record({
      name: fc.constantFrom(...names),
      with: fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...names).map((name) => files[name]!),
      ),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ name, with: bytes }) => {
        fc.pre(!Buffer.from(bytes).equals(Buffer.from(files[name]!)));
        const error = await tryUnpack(zipSync({ ...files, [name]: bytes }));
        expect(error?.trouble).toBe('bad-archive');
      }),
      { numRuns: 80, seed: 12 },
    );
  });
});
