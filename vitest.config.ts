import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserLaunchOptions } from './scripts/browser.mjs';

const source = (name: string) => fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url));

/** Tests run on sources: no build is needed first, and a stale build cannot hide a fault. */
const alias = {
  '@anchorhold/engine': source('engine'),
  '@anchorhold/scenario': source('scenario'),
  '@anchorhold/story': source('story'),
  '@anchorhold/runs': source('runs'),
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Only what hangs is to fail by the clock, and not what a busy machine makes wait.
          testTimeout: 60_000,
          hookTimeout: 300_000,
          // What was answered before must not answer for what was changed since.
          env: { ANCHORHOLD_CACHE: '' },
          include: ['packages/*/{src,test}/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/dist/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        // Named here, or the first test that needs one makes the page reload in the middle of a run.
        optimizeDeps: { include: ['yaml', 'zod'] },
        test: {
          name: 'browser',
          include: ['packages/*/{src,test}/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browserLaunchOptions(), contextOptions: { locale: 'en-US' } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
