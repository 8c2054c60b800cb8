import { asc, eq } from 'drizzle-orm';
import type { Db, Tx } from '#platform/database.server.ts';
import type { TwoText } from '#language/lang.ts';
import type { Organisation } from './organisation.ts';
import { organisationContacts, organisations } from './tables.server.ts';

/** An organisation as its own people work on it. */
export interface OrganisationView extends Organisation {
  readonly id: number;
  readonly zoneCode: string;
  readonly name: TwoText;
  readonly isPublic: boolean;
  readonly mergedInto: number | null;
  readonly revision: number;
  readonly sample: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

type Row = typeof organisations.$inferSelect;

export function organisationOf(row: Row): OrganisationView {
  return { ...row, name: { zh: row.nameZh, en: row.nameEn || row.nameZh } };
}

/** One organisation, if the asker may see its row; also one that has gone into another. */
export async function organisationById(db: Db, id: number): Promise<OrganisationView | undefined> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id));
  return row && organisationOf(row);
}

/** Whom to ring at an organisation. */
export interface OrganisationContact {
  readonly id: number;
  readonly name: string;
  readonly role: string;
  readonly topic: string;
  readonly phone: string;
  readonly email: string;
}

/** Its contacts, as far as the rows may be seen by who asks (`inTransaction`): the caller decides who that is. */
export async function contactsOf(tx: Tx, organisationId: number): Promise<OrganisationContact[]> {
  const { id, name, role, topic, phone, email } = organisationContacts;
  return tx
    .select({ id, name, role, topic, phone, email })
    .from(organisationContacts)
    .where(eq(organisationContacts.organisationId, organisationId))
    .orderBy(asc(organisationContacts.id));
}
