import { sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Heap, Week } from './leader.ts';
import { sources, type SourceAsked } from './record-sources.server.ts';
import { nameOf } from './sample-name.ts';
import {
  recordKinds,
  waitingKinds,
  type RecordCursor,
  type RecordKind,
  type RecordLine,
  type RecordsOf,
} from './records.ts';

interface Found {
  readonly row: string;
  readonly record: RecordKind;
  readonly id: string;
  readonly name: TwoText;
  readonly day: string;
  readonly was: string;
  readonly now: string;
  readonly note: TwoText;
  readonly sample: boolean | null;
}

/** Whatever waits, the oldest first; of what happened, the newest. */
function isOldestFirst(of: RecordsOf): boolean {
  return (waitingKinds as readonly RecordsOf[]).includes(of);
}

const order = (of: RecordsOf) => (isOldestFirst(of) ? sql`day, row` : sql`day desc, row desc`);

/** Looked up for the lines that are shown alone. */
const isSample = (from: string) => {
  const tables = recordKinds.map((kind) => {
    const [record, table] = [sql.identifier(from), sql.identifier(kind)];
    return sql`when ${kind} then (select ${table}.sample from ${table} where ${table}.id = ${record}.id)`;
  });
  return sql`case ${sql.identifier(from)}.record ${sql.join(tables, sql` `)} end`;
};

const asLine = (
  from: string,
) => sql`json_build_object('sample', ${isSample(from)}, 'row', row::text, 'record', record, 'id', id::text, 'day', day::text, 'was', was, 'now', now,
  'name', json_build_object('zh', zh, 'en', coalesce(nullif(en, ''), zh)), 'note', json_build_object('zh', note_zh, 'en', note_en))`;

const heap = (of: RecordsOf, first: number) => sql`
  select ${of} as of, (select count(*)::int from ${sql.identifier(of)}) as total,
    (select coalesce(json_agg(${asLine('top')}), '[]'::json) from (
      select * from ${sql.identifier(of)} order by ${order(of)} limit ${first}) top) as first
`;

/** How many there are of each of these kinds, and the first few: one query for all. */
export async function heapsOf(
  tx: Tx,
  asked: Week,
  { kinds, first }: { readonly kinds: readonly RecordsOf[]; readonly first: number },
): Promise<Heap[]> {
  const tables = kinds.map((of) => sql`${sql.identifier(of)} as materialized (${sources[of](asked)})`);
  const parts = kinds.map((of) => heap(of, first));
  type Row = { of: RecordsOf; total: number; first: Found[] };
  const { rows } = await tx.execute<Row>(sql`with ${sql.join(tables, sql`, `)} ${sql.join(parts, sql` union all `)}`);
  return rows.map(({ of, total, first: lines }) => ({ of, total, first: lines.map(lineOf) }));
}

export const recordsOnPage = 100;

/** A page of the records of one kind. */
export async function recordsPage(
  tx: Tx,
  of: RecordsOf,
  { after, ...asked }: SourceAsked & { readonly after?: RecordCursor | undefined },
) {
  const behind = after && sql`(${after.day}::date, ${after.row}::bigint)`;
  const where = behind && (isOldestFirst(of) ? sql`(day, row) > ${behind}` : sql`(day, row) < ${behind}`);
  const { rows } = await tx.execute<{ line: Found }>(sql`
    select ${asLine('found')} as line from (${sources[of](asked)}) found
    where ${where ?? sql`true`} order by ${order(of)} limit ${recordsOnPage + 1}`);
  const lines = rows.map(({ line }) => lineOf(line));
  return { lines: lines.slice(0, recordsOnPage), hasMore: lines.length > recordsOnPage };
}

function lineOf({ row, id, name, sample, ...rest }: Found): RecordLine {
  return { ...rest, name: nameOf(name, sample === true), row: Number(row), id: Number(id) };
}
