import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { isOperator, zonesAs, type Actor } from '#accounts/actor.ts';
import type { Question } from '#news/article.ts';
import type { Db } from '#platform/database.server.ts';
import { zoneByCode, type ZoneName } from '#zones/read.server.ts';
import { articleFrom, namesOtherZone } from './article.ts';
import type { ImportedPage } from './page.ts';
import type { RunReport } from './report.ts';
import { Resolver } from './resolve.server.ts';
import { importPages, importRuns } from './tables.server.ts';

export interface DeskRun extends RunReport {
  readonly zoneCode: string | null;
  readonly address: string | null;
  readonly isReading: boolean;
  /** Pages that were recognised and not decided about yet. */
  readonly waiting: number;
}

export const runsAPage = 30;

/** The imports this actor may see, the latest first; an operator sees all, those of the command line too. */
export async function runsFor(db: Db, actor: Actor, before?: number): Promise<DeskRun[]> {
  return runs(db, and(ofActor(actor), before === undefined ? undefined : lt(importRuns.id, before)));
}

export async function runFor(db: Db, actor: Actor, id: number): Promise<DeskRun | undefined> {
  const [run] = await runs(db, and(ofActor(actor), eq(importRuns.id, id)));
  return run;
}

function ofActor(actor: Actor) {
  if (isOperator(actor)) return undefined;
  return inArray(importRuns.zoneCode, zonesAs(actor, ['editor', 'publisher']));
}

async function runs(db: Db, where: ReturnType<typeof and>): Promise<DeskRun[]> {
  const waiting = sql<number>`(select count(*)::int from import_page where run_id = ${importRuns.id})`;
  const rows = await db
    .select({ run: importRuns, waiting })
    .from(importRuns)
    .where(where)
    .orderBy(desc(importRuns.id))
    .limit(runsAPage);
  return rows.map(({ run, waiting: count }) => {
    const { id, startedAt, finishedAt, zoneCode, address, imported, updated, unchanged, draft, refused } = run;
    const counts = { imported, updated, unchanged, draft, refused };
    const isReading = zoneCode !== null && run.readAt === null;
    return { id, startedAt, finishedAt: finishedAt ?? undefined, zoneCode, address, isReading, waiting: count, counts };
  });
}

/** A recognised page as its editor sees it before deciding. */
export interface WaitingPage {
  readonly position: number;
  readonly path: string;
  readonly page: ImportedPage;
  readonly columnSlug: string | null;
  readonly publishedAt: Date | null;
  readonly questions: readonly Question[];
  /** The zone that the page names, where it is not the one it is imported to. */
  readonly otherZone: ZoneName | undefined;
}

export const waitingAPage = 50;

/**
 * The pages of a run that wait, in the order they were read, with what they ask; `after` is the position where the last
 * page of the list ended. The run is the caller's to check.
 */
export async function waitingOf(
  db: Db,
  run: DeskRun,
  { only, after = -1 }: { only?: number; after?: number } = {},
): Promise<WaitingPage[]> {
  const { runId, position } = importPages;
  const wanted = only === undefined ? gt(position, after) : eq(position, only);
  const rows = await db
    .select()
    .from(importPages)
    .where(and(eq(runId, run.id), wanted))
    .orderBy(asc(importPages.position))
    .limit(waitingAPage);
  const resolver = new Resolver();
  const pages: WaitingPage[] = [];
  for (const row of rows) pages.push(await asked(db, resolver, { run, row }));
  return pages;
}

async function asked(
  db: Db,
  resolver: Resolver,
  { run, row }: { run: DeskRun; row: typeof importPages.$inferSelect },
): Promise<WaitingPage> {
  const { page, position, path } = row;
  const defaults = { onlyZone: run.zoneCode ?? undefined, draft: true };
  const placement = await resolver.place(db, page);
  const article = articleFrom({ page, placement, defaults, columns: await resolver.allColumns(db) });
  const other = namesOtherZone(placement, defaults) && placement.zoneCode;
  return {
    ...{ position, path, page, columnSlug: article.columnSlug, publishedAt: article.publishedAt },
    questions: article.questions ?? [],
    otherZone: other ? await zoneByCode(db, other) : undefined,
  };
}
