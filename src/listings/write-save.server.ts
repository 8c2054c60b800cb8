import { and, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { disciplinesNamed } from '#industries/read.server.ts';
import { listingVerbWords as words } from '#language/words/listing-verbs.ts';
import { organisationWords } from '#language/words/organisations.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import type { Content, TargetInput } from './content.ts';
import { missingBeforePublishing, missingBeforeSubmitting } from './missing.ts';
import { canWrite } from './permission.ts';
import { arePublicInstitutes } from './read-around.server.ts';
import { readContent } from './read-content.ts';
import { contentOf, type ListingRow, type TargetRow, type Work } from './read-work.server.ts';
import { listingEditions, listings, listingTargets } from './tables.server.ts';
import { listingChanged } from './write-public.server.ts';
import { lockFor } from './write-step.server.ts';

export interface SaveInput {
  readonly id: number;
  /** The revision that the writer saw: a later one is not overwritten. */
  readonly seen: number;
  readonly content: unknown;
}

export interface Saved {
  readonly revision: number;
}

/** Saves what a listing says in the language it was written in, and the facts that both languages share. */
export async function saveListing(tx: Tx, actor: Actor, { id, seen, content }: SaveInput): Promise<Outcome<Saved>> {
  const found = await lockToWrite(tx, actor, { id, seen });
  if (!found.ok) return found;
  const work = found.value;
  const read = readContent(work.listing.side, content);
  if (!read.ok) return read;
  const problems = await problemsWith(tx, work, read.value);
  if (problems.length > 0) return refused(...problems);
  const changes = changesBetween<Content>(contentOf(work), read.value);
  if (Object.keys(changes).length === 0) return done({ revision: work.listing.revision });
  const revision = await put(tx, work, read.value);
  const { zoneCode } = work.listing;
  await remember(tx, actor, { kind: 'listing', record: String(id), action: 'edited', changes, zone: zoneCode });
  await listingChanged(tx, id);
  return done({ revision });
}

/** Locks it for who may write in it now, on what they saw of it. */
export async function lockToWrite(
  tx: Tx,
  actor: Actor,
  { id, seen }: Pick<SaveInput, 'id' | 'seen'>,
): Promise<Outcome<Work>> {
  const found = await lockFor(tx, actor, id);
  if (!found.ok) return found;
  const { listing } = found.value;
  const isOver = listing.state === 'closed' || listing.state === 'expired';
  if (!canWrite(actor, listing)) return refused({ says: isOver ? words.isOver : words.mayNotWrite });
  return seen === listing.revision ? found : refused({ field: 'revision', says: words.stale });
}

async function problemsWith(tx: Tx, { listing }: Work, content: Content): Promise<Problem[]> {
  if (listing.reference !== null && listing.kind !== content.kind) return [{ field: 'kind', says: words.kindFixed }];
  if (!(await arePublicInstitutes(tx, content.targetOrganisations)))
    return [{ field: 'targetOrganisations', says: words.instituteUnknown }];
  const unknown = await unknownDisciplines(tx, content.disciplines);
  if (unknown.length > 0)
    return [{ field: 'disciplines', says: organisationWords.noSuchDiscipline(unknown.join(' ')) }];
  // What a broker or the public has in hand may not lose what it was taken with.
  if (listing.state === 'draft') return [];
  const missing = listing.state === 'published' ? missingBeforePublishing : missingBeforeSubmitting;
  return missing({ ...content, side: listing.side });
}

async function unknownDisciplines(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const known = new Set((await disciplinesNamed(tx, codes)).map(({ code }) => code));
  return codes.filter((code) => !known.has(code));
}

async function put(tx: Tx, work: Work, content: Content): Promise<number> {
  const { id, originalLang, revision } = work.listing;
  const next = revision + 1;
  const texts = editionFields(content);
  const isTextNew = Object.keys(changesBetween(editionFields(contentOf(work)), texts)).length > 0;
  await tx
    .update(listings)
    .set({ ...factFields(content), revision: next, updatedAt: new Date() })
    .where(eq(listings.id, id));
  await tx
    .update(listingEditions)
    .set(texts)
    .where(and(eq(listingEditions.listingId, id), eq(listingEditions.lang, originalLang)));
  const named = await putTargets(tx, work, content.targets);
  if (!isTextNew && !named) await carryTranslation(tx, work.listing, next);
  return next;
}

/** Facts changed and no words: a translation that fitted fits on. */
async function carryTranslation(tx: Tx, { id, revision }: ListingRow, next: number): Promise<void> {
  await tx
    .update(listingEditions)
    .set({ madeFrom: next })
    .where(and(eq(listingEditions.listingId, id), eq(listingEditions.madeFrom, revision)));
}

function editionFields(content: Content) {
  const { title, summary, body, tried, conditions, decider, advantage, proof, team, fields } = content;
  const { industryKeywords, technologyKeywords } = content;
  return {
    ...{ title, summary, body, tried, conditions, decider, advantage, proof, team, fields },
    ...{ industryKeywords, technologyKeywords },
  };
}

function factFields(content: Content): Partial<ListingRow> {
  const { kind, isAnonymous, industries, disciplines, cooperation, rights, secrecy, budgetLow, budgetHigh } = content;
  const { isReward, deadline, chainPosition, targetOrganisations, stage } = content;
  return {
    ...{ kind, isAnonymous, industries, disciplines, cooperation, rights, secrecy, budgetLow, budgetHigh },
    ...{ isReward, deadline, chainPosition, targetOrganisations, stage },
  };
}

/** Puts the rows in place of those before; a name that stays keeps its translation. Says whether a name is new. */
async function putTargets(tx: Tx, work: Work, targets: readonly TargetInput[]): Promise<boolean> {
  const { id, originalLang } = work.listing;
  const isChinese = originalLang === 'zh';
  const nameOf = (row: TargetRow) => (isChinese ? row.nameZh : row.nameEn);
  const known = new Map(work.targets.map((row) => [nameOf(row), isChinese ? row.nameEn : row.nameZh]));
  await tx.delete(listingTargets).where(eq(listingTargets.listingId, id));
  const rows = targets.map(({ name, ...target }, position) => {
    const other = known.get(name) ?? '';
    const names = isChinese ? { nameZh: name, nameEn: other } : { nameZh: other, nameEn: name };
    return { listingId: id, position, ...target, ...names };
  });
  if (rows.length > 0) await tx.insert(listingTargets).values(rows);
  return targets.some(({ name }) => !known.has(name));
}
