import { nearest } from './nearest.ts';
import { isFields, type Place, type Raw } from './parse.ts';

/** The names that a file defines: the keys of each of its sections, and the line of each. */
export interface KnownNames {
  has(section: string, name: string): boolean;
  /** The names of a section, in the order of the file. */
  names(section: string): Iterable<string>;
  line(section: string, name: string): number | null;
  /** The section that a name is defined in, or null; the first in the file if there are several. */
  sectionOf(name: string): string | null;
}

export function knownNames(raw: Raw, place: Place, lineOf: (offset: number) => number): KnownNames {
  const sections = new Map<string, ReadonlyMap<string | number, Place>>();
  if (isFields(raw)) {
    for (const [section, inside] of place.inside) {
      if (typeof section === 'string' && isFields(raw[section] ?? null)) sections.set(section, inside.inside);
    }
  }
  return {
    has: (section, name) => sections.get(section)?.has(name) ?? false,
    *names(section) {
      for (const name of sections.get(section)?.keys() ?? []) if (typeof name === 'string') yield name;
    },
    line(section, name) {
      const found = sections.get(section)?.get(name);
      return found === undefined ? null : lineOf(found.key ?? found.value);
    },
    sectionOf(name) {
      for (const [section, names] of sections) if (names.has(name)) return section;
      return null;
    },
  };
}

/** Names that come from elsewhere than the file at hand, and so have no lines in it. */
export function givenNames(sections: ReadonlyMap<string, ReadonlySet<string>>): KnownNames {
  return {
    has: (section, name) => sections.get(section)?.has(name) ?? false,
    names: (section) => sections.get(section) ?? [],
    line: () => null,
    sectionOf: (name) => [...sections].find(([, names]) => names.has(name))?.[0] ?? null,
  };
}

/** No names at all, for shapes that are looked at without a file. */
export const noNames: KnownNames = { has: () => false, names: () => [], line: () => null, sectionOf: () => null };

/** `Nearest: Ness (line 23).`, or null where no name of the sections and none of the other words comes near. */
export function nearestHint(
  written: string,
  sections: readonly string[],
  known: KnownNames,
  words: readonly string[] = [],
): string | null {
  function* candidates() {
    yield* words;
    for (const section of sections) yield* known.names(section);
  }
  const found = nearest(written, candidates());
  if (found === null) return null;
  for (const section of sections) {
    const line = known.line(section, found);
    if (line !== null) return `Nearest: ${found} (line ${line}).`;
  }
  return `Nearest: ${found}.`;
}
