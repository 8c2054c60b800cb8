import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { nameKey, type NameKey } from './name-key.ts';
import { organisationKeys } from './tables.server.ts';

/** Keeps what each name of an organisation comes down to, after one of them changed. */
export async function refreshKeys(tx: Tx, organisation: number): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select name_zh as name from organisation where id = ${organisation}
    union select name_en from organisation where id = ${organisation} and name_en <> ''
    union select name from organisation_name where organisation_id = ${organisation}`);
  const all = await keysOfNames(
    tx,
    rows.map(({ name }) => name),
  );
  const keys = all.filter(({ key }) => key !== '');
  await tx.delete(organisationKeys).where(eq(organisationKeys.organisationId, organisation));
  if (keys.length === 0) return;
  await tx
    .insert(organisationKeys)
    .values(keys.map((key) => ({ organisationId: organisation, ...key })))
    .onConflictDoNothing();
}

/** What each of these names comes down to; a name of signs alone comes down to nothing. */
export async function keysOfNames(tx: Tx, names: readonly string[]): Promise<NameKey[]> {
  if (names.length === 0) return [];
  // Places that may stand in one of the names: their first two characters do.
  const { rows: places } = await tx.execute<{ code: string; nameZh: string }>(sql`
    select code, name_zh as "nameZh" from place
    where position(left(name_zh, 2) in ${names.join('\n')}) > 0`);
  return names.map((name) => nameKey(name, places));
}
