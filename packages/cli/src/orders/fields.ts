/** Events as people describe them: a kind, who stands in its roles, what else is said of it. */
import { ruleset } from '@anchorhold/engine';
import type { DatumSpec, KindEntry, Remark, TableDef, World } from '@anchorhold/engine';
import { andList } from '../text.ts';
import { error, nearestOr, quoted } from './remark.ts';
import type { Path } from './remark.ts';

type Value = number | string | boolean;
/** What has been found out, or what is wrong with it. */
export type Found<T> = { readonly found: T } | { readonly wrong: readonly Remark[] };

/** What leaves a role empty, or says that no event is meant. */
const NOBODY = 'nobody';
const NONE = 'none';

export function kindFound(kind: string, path: Path): Found<KindEntry> {
  const entry = ruleset.entryById(kind);
  if (entry !== null) return { found: entry };
  const known = ruleset.kinds.map((each) => each.kind.id);
  const hint = nearestOr(kind, known, 'See the kinds that events --json lists.');
  return { wrong: [error(path, 'unknown-kind', `${quoted(kind, 80)} is no kind of event.`, hint)] };
}

/** What is wrong with the names of roles, as far as the kind alone tells. */
export function wrongRoles({ kind, roles, data }: KindEntry, given: Iterable<string>, path: Path): Remark[] {
  return [...given].flatMap((role) => {
    if (roles.includes(role)) return [];
    const hint = data.includes(role) ? `Say it under "data:".` : `Its roles: ${andList(roles)}.`;
    return [error([...path, role], 'unknown-role', `${kind.id} has no role ${quoted(role, 40)}.`, hint)];
  });
}

/** Data as written, read by what the kind declares. */
export function dataFound(
  entry: KindEntry,
  given: ReadonlyMap<string, string>,
  path: Path,
): Found<Record<string, Value>> {
  const { kind, data, roles } = entry;
  const wrong: Remark[] = [];
  const found: Record<string, Value> = {};
  for (const [name, written] of given) {
    const spec = data.includes(name) ? kind.data[name] : undefined;
    if (spec === undefined) {
      const has = data.length === 0 ? 'It has none.' : `Its data: ${andList(data)}.`;
      const hint = roles.includes(name) ? 'Say it under "roles:".' : has;
      wrong.push(error([...path, name], 'unknown-datum', `${kind.id} says nothing of ${quoted(name, 40)}.`, hint));
      continue;
    }
    const value = valueOf(spec, written);
    if (value !== null) found[name] = value;
    else
      wrong.push(
        error([...path, name], 'wrong-datum', `${quoted(written)} is not ${wanted(spec)}.`, hintFor(spec, written)),
      );
  }
  return wrong.length > 0 ? { wrong } : { found };
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

function valueOf(spec: DatumSpec, written: string): Value | null {
  const number = NUMBER.test(written) ? Number(written) : NaN;
  if (spec.datum === 'choice') return spec.of.includes(written) ? written : null;
  if (spec.datum === 'flag') {
    if (written === 'yes' || written === 'true') return true;
    return written === 'no' || written === 'false' ? false : null;
  }
  if (spec.datum === 'event' && written === NONE) return 0;
  if (spec.datum === 'real') return Number.isFinite(number) ? number : null;
  const least = spec.datum === 'event' ? 0 : -(2 ** 31);
  return Number.isInteger(number) && number >= least && number < 2 ** 31 ? number : null;
}

function wanted(spec: DatumSpec): string {
  if (spec.datum === 'whole') return `a whole number of ${spec.unit}`;
  if (spec.datum === 'real') return `a number of ${spec.unit}`;
  if (spec.datum === 'flag') return 'yes or no';
  return spec.datum === 'event' ? `the number of an event, or ${NONE}` : `one of ${spec.of.join(', ')}`;
}

const hintFor = (spec: DatumSpec, written: string): string | undefined =>
  spec.datum === 'choice' ? nearestOr(written, spec.of) : undefined;

/** Those who are named, by their stable names. `world` has made whatever can be named by then. */
export function rolesFound(
  world: World,
  entry: KindEntry,
  given: ReadonlyMap<string, string>,
  path: Path,
): Found<Record<string, string>> {
  const wrong = wrongRoles(entry, given.keys(), path);
  const found: Record<string, string> = {};
  for (const [role, name] of given) {
    const spec = entry.roles.includes(role) ? entry.kind.roles[role] : undefined;
    if (spec === undefined) continue;
    const named = nameFound(world, spec.table, name);
    if (named !== null) found[role] = named;
    else if (!(name === NOBODY && spec.optional)) wrong.push(unknownName(world, spec.table, name, [...path, role]));
  }
  return wrong.length > 0 ? { wrong } : { found };
}

/** The stable name of a row that is called so: by that name, by what is shown, or by either without its article. */
function nameFound(world: World, def: TableDef, called: string): string | null {
  if (world.rowOf(def, called) >= 0) return called;
  const rows = Array.from({ length: world.of(def).count }, (_, row) => row);
  const fits = (name: string): boolean => rows.some((row) => namesOfRow(world, def, row).includes(name));
  const name = [called, `the ${called}`].find(fits);
  const row = rows.find((each) => name !== undefined && namesOfRow(world, def, each).includes(name));
  return row === undefined ? null : world.keyOf(def, row);
}

const namesOfRow = (world: World, def: TableDef, row: number): string[] =>
  [world.keyOf(def, row), world.cast.shownName(def, row)].filter((name) => name !== '');

function unknownName(world: World, def: TableDef, name: string, path: Path): Remark {
  const rows = Array.from({ length: world.of(def).count }, (_, row) => row);
  const known = rows.flatMap((row) => namesOfRow(world, def, row));
  const message = `There is no ${def.id} ${quoted(name)}.`;
  return error(path, 'unknown-name', message, nearestOr(name, [...new Set(known)]));
}

/** Roles that have to be filled and are not, as a remark. */
export function openRoles({ kind, roles }: KindEntry, filled: Readonly<Record<string, unknown>>, path: Path): Remark[] {
  const open = roles.filter((role) => filled[role] === undefined && !kind.roles[role]!.optional);
  if (open.length === 0) return [];
  const message = `It does not say who or what stands as ${andList(open)}.`;
  return [error(path, 'missing-role', message, `Write roles: {${open[0]}: ...}.`)];
}

/** Data that have to be said and are not, as a remark. Which event is spoken of may be left out: none. */
export function openData({ kind, data }: KindEntry, said: Readonly<Record<string, unknown>>, path: Path): Remark[] {
  const open = data.filter((name) => said[name] === undefined && kind.data[name]!.datum !== 'event');
  if (open.length === 0) return [];
  const what = open.map((name) => `${name} (${wanted(kind.data[name]!)})`);
  return [error(path, 'missing-datum', `It does not say ${andList(what)}.`, `Write data: {${open[0]}: ...}.`)];
}
