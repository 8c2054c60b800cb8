import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { zonesOfDesk } from './desk-list.ts';

/** How many articles of the actor's zones wait for somebody, by what for. */
export interface WaitingArticles {
  readonly inReview: number;
  readonly sentBack: number;
  readonly scheduled: number;
  readonly drafts: number;
  readonly questions: number;
  readonly staleEnglish: number;
}

const none: WaitingArticles = { inReview: 0, sentBack: 0, scheduled: 0, drafts: 0, questions: 0, staleEnglish: 0 };

/** Counted in one statement, over what is on its way and over translations that their originals have left behind. */
export async function waitingArticles(tx: Tx, actor: Actor): Promise<WaitingArticles> {
  const zones = zonesOfDesk(actor);
  if (zones?.length === 0) return none;
  const mine = zones ? sql`and article.zone_code = any(${sql.param(zones)})` : sql``;
  const { rows } = await tx.execute<{ [Key in keyof WaitingArticles]: number }>(sql`
    with work as (
      select article.id, coalesce(proposal, state) as at from article
      where (state in ('draft', 'in_review', 'sent_back', 'scheduled') or proposal is not null) ${mine})
    select count(*) filter (where at = 'in_review')::int as "inReview",
      count(*) filter (where at = 'sent_back')::int as "sentBack",
      count(*) filter (where at = 'scheduled')::int as "scheduled",
      count(*) filter (where at = 'draft')::int as "drafts",
      count(*) filter (where at = 'draft' and exists (
        select from article_question where article_id = work.id and answered_at is null))::int as "questions",
      (select count(*)::int from article where english = 'stale' and state = 'published' ${mine}) as "staleEnglish"
    from work`);
  return rows[0] ?? none;
}
