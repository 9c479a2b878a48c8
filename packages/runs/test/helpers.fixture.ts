import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { RunError } from '@anchorhold/runs';

/** Every file of a folder by its path within it. */
export function filesOf(dir: string): Map<string, string> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(dir.length + 1).replaceAll(sep, '/'), readFileSync(path).toString('base64')]),
  );
}

/** The RunError that something fails with; any other error goes on. */
export async function troubleOf(act: () => unknown): Promise<RunError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof RunError) return error;
    throw error;
  }
  throw new Error('it should have failed');
}
