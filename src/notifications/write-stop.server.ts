import { remember } from '#history/write.server.ts';
import { notificationWords as words } from '#language/words/notifications.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { kinds, type Kind, type MailWish } from './notification.ts';
import { linkOf } from './read-stop.server.ts';
import { mailSettingsOf } from './read.server.ts';
import { keepWishes } from './write.server.ts';

/** Stops the mails of that link. Doing it again changes nothing. */
export async function stopMail(tx: Tx, token: string): Promise<Outcome<true>> {
  const link = await linkOf(tx, token);
  if (!link) return refused({ says: words.stopWrong });
  const { accountId, what } = link;
  const { wishes } = await mailSettingsOf(tx, accountId);
  const stopped = what === 'digest' ? kinds.filter((kind) => wishes[kind] === 'daily') : [what];
  await keepWishes(tx, accountId, Object.fromEntries(stopped.map((kind): [Kind, MailWish] => [kind, 'off'])));
  const changes = Object.fromEntries(stopped.map((kind) => [kind, [wishes[kind], 'off'] as const]));
  const by = { id: `account:${accountId}` };
  await remember(tx, by, { kind: 'account', record: String(accountId), action: 'stopped mail', changes });
  return done(true);
}
