import { sql, type SQL } from 'drizzle-orm';
import type { About, AboutKind } from '#instructions/instruction.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';

/** A record that a slip or an instruction is about, by name, with where the desk shows it. */
export interface AboutRecordView extends About {
  readonly name: TwoText;
  readonly path: string;
}

interface Shape {
  readonly table: SQL;
  readonly zh: SQL;
  readonly en: SQL;
  /** What else people know it by. */
  readonly number: SQL;
  readonly path: string;
}

const shapes: Readonly<Record<AboutKind, Shape>> = {
  plan: { table: sql`plan`, zh: sql`title_zh`, en: sql`title_en`, number: sql`document_number`, path: 'plans' },
  task: { table: sql`task`, zh: sql`title_zh`, en: sql`title_en`, number: sql`number`, path: 'tasks' },
  indicator: { table: sql`indicator`, zh: sql`name_zh`, en: sql`name_en`, number: sql`key`, path: 'indicators' },
  project: { table: sql`project`, zh: sql`name_zh`, en: sql`name_en`, number: sql`reference`, path: 'projects' },
  slip: { table: sql`slip`, zh: sql`title`, en: sql`title_en`, number: sql`reference`, path: 'slips' },
};

type Found = { kind: AboutKind; id: string; zh: string; en: string };

function view({ kind, id, zh, en }: Found): AboutRecordView {
  return { kind, id: Number(id), name: { zh, en: en || zh }, path: `/desk/${shapes[kind].path}/${id}` };
}

const selected = (kind: AboutKind) => {
  const { table, zh, en } = shapes[kind];
  return sql`select ${kind}::text as kind, id::text, ${zh} as zh, ${en} as en from ${table}`;
};

/** One record of the zone; another zone's is none. */
export async function aboutOf(db: Db, zone: string, { kind, id }: About): Promise<AboutRecordView | undefined> {
  const { rows } = await db.execute<Found>(sql`${selected(kind)} where id = ${id} and zone_code = ${zone}`);
  return rows[0] && view(rows[0]);
}

/** The names of many records at once, by `task-12`. */
export async function namesOf(db: Db, abouts: readonly About[]): Promise<Map<string, AboutRecordView>> {
  const kinds = [...new Set(abouts.map(({ kind }) => kind))];
  if (kinds.length === 0) return new Map();
  const each = kinds.map((kind) => {
    const ids = abouts.flatMap((about) => (about.kind === kind ? [about.id] : []));
    return sql`${selected(kind)} where id = any(${sql.param(ids)}::bigint[])`;
  });
  const { rows } = await db.execute<Found>(sql.join(each, sql` union all `));
  return new Map(rows.map((row) => [`${row.kind}-${row.id}`, view(row)]));
}

/** What somebody means by a number or part of a name, the exact number first; a few of them at most. */
export async function recordsMeant(
  db: Db,
  zone: string,
  { kind, text }: { kind: AboutKind; text: string },
): Promise<AboutRecordView[]> {
  const like = containing(text);
  const { zh, en, number } = shapes[kind];
  const { rows } = await db.execute<Found & { exact: boolean }>(sql`
    select * from (${selected(kind)} where zone_code = ${zone} and (${number} = ${text} or ${zh} ilike ${like} or ${en} ilike ${like})) found
    order by (zh = ${text}) desc, id desc limit 6`);
  const exact = rows.filter((row) => row.zh === text);
  return (exact.length === 1 ? exact : rows).map(view);
}
