import { desc, lt, sql } from 'drizzle-orm';
import { isOperator, type Actor } from '#accounts/actor.ts';
import type { Db } from '#platform/database.server.ts';
import { mails } from '#platform/tables.server.ts';
import { masked, type OutboxMail } from './mail.ts';

export const mailsPerPage = 50;

/** A page of the outbox, the newest first. Nobody but an operator sees any. */
export async function outbox(db: Db, actor: Actor, before?: number): Promise<OutboxMail[]> {
  if (!isOperator(actor)) return [];
  const rows = await db
    .select()
    .from(mails)
    .where(before === undefined ? undefined : lt(mails.id, before))
    .orderBy(desc(mails.id))
    .limit(mailsPerPage);
  return rows.map(({ body, sentAt, droppedAt, ...mail }) => ({
    ...mail,
    text: body === null ? undefined : masked(body),
    state: stateOf({ sentAt, droppedAt, lastError: mail.lastError }),
  }));
}

function stateOf(mail: Pick<typeof mails.$inferSelect, 'sentAt' | 'droppedAt' | 'lastError'>): OutboxMail['state'] {
  if (mail.sentAt) return 'sent';
  if (mail.droppedAt) return 'dropped';
  return mail.lastError === null ? 'waiting' : 'failing';
}

/** How many mails have not left yet. */
export async function mailsWaiting(db: Db, actor: Actor): Promise<number> {
  if (!isOperator(actor)) return 0;
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from mail where sent_at is null and dropped_at is null`,
  );
  return rows[0]?.count ?? 0;
}
