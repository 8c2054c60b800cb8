import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/database.server.ts';
import type { BriefReader } from './brief-letter.ts';
import { briefReaders } from './tables.server.ts';

/** The zones whose brief somebody wants. */
export async function briefZones(db: Db, accountId: number): Promise<string[]> {
  const rows = await db
    .select({ zone: briefReaders.zoneCode })
    .from(briefReaders)
    .where(eq(briefReaders.accountId, accountId));
  return rows.map(({ zone }) => zone);
}

/** Who is to get the brief of a zone on that day, marked as told: those who want it, still lead it and have not had it. */
export async function readersDue(tx: Tx, zone: string, today: string): Promise<BriefReader[]> {
  const { rows } = await tx.execute<BriefReader & Record<string, unknown>>(sql`
    update brief_reader wish set sent_on = ${today}
    from account left join mail_language on mail_language.account_id = account.id
    where wish.zone_code = ${zone} and wish.sent_on is distinct from ${today} and account.id = wish.account_id
      and account.disabled_at is null and exists (select from membership
        where membership.account_id = account.id and role = 'leader' and membership.zone_code = ${zone})
    returning account.id::int as account, account.name, account.email, coalesce(mail_language.lang, 'zh') as lang`);
  return rows.map(({ account, name, email, lang }) => ({ account, name, email, lang }));
}
