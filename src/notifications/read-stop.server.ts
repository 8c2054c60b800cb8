import { eq } from 'drizzle-orm';
import { accounts } from '#accounts/tables.server.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { notificationWords as words } from '#language/words/notifications.ts';
import type { Db } from '#platform/database.server.ts';
import { signer, verified } from '#platform/signed.server.ts';
import { kinds, type Kind } from './notification.ts';

const purpose = 'stop-mail';

/** What a stop link stops: mails of one kind, or the daily summary. */
type Stops = Kind | 'digest';

/** Makes links that stop mails with one click and without signing in. */
export async function stopLink(db: Db, origin: string) {
  const sign = await signer(db);
  return ({ accountId, lang }: { accountId: number; lang: Lang }, what: Stops) =>
    `${origin}/${lang}/unsubscribe/${sign(purpose, `${accountId} ${what}`)}`;
}

/** What that link stops, in words; undefined when it is none of ours. */
export async function stoppedBy(db: Db, token: string): Promise<TwoText | undefined> {
  const link = await linkOf(db, token);
  return link && (link.what === 'digest' ? words.digest : words.kinds[link.what]);
}

/** Whose mails a link stops; undefined when it is none of ours, or its account is gone. */
export async function linkOf(db: Db, token: string): Promise<{ accountId: number; what: Stops } | undefined> {
  const [account = '', what] = (await verified(db, purpose, token))?.split(' ') ?? [];
  const known = [...kinds, 'digest' as const].find((kind) => kind === what);
  if (!known) return undefined;
  const [found] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, Number(account)));
  return found && { accountId: found.id, what: known };
}
