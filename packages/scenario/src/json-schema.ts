import type { SectionPart } from '@anchorhold/engine';
import * as z from 'zod';
import { compose } from './compose.ts';
import { noNames } from './known-names.ts';
import { zodFromShape } from './zod-from-shape.ts';

/** A JSON Schema (draft 2020-12) of scenario files, so that an editor completes fields and shows what they mean. */
export function scenarioJsonSchema(parts: readonly SectionPart[]): Record<string, unknown> {
  const schema = zodFromShape(compose(parts).shape, { known: noNames, start: 0, described: true });
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', override: singleOrList });
  return { ...json, title: 'Anchorhold scenario', type: 'object' };
}

/** Where a list may stand, one item may stand without brackets, which zod's account of a list does not know. */
function singleOrList({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { type, items } = jsonSchema;
  if (type !== 'array' || typeof items !== 'object' || items === null) return;
  delete jsonSchema.type;
  delete jsonSchema.items;
  jsonSchema.anyOf = [{ type: 'array', items }, items as z.core.JSONSchema.BaseSchema];
}
