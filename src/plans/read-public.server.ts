import { and, desc, eq, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { inBoth } from '#events/event.ts';
import type { TwoText } from '#language/lang.ts';
import { langs } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { addressesInFile, type SitemapPage } from '#publishing/sitemap.ts';
import { zones } from '#zones/tables.server.ts';
import { planPath } from './plan.ts';
import type { PlanCursor, PlanQuery } from './query.ts';
import type { PlanState } from './state.ts';
import { plans } from './tables.server.ts';

/** One plan as everybody sees it in lists. */
export interface PlanCard {
  readonly id: number;
  readonly state: PlanState;
  readonly title: TwoText;
  readonly summary: TwoText;
  readonly issuer: TwoText;
  readonly documentNumber: string;
  readonly issuedOn: string | null;
  readonly beginsOn: string;
  readonly endsOn: string;
  readonly version: number;
  readonly zone: { readonly code: string; readonly name: TwoText };
  readonly document: string | null;
  readonly articleId: number | null;
  readonly closedReason: string;
  readonly sample: boolean;
  readonly updatedAt: Date;
  readonly progress: {
    readonly tasks: number;
    readonly done: number;
    readonly percent: number;
    readonly red: number;
    readonly yellow: number;
  };
}

/** Those that anybody may know of; drafts are their zone's own. */
const isOpen = and(eq(plans.isPublic, true), ne(plans.state, 'draft'));

/** How far its public tasks are; tasks are a noun of a later folder. */
const progress = sql<PlanCard['progress']>`(select jsonb_build_object('tasks', count(*),
  'done', count(*) filter (where state = 'done'), 'percent', coalesce(round(avg(percent)), 0),
  'red', count(*) filter (where light = 'red'), 'yellow', count(*) filter (where light = 'yellow'))
  from task where task.plan_id = ${plans.id} and task.is_public and task.state <> 'cancelled')`;

const pageLength = 20;

/** Public plans, the latest period first. */
export async function listPlans(
  db: Db,
  { after, limit = pageLength, zone, state }: PlanQuery & { limit?: number },
): Promise<{ cards: PlanCard[]; after: PlanCursor | undefined }> {
  const rows = await selectCards(db)
    .where(
      and(
        isOpen,
        zone ? eq(plans.zoneCode, zone) : undefined,
        state ? eq(plans.state, state) : undefined,
        after && behind(after),
      ),
    )
    .orderBy(desc(plans.beginsOn), desc(plans.id))
    .limit(limit + 1);
  const cards = rows.slice(0, limit).map(cardOf);
  const last = rows.length > limit ? cards.at(-1) : undefined;
  return { cards, after: last && { beginsOn: last.beginsOn, id: last.id } };
}

/** One public plan; undefined for a draft, as when there is none. */
export async function publicPlanById(db: Db, id: number): Promise<PlanCard | undefined> {
  const [row] = await selectCards(db).where(and(isOpen, eq(plans.id, id)));
  return row && cardOf(row);
}

/** The newest plans; a site with more than fit has had them for centuries. */
export async function plansForSitemap(db: Db): Promise<SitemapPage[]> {
  const rows = await db
    .select({ id: plans.id, updatedAt: plans.updatedAt })
    .from(plans)
    .where(isOpen)
    .orderBy(desc(plans.beginsOn), desc(plans.id))
    .limit(addressesInFile);
  return rows.map(({ id, updatedAt }) => ({ path: planPath(id), langs, changedAt: updatedAt }));
}

function behind({ beginsOn, id }: PlanCursor): SQL | undefined {
  return or(lt(plans.beginsOn, beginsOn), and(eq(plans.beginsOn, beginsOn), lt(plans.id, id)));
}

function selectCards(db: Db) {
  return db
    .select({ plan: plans, zone: zones, progress })
    .from(plans)
    .innerJoin(zones, eq(zones.code, plans.zoneCode))
    .$dynamic();
}

function cardOf({ plan, zone, progress: far }: Awaited<ReturnType<typeof selectCards>>[number]): PlanCard {
  const { id, state, documentNumber, issuedOn, beginsOn, endsOn, version, document, articleId } = plan;
  const { closedReason, sample, updatedAt } = plan;
  return {
    ...{ id, state, documentNumber, issuedOn, beginsOn, endsOn, version, document, articleId },
    ...{ closedReason, sample, updatedAt, progress: far },
    title: inBoth(plan.titleZh, plan.titleEn),
    summary: inBoth(plan.summaryZh, plan.summaryEn),
    issuer: inBoth(plan.issuerZh, plan.issuerEn),
    zone: { code: zone.code, name: { zh: zone.nameZh, en: zone.nameEn } },
  };
}
