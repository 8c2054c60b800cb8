import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { useFiles } from '#files/write-use.server.ts';
import { remember } from '#history/write.server.ts';
import { fileWords } from '#language/words/files.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { articleAt, evidenceInput, isWebAddress, mostEvidence, type EvidenceInput } from './evidence.ts';
import { lockTask, type TaskRow } from './read-row.server.ts';
import { taskEvidence } from './tables.server.ts';
import { canReport } from './task.ts';

type Answer = Promise<Outcome<{ id: number }>>;

interface Site {
  /** Where the site itself is: an address of it names a record. */
  readonly origin: string;
}

/** Adds what shows that a task is so: a file, an article of the site, or an address. */
export async function addEvidence(tx: Tx, actor: Actor, { origin, ...input }: EvidenceInput & Site): Answer {
  const read = evidenceInput.safeParse(input);
  if (!read.success) return refused(...wrongFields(read.error.issues.map(({ path }) => String(path[0]))));
  const said = read.data;
  const locked = await lockToShow(tx, actor, said.id);
  if (!locked.ok) return locked;
  if ((await tx.$count(taskEvidence, eq(taskEvidence.taskId, said.id))) >= mostEvidence)
    return refused({ field: 'evidence', says: words.tooMuchEvidence });
  const shown = await whatIsShown(tx, { ...said, origin });
  if (!shown.ok) return shown;
  const row = locked.value;
  const { fileId } = shown.value;
  const notOurs = await useEvidenceFiles(tx, row, fileId === null ? [] : [fileId]);
  if (notOurs.length > 0) return refused({ field: 'evidence', says: fileWords.notOfZone });
  await tx
    .insert(taskEvidence)
    .values({ taskId: row.id, zoneCode: row.zoneCode, ...shown.value, actor: actor.id, actorName: actor.name });
  await told(tx, actor, { row, evidence: [null, shown.value.title] });
  return done({ id: row.id });
}

/** Takes evidence away, as long as it shows nothing that somebody has rechecked. What a report brought stays with it. */
export async function removeEvidence(tx: Tx, actor: Actor, { id, evidence }: { id: number; evidence: number }): Answer {
  const locked = await lockToShow(tx, actor, id);
  if (!locked.ok) return locked;
  const row = locked.value;
  const one = and(eq(taskEvidence.taskId, id), eq(taskEvidence.id, evidence), sql`${taskEvidence.reportId} is null`);
  const [gone] = await tx.delete(taskEvidence).where(one).returning({ title: taskEvidence.title });
  if (!gone) return refused({ field: 'evidence', says: words.evidenceGone });
  await useEvidenceFiles(tx, row);
  await told(tx, actor, { row, evidence: [gone.title, null] });
  return done({ id });
}

/** The task, locked, where this person may bring what shows that it is so. */
export async function lockToShow(tx: Tx, actor: Actor, id: number): Promise<Outcome<TaskRow>> {
  const locked = await lockTask(tx, actor, id);
  if (!locked.ok) return locked;
  const { row } = locked.value;
  if (!canReport(actor, locked.value)) return refused({ field: 'evidence', says: words.notYours });
  const isOver = row.state === 'done' || row.state === 'cancelled';
  return isOver ? refused({ field: 'evidence', says: words.isOver }) : done(row);
}

function wrongFields(fields: readonly string[]) {
  const says = fields.includes('title') ? words.evidenceTitleWrong : words.evidenceWrong;
  return [{ field: 'evidence', says }];
}

interface Shown {
  readonly title: string;
  readonly fileId: string | null;
  readonly address: string;
  readonly origin: string;
}

async function whatIsShown(tx: Tx, { title, fileId, address, origin }: Shown) {
  const articleId = address === '' ? undefined : articleAt(address, origin);
  if (articleId !== undefined) return articleShown(tx, { title, fileId, articleId });
  const isShowing = address === '' ? fileId !== null : isWebAddress(address);
  if (!isShowing) return refused({ field: 'evidence', says: words.evidenceWrong });
  const named = title === '' ? address.slice(0, 256) : title;
  return done({ title: named === '' ? words.file.zh : named, fileId, address, articleId: null });
}

/** An article is named by what it is called, unless somebody says otherwise; one that the asker may not see is none. */
async function articleShown(
  tx: Tx,
  { title, fileId, articleId }: { title: string; fileId: string | null; articleId: number },
) {
  const { rows } = await tx.execute<{ title: string }>(sql`
    select title from edition where article_id = ${articleId} order by original desc limit 1`);
  const found = rows[0]?.title;
  if (found === undefined) return refused({ field: 'evidence', says: words.noSuchArticle });
  return done({ title: title === '' ? found.slice(0, 256) : title, fileId, address: '', articleId });
}

/** The files of a task are those of its evidence; what came with a report, the report has in use. */
async function useEvidenceFiles(tx: Tx, { id, zoneCode }: TaskRow, more: readonly string[] = []): Promise<string[]> {
  const rows = await tx
    .select({ file: taskEvidence.fileId })
    .from(taskEvidence)
    .where(and(eq(taskEvidence.taskId, id), sql`${taskEvidence.reportId} is null`));
  const user = { kind: 'task', record: String(id), zone: zoneCode, isPublic: false };
  return useFiles(tx, user, [...rows.flatMap(({ file }) => file ?? []), ...more]);
}

interface Told {
  readonly row: TaskRow;
  readonly evidence: readonly [string | null, string | null];
}

async function told(tx: Tx, actor: Actor, { row, evidence }: Told): Promise<void> {
  const { id, zoneCode: zone } = row;
  await remember(tx, actor, { kind: 'task', record: String(id), action: 'task-evidence', changes: { evidence }, zone });
}
