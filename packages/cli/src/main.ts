import { CommanderError } from 'commander';
import type { Told } from './command.ts';
import { BAD, DONE, explain } from './exit.ts';
import { processIo } from './io.ts';
import type { Io } from './io.ts';
import { programFor } from './program.ts';

/**
 * Carry out one command line, without the names of node and script. Returns the exit code: 0 done, 1 the thing asked about
 * is not so, 2 bad usage or bad input, 130 stopped by Ctrl-C. Throws only what is a fault of the program itself.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const told: Told = { code: DONE };
  try {
    await programFor(io, told).parseAsync([...argv], { from: 'user' });
    return told.code;
  } catch (error) {
    // Help and version end this way too, with exit code 0. What commander has against the usage it has already said.
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : BAD;
    const explained = explain(error);
    if (explained === null) throw error;
    io.err(`${explained.lines.join('\n')}\n`);
    return explained.code;
  }
}
