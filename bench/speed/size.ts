import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { CHECKOUT } from '../checkout.ts';
import type { Report } from '../report.ts';

const TARGET = { max: 60 };
/** A system's words: they are content, as are stories in other languages, and are not counted to the engine. */
const WORDS = /[\\/]systems[\\/][^\\/]+[\\/]words\.ts$/;

interface Bundler {
  readonly bundle: (entry: string, options: { minify: boolean; plugins: readonly unknown[] }) => Promise<string>;
}

/** The engine as a browser would load it: bundled, minified, compressed; and what it needs besides: nothing. */
export async function measureSize(report: Report): Promise<void> {
  report.progress('bundling the engine');
  const { bundle } = (await import(new URL('scripts/engines/bundle.mjs', CHECKOUT).href)) as Bundler;
  const entry = fileURLToPath(new URL('packages/engine/src/index.ts', CHECKOUT));
  const wordless = { name: 'wordless', load: (id: string) => (WORDS.test(id) ? 'export const words = {};' : null) };
  const whole = await bundle(entry, { minify: true, plugins: [] });
  const bare = await bundle(entry, { minify: true, plugins: [wordless] });
  if (!(whole.length > bare.length)) throw new Error('leaving out the words made no difference');
  const add = (claim: string, code: string, target: object): void => {
    const value = gzipSync(code, { level: 9 }).length / 1000;
    report.add({ claim, scenario: 'the engine, minified and gzipped', value, unit: 'kB', target });
  };
  add("size without the systems' words", bare, TARGET);
  add('size with them', whole, {});
  const { dependencies = {} } = JSON.parse(readFileSync(new URL('packages/engine/package.json', CHECKOUT), 'utf8')) as {
    dependencies?: object;
  };
  const imports = whole.match(/\b(?:import|require)\s*[({"'*]/g) ?? [];
  report.add({
    claim: 'packages that the engine needs when it runs',
    scenario: 'the engine',
    value: Object.keys(dependencies).length + imports.length,
    unit: 'packages',
    floor: { max: 0 },
    target: { max: 0 },
  });
}
