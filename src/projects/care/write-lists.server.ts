import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import type { TwoText } from '#language/lang.ts';
import { careListWords as words } from '#language/words/project-care.ts';
import { projectWords } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { careListInputs, type CareList } from './lists.ts';
import { careLists } from './read-lists.server.ts';

/** Saves one of the operator's lists: rows that are named change, those without a number are new. */
export async function saveCareList(
  tx: Tx,
  actor: Actor,
  { list, rows }: { readonly list: CareList; readonly rows: unknown },
): Promise<Outcome<null>> {
  if (!isOperator(actor) || actor.viewedBy) return refused({ says: projectWords.onlyOperator });
  const said = careListInputs[list].safeParse(rows);
  if (!said.success) return refused(problemOf(said.error));
  const before = await kept(tx, list);
  const known = said.data.filter((row) => row.id !== null).length;
  const changed = await tx.execute(updates[list](given(said.data)));
  if (changed.rowCount !== known) return refused({ says: words.gone });
  await tx.execute(inserts[list](given(said.data)));
  const changes = changesBetween<object>(before, await kept(tx, list));
  if (Object.keys(changes).length > 0)
    await remember(tx, actor, { kind: 'project', record: list, action: 'project list changed', changes });
  return done(null);
}

/** Beside which field of which row it is wrong. */
function problemOf({ issues: [issue] }: z.ZodError) {
  const [row = 0, field = ''] = issue?.path ?? [];
  return { field: `${String(field)}-${String(row)}`, says: reasonOf(String(field), issue?.code) };
}

function reasonOf(field: string, code: string | undefined): TwoText {
  if (field === 'days') return words.daysWrong;
  if (field === 'nameZh' && code === 'too_small') return words.nameMissing;
  return code === 'too_big' ? words.tooLong : words.wrong;
}

const given = (rows: readonly object[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as now (id bigint, "nameZh" text, "nameEn" text, place smallint,
    "isUsed" boolean, days smallint, "neededFor" text)`;

type Statement = (rows: SQL) => SQL;

const updates: Readonly<Record<CareList, Statement>> = {
  questions: (rows) => sql`update diligence_question as it
    set (name_zh, name_en, place, is_used) = (now."nameZh", now."nameEn", now.place, now."isUsed")
    from ${rows} where it.id = now.id`,
  permits: (rows) => sql`update permit_step as it
    set (name_zh, name_en, place, is_used, days) = (now."nameZh", now."nameEn", now.place, now."isUsed", now.days)
    from ${rows} where it.id = now.id`,
  tags: (rows) => sql`update evidence_tag as it
    set (name_zh, name_en, place, is_used, needed_for) = (now."nameZh", now."nameEn", now.place, now."isUsed", now."neededFor")
    from ${rows} where it.id = now.id`,
};

const inserts: Readonly<Record<CareList, Statement>> = {
  questions: (rows) => sql`insert into diligence_question (name_zh, name_en, place, is_used)
    select "nameZh", "nameEn", place, "isUsed" from ${rows} where id is null`,
  permits: (rows) => sql`insert into permit_step (name_zh, name_en, place, is_used, days)
    select "nameZh", "nameEn", place, "isUsed", days from ${rows} where id is null`,
  tags: (rows) => sql`insert into evidence_tag (name_zh, name_en, place, is_used, needed_for)
    select "nameZh", "nameEn", place, "isUsed", "neededFor" from ${rows} where id is null`,
};

async function kept(tx: Tx, list: CareList): Promise<Record<string, object>> {
  const rows: readonly { id: number; nameZh: string }[] = (await careLists(tx))[list];
  return Object.fromEntries(rows.map(({ id, ...row }) => [`${id}`, row]));
}
