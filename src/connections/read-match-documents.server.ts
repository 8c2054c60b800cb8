import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { listingEditions, listings, listingTargets } from '#listings/tables.server.ts';
import type { MatchDocument } from '#matching/document.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { keyOf, textsOf } from './match-document.ts';

/** A listing as matching takes it, with what decides whether it may be matched at all. */
export interface MatchListing {
  readonly id: number;
  readonly side: 'need' | 'offer';
  readonly state: string;
  readonly isOpen: boolean;
  readonly organisationId: number;
  readonly zoneCode: string;
  readonly document: MatchDocument;
}

/** These listings as matching takes them. Needs the eyes of the site itself. */
export async function matchListings(db: Db, ids: readonly number[]): Promise<MatchListing[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      listing: listings,
      city: sql<string | null>`zone.city_code`,
      province: sql<string | null>`zone.province_code`,
    })
    .from(listings)
    .innerJoin(sql`zone`, sql`zone.code = ${listings.zoneCode}`)
    .where(inArray(listings.id, [...ids]))
    .orderBy(asc(listings.id));
  const editions = Map.groupBy(
    await db
      .select()
      .from(listingEditions)
      .where(inArray(listingEditions.listingId, [...ids])),
    ({ listingId }) => listingId,
  );
  const targets = Map.groupBy(
    await db
      .select()
      .from(listingTargets)
      .where(inArray(listingTargets.listingId, [...ids]))
      .orderBy(listingTargets.position),
    ({ listingId }) => listingId,
  );
  return rows.map(({ listing, city, province }) => {
    const { id, side, state, isOpen, organisationId, zoneCode } = listing;
    const texts = (editions.get(id) ?? []).map((edition) => textsOf(edition, targets.get(id) ?? []));
    const document = listingDocument(listing, { texts, region: { province, city, zone: zoneCode } });
    return { id, side, state, isOpen, organisationId, zoneCode, document };
  });
}

type Listing = typeof listings.$inferSelect;

function listingDocument(
  { id, side, organisationId, budgetLow, budgetHigh, targetOrganisations, ...listing }: Listing,
  given: { texts: MatchDocument['texts']; region: NonNullable<MatchDocument['region']> },
): MatchDocument {
  const { kind, industries, disciplines, stage, deadline, cooperation, rights } = listing;
  return {
    ...{ id: keyOf(side, id), role: side, organisation: String(organisationId), ...given },
    ...{ kind, industries, disciplines, stage, deadline, cooperation, rights },
    budget: { low: budgetLow, high: budgetHigh },
    wanted: targetOrganisations.map(String),
  };
}

export interface MatchInstitute {
  readonly id: number;
  readonly zoneCode: string;
  readonly isPublic: boolean;
  readonly document: MatchDocument;
}

/** Institutes with what they say they can do; of all of them, or of these. */
export async function matchInstitutes(db: Db, ids?: readonly number[]): Promise<MatchInstitute[]> {
  const rows = await db
    .select({
      institute: organisations,
      city: sql<string | null>`zone.city_code`,
      province: sql<string | null>`zone.province_code`,
    })
    .from(organisations)
    .innerJoin(sql`zone`, sql`zone.code = ${organisations.zoneCode}`)
    .where(
      and(
        eq(organisations.kind, 'institute'),
        isNull(organisations.mergedInto),
        sql`${organisations.capabilitiesZh} || ${organisations.capabilitiesEn} <> ''`,
        ids && inArray(organisations.id, [...ids]),
      ),
    )
    .orderBy(asc(organisations.id));
  return rows.map(({ institute, city, province }) => ({
    ...{ id: institute.id, zoneCode: institute.zoneCode, isPublic: institute.isPublic },
    document: instituteDocument(institute, { province, city, zone: institute.zoneCode }),
  }));
}

type Institute = typeof organisations.$inferSelect;

function instituteDocument(institute: Institute, region: MatchDocument['region']): MatchDocument {
  const { id, industries, disciplines, summaryZh, summaryEn, capabilitiesZh, capabilitiesEn } = institute;
  return {
    ...{ id: keyOf('institute', id), role: 'institute', organisation: String(id), industries, disciplines },
    ...(region && { region }),
    texts: [
      { lang: 'zh', summary: summaryZh, body: capabilitiesZh },
      { lang: 'en', summary: summaryEn, body: capabilitiesEn },
    ],
  };
}
