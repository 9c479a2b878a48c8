import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERSION, defaultRunDir, safeName } from '@anchorhold/runs';

describe('names in paths', () => {
  it('come from the scenario file and the seed', () => {
    expect(defaultRunDir('scenarios/farm-at-night.yaml', 7)).toBe('runs/farm-at-night-7');
    expect(defaultRunDir('/tmp/../etc/Der Hof: Nacht?.yml', 1)).toBe('runs/Der-Hof-Nacht-1');
  });

  it('are safe on every system', () => {
    expect(['../../etc', '.hidden', 'CON', 'nul.txt', '', '...', 'a/b\\c', 'é\u0000x'].map(safeName)).toEqual([
      'etc',
      'hidden',
      'run-CON',
      'run-nul.txt',
      'unnamed',
      'unnamed',
      'a-b-c',
      'é-x',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const name = safeName(text);
        expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u);
        expect(name).not.toMatch(/[.-]$/);
        expect([...name].length).toBeLessThanOrEqual(84);
        expect(safeName(name)).toBe(name);
      }),
    );
  });

  it("the version is the package's and the engine's", () => {
    for (const name of ['runs', 'engine']) {
      const path = new URL(`../../${name}/package.json`, import.meta.url);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: VERSION });
    }
  });
});
