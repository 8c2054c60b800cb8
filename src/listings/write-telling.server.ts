import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { notify } from '#notifications/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { listingDeskPath } from './listing.ts';
import { titleOf, type Work } from './read-work.server.ts';

interface Telling {
  readonly work: Work;
  readonly says: (title: string, who: string) => TwoText;
}

/** Tells the brokers of its zone: any of them may take it in hand. */
export async function tellBrokers(tx: Tx, actor: Actor, telling: Telling): Promise<void> {
  const found = sql`select brokers_of_zone(${telling.work.listing.zoneCode}) as id`;
  await tell(tx, actor, { ...telling, accounts: await accountsIn(tx, found) });
}

/** Tells the people of its organisation. */
export async function tellMembers(tx: Tx, actor: Actor, telling: Telling): Promise<void> {
  const found = sql`select members_of_organisation(${telling.work.listing.organisationId}) as id`;
  await tell(tx, actor, { ...telling, accounts: await accountsIn(tx, found) });
}

/** Tells everybody whose work it is: its organisation's people, and its broker where it has one. */
export async function tellItsPeople(tx: Tx, actor: Actor, telling: Telling): Promise<void> {
  const { organisationId, brokerId } = telling.work.listing;
  const members = await accountsIn(tx, sql`select members_of_organisation(${organisationId}) as id`);
  await tell(tx, actor, { ...telling, accounts: brokerId === null ? members : [...members, brokerId] });
}

async function accountsIn(tx: Tx, found: ReturnType<typeof sql>): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(found);
  return rows.map(({ id }) => Number(id));
}

async function tell(tx: Tx, actor: Actor, { work, says, accounts }: Telling & { accounts: readonly number[] }) {
  const others = accounts.filter((id) => id !== actor.accountId);
  const path = listingDeskPath(work.listing);
  await notify(tx, { accounts: others, kind: 'listing', text: says(titleOf(work), actor.name), path });
}
