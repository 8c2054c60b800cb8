import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Known } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import type { PartRow } from '#profiles/rows.server.ts';
import { canKeep, canSeeContacts, type Kept } from './organisation.ts';
import { organisationFields, rowLabel } from './part-fields.ts';
import { organisationParts, type OrganisationPart } from './part.ts';
import { organisationById } from './read.server.ts';
import { equipment, honours, organisationContacts, organisationNames, people } from './tables.server.ts';

export const partTables = {
  names: organisationNames,
  honours,
  equipment,
  people,
  contacts: organisationContacts,
} as const;

export interface PartPlace {
  readonly organisation: number;
  readonly part: OrganisationPart;
}

const order: Readonly<Record<OrganisationPart, SQL>> = {
  names: sql`kind, id`,
  honours: sql`year desc, id`,
  equipment: sql`id`,
  people: sql`until = '' desc, since desc, id`,
  contacts: sql`id`,
};

/** Every row of one list of an organisation, in its order. */
export async function organisationRows(tx: Tx, { organisation, part }: PartPlace): Promise<PartRow[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(
    sql`select * from ${partTables[part]} where organisation_id = ${organisation} order by ${order[part]}`,
  );
  return rows.map((row) => {
    const cells = Object.fromEntries(organisationFields[part].map(({ key }) => [key, String(row[key])]));
    return { id: Number(row['id']), label: rowLabel(part, cells), cells };
  });
}

/** The lists of an organisation that this person keeps. */
export function partsKept(actor: Actor, kept: Kept): OrganisationPart[] {
  if (!canKeep(actor, kept)) return [];
  return organisationParts.filter((part) => part !== 'contacts' || canSeeContacts(actor, kept));
}

/** Those rows of one list that a file names, as it knows them. */
export async function knownPartRows(
  tx: Tx,
  actor: Actor,
  { ids, ...place }: PartPlace & { ids: readonly string[] },
): Promise<Map<string, Known>> {
  const kept = await organisationById(tx, place.organisation);
  if (!kept || !partsKept(actor, kept).includes(place.part)) return new Map();
  const wanted = new Set(ids);
  const rows = (await organisationRows(tx, place)).filter(({ id }) => wanted.has(String(id)));
  return new Map(rows.map(({ id, label, cells }) => [String(id), { label, cells: { id: String(id), ...cells } }]));
}
