import { inArray, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { listingEditions, listings } from '#listings/tables.server.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { zonesNamed } from '#zones/read.server.ts';
import type { Sides } from './connection.ts';
import { mayKnowWho, mayReadText, type ListingView, type SideName, type SideView } from './side.ts';

/** As much of a connection as its two sides are shown by. */
export interface Shown extends Sides {
  readonly id: number;
  readonly needId: number;
  readonly offerId: number | null;
  readonly needAcceptedAt: Date | null;
  readonly offerAcceptedAt: Date | null;
}

export type BothSides = Readonly<Record<SideName, SideView>>;

/** Both sides of these connections as this reader may see them; the one place that decides what is hidden. */
export async function sidesOf(db: Db, actor: Actor, shown: readonly Shown[]): Promise<Map<number, BothSides>> {
  const known = await everythingOf(db, shown);
  return new Map(
    shown.map((one) => [
      one.id,
      { need: sideOf(actor, 'need', { one, known }), offer: sideOf(actor, 'offer', { one, known }) },
    ]),
  );
}

const unnamed: TwoText = { zh: '', en: '' };

/** Which records stand on that side. */
function recordsOf(side: SideName, one: Shown) {
  return side === 'need'
    ? { listing: one.needId, organisation: one.needOrganisationId, zone: one.needZoneCode }
    : { listing: one.offerId, organisation: one.offerOrganisationId, zone: one.offerZoneCode };
}

function sideOf(actor: Actor, side: SideName, { one, known }: { one: Shown; known: Everything }): SideView {
  const of = recordsOf(side, one);
  const listing = of.listing === null ? undefined : known.listings.get(of.listing);
  const organisation = known.organisations.get(of.organisation);
  const asked = {
    connection: one,
    isAnonymous: listing?.isAnonymous === true,
    isPublic: organisation?.isPublic === true,
  };
  return {
    listing: listing && textsFor(actor, side, { one, listing }),
    organisation: mayKnowWho(actor, side, asked) ? organisation : undefined,
    zone: known.zones.get(of.zone) ?? unnamed,
  };
}

function textsFor(actor: Actor, side: SideName, { one, listing }: { one: Shown; listing: Listed }): ListingView {
  const { id, reference, title, summary, secrecy, state } = listing;
  const may = mayReadText(actor, side, { connection: one, secrecy });
  const texts = may ? { title, summary } : { title: unnamed, summary: unnamed };
  return { id, side, reference, isPublished: state === 'published', ...texts };
}

type Listed = Awaited<ReturnType<typeof listingsById>> extends Map<number, infer Value> ? Value : never;

interface Everything {
  readonly listings: Awaited<ReturnType<typeof listingsById>>;
  readonly organisations: Awaited<ReturnType<typeof organisationsById>>;
  readonly zones: ReadonlyMap<string, TwoText>;
}

async function everythingOf(db: Db, shown: readonly Shown[]): Promise<Everything> {
  const ids = shown.flatMap(({ needId, offerId }) => [needId, offerId ?? 0]);
  const of = shown.flatMap(({ needOrganisationId, offerOrganisationId }) => [needOrganisationId, offerOrganisationId]);
  const codes = shown.flatMap(({ needZoneCode, offerZoneCode }) => [needZoneCode, offerZoneCode]);
  const zones = codes.length === 0 ? [] : await zonesNamed(db, [...new Set(codes)]);
  return {
    listings: await listingsById(db, [...new Set(ids)]),
    organisations: await organisationsById(db, [...new Set(of)]),
    zones: new Map(zones.map(({ code, name }) => [code, name])),
  };
}

const inLang = (column: 'title' | 'summary', lang: 'zh' | 'en') =>
  sql<string>`coalesce(max(${listingEditions[column]}) filter (where ${listingEditions.lang} = ${lang}),
    max(${listingEditions[column]}), '')`;

async function listingsById(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, never>();
  const { id, reference, isAnonymous, secrecy, state } = listings;
  const rows = await db
    .select({
      ...{ id, reference, isAnonymous, secrecy, state },
      ...{ titleZh: inLang('title', 'zh'), titleEn: inLang('title', 'en') },
      ...{ summaryZh: inLang('summary', 'zh'), summaryEn: inLang('summary', 'en') },
    })
    .from(listings)
    .leftJoin(listingEditions, sql`${listingEditions.listingId} = ${listings.id}`)
    .where(inArray(listings.id, [...ids]))
    .groupBy(listings.id);
  return new Map(
    rows.map(({ titleZh, titleEn, summaryZh, summaryEn, ...row }) => [
      row.id,
      { ...row, title: { zh: titleZh, en: titleEn }, summary: { zh: summaryZh, en: summaryEn } },
    ]),
  );
}

async function organisationsById(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, never>();
  const { id, nameZh, nameEn, isPublic } = organisations;
  const rows = await db
    .select({ id, nameZh, nameEn, isPublic })
    .from(organisations)
    .where(inArray(organisations.id, [...ids]));
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, isPublic: row.isPublic, name: { zh: row.nameZh, en: row.nameEn || row.nameZh } },
    ]),
  );
}
