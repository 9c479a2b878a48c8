#!/usr/bin/env node
// Checked in, not compiled: npm links no bin whose file does not exist when it installs.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/main.js', import.meta.url);
if (existsSync(fileURLToPath(built))) {
  // Whoever reads the output may stop reading, as `head` does: that is no error.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write('anchorhold is not built yet. In the checkout, run "npm run build" once, then try again.\n');
  process.exitCode = 2;
}
