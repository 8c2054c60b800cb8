import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** Rows that must not live on in another installation or another time. */
const leftOut = new Set([
  'session',
  'one_time_link',
  'sign_in_attempt',
  'verification',
  'used_code',
  'known_device',
  'email_change',
  'mail',
  'backup_run',
]);

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** COPY writes values by the settings of the session: the same bytes always, wherever it runs, and the rows of every zone. */
const sessionSettings = [
  "set yuanlian.zones = '*'",
  "set datestyle = 'ISO, YMD'",
  "set intervalstyle = 'iso_8601'",
  "set timezone = 'UTC'",
  "set bytea_output = 'hex'",
  'set extra_float_digits = 1',
  'set synchronize_seqscans = off',
  'set statement_timeout = 0',
];

export async function prepareForCopy(client: pg.ClientBase): Promise<void> {
  for (const setting of sessionSettings) await client.query(setting);
}

/** Our tables with the columns that hold data of their own, each after those it refers to. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns,
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
    order by c.relname`);
  return inOrder(rows.filter((row) => !leftOut.has(row.name)));
}

/** Each after what it needs. Tables that need each other could not be restored, so that is a bug of the schema. */
export function inOrder<T extends { name: string; needs: readonly string[] }>(tables: readonly T[]): T[] {
  const ordered: T[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter((table) => !table.needs.some((need) => left.some((other) => other.name === need)));
    if (ready.length === 0) throw new Error(`these tables refer to each other: ${left.map((t) => t.name).join(', ')}`);
    ordered.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** The rows of a table in COPY's text form: one line a row. Names come from the catalogue and are quoted. */
export function copyOut(client: pg.ClientBase, table: Table): AsyncIterable<Buffer> {
  return client.query(copyTo(`copy ${target(table)} to stdout`));
}

export async function copyIn(client: pg.ClientBase, table: Table, rows: AsyncIterable<Buffer>): Promise<void> {
  await pipeline(Readable.from(rows), client.query(copyFrom(`copy ${target(table)} from stdin`)));
}

function target({ name, columns }: Table): string {
  return `public.${quoted(name)} (${columns.map(quoted).join(', ')})`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export interface Measure {
  readonly rows: number;
  readonly sha256: string;
}

/** Counts rows and takes the checksum of what streams through. */
export class Meter {
  readonly #hash = createHash('sha256');
  #rows = 0;

  add(bytes: Buffer): void {
    this.#hash.update(bytes);
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) this.#rows += 1;
  }

  /** Once: the checksum is closed. */
  result(): Measure {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** What a table holds now, measured as a backup measures it. */
export async function measureTable(client: pg.ClientBase, table: Table): Promise<Measure> {
  const meter = new Meter();
  for await (const chunk of copyOut(client, table)) meter.add(chunk);
  return meter.result();
}
