import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { EditionInput } from './article.ts';
import type { SampleArticle } from './sample.ts';
import { articles } from './tables.server.ts';
import { saveImportedArticle } from './write-import.server.ts';
import { saveEdition } from './write.server.ts';

/** Loads one sample article with its translation; loading it again changes nothing. */
export async function saveSampleArticle(tx: Tx, actor: Actor, sample: SampleArticle): Promise<Outcome<{ id: number }>> {
  const sourceAddress = `sample:${sample.slug}`;
  const known = await tx.select({ id: articles.id }).from(articles).where(eq(articles.sourceAddress, sourceAddress));
  if (known[0]) return { ok: true, value: known[0] };
  const zh = { ...sample.editions.zh, lang: 'zh' } as const;
  const saved = await saveImportedArticle(tx, actor, {
    sourceAddress,
    contentHash: sourceAddress,
    columnSlug: sample.column,
    zoneCode: sample.zone,
    cityCode: null,
    publishedAt: sample.publishedAt,
    edition: sample.zhChangedSince ? withoutItsEnd(zh) : zh,
    sample: true,
  });
  if (!saved.ok || !sample.editions.en) return saved;
  const en = { ...sample.editions.en, lang: 'en' } as const;
  const translated = await saveEdition(tx, actor, { articleId: saved.value.id, edition: en });
  if (!translated.ok) return translated;
  // What makes a translation stale is a change of the original after it, so that is what happens here too.
  if (sample.zhChangedSince) await saveEdition(tx, actor, { articleId: saved.value.id, edition: zh });
  return { ok: true, value: { id: saved.value.id } };
}

function withoutItsEnd(edition: EditionInput): EditionInput {
  return { ...edition, body: { ...edition.body, content: edition.body.content.slice(0, -1) } };
}
