#!/usr/bin/env node
// Checked in, not compiled: npm links a bin only if its file exists when it installs.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) {
  await import(main.href);
} else {
  process.stderr.write('anchorhold is not built yet. In the checkout, run "npm run build" once, then try again.\n');
  process.exitCode = 2;
}
