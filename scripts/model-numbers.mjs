/**
 * Finds the numbers of a source file by the TypeScript compiler: top-level constants, worked out where they are arithmetic, and
 * what stands within functions and declarations.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** @typedef {number | string | boolean | Plain[] | { [key: string]: Plain }} Plain */
/** @typedef {{ constants: Map<string, Plain>, within: Map<string, number[]> }} Numbers */

/** Seconds, minutes and hours in one another: dividing by them is no choice of ours. */
const CONVERSIONS = new Set([24, 60, 3600, 86_400]);
/** A word's halves, in which two small numbers travel together. */
const HALF_WORD = 65_536;

/**
 * The constants of one source file, and the numbers within its functions and declarations.
 * @param {string} file
 * @param {Map<string, Numbers>} [seen] files that have been read already
 * @returns {Numbers}
 */
export function numbersIn(file, seen = new Map()) {
  const known = seen.get(file);
  if (known !== undefined) return known;
  /** @type {Numbers} */
  const numbers = { constants: new Map(), within: new Map() };
  seen.set(file, numbers);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @type {Map<string, Plain>} */
  const scope = new Map();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) readImport(statement, file, scope, seen);
    else if (ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) !== 0) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (initializer === undefined) continue;
        const value = plainValue(initializer, scope);
        if (value === undefined) numbers.within.set(name.getText(), literalsIn(initializer));
        else {
          scope.set(name.getText(), value);
          if (holdsNumber(value)) numbers.constants.set(name.getText(), value);
        }
      }
    } else if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) {
      numbers.within.set(statement.name.text, literalsIn(statement));
    }
  }
  for (const [name, literals] of numbers.within) if (literals.length === 0) numbers.within.delete(name);
  return numbers;
}

/** What another file's constants are called here. */
function readImport(statement, file, scope, seen) {
  const from = statement.moduleSpecifier.text;
  const bindings = statement.importClause?.namedBindings;
  if (!from.startsWith('.') || bindings === undefined || !ts.isNamedImports(bindings)) return;
  const there = join(dirname(file), from);
  for (const { name, propertyName, isTypeOnly } of bindings.elements) {
    const theirs = (propertyName ?? name).text;
    // Constants are written in capitals; nothing else of another file can be part of one.
    if (isTypeOnly || !/^[A-Z][A-Z0-9_]*$/.test(theirs)) continue;
    const value = numbersIn(there, seen).constants.get(theirs);
    if (value !== undefined) scope.set(name.text, value);
  }
}

/** The value of an expression of literals, arithmetic and known constants; undefined of any other. */
function plainValue(node, scope) {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
    return plainValue(node.expression, scope);
  }
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isIdentifier(node)) return scope.get(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const value = plainValue(node.operand, scope);
    return typeof value === 'number' ? -value : undefined;
  }
  if (ts.isBinaryExpression(node)) return arithmetic(node, scope);
  if (ts.isArrayLiteralExpression(node)) {
    const values = node.elements.map((element) => plainValue(element, scope));
    return values.includes(undefined) ? undefined : values;
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  /** @type {Record<string, Plain>} */
  const record = {};
  for (const property of node.properties) {
    const value = ts.isPropertyAssignment(property) ? plainValue(property.initializer, scope) : undefined;
    if (value === undefined || property.name === undefined) return undefined;
    const key = ts.isComputedPropertyName(property.name) ? undefined : property.name.text;
    if (key === undefined) return undefined;
    record[key] = value;
  }
  return record;
}

function arithmetic({ left, right, operatorToken }, scope) {
  const [a, b] = [plainValue(left, scope), plainValue(right, scope)];
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
      return a + b;
    case ts.SyntaxKind.MinusToken:
      return a - b;
    case ts.SyntaxKind.AsteriskToken:
      return a * b;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return a ** b;
    case ts.SyntaxKind.SlashToken:
      return a / b;
    case ts.SyntaxKind.LessThanLessThanToken:
      return a << b;
    default:
      return undefined;
  }
}

/** @param {Plain} value @returns {boolean} */
function holdsNumber(value) {
  if (typeof value === 'number') return true;
  return typeof value === 'object' && Object.values(value).some(holdsNumber);
}

/** The numbers written within a node, in the order of the text, without those that say nothing about the world. */
function literalsIn(node) {
  const found = [];
  const visit = (each) => {
    if (ts.isNumericLiteral(each)) {
      const value = Number(each.text);
      if (!saysNothing(each, value)) found.push(value);
    }
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

function saysNothing(node, value) {
  if (value === 0 || value === 1 || value === 2 || value === HALF_WORD) return true;
  // A number in hexadecimal tells keys of luck apart.
  if (/^0x/i.test(node.getText())) return true;
  const around = node.parent;
  return CONVERSIONS.has(value) && ts.isBinaryExpression(around) && around.right === node && converts(around);
}

const converts = ({ operatorToken }) =>
  [ts.SyntaxKind.SlashToken, ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.PercentToken, ts.SyntaxKind.PlusToken].includes(
    operatorToken.kind,
  );
