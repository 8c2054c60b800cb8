import { eq } from 'drizzle-orm';
import { accounts } from '#accounts/tables.server.ts';
import { notificationWords as words } from '#language/words/notifications.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { remember } from '#history/write.server.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { signer, verified } from '#platform/signed.server.ts';
import { kinds, type Kind, type MailWish } from './notification.ts';
import { mailSettingsOf } from './read.server.ts';
import { keepWishes } from './write.server.ts';

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
  const link = await readLink(db, token);
  return link && (link.what === 'digest' ? words.digest : words.kinds[link.what]);
}

/** Stops the mails of that link. Doing it again changes nothing. */
export async function stopMail(tx: Tx, token: string): Promise<Outcome<true>> {
  const link = await readLink(tx, token);
  const [account] = link ? await tx.select().from(accounts).where(eq(accounts.id, link.accountId)) : [];
  if (!link || !account) return refused({ says: words.stopWrong });
  const { accountId, what } = link;
  const { wishes } = await mailSettingsOf(tx, accountId);
  const stopped = what === 'digest' ? kinds.filter((kind) => wishes[kind] === 'daily') : [what];
  await keepWishes(tx, accountId, Object.fromEntries(stopped.map((kind): [Kind, MailWish] => [kind, 'off'])));
  const changes = Object.fromEntries(stopped.map((kind) => [kind, [wishes[kind], 'off'] as const]));
  const by = { id: `account:${accountId}` };
  await remember(tx, by, { kind: 'account', record: String(accountId), action: 'stopped mail', changes });
  return done(true);
}

async function readLink(db: Db, token: string): Promise<{ accountId: number; what: Stops } | undefined> {
  const [account = '', what] = (await verified(db, purpose, token))?.split(' ') ?? [];
  const known = [...kinds, 'digest' as const].find((kind) => kind === what);
  return known && { accountId: Number(account), what: known };
}
