import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';

/** An organisation that a zone keeps, as its row alone. */
export async function anOrganisation(
  tx: Tx,
  zone: string,
  { name = '苏州澄光光电有限公司', isPublic = true }: { name?: string; isPublic?: boolean } = {},
): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into organisation (kind, name_zh, name_en, zone_code, is_public)
      values ('enterprise', ${name}, 'Chengguang Photonics', ${zone}, ${isPublic}) returning id`,
  );
  return Number(rows[0]?.id);
}
