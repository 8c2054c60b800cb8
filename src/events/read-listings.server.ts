import { and, asc, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
import type { Side } from '#listings/listing.ts';
import { listingEditions, listings } from '#listings/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import { inBoth } from './event.ts';
import { eventListings, events } from './tables.server.ts';

/** A need or an offer as an event names it: never whose it is, since it may be anonymous. */
export interface ListingLine {
  readonly id: number;
  readonly side: Side;
  readonly reference: string | null;
  readonly title: string;
  readonly lang: Lang;
  readonly isPublic: boolean;
}

/** What is confidential is on no page, whatever its state. */
const isShown = and(eq(listings.state, 'published'), ne(listings.secrecy, 'confidential'));

/** What everybody sees presented at an event. */
export async function publicListingsOf(db: Db, eventId: number, lang: Lang): Promise<ListingLine[]> {
  return linesOf(db, lang, and(attachedTo(db, eventId), isShown));
}

/** All that is presented there, as the desk sees it. */
export async function listingsOf(db: Db, eventId: number, lang: Lang): Promise<ListingLine[]> {
  return linesOf(db, lang, attachedTo(db, eventId));
}

function attachedTo(db: Db, eventId: number): SQL {
  const attached = db
    .select({ id: eventListings.listingId })
    .from(eventListings)
    .where(eq(eventListings.eventId, eventId));
  return inArray(listings.id, attached);
}

/** What could be presented too: of the own zone, and public ones of any zone, whose title or reference holds this text. */
export async function listingsToAttach(
  db: Db,
  { zone, text, lang }: { zone: string; text: string; lang: Lang },
): Promise<ListingLine[]> {
  const like = containing(text);
  const fits = sql`(${listings.reference} ilike ${like} or exists (select from listing_edition
    where listing_id = ${listings.id} and title ilike ${like}))`;
  return linesOf(db, lang, and(or(eq(listings.zoneCode, zone), isShown), fits));
}

/** Whether a need or an offer may be presented at an event of this zone: its own, or a public one of any zone. */
export async function mayPresent(db: Db, { listing, zone }: { listing: number; zone: string }): Promise<boolean> {
  const [found] = await db
    .select({ id: listings.id })
    .from(listings)
    .where(and(eq(listings.id, listing), or(eq(listings.zoneCode, zone), isShown)));
  return found !== undefined;
}

/** An event as the page of something that is presented there names it. */
export interface EventOfListing {
  readonly id: number;
  readonly title: TwoText;
  readonly beginsAt: Date;
}

const mostEvents = 10;

/** The public events at which a need or an offer is, or was, presented, the newest first. */
export async function eventsOfListing(db: Db, listing: number): Promise<EventOfListing[]> {
  const rows = await db
    .select({ id: events.id, zh: events.titleZh, en: events.titleEn, beginsAt: events.beginsAt })
    .from(eventListings)
    .innerJoin(events, eq(events.id, eventListings.eventId))
    .where(and(eq(eventListings.listingId, listing), eq(events.state, 'published')))
    .orderBy(desc(events.beginsAt), desc(events.id))
    .limit(mostEvents);
  return rows.map(({ id, zh, en, beginsAt }) => ({ id, title: inBoth(zh, en), beginsAt }));
}

const mostLines = 100;

async function linesOf(db: Db, lang: Lang, where: SQL | undefined): Promise<ListingLine[]> {
  const words = db
    .select({ title: listingEditions.title, lang: listingEditions.lang })
    .from(listingEditions)
    .where(eq(listingEditions.listingId, listings.id))
    .orderBy(sql`${listingEditions.lang} = ${lang} desc`)
    .limit(1)
    .as('words');
  const rows = await db
    .select({ listing: listings, title: words.title, lang: words.lang })
    .from(listings)
    .innerJoinLateral(words, sql`true`)
    .where(where)
    .orderBy(asc(listings.side), desc(listings.publishedAt), desc(listings.id))
    .limit(mostLines);
  return rows.map(({ listing, title, lang: written }) => ({
    ...{ id: listing.id, side: listing.side, reference: listing.reference, title, lang: written },
    isPublic: listing.state === 'published' && listing.secrecy !== 'confidential',
  }));
}
