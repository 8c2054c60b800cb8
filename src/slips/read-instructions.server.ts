import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { aboutKinds, type AboutKind } from '#instructions/instruction.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { namesOf, type AboutRecordView } from './read-about.server.ts';
import { zonesOfSlips, type SlipState } from './slip.ts';

/** Something that an instruction brought about. */
export interface CameOfIt {
  readonly kind: 'slip-started' | 'slip-changed' | 'task-begun' | 'task-adjusted' | 'task-ended';
  readonly id: number;
  readonly name: TwoText;
  /** Where the slip stands now. */
  readonly state: SlipState | undefined;
}

export interface ListedInstruction {
  readonly id: number;
  readonly zoneCode: string;
  readonly leaderName: string;
  readonly body: string;
  readonly givenOn: string;
  readonly document: string | null;
  readonly sample: boolean;
  readonly about: AboutRecordView | undefined;
  readonly outcomes: readonly CameOfIt[];
}

type Found = Omit<ListedInstruction, 'id' | 'about' | 'outcomes'> & {
  id: string;
  aboutKind: string;
  aboutRecord: string | null;
};

const onPage = 30;

/** The instructions of this person's zones, the newest first, with what came of each. */
export async function instructionsFor(tx: Tx, actor: Actor, { q, after }: { q: string; after: number | undefined }) {
  const zones = zonesOfSlips(actor);
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await tx.execute<Found>(sql`
    select id::text, zone_code as "zoneCode", leader_name as "leaderName", body, given_on::text as "givenOn", document, sample,
      about_kind as "aboutKind", about_record::text as "aboutRecord"
    from instruction
    where ${zones ? sql`zone_code = any(${sql.param(zones)}::text[])` : sql`true`}
      and ${q === '' ? sql`true` : sql`(body ilike ${like} or leader_name ilike ${like})`}
      and ${after ? sql`(given_on, id) < (select given_on, id from instruction where id = ${after})` : sql`true`}
    order by given_on desc, id desc limit ${onPage + 1}`);
  const page = rows.slice(0, onPage);
  const ids = page.map(({ id }) => Number(id));
  const abouts = page.flatMap(({ aboutKind, aboutRecord }) => aboutIn(aboutKind, aboutRecord));
  const [names, outcomes] = [await namesOf(tx, abouts), await outcomesOf(tx, ids)];
  const instructions = page.map(({ id, aboutKind, aboutRecord, ...row }): ListedInstruction => {
    const about = names.get(`${aboutKind}-${aboutRecord}`);
    return { ...row, id: Number(id), about, outcomes: outcomes.get(Number(id)) ?? [] };
  });
  return { instructions, next: rows.length > onPage ? ids.at(-1) : undefined };
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
