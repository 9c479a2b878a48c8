import { peopleOf, ruleset } from '@anchorhold/engine';
import type { Setup, Shape } from '@anchorhold/engine';
import { namesOf } from '@anchorhold/scenario';

/** How people, places and groups can be called in orders. */
export interface Callable {
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Somebody's key by what they are shown as: those whom a scenario only counts have no other name that reads well. */
  readonly keyOf: (called: string) => string;
}

export function callable(setup: Setup): Callable {
  const people = peopleOf(setup);
  const keys = new Set(people.map((each) => each.key));
  const byShown = new Map(
    people.flatMap((each) => (each.extra === undefined ? [] : [[each.shown, each.key] as const])),
  );
  const names = new Map(namesOf(setup, ruleset.sections));
  names.set('people', new Set([...keys, ...byShown.keys()]));
  return { names, keyOf: (called) => (keys.has(called) ? called : (byShown.get(called) ?? called)) };
}

/** A value of a shape with every name of a person turned into its key. */
export function withKeys(shape: Shape, value: unknown, keyOf: (called: string) => string): unknown {
  switch (shape.is) {
    case 'name':
      return shape.sections.includes('people') ? keyOf(value as string) : value;
    case 'optional':
    case 'default':
      return value === undefined ? value : withKeys(shape.of, value, keyOf);
    case 'either': {
      // Of these, only a record names people.
      const of = shape.of.find(({ is }) => is === 'record');
      return of === undefined || typeof value !== 'object' ? value : withKeys(of, value, keyOf);
    }
    case 'list':
      return (value as readonly unknown[]).map((item) => withKeys(shape.of, item, keyOf));
    case 'record': {
      const fields = value as Readonly<Record<string, unknown>>;
      return Object.fromEntries(
        Object.entries(fields).map(([name, inner]) => {
          const of = shape.fields[name];
          return [name, of === undefined ? inner : withKeys(of, inner, keyOf)];
        }),
      );
    }
    default:
      return value;
  }
}
