import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { picturesElsewhere } from './media.ts';
import { readWork } from './read-work.server.ts';
import { asWritten } from './review.ts';
import { attachments } from './tables.server.ts';

/** What a draft shows or offers from elsewhere, by address. */
export interface MediaElsewhere {
  readonly zone: string;
  readonly pictures: readonly string[];
  readonly attachments: readonly string[];
}

/** Undefined where there is no such draft, or it has no zone yet whose files they could be. */
export async function mediaElsewhere(db: Db, articleId: number): Promise<MediaElsewhere | undefined> {
  const work = await readWork(db, articleId);
  if (work?.state !== 'draft' || work.zoneCode === null) return undefined;
  const original = asWritten(work.editions, work.drafts).find((text) => text.original);
  const attached = await db
    .select({ address: attachments.address })
    .from(attachments)
    .where(and(eq(attachments.articleId, articleId), isNull(attachments.fileId)))
    .orderBy(attachments.position);
  return {
    zone: work.zoneCode,
    pictures: original ? picturesElsewhere(original.body) : [],
    attachments: [...new Set(attached.map(({ address }) => address))],
  };
}
