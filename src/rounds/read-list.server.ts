import { sql, type SQL } from 'drizzle-orm';
import { zonesWhere, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import type { ListedRound } from './list.ts';
import { canReadRounds } from './round.ts';

const id = sql`round.id`;
const sortKeys: Readonly<Record<string, SortKey>> = { due: { by: sql`due_on`, type: 'date' } };

type Found = Omit<ListedRound, 'id' | 'title' | 'question' | 'missing'> & {
  id: string;
  titleZh: string;
  titleEn: string;
  questionZh: string;
  questionEn: string;
  missing: readonly TwoText[] | null;
};

/** The rounds of this person's zones, a page at a time. */
export async function roundsFor(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, id);
  if (!keyset) throw new Error(`rounds are not sorted by ${asked.sort.key}`);
  const where = sql.join(conditions(actor, asked), sql` and `);
  const { rows } = await tx.execute<Found>(sql`
    select round.id::text, round.zone_code as zone, title_zh as "titleZh", title_en as "titleEn",
      question_zh as "questionZh", question_en as "questionEn", due_on::text as "dueOn", round.state,
      asker_name as "askerName", round.sample, asked, came, missing
    from round cross join lateral (
      select count(*)::int as asked, (count(*) filter (where round_answer.state = 'handed-in'))::int as came,
        json_agg(json_build_object('zh', unit.name_zh, 'en', coalesce(nullif(unit.name_en, ''), unit.name_zh))
          order by unit.position, unit.id) filter (where round_answer.state <> 'handed-in') as missing
      from round_answer join unit on unit.id = unit_id where round_id = round.id) answers
    where ${where} and ${keyset.where ?? sql`true`} order by ${keyset.orderBy} limit ${limit + 1}`);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rounds: rows.slice(0, limit).map(listed),
    next: last && cursorAt(last.dueOn, last.id),
    total: await counted(tx, where),
  };
}

function listed({ titleZh, titleEn, questionZh, questionEn, ...row }: Found): ListedRound {
  return {
    ...row,
    id: Number(row.id),
    title: { zh: titleZh, en: titleEn || titleZh },
    question: { zh: questionZh, en: questionEn || questionZh },
    missing: row.missing ?? [],
  };
}

async function counted(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from round where ${where} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

/** The zones whose rounds this person reads; undefined for an operator, who reads those of all. */
export function zonesOfRounds(actor: Actor, may: typeof canReadRounds = canReadRounds): string[] | undefined {
  return zonesWhere(actor, (zone) => may(actor, zone));
}

function conditions(actor: Actor, { filters: { q, state, zone } }: Asked): SQL[] {
  const own = zonesOfRounds(actor);
  return [
    own ? sql`round.zone_code = any(${sql.param(own)}::text[])` : sql`true`,
    ...(state ? [sql`round.state = ${state}`] : []),
    ...(zone ? [sql`round.zone_code = ${zone}`] : []),
    ...(q ? [named(q)] : []),
  ];
}

function named(text: string): SQL {
  const like = containing(text);
  return sql`(title_zh ilike ${like} or title_en ilike ${like} or question_zh ilike ${like})`;
}
