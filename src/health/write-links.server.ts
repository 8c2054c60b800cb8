import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import type { RichDocument } from '#text/document.ts';
import { outsideLinks } from './links.ts';
import { articleLinks, linkSweeps } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'check-links': Record<string, never>;
  }
}

const articlesARun = 100;
const linksARun = 200;

/** Notes the links of the articles that were not looked at for longest. */
export async function noteLinks(tx: Tx, origin: string): Promise<void> {
  const { rows } = await tx.execute<{ id: string; bodies: RichDocument[] }>(sql`
    select a.id, array_agg(e.body) as bodies from (
      select article.id from article left join link_sweep s on s.article_id = article.id
      where state = 'published' order by s.swept_at nulls first, article.id limit ${articlesARun}) a
    join edition e on e.article_id = a.id group by a.id`);
  const found = rows.flatMap(({ id, bodies }) =>
    [...new Set(bodies.flatMap((body) => outsideLinks(body, origin)))].map((address) => ({
      articleId: Number(id),
      address,
    })),
  );
  const ids = rows.map(({ id }) => Number(id));
  if (ids.length === 0) return;
  await forgetOthers(tx, ids, found);
  if (found.length > 0) await tx.insert(articleLinks).values(found).onConflictDoNothing();
  await tx
    .insert(linkSweeps)
    .values(ids.map((articleId) => ({ articleId })))
    .onConflictDoUpdate({ target: linkSweeps.articleId, set: { sweptAt: sql`now()` } });
}

/** A link that an editor took out is no longer dead. */
async function forgetOthers(
  tx: Tx,
  ids: readonly number[],
  found: readonly { articleId: number; address: string }[],
): Promise<void> {
  const known = found.map(({ articleId, address }) => `${articleId} ${address}`);
  const pair = sql`${articleLinks.articleId} || ' ' || ${articleLinks.address}`;
  await tx
    .delete(articleLinks)
    .where(and(inArray(articleLinks.articleId, [...ids]), known.length > 0 ? notInArray(pair, known) : undefined));
}

/** Addresses to check: those that failed once, a day later; then those never checked or not for a month. */
export async function dueLinks(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ address: string }>(sql`
    select address from article_link
    where checked_at is null or checked_at < now() - case when failures = 0 then interval '30 days' else interval '20 hours' end
    group by address order by max(failures) desc, min(checked_at) nulls first limit ${linksARun}`);
  return rows.map(({ address }) => address);
}

/** Notes what a check found, for every article that has the link. */
export async function noteChecked(tx: Tx, address: string, reason: TwoText | undefined): Promise<void> {
  const failed = reason !== undefined;
  await tx
    .update(articleLinks)
    .set({
      checkedAt: sql`now()`,
      failingSince: failed ? sql`coalesce(${articleLinks.failingSince}, now())` : null,
      failures: failed ? sql`${articleLinks.failures} + 1` : 0,
      ...{ reasonZh: reason?.zh ?? '', reasonEn: reason?.en ?? '' },
    })
    .where(eq(articleLinks.address, address));
}
