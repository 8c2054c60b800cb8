import { and, eq } from 'drizzle-orm';
import { dateOf } from '#language/dates.ts';
import { prepare, type Prepared } from '#matching/prepare.ts';
import { rank } from '#matching/rank.ts';
import { countedIn } from '#matching/statistics.ts';
import type { Suggestion } from '#matching/suggestion.ts';
import type { Tx } from '#platform/database.server.ts';
import { segment } from '#text/segment.server.ts';
import { isConnectable } from './pair.ts';
import { candidatesFor, pastOf, statisticsFor } from './read-candidates.server.ts';
import {
  matchInstitutes,
  matchListings,
  type MatchInstitute,
  type MatchListing,
} from './read-match-documents.server.ts';
import { connections, matchDocuments } from './tables.server.ts';
import { dropSuggestions, keepSuggestions } from './write-suggestions.server.ts';

/** Below this nobody would see why the two were brought together. */
const leastScore = 0.2;

/** Works out anew whom a listing fits, and keeps the best as suggestions. Needs the eyes of the site itself. */
export async function rankListing(tx: Tx, id: number, now: Date): Promise<number> {
  const [listing] = await matchListings(tx, [id]);
  if (!listing || !isConnectable(listing, listing.zoneCode)) {
    await tx.delete(matchDocuments).where(eq(matchDocuments.listingId, id));
    await dropSuggestions(tx, id);
    return 0;
  }
  const asked = prepare(listing.document, segment);
  await keepDocument(tx, { role: listing.side, listingId: id, instituteId: null, terms: countedIn(asked) });
  const best = await bestFor(tx, { listing, asked, now });
  await keepSuggestions(tx, listing, best);
  return best.length;
}

interface Asking {
  readonly listing: MatchListing;
  readonly asked: Prepared;
  readonly now: Date;
}

async function bestFor(tx: Tx, { listing, asked, now }: Asking): Promise<Suggestion[]> {
  const found = await candidatesFor(tx, asked);
  const others = (await matchListings(tx, found.listings)).filter((other) => fit(listing, other));
  const able = (await matchInstitutes(tx, found.institutes)).filter((one) => isOffered(listing, one));
  const candidates = [...others, ...able].map(({ document }) => prepare(document, segment));
  const statistics = await statisticsFor(tx, [asked, ...candidates].flatMap(countedIn));
  const organisations = [...new Set([asked, ...candidates].map(({ document }) => document.organisation))];
  const context = { statistics, today: dateOf(now), least: leastScore, ...(await pastOf(tx, organisations)) };
  return withoutDoubles(rank(asked, candidates, context).filter(speaksToIt), candidates);
}

/** That price and place fit is no reason where the texts have little to say to each other. */
function speaksToIt({ parts }: Suggestion): boolean {
  return parts.some(({ name, verdict }) => name === 'text' && verdict !== 'against');
}

/** Interest is welcome on both sides, across zones only before the public. */
function fit(one: MatchListing, other: MatchListing): boolean {
  return isConnectable(one, other.zoneCode) && isConnectable(other, one.zoneCode);
}

/** An institute that has no public page is suggested within its own zone only. */
function isOffered(need: MatchListing, { isPublic, zoneCode }: MatchInstitute): boolean {
  return isConnectable(need, zoneCode) && (isPublic || zoneCode === need.zoneCode);
}

/** An institute with an offer that fits is found by its offer. */
function withoutDoubles(suggestions: readonly Suggestion[], candidates: readonly Prepared[]): Suggestion[] {
  const documents = new Map(candidates.map(({ document }) => [document.id, document]));
  const offering = new Set(
    suggestions.flatMap(({ id }) => (documents.get(id)?.role === 'offer' ? [documents.get(id)?.organisation] : [])),
  );
  return suggestions.filter(({ id }) => {
    const document = documents.get(id);
    return document?.role !== 'institute' || !offering.has(document.organisation);
  });
}

/** Keeps what institutes say they can do, so that needs find them; those that say nothing any more are found no more. */
export async function keepInstitutes(tx: Tx): Promise<void> {
  const institutes = await matchInstitutes(tx);
  const gone = (await tx.select().from(matchDocuments).where(eq(matchDocuments.role, 'institute'))).filter(
    ({ instituteId }) => !institutes.some(({ id }) => id === instituteId),
  );
  for (const { id } of gone) await tx.delete(matchDocuments).where(eq(matchDocuments.id, id));
  for (const { id, document } of institutes) {
    const terms = countedIn(prepare(document, segment));
    await keepDocument(tx, { role: 'institute', listingId: null, instituteId: id, terms });
  }
}

/** Keeps anew what one institute says it can do, and answers the needs it may fit now or was suggested for so far. */
export async function keepInstitute(tx: Tx, id: number): Promise<number[]> {
  const suggested = await needsSuggestedTo(tx, id);
  const [institute] = await matchInstitutes(tx, [id]);
  if (!institute) {
    await tx.delete(matchDocuments).where(eq(matchDocuments.instituteId, id));
    return suggested;
  }
  const asked = prepare(institute.document, segment);
  await keepDocument(tx, { role: 'institute', listingId: null, instituteId: id, terms: countedIn(asked) });
  const { listings } = await candidatesFor(tx, asked);
  return [...new Set([...suggested, ...listings])];
}

async function needsSuggestedTo(tx: Tx, institute: number): Promise<number[]> {
  const isOpen = and(eq(connections.offerOrganisationId, institute), eq(connections.state, 'suggested'));
  const rows = await tx.select({ need: connections.needId }).from(connections).where(isOpen);
  return rows.map(({ need }) => need);
}

type Kept = Omit<typeof matchDocuments.$inferSelect, 'id'>;

async function keepDocument(tx: Tx, kept: Kept): Promise<void> {
  const target = kept.role === 'institute' ? matchDocuments.instituteId : matchDocuments.listingId;
  await tx
    .insert(matchDocuments)
    .values({ ...kept, terms: [...kept.terms] })
    .onConflictDoUpdate({ target, set: { terms: [...kept.terms], role: kept.role } });
}
