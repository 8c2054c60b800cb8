import { asc, eq } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import type { Content, TargetInput } from './content.ts';
import { listingEditions, listings, listingTargets } from './tables.server.ts';

export type ListingRow = typeof listings.$inferSelect;
export type EditionRow = typeof listingEditions.$inferSelect;
export type TargetRow = typeof listingTargets.$inferSelect;

/** A listing with everything that is written in it. */
export interface Work {
  readonly listing: ListingRow;
  readonly editions: readonly EditionRow[];
  readonly targets: readonly TargetRow[];
}

/** Nobody else changes it until this transaction ends. */
export async function lockListing(tx: Tx, id: number): Promise<Work | undefined> {
  const [listing] = await tx.select().from(listings).where(eq(listings.id, id)).for('update');
  return listing && withTexts(tx, listing);
}

export async function readListing(db: Db, id: number): Promise<Work | undefined> {
  const [listing] = await db.select().from(listings).where(eq(listings.id, id));
  return listing && withTexts(db, listing);
}

async function withTexts(db: Db, listing: ListingRow): Promise<Work> {
  const editions = await db.select().from(listingEditions).where(eq(listingEditions.listingId, listing.id));
  const targets = await db
    .select()
    .from(listingTargets)
    .where(eq(listingTargets.listingId, listing.id))
    .orderBy(asc(listingTargets.position));
  return { listing, editions, targets };
}

export function editionIn({ editions }: Work, lang: Lang): EditionRow | undefined {
  return editions.find((edition) => edition.lang === lang);
}

export function titleOf(work: Work): string {
  return editionIn(work, work.listing.originalLang)?.title ?? '';
}

const noTexts = {
  ...{ title: '', summary: '', body: '', tried: '', conditions: '', decider: '' },
  ...{ advantage: '', proof: '', team: '', fields: '' },
};

/** What is said of it in the language it was written in. */
export function contentOf(work: Work): Content {
  const { listing, targets } = work;
  const lang = listing.originalLang;
  return {
    ...textsOf(editionIn(work, lang)),
    ...{ kind: listing.kind, isAnonymous: listing.isAnonymous, industries: listing.industries },
    ...{ disciplines: listing.disciplines, cooperation: listing.cooperation, rights: listing.rights },
    ...{ secrecy: listing.secrecy, budgetLow: listing.budgetLow, budgetHigh: listing.budgetHigh },
    ...{ isReward: listing.isReward, deadline: listing.deadline, chainPosition: listing.chainPosition },
    ...{ targetOrganisations: listing.targetOrganisations, stage: listing.stage },
    targets: targets.map((target) => targetOf(target, lang)),
  };
}

export function textsOf(edition: EditionRow | undefined) {
  if (!edition) return { ...noTexts, industryKeywords: [], technologyKeywords: [] };
  const { title, summary, body, tried, conditions, decider, advantage, proof, team, fields } = edition;
  return {
    ...{ title, summary, body, tried, conditions, decider, advantage, proof, team, fields },
    ...{ industryKeywords: edition.industryKeywords, technologyKeywords: edition.technologyKeywords },
  };
}

function targetOf({ nameZh, nameEn, comparison, value, unit }: TargetRow, lang: Lang): TargetInput {
  return { name: lang === 'zh' ? nameZh : nameEn, comparison, value, unit };
}
