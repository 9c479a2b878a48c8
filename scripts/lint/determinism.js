/**
 * Rules that keep the engine's results the same on every JavaScript engine and version, and its state in one place.
 * Each message says what to do instead, because whoever meets it is usually writing their first system.
 */

/** The members of Math whose results the language fixes to the last bit; everything else is left to the engine. */
const EXACT_MATH = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2'.split(' '),
);

/** The name of a member access such as `a.b` or `a['b']`; undefined where it is computed. */
function memberName(node) {
  if (!node.computed && node.property.type === 'Identifier') return node.property.name;
  if (node.computed && node.property.type === 'Literal') return String(node.property.value);
  return undefined;
}

/** Is this identifier a name of something else (a property, a label of a type) and not a use of a variable? */
function isOnlyAName(node) {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (parent.type === 'Property') return parent.key === node && !parent.computed && !parent.shorthand;
  return parent.type === 'TSTypeQuery' || parent.type === 'TSPropertySignature' || parent.type === 'PropertyDefinition';
}

/** Only those members of Math that are exact. An allow-list: aliases, destructuring and newer members are caught too. */
export const exactMath = {
  create(context) {
    const where = 'Results would differ between engines and their versions. ';
    const advice = `Use + - * /, Math.sqrt and the exact ones (${[...EXACT_MATH].slice(0, 12).join(', ')}), or a checked-in table for a curve.`;
    return {
      Identifier(node) {
        if (node.name !== 'Math' || isOnlyAName(node)) return;
        const { parent } = node;
        const name = parent.type === 'MemberExpression' && parent.object === node ? memberName(parent) : undefined;
        if (name !== undefined && EXACT_MATH.has(name)) return;
        const used = name === undefined ? 'Math as a value' : `Math.${name}`;
        context.report({ node, message: `${used} is not allowed in the engine. ${where}${advice}` });
      },
    };
  },
};

/** `a ** b` is Math.pow by another name. */
export const noPower = {
  create(context) {
    const message =
      'The ** operator gives different results on different engines. Multiply, or use a checked-in table for a curve.';
    const check = (node) => {
      if (node.operator.startsWith('**')) context.report({ node, message });
    };
    return { BinaryExpression: check, AssignmentExpression: check };
  },
};

/** `for ... in` walks inherited keys, and puts keys that look like integers first. */
export const noForIn = {
  create(context) {
    const message = 'for...in has no order to rely on. Loop over an array, or over keys that were sorted.';
    return { ForInStatement: (node) => context.report({ node, message }) };
  },
};

/** Whatever compares or prints by the user's language. */
export const noLocale = {
  create(context) {
    return {
      MemberExpression(node) {
        const name = memberName(node);
        if (name !== 'localeCompare' && !name?.startsWith('toLocale')) return;
        const message = `${name} depends on the machine's language. Compare with < and >, which go by code units.`;
        context.report({ node, message });
      },
    };
  },
};

/** The keys of an object come in the order they were written in a file, which must never decide what happens. */
export const sortedKeys = {
  create(context) {
    const listing = new Set(['keys', 'values', 'entries', 'getOwnPropertyNames', 'ownKeys']);
    return {
      CallExpression(node) {
        const { callee, parent } = node;
        if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return;
        if (callee.object.name !== 'Object' && callee.object.name !== 'Reflect') return;
        const name = memberName(callee);
        if (!listing.has(name)) return;
        const next = parent.type === 'MemberExpression' && parent.object === node ? memberName(parent) : undefined;
        if (next === 'sort' || next === 'toSorted' || next === 'length') return;
        const message = `${callee.object.name}.${name} follows the order in which the keys were written. Put .sort() right behind it.`;
        context.report({ node, message });
      },
    };
  },
};

/** A variable of a module outlives the world, is not forked with it, and is in no hash. */
export const noModuleState = {
  create(context) {
    return {
      Program(program) {
        for (const statement of program.body) {
          const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
          if (node?.type !== 'VariableDeclaration' || node.kind === 'const' || node.declare) continue;
          const message = `"${node.kind}" at the top of a module is state outside the world: it is not saved, forked or hashed. Keep it in a table, or make it const.`;
          context.report({ node, message });
        }
      },
    };
  },
};
