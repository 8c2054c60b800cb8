import type { Actor, Role } from '#accounts/actor.ts';
import { commandLine } from '#accounts/actor.ts';
import { sql } from 'drizzle-orm';
import type { NewOrganisation } from '#organisations/organisation.ts';
import { createOrganisation } from '#organisations/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { twoZones } from './zones.ts';

export const here = '32101026';
export const there = '34101001';

export const who = (role: Role, zone?: string): Actor => ({
  ...{ id: 'account:1', accountId: 1, name: `${role} ${zone ?? ''}` },
  memberships: [zone === undefined ? { role } : { role, zone }],
});
export const broker = who('broker', here);
export const memberOf = (organisation: number): Actor => ({
  ...{ id: 'account:2', accountId: 2, name: `member of ${organisation}` },
  memberships: [{ role: 'member', organisation }],
});

/** Two zones, and a few industries and disciplines. */
export async function organisationWorld(tx: Tx): Promise<void> {
  await twoZones(tx);
  await tx.execute(sql`insert into industry (code, position, name_zh, name_en, gbt4754, isic) values
    ('new-materials', 1, '新材料', 'New materials', '{26}', '{20}'), ('biomedicine', 2, '生物医药', 'Biomedicine', '{27}', '{21}')`);
  await tx.execute(sql`insert into discipline (code, name_zh, name_en) values
    ('430', '材料科学', 'Materials science'), ('43015', '材料表面与界面', ''), ('460', '机械工程', 'Mechanical engineering')`);
}

/** An organisation of the zone, made by the command line. */
export async function organisation(tx: Tx, said: Partial<NewOrganisation> = {}): Promise<number> {
  const input: NewOrganisation = { zone: here, kind: 'enterprise', nameZh: '苏州某某新材料有限公司', ...said };
  const made = await createOrganisation(tx, commandLine, input);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.id;
}

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

/** A draft of a need or an offer. */
export async function need(tx: Tx, of: number, side: 'need' | 'offer' = 'need'): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into listing (side, kind, organisation_id, zone_code, original_lang)
    values (${side}, 'technology', ${of}, ${here}, 'zh') returning id`);
  return Number(rows[0]?.id);
}

/** What matching would have brought together, or somebody proposed. */
export async function connect(tx: Tx, of: { need: number; from: number; to: number; state?: string }): Promise<void> {
  const { state = 'suggested' } = of;
  await tx.execute(sql`insert into connection (need_id, need_organisation_id, offer_organisation_id, need_zone_code,
      offer_zone_code, state, origin, proposed_at, silent_until)
    values (${of.need}, ${of.from}, ${of.to}, ${here}, ${here}, ${state}, 'matching', now(), now())`);
}
