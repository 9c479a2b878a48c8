import { RunError } from './error.ts';
import { readOwn, sha256 } from './files.ts';

/**
 * JSON files carry a seal: the SHA-256 of their content. A file is accepted only if writing it again gives the same
 * bytes, so that no change of any byte goes unnoticed.
 */
export function sealJson(content: object): Uint8Array {
  const seal = sha256(new TextEncoder().encode(JSON.stringify(content)));
  return new TextEncoder().encode(`${JSON.stringify({ ...content, seal }, null, 1)}\n`);
}

/** The content of a sealed file; null where there is no such file. Throws RunError `damaged` where the seal is broken. */
export function readSealed<T extends object>(dir: string, name: string): T | null {
  const bytes = readOwn(dir, name);
  if (bytes === null) return null;
  const content = unseal(bytes);
  if (content === null) {
    throw new RunError('damaged', `${dir}: ${name} is damaged: it was cut off, or changed after it was written.`);
  }
  return content as T;
}

function unseal(bytes: Uint8Array): object | null {
  let content: object;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    const { seal: _, ...rest } = parsed as { seal?: unknown };
    content = rest;
  } catch {
    return null;
  }
  const again = sealJson(content);
  return again.length === bytes.length && again.every((byte, i) => byte === bytes[i]) ? content : null;
}

/** Plain data as JSON can hold it: maps become `{"$map": [[key, value], ...]}`. */
export function toPlainJson(value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value].map(([key, inner]) => [toPlainJson(key), toPlainJson(inner)]) };
  if (Array.isArray(value)) return value.map(toPlainJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, toPlainJson(inner)]));
}

/** What `toPlainJson` made JSON of. */
export function fromPlainJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlainJson);
  if (typeof value !== 'object' || value === null) return value;
  const { $map: pairs } = value as { $map?: unknown };
  if (Array.isArray(pairs)) return new Map((fromPlainJson(pairs) as [unknown, unknown][]).map(([k, v]) => [k, v]));
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, fromPlainJson(inner)]));
}
