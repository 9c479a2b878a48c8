import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
          include: ['packages/*/{src,test}/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/dist/**', '**/node_modules/**'],
        },
      },
    ],
  },
});
