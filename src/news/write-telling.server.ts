import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { notify } from '#notifications/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { accountsOf, publishersOf } from './read-people.server.ts';
import type { WorkRecord } from './read-work.server.ts';
import { asWritten } from './review.ts';

interface Telling {
  readonly work: WorkRecord;
  readonly says: (title: string, who: string) => TwoText;
}

/** Tells the zone's publishers that a text waits for them. */
export async function tellPublishers(tx: Tx, actor: Actor, telling: Telling): Promise<void> {
  await tell(tx, actor, { ...telling, accounts: await publishersOf(tx, telling.work.zoneCode) });
}

/** Tells everybody who wrote in a text what became of it. */
export async function tellAuthors(tx: Tx, actor: Actor, telling: Telling): Promise<void> {
  await tell(tx, actor, { ...telling, accounts: await accountsOf(tx, telling.work.authors) });
}

async function tell(tx: Tx, actor: Actor, { work, says, accounts }: Telling & { accounts: readonly number[] }) {
  const title = asWritten(work.editions, work.drafts).find(({ original }) => original)?.title ?? '';
  const others = accounts.filter((id) => id !== actor.accountId);
  const path = `/desk/articles/${work.article.id}/review`;
  await notify(tx, { accounts: others, kind: 'review', text: says(title, actor.name), path });
}
