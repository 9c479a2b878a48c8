import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const source = (name) => fileURLToPath(new URL(`../../packages/${name}/src/index.ts`, import.meta.url));

/**
 * Bundles a TypeScript entry with the packages' sources into one ES module without imports, for an engine that knows
 * neither TypeScript nor node_modules.
 * @param {string} entry the path of the entry
 * @param {{ file?: string, minify?: boolean, plugins?: import('rolldown').Plugin[] }} [options] where to write it, if anywhere
 * @returns {Promise<string>} the code
 */
export async function bundle(entry, { file, minify = false, plugins = [] } = {}) {
  const build = await rolldown({
    input: entry,
    platform: 'neutral',
    plugins,
    resolve: {
      alias: {
        '@anchorhold/engine': source('engine'),
        '@anchorhold/scenario': source('scenario'),
        '@anchorhold/story': source('story'),
      },
      mainFields: ['module', 'main'],
    },
    // What stays unresolved would fail only when it is run, on another machine: better here.
    onLog(level, log) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    },
  });
  const options = /** @type {const} */ ({ format: 'esm', minify, codeSplitting: false });
  const { output } = file === undefined ? await build.generate(options) : await build.write({ ...options, file });
  await build.close();
  return output[0].code;
}
