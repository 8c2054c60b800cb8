import { and, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Lang } from '#language/lang.ts';
import { reviewWords as words } from '#language/words/review.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { workOn } from '#publishing/state.ts';
import { canEdit, editionInput } from './article.ts';
import { lockWork } from './read-work.server.ts';
import { gone, standingOf } from './review.ts';
import { editionRevisions } from './tables.server.ts';
import { contentOf } from './write-revision.server.ts';
import { putDraft } from './write.server.ts';

export interface RestoreInput {
  readonly id: number;
  readonly lang: Lang;
  readonly revision: number;
}

/**
 * Brings an old revision back as the working copy. It is held against the schema of today, goes the way of every other
 * text, and whoever wrote it is its author again beside the one who brought it back.
 */
export async function restoreRevision(tx: Tx, actor: Actor, input: RestoreInput): Promise<Outcome<{ id: number }>> {
  const work = await lockWork(tx, input.id);
  if (!work || !canEdit(actor, work.zoneCode)) return refused(gone);
  if (['removed', 'withdrawn'].includes(workOn(standingOf(work)))) return refused({ says: words.restoreFirst });
  const { lang, revision } = input;
  const old = await revisionOf(tx, input);
  if (!old) return refused({ field: 'revision', says: words.noRevision });
  const valid = editionInput.safeParse({ lang, ...contentOf(old) });
  if (!valid.success) return refused({ field: 'revision', says: words.revisionInvalid });
  const base = work.editions.find((one) => one.lang === lang)?.revision ?? null;
  await putDraft(tx, actor, {
    id: input.id,
    edition: valid.data,
    base,
    authors: [...old.authors, old.actor],
    ofUnknown: true,
  });
  const changes = { revision: [base, revision] as const };
  await remember(tx, actor, { kind: 'article', record: String(input.id), action: 'restored revision', changes });
  return done({ id: input.id });
}

async function revisionOf(tx: Tx, { id, lang, revision }: RestoreInput) {
  const [row] = await tx
    .select()
    .from(editionRevisions)
    .where(
      and(eq(editionRevisions.articleId, id), eq(editionRevisions.lang, lang), eq(editionRevisions.revision, revision)),
    );
  return row;
}
