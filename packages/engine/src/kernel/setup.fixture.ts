import type { EntriesPart, Fields, Infer, InferFields, Setup, Shape, WholePart } from './shape.ts';

/** A scenario as plain data: by section, either entries by name with their fields, or the value of a whole field. */
export interface PlainScenario {
  readonly [section: string]: unknown;
}

type Plain = Readonly<Record<string, unknown>>;

/**
 * A `Setup` made of plain objects, without reading or validating any file: values are as validation would let them
 * through (seconds, grams, names), maps are given as objects, absent fields get the defaults of their shapes.
 */
export function setupOf(scenario: PlainScenario): Setup {
  return {
    entries<F extends Fields>(part: EntriesPart<F>): ReadonlyMap<string, InferFields<F>> {
      const section = (scenario[part.section] ?? {}) as Plain;
      const names = Object.keys(section).sort((a, b) => (a < b ? -1 : 1));
      return new Map(names.map((name) => [name, filledFields(part.fields, section[name]) as InferFields<F>]));
    },
    whole<S extends Shape>(part: WholePart<S>): Infer<S> | undefined {
      return filled(part.shape, scenario[part.section]) as Infer<S> | undefined;
    },
    first(section: string): string | undefined {
      return Object.keys((scenario[section] ?? {}) as Plain)[0];
    },
  };
}

function filledFields(fields: Fields, value: unknown): unknown {
  const plain = (value ?? {}) as Plain;
  return Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, filled(shape, plain[name])]));
}

function filled(shape: Shape, value: unknown): unknown {
  if (value === undefined) return shape.is === 'default' ? shape.value : undefined;
  switch (shape.is) {
    case 'default':
    case 'optional':
      return filled(shape.of, value);
    case 'record':
      return filledFields(shape.fields, value);
    case 'list':
      return (Array.isArray(value) ? value : [value]).map((each: unknown) => filled(shape.of, each));
    case 'map': {
      const pairs =
        value instanceof Map ? [...(value as ReadonlyMap<string, unknown>)] : Object.entries(value as Plain);
      return new Map(pairs.map(([key, each]) => [key, filled(shape.value, each)]));
    }
    default:
      return value;
  }
}
