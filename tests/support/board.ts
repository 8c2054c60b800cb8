import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { Side } from '#listings/listing.ts';
import { listingEditions, listings, listingTargets } from '#listings/tables.server.ts';
import { organisations } from '#organisations/tables.server.ts';

type Listing = Partial<typeof listings.$inferInsert>;
type Edition = Partial<typeof listingEditions.$inferInsert>;

/** An organisation of that zone, public unless it says otherwise. */
export async function addOrganisation(
  tx: Tx,
  zoneCode: string,
  more: Partial<typeof organisations.$inferInsert> = {},
): Promise<number> {
  const row = {
    kind: 'enterprise',
    nameZh: '苏州测试机械有限公司',
    nameEn: 'Suzhou Test Machinery',
    isPublic: true,
  } as const;
  const [made] = await tx
    .insert(organisations)
    .values({ ...row, zoneCode, ...more })
    .returning({ id: organisations.id });
  if (!made) throw new Error('no organisation');
  return made.id;
}

export interface NewListing extends Listing {
  readonly side: Side;
  readonly organisationId: number;
  readonly zoneCode: string;
}

/** A listing before the public with a Chinese edition, and an English one where words for it are given. */
export async function addListing(
  tx: Tx,
  listing: NewListing,
  words: { readonly zh?: Edition; readonly en?: Edition } = {},
): Promise<number> {
  const published = new Date('2026-09-11T00:00:00Z');
  const [made] = await tx
    .insert(listings)
    .values({
      ...{ kind: 'technology', state: 'published', originalLang: words.zh || !words.en ? 'zh' : 'en' },
      ...{ publishedAt: published, expiresAt: new Date('2027-09-11T00:00:00Z'), updatedAt: published },
      ...listing,
    })
    .returning({ id: listings.id, lang: listings.originalLang });
  if (!made) throw new Error('no listing');
  const editions = [
    ...(words.zh || made.lang === 'zh' ? [{ lang: 'zh', title: '高温环境下的激光焊接', ...words.zh } as const] : []),
    ...(words.en ? [{ lang: 'en', title: 'Laser welding at high temperature', ...words.en } as const] : []),
  ];
  await tx
    .insert(listingEditions)
    .values(
      editions.map((edition) => ({ listingId: made.id, madeFrom: edition.lang === made.lang ? null : 1, ...edition })),
    );
  return made.id;
}

export async function addTarget(
  tx: Tx,
  listingId: number,
  target: Omit<typeof listingTargets.$inferInsert, 'listingId' | 'position'>,
): Promise<void> {
  await tx.insert(listingTargets).values({ listingId, position: 0, ...target });
}

/** Three of the industries that listings name. */
export async function someIndustries(tx: Tx): Promise<void> {
  await tx.execute(sql`insert into industry (code, position, name_zh, name_en, gbt4754, isic) values
    ('semiconductors', 1, '半导体', 'Semiconductors', '{}', '{}'), ('automotive', 2, '汽车', 'Automotive', '{}', '{}'),
    ('biomedicine', 3, '生物医药', 'Biomedicine', '{}', '{}') on conflict do nothing`);
}
