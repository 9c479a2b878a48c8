import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The pages that people read, from the root of the repository. The API reference is written anew by a command. */
export function pages(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path}`.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.md') && !path.startsWith('docs/api/'))
      .sort();
  return ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...below('docs'), ...below('examples')];
}

export const read = (page: string): string => readFileSync(join(root, page), 'utf8').replaceAll('\r\n', '\n');

/** What stands outside of blocks of code. */
const proseOf = (text: string): string => text.replaceAll(/^```[^]*?^```/gm, '');

/** Links of a page that lead nowhere: to a file that is not there, or to a heading that its page does not have. */
export function deadLinks(page: string): string[] {
  const dead = [];
  for (const [, target] of proseOf(read(page)).matchAll(/\]\(([^()\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target!)) continue;
    const [path, heading] = target!.split('#');
    const file = path === '' ? join(root, page) : resolve(root, dirname(page), path!);
    const found = existsSync(file) && (heading === undefined || headingsOf(file).includes(heading));
    if (!found) dead.push(`${page}: ${target}`);
  }
  return dead;
}

/** Headings as links name them: small letters, hyphens for spaces, other signs left out. */
const headingsOf = (file: string): string[] =>
  [...proseOf(read(relative(root, file))).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The blocks of code of one language on a page. */
export const blocksOf = (page: string, language: string): string[] =>
  [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code]) => code!);

/**
 * What the compiler has against these files, as if they lay at their paths, with the settings of the tests, or with the
 * engine's for what lies in it. Nothing is written.
 */
export function typeFaults(files: ReadonlyMap<string, string>): string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.tests.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [] }, ts.sys, root);
  const settings: ts.CompilerOptions = { ...options, noEmit: true, incremental: false, noUnusedLocals: false };
  delete settings.tsBuildInfoFile;
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  const folders = new Set([...files.keys()].map(dirname));
  host.directoryExists = (path) => folders.has(path) || ts.sys.directoryExists(path);
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = files.get(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version, true);
  };
  const program = ts.createProgram([...files.keys()], settings, host);
  return [...files.keys()].flatMap((path) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => `${relative(root, path)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
}

/** Turns of a night that a reader is shown, in the words of its entries. */
const SHOWN = [/gave the signal/, /came out of hiding/, /\b[Hh]it (?:\S+ )?in the /, /gave up the fight/];

/**
 * What the README shows of what `npm start` prints: how the night came out, and the first entry of each of these turns,
 * with its reason. Throws where the night lacks one; then the README has to show another seed.
 */
export function excerptOf(output: string): string {
  const [glance] = output.split(/\n\nDay \d+\n/);
  const entries = output.split(/\n(?=\d\d:\d\d {2})/).slice(1);
  const shown = SHOWN.map((turn) => {
    const at = entries.findIndex((entry) => turn.test(entry.replaceAll(/\s+/g, ' ')));
    if (at < 0) throw new Error(`Nobody in this night ${turn.source}: choose another seed for the README.`);
    return at;
  });
  const order = [...new Set(shown)].sort((a, b) => a - b);
  const told = order.map((at) => entries[at]!.split(/\n\n/)[0]!.trimEnd());
  return [glance!.trimEnd(), ...told].join('\n\n…\n\n');
}
