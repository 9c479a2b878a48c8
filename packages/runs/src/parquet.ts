import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { RunError, sayingOf } from './error.ts';
import { FORM } from './files.ts';
import type { History, RecordedEvent } from './history.ts';
import { VERSION } from './version.ts';

/** Columns of the chronicle in their order. Documented in docs/guide/run-folder.md: what is here stays. */
const COLUMNS = [
  ['id', 'INT32'],
  ['key', 'STRING'],
  ['time', 'INT32'],
  ['clock', 'STRING'],
  ['kind', 'STRING'],
  ['grain', 'STRING'],
  ['weight', 'STRING'],
  ['actor', 'STRING'],
  ['target', 'STRING'],
  ['place', 'STRING'],
  ['text', 'STRING'],
  ['roles', 'JSON'],
  ['shown', 'JSON'],
  ['data', 'JSON'],
  ['because', 'JSON'],
  ['witnesses', 'JSON'],
  ['clause', 'JSON'],
  ['reason', 'JSON'],
  ['outside', 'BOOLEAN'],
] as const;

type ColumnName = (typeof COLUMNS)[number][0];
const OPTIONAL: readonly ColumnName[] = ['actor', 'target', 'place', 'reason'];

/** A history as the bytes of a Parquet file: the same bytes for the same history. */
export function writeHistory(history: History): Uint8Array {
  const { events, names, kinds, ...about } = history;
  const valueOf = (event: RecordedEvent, column: ColumnName): unknown => {
    if (column === 'actor' || column === 'target') return event.roles[column] ?? null;
    return event[column];
  };
  const metadata = { form: FORM, ...about, names, kinds };
  const buffer = parquetWriteBuffer({
    columnData: COLUMNS.map(([name, type]) => ({
      name,
      type,
      nullable: OPTIONAL.includes(name),
      data: events.map((event) => valueOf(event, name)),
    })),
    kvMetadata: Object.entries(metadata).map(([field, value]) => ({
      key: `anchorhold.${field}`,
      value: JSON.stringify(value),
    })),
    createdBy: `anchorhold ${VERSION}`,
  });
  return new Uint8Array(buffer);
}

/** Read what `writeHistory` wrote. Throws RunError `damaged`; `from` is how the file is called in its message. */
export async function readHistory(bytes: Uint8Array, from: string): Promise<History> {
  const file = bytes.slice().buffer;
  try {
    const about = aboutFile(file);
    const rows = (await parquetReadObjects({ file, compressors })) as unknown as RecordedEvent[];
    const events = rows.map((row) => {
      const { actor: _, target: __, ...event } = row as RecordedEvent & { actor: unknown; target: unknown };
      // A chronicle that was written before there was this column says nothing.
      return { ...event, outside: event.outside ?? false };
    });
    return { ...about, events };
  } catch (error) {
    if (error instanceof RunError) throw error;
    throw new RunError('damaged', `${from} is damaged: ${sayingOf(error)}.`, { cause: error });
  }
}

function aboutFile(file: ArrayBuffer): Omit<History, 'events'> {
  const about: Record<string, unknown> = {};
  for (const { key, value } of parquetMetadata(file).key_value_metadata ?? []) {
    if (key.startsWith('anchorhold.') && value !== undefined)
      about[key.slice('anchorhold.'.length)] = JSON.parse(value);
  }
  const { form, ...rest } = about;
  if (form === undefined) throw new Error('it is no chronicle of anchorhold');
  if (form !== FORM) throw new Error(`it has form ${JSON.stringify(form)}, and this version reads form ${FORM}`);
  return rest as unknown as Omit<History, 'events'>;
}
