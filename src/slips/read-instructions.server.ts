import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { aboutKinds, type AboutKind } from '#instructions/instruction.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import type { CameOfIt, ListedInstruction } from './instruction-list.ts';
import { namesOf } from './read-about.server.ts';
import { zonesOfSlips, type SlipState } from './slip.ts';

type Found = Omit<ListedInstruction, 'id' | 'about' | 'outcomes'> & {
  id: string;
  aboutKind: string;
  aboutRecord: string | null;
};

const id = sql`instruction.id`;
const sortKeys: Readonly<Record<string, SortKey>> = { given: { by: sql`given_on`, type: 'date' } };

/** The instructions of this person's zones, the newest first, with what came of each. */
export async function instructionsFor(tx: Tx, actor: Actor, { limit = 30, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, id);
  if (!keyset) throw new Error(`instructions are not sorted by ${asked.sort.key}`);
  const where = sql.join(conditions(actor, asked), sql` and `);
  const { rows } = await tx.execute<Found>(sql`
    select id::text, zone_code as "zoneCode", leader_name as "leaderName", body, given_on::text as "givenOn", document, sample,
      about_kind as "aboutKind", about_record::text as "aboutRecord"
    from instruction where ${where} and ${keyset.where ?? sql`true`} order by ${keyset.orderBy} limit ${limit + 1}`);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    instructions: await withOutcomes(tx, rows.slice(0, limit)),
    next: last && cursorAt(last.givenOn, last.id),
    total: await counted(tx, where),
  };
}

async function withOutcomes(tx: Tx, page: readonly Found[]): Promise<ListedInstruction[]> {
  const ids = page.map((row) => Number(row.id));
  const abouts = page.flatMap(({ aboutKind, aboutRecord }) => aboutIn(aboutKind, aboutRecord));
  const [names, outcomes] = [await namesOf(tx, abouts), await outcomesOf(tx, ids)];
  return page.map(({ aboutKind, aboutRecord, ...row }) => {
    const about = names.get(`${aboutKind}-${aboutRecord}`);
    return { ...row, id: Number(row.id), about, outcomes: outcomes.get(Number(row.id)) ?? [] };
  });
}

async function counted(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from instruction where ${where} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

function conditions(actor: Actor, { filters: { q, about, from, zone } }: Asked): SQL[] {
  const zones = zonesOfSlips(actor);
  return [
    zones ? sql`zone_code = any(${sql.param(zones)}::text[])` : sql`true`,
    ...(about ? [sql`about_kind = ${about}`] : []),
    ...(from ? [sql`given_on >= ${from}::date`] : []),
    ...(zone ? [sql`zone_code = ${zone}`] : []),
    ...(q ? [named(q)] : []),
  ];
}

function named(text: string): SQL {
  const like = containing(text);
  return sql`(body ilike ${like} or leader_name ilike ${like})`;
}

function aboutIn(kind: string, record: string | null) {
  const known: readonly string[] = aboutKinds;
  return known.includes(kind) && record !== null ? [{ kind: kind as AboutKind, id: Number(record) }] : [];
}

type Outcome = {
  instruction: string;
  kind: CameOfIt['kind'];
  id: string;
  zh: string;
  en: string;
  state: SlipState | null;
};

async function outcomesOf(tx: Tx, ids: readonly number[]): Promise<Map<number, CameOfIt[]>> {
  const asked = sql`any(${sql.param(ids)}::bigint[])`;
  const { rows } = await tx.execute<Outcome>(sql`
    select instruction_id::text as instruction, 'slip-started' as kind, id::text, reference || ' ' || title as zh,
        reference || ' ' || coalesce(nullif(title_en, ''), title) as en, state
      from slip where instruction_id = ${asked}
    union all select slip_event.instruction_id::text, 'slip-changed', slip.id::text, reference || ' ' || title,
        reference || ' ' || coalesce(nullif(title_en, ''), title), state
      from slip_event join slip on slip.id = slip_id
      where slip_event.instruction_id = ${asked} and slip.instruction_id is distinct from slip_event.instruction_id
    union all select instruction_id::text, 'task-begun', id::text, title_zh, title_en, null
      from task where instruction_id = ${asked}
    union all select distinct task_step.instruction_id::text, 'task-adjusted', task.id::text, title_zh, title_en, null
      from task_step join task on task.id = task_id where task_step.instruction_id = ${asked} and kind = 'adjust'
    union all select cancelled_by_instruction::text, 'task-ended', id::text, title_zh, title_en, null
      from task where cancelled_by_instruction = ${asked}`);
  const views = rows.map(({ instruction, kind, id, zh, en, state }) => ({
    instruction: Number(instruction),
    view: { kind, id: Number(id), name: { zh, en: en || zh }, state: state ?? undefined },
  }));
  const grouped = Map.groupBy(views, ({ instruction }) => instruction);
  return new Map([...grouped].map(([id, all]) => [id, all.map(({ view }) => view)]));
}
