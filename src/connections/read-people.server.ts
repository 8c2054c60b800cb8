import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import type { Lang } from '#language/lang.ts';
import { usualWish, type MailWish } from '#notifications/notification.ts';
import { mailLanguages, notificationSettings } from '#notifications/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import type { Sides } from './connection.ts';

export interface NamedAccount {
  readonly id: number;
  readonly name: string;
}

/** The brokers of the two zones, as far as the asker may know of them. */
export async function brokersOf(db: Db, { needZoneCode, offerZoneCode }: Sides): Promise<NamedAccount[]> {
  return db
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(
        eq(memberships.role, 'broker'),
        inArray(memberships.zoneCode, [needZoneCode, offerZoneCode]),
        isNull(accounts.disabledAt),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id));
}

/** Somebody who is told of a connection, and how they want to be written to. */
export interface Told {
  readonly accountId: number;
  readonly organisationId: number | null;
  readonly email: string;
  readonly lang: Lang;
  readonly wish: MailWish;
}

/** The members of the two organisations and the brokers who have to do with it. Needs the eyes of the site itself. */
export async function peopleOf(db: Db, sides: Sides & { readonly brokerId: number | null }): Promise<Told[]> {
  const { needOrganisationId, offerOrganisationId, needZoneCode, offerZoneCode, brokerId } = sides;
  const members = and(
    eq(memberships.role, 'member'),
    inArray(memberships.organisationId, [needOrganisationId, offerOrganisationId]),
  );
  const allBrokers = and(eq(memberships.role, 'broker'), inArray(memberships.zoneCode, [needZoneCode, offerZoneCode]));
  const rows = await db
    .selectDistinct({
      accountId: accounts.id,
      organisationId: memberships.organisationId,
      email: accounts.email,
      lang: sql<Lang>`coalesce(${mailLanguages.lang}, 'zh')`,
      wish: notificationSettings.mail,
    })
    .from(accounts)
    .leftJoin(memberships, eq(memberships.accountId, accounts.id))
    .leftJoin(mailLanguages, eq(mailLanguages.accountId, accounts.id))
    .leftJoin(
      notificationSettings,
      and(eq(notificationSettings.accountId, accounts.id), eq(notificationSettings.kind, 'connection')),
    )
    .where(and(isNull(accounts.disabledAt), or(members, brokerId === null ? allBrokers : eq(accounts.id, brokerId))))
    .orderBy(asc(accounts.id));
  return rows.map(({ wish, ...row }) => ({ ...row, wish: wish ?? usualWish.connection }));
}
