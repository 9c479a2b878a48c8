import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { main } from '../src/main.ts';
import type { Interrupt, Io } from '../src/io.ts';

export const FARM = fileURLToPath(new URL('../../../scenarios/farm-at-night.yaml', import.meta.url));

// Whole nights are lived here, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Around {
  readonly env?: Record<string, string>;
  readonly terminal?: boolean;
  /** Called when a command begins to listen for Ctrl-C, with what Ctrl-C does. */
  readonly onListen?: (stop: (signal: Interrupt) => void) => void;
}

/** Carry out a command line in this process, and gather what it says. */
export async function anchorhold(
  argv: readonly string[],
  { env = {}, terminal = false, onListen }: Around = {},
): Promise<Ran> {
  let [out, err] = ['', ''];
  const io: Io = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    env,
    columns: 100,
    outIsTerminal: terminal,
    errIsTerminal: terminal,
    onInterrupt: (stop) => {
      onListen?.(stop);
      return () => {};
    },
  };
  const code = await main(argv, io);
  return { code, out, err };
}

/** A folder for one test file, removed by `clear`. */
export function workshop(): { path: (...parts: string[]) => string; clear: () => void } {
  const base = mkdtempSync(join(tmpdir(), 'anchorhold-cli-'));
  mkdirSync(join(base, 'scenarios'));
  return { path: (...parts) => join(base, ...parts), clear: () => rmSync(base, { recursive: true, force: true }) };
}

/** The lines of JSON that a command printed. */
export const jsonLines = (out: string): unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
