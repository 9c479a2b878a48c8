import type { Shape } from '@anchorhold/engine';
import { describe } from './messages.ts';
import { compilePattern } from './phrases.ts';

/**
 * What an editor is told about a shape, in the words of JSON Schema, where zod's own account of the schema does not say it:
 * the written form of values, and what they mean.
 */
export function schemaWords(shape: Shape): Record<string, unknown> {
  const words = formOf(shape);
  const expected =
    'pattern' in words || shape.is === 'name' || shape.is === 'begin' || shape.is === 'window'
      ? capital(describe(shape))
      : '';
  const description = [shape.doc, expected].filter(Boolean).join(' ');
  return description === '' ? words : { ...words, description };
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function formOf(shape: Shape): Record<string, unknown> {
  switch (shape.is) {
    case 'text':
      return { type: ['string', 'number', 'boolean'], maxLength: shape.max };
    case 'integer':
      return { type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'fraction':
      return { type: ['number', 'string'], minimum: 0, maximum: 1, pattern: '^[0-9.]+\\s*%?$' };
    case 'flag':
      return { type: ['boolean', 'string'], pattern: '^(true|false|yes|no)$' };
    case 'amount':
      return shape.unit === 'piece'
        ? { type: 'integer', minimum: 0 }
        : {
            type: ['string', 'integer'],
            pattern: shape.unit === 'g' ? '^[0-9.]+ ?(g|kg|t)$' : '^[0-9.]+ ?(ml|cl|dl|l)$',
          };
    case 'duration':
      return { type: 'string', pattern: '^([0-9.]+ ?[ywdhms](in)? ?)+$|^P[0-9.YWDTHMS]+$' };
    case 'moment':
      return { type: 'string', pattern: '^d-?[0-9]+( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?$|^P?[0-9]' };
    case 'window':
    case 'begin':
      return { type: 'string' };
    case 'choice':
      return { type: 'string', enum: [...shape.of] };
    case 'name':
      return { type: ['string', 'number'], minLength: 1 };
    case 'phrase':
      return { type: 'string', pattern: shape.patterns.map(patternSource).join('|') };
    case 'map':
    case 'record':
      // An entry or a section may be left empty after its colon.
      return { type: ['object', 'null'] };
    case 'list':
    case 'either':
    case 'optional':
    case 'default':
      return {};
  }
}

function patternSource(pattern: string): string {
  const pieces = compilePattern(pattern).pieces.map((piece) =>
    typeof piece === 'string' ? piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : '.+',
  );
  return `^${pieces.join('')}$`;
}
