import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { notificationWords as words } from '#language/words/notifications.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { kinds, type MailSettings, type Telling } from './notification.ts';
import { mailLanguages, notifications, notificationSettings } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'mail-notifications': { readonly batch: string };
  }
}

/** Tells accounts something, in the caller's transaction; mails follow after the commit as each of them wishes. */
export async function notify(tx: Tx, { accounts, kind, text, path, hasLetter }: Telling): Promise<void> {
  const readers = [...new Set(accounts)];
  if (readers.length === 0) return;
  const batch = randomUUID();
  const mailedAt = hasLetter ? new Date() : null;
  // Not `returning`: whoever tells may not read what others are told.
  await tx
    .insert(notifications)
    .values(readers.map((accountId) => ({ accountId, kind, textZh: text.zh, textEn: text.en, path, batch, mailedAt })));
  if (!hasLetter) await later(tx, { job: 'mail-notifications', data: { batch } });
}

/** Who changes something of their own; looking as somebody else changes nothing of theirs. */
function oneself({ accountId, viewedBy }: Actor): Outcome<number> {
  if (viewedBy) return refused({ says: words.onlyLooking });
  return accountId === undefined ? refused({ says: words.needsAccount }) : done(accountId);
}

/** Marks some of the reader's own notifications as read, or all of them; answers where the first of them leads. */
export async function markRead(tx: Tx, actor: Actor, which: readonly number[] | 'all'): Promise<Outcome<string>> {
  const reader = oneself(actor);
  if (!reader.ok) return reader;
  const own = and(
    eq(notifications.accountId, reader.value),
    which === 'all' ? undefined : inArray(notifications.id, [...which]),
  );
  await tx
    .update(notifications)
    .set({ readAt: sql`now()` })
    .where(and(own, isNull(notifications.readAt)));
  if (which === 'all') return done('/desk/notifications');
  const [first] = await tx.select({ path: notifications.path }).from(notifications).where(own).limit(1);
  return done(first?.path ?? '/desk/notifications');
}

/** Keeps how the reader wants to be written to. */
export async function saveMailSettings(tx: Tx, actor: Actor, settings: MailSettings): Promise<Outcome<true>> {
  const reader = oneself(actor);
  if (!reader.ok) return reader;
  const accountId = reader.value;
  await tx
    .insert(mailLanguages)
    .values({ accountId, lang: settings.lang })
    .onConflictDoUpdate({ target: mailLanguages.accountId, set: { lang: settings.lang } });
  await keepWishes(tx, accountId, settings.wishes);
  return done(true);
}

/** Also for a link in a mail, which is the reader's own wish without signing in. */
export async function keepWishes(tx: Tx, accountId: number, wishes: Partial<MailSettings['wishes']>): Promise<void> {
  const rows = kinds.flatMap((kind) => (wishes[kind] ? [{ accountId, kind, mail: wishes[kind] }] : []));
  if (rows.length === 0) return;
  await tx
    .insert(notificationSettings)
    .values(rows)
    .onConflictDoUpdate({
      target: [notificationSettings.accountId, notificationSettings.kind],
      set: { mail: sql`excluded.mail` },
    });
}
