/**
 * Imports run one way: kernel <- systems <- the engine's face <- scenario <- story <- runs <- cli.
 * What may run in a browser (all up to story) imports nothing from Node.
 */
import { dirname, posix } from 'node:path';

const PACKAGES = ['engine', 'scenario', 'story', 'runs', 'cli'];
const LAYERS = ['kernel', 'systems', 'engine', 'scenario', 'story', 'runs', 'cli'];

/** "packages/engine/src/kernel/arena.ts" -> {pack: 'engine', layer: 'kernel'}; undefined outside the packages. */
function placeOf(path) {
  const found = /(?:^|\/)packages\/([^/]+)\/src\/(?:([^/]+)\/)?/.exec(path);
  if (found === null || !PACKAGES.includes(found[1])) return undefined;
  const [, pack, folder] = found;
  const inner = pack === 'engine' && (folder === 'kernel' || folder === 'systems');
  return { pack, layer: inner ? folder : pack };
}

/** Why `from` may not import `source`; undefined if it may. */
function objection(filename, source) {
  const from = placeOf(filename);
  if (from === undefined) return undefined;
  const rank = LAYERS.indexOf(from.layer);
  const portable = rank <= LAYERS.indexOf('story');

  if (source.startsWith('.')) {
    const to = placeOf(posix.join(dirname(filename), source));
    if (to === undefined || to.pack !== from.pack) {
      return `"${source}" leads out of ${from.pack}. Import another package by its name.`;
    }
    if (LAYERS.indexOf(to.layer) > rank)
      return `${from.layer} may not import ${to.layer}: imports run ${LAYERS.join(' <- ')}.`;
    return undefined;
  }
  const named = /^@anchorhold\/([^/]+)(\/.*)?$/.exec(source);
  if (named !== null) {
    if (named[2] !== undefined)
      return `Import "@anchorhold/${named[1]}" itself: what its index does not export is private.`;
    if (LAYERS.indexOf(named[1]) >= rank)
      return `${from.layer} may not import ${named[1]}: imports run ${LAYERS.join(' <- ')}.`;
    return undefined;
  }
  if (from.pack === 'engine') return `The engine has no dependency: "${source}" has no place in it.`;
  if (portable && source.startsWith('node:'))
    return `${from.pack} also runs in the browser, where "${source}" is missing.`;
  return undefined;
}

export const oneWayImports = {
  create(context) {
    const filename = context.filename.replaceAll('\\', '/');
    const check = (node) => {
      if (node.source?.type !== 'Literal') return;
      const message = objection(filename, String(node.source.value));
      if (message !== undefined) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};
