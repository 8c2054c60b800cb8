import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { importWords } from '#language/words/importers.ts';
import type { Tx } from '#platform/database.server.ts';
import { fetchableUrl } from '#platform/fetch-address.ts';
import { later } from '#platform/jobs.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { namesOtherZone } from './article.ts';
import { keepPage } from './keep.server.ts';
import type { ItemReport } from './report.ts';
import { Resolver } from './resolve.server.ts';
import { importPages, importRuns, importUploads } from './tables.server.ts';
import { answers, canImport, isClean, uploadLimits } from './upload.ts';
import { recordItems } from './write.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'read-import': { readonly run: number };
  }
}

const words = importWords.desk;

export interface Upload {
  readonly zone: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** Instead of files. */
  readonly address: string;
}

/** Opens an import of a zone; a worker reads what was sent, and nothing becomes an article yet. */
export async function startUpload(tx: Tx, actor: Actor, upload: Upload): Promise<Outcome<{ id: number }>> {
  const { zone, files } = upload;
  if (!canImport(actor, zone)) return refused({ field: 'zone', says: words.mayNot });
  const asked = checked(upload);
  if (!asked.ok) return asked;
  const values = { actor: actor.id, zoneCode: zone, address: asked.value };
  const [row] = await tx.insert(importRuns).values(values).returning({ id: importRuns.id });
  const id = row?.id ?? 0;
  if (files.length > 0 && asked.value === null) {
    await tx.insert(importUploads).values(files.map((file, position) => ({ runId: id, position, ...file })));
  }
  await remember(tx, actor, { kind: 'import', record: String(id), action: 'start' });
  await later(tx, { job: 'read-import', data: { run: id }, tries: 3 });
  return done({ id });
}

/** The address to read, or null where files were sent. */
function checked({ files, address }: Upload): Outcome<string | null> {
  if (files.length === 0 && address === '') return refused({ field: 'files', says: words.nothingSent });
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (files.length > uploadLimits.files || bytes > uploadLimits.bytes) {
    return refused({ field: 'files', says: words.tooMany });
  }
  if (files.some(({ name }) => name === '' || name.length > 300 || !isClean(name))) {
    return refused({ field: 'files', says: words.nameWrong });
  }
  if (files.length > 0) return done(null);
  const url = fetchableUrl(address);
  return url.ok ? done(url.value.href) : refused(...url.problems.map(({ says }) => ({ field: 'address', says })));
}

export interface PageAt {
  readonly run: number;
  readonly position: number;
}

/** Keeps one recognised page as a draft of the import's zone, with what the person answered. */
export async function keepWaiting(
  tx: Tx,
  actor: Actor,
  asked: PageAt & { said: unknown },
): Promise<Outcome<ItemReport>> {
  const waiting = await lockPage(tx, actor, asked);
  if (!waiting.ok) return waiting;
  const said = answers.safeParse(asked.said);
  if (!said.success) {
    const fields = said.error.issues.map(({ path }) => String(path[0]));
    return refused(...fields.map((field) => ({ field, says: words.wrongField })));
  }
  const { page, path, zone } = waiting.value;
  const resolver = new Resolver();
  const defaults = { onlyZone: zone, draft: true };
  if (namesOtherZone(await resolver.place(tx, page), defaults) && !said.data.inOwnZone) {
    return refused({ field: 'inOwnZone', says: words.mustDecide });
  }
  const report = await keepPage(tx, { actor, defaults, resolver, answers: said.data }, { path, page });
  await settle(tx, asked, report);
  return done(report);
}

/** Leaves one recognised page out; the report says so. */
export async function leaveOut(tx: Tx, actor: Actor, asked: PageAt): Promise<Outcome<ItemReport>> {
  const waiting = await lockPage(tx, actor, asked);
  if (!waiting.ok) return waiting;
  const { path } = waiting.value;
  const report: ItemReport = { path, result: 'refused', reason: words.leftOut, articleId: undefined };
  await settle(tx, asked, report);
  return done(report);
}

async function settle(tx: Tx, { run, position }: PageAt, report: ItemReport): Promise<void> {
  await tx.delete(importPages).where(and(eq(importPages.runId, run), eq(importPages.position, position)));
  await recordItems(tx, run, [{ ...report, position }]);
  await tx
    .update(importRuns)
    .set({ finishedAt: sql`now()` })
    .where(
      and(
        eq(importRuns.id, run),
        sql`not exists (select from import_page where run_id = ${run})`,
        sql`read_at is not null`,
      ),
    );
}

/** Another zone's import answers like one that does not exist. */
async function lockPage(tx: Tx, actor: Actor, { run, position }: PageAt) {
  const [row] = await tx
    .select({ page: importPages.page, path: importPages.path, zone: importRuns.zoneCode })
    .from(importPages)
    .innerJoin(importRuns, eq(importRuns.id, importPages.runId))
    .where(and(eq(importPages.runId, run), eq(importPages.position, position)))
    .for('update');
  const zone = row?.zone;
  return row && zone && canImport(actor, zone) ? done({ ...row, zone }) : refused({ says: words.notFound });
}
