import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Circle, FileView } from '#files/file.ts';
import type { Arrived } from '#files/prepare.server.ts';
import { circleOfFiles } from '#files/read-circle.server.ts';
import { addFileFor, type Keeping } from '#files/write.server.ts';
import { remember } from '#history/write.server.ts';
import { fileWords } from '#language/words/files.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import { standingOrganisation } from '#listings/read-around.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { answerInput, blockerInput, blockerProblems, canSeeBlocker, canSpeakFor, mostBlockerFiles } from './blocker.ts';
import { isProjectOf } from './read-projects.server.ts';
import { blockerFiles, blockers } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'tell-blocker': { readonly blocker: number; readonly what: BlockerTold };
  }
}

export type BlockerTold = 'filed' | 'taken' | 'declined' | 'settled' | 'askWord' | 'notSolved' | 'confirmed';
export type BlockerRow = typeof blockers.$inferSelect;
type Answer = Promise<Outcome<{ id: number }>>;

const circleOf = (organisation: number, zone: string): Circle => ({
  organisations: [organisation],
  brokerZones: [zone],
});

/** Keeps the files that a form brought, for the organisation and the people of its zone. */
export async function keepBlockerFiles(
  keeping: Keeping,
  actor: Actor,
  { organisation, files }: { organisation: number; files: readonly Arrived[] },
): Promise<Outcome<FileView[]>> {
  if (files.length > mostBlockerFiles) return refused({ field: 'file', says: words.tooManyFiles(mostBlockerFiles) });
  if (!canSpeakFor(actor, organisation)) return refused({ field: 'organisationId', says: blockersOwn });
  const own = await keeping.database.inTransaction(actor, (tx) => standingOrganisation(tx, organisation));
  if (!own) return refused({ field: 'organisationId', says: blockersOwn });
  const zone = own.zoneCode;
  const kept: FileView[] = [];
  for (const arrived of files) {
    const one = await addFileFor(keeping, actor, { zone, arrived, circle: circleOf(organisation, zone) });
    if (!one.ok) return one;
    kept.push(one.value);
  }
  return done(kept);
}

const blockersOwn = words.wrong['organisationId'] ?? words.wrongForm;

/** A member says what stops the own organisation. */
export async function fileBlocker(
  tx: Tx,
  actor: Actor,
  { fields, files }: { fields: unknown; files: Brought },
): Answer {
  const parsed = blockerInput.safeParse(fields);
  if (!parsed.success) return refused(...blockerProblems(parsed.error));
  const said = parsed.data;
  const own = canSpeakFor(actor, said.organisationId) && (await standingOrganisation(tx, said.organisationId));
  if (!own) return refused({ field: 'organisationId', says: blockersOwn });
  const problem = await filingProblem(tx, actor, { ...said, zoneCode: own.zoneCode, files });
  if (problem) return refused(problem);
  const [row] = await tx
    .insert(blockers)
    .values({ ...said, ...own, filedBy: actor.id, filerName: actor.name })
    .returning();
  if (!row) throw new Error('a blocker was not kept');
  if (files.length > 0)
    await tx
      .insert(blockerFiles)
      .values(files.map(({ id, name }, position) => ({ blockerId: row.id, position, fileId: id, name })));
  await rememberBlocker(tx, actor, { row, action: 'blocker filed', changes: { title: [null, row.title] } });
  await later(tx, { job: 'tell-blocker', data: { blocker: row.id, what: 'filed' } });
  return done({ id: row.id });
}

interface Filing {
  readonly organisationId: number;
  readonly zoneCode: string;
  readonly projectId: number | null;
  readonly files: Brought;
}

async function filingProblem(tx: Tx, actor: Actor, { files, ...of }: Filing): Promise<Problem | undefined> {
  const { organisationId, projectId, zoneCode } = of;
  if (projectId !== null && !(await isProjectOf(tx, actor, { organisationId, projectId, zoneCode })))
    return { field: 'projectId', says: words.projectUnknown };
  const areKept = await areKeptFor(tx, files, circleOf(organisationId, zoneCode));
  return areKept ? undefined : { field: 'file', says: fileWords.notFound };
}

type Brought = readonly Pick<FileView, 'id' | 'name'>[];

async function areKeptFor(tx: Tx, files: Brought, circle: Circle): Promise<boolean> {
  const circles = await circleOfFiles(
    tx,
    files.map(({ id }) => id),
  );
  return files.every(({ id }) => JSON.stringify(circles.get(id)) === JSON.stringify(circle));
}

/** Takes it back as long as nobody has dealt with it. */
export async function withdrawBlocker(tx: Tx, actor: Actor, id: number): Answer {
  const own = await lockOwn(tx, actor, id);
  if (!own.ok) return own;
  if (own.value.state !== 'filed') return refused({ says: words.blockerMoved });
  await tx.update(blockers).set({ state: 'withdrawn' }).where(eq(blockers.id, id));
  await rememberBlocker(tx, actor, {
    row: own.value,
    action: 'blocker withdrawn',
    changes: { state: ['filed', 'withdrawn'] },
  });
  return done({ id });
}

export interface Word {
  readonly id: number;
  readonly isSolved: boolean;
  readonly note: string;
}

/** The enterprise says whether it is really solved. A slip that was reported as solved goes on where it is not. */
export async function sayWhetherSolved(tx: Tx, actor: Actor, { id, isSolved, note }: Word): Answer {
  const own = await lockOwn(tx, actor, id);
  if (!own.ok) return own;
  const row = own.value;
  if (row.askedAt === null || row.said !== '') return refused({ says: words.notAsked });
  if (isSolved) return keepWord(tx, actor, { row, said: 'solved', saidNote: '' });
  const why = answerInput.safeParse(note);
  if (!why.success) return refused({ field: 'note', says: words.wrong['note'] ?? words.wrongForm });
  await later(tx, { job: 'blocker-not-solved', data: { blocker: id } });
  return keepWord(tx, actor, { row, said: 'not-solved', saidNote: why.data });
}

interface Kept {
  readonly row: BlockerRow;
  readonly said: 'solved' | 'not-solved';
  readonly saidNote: string;
}

async function keepWord(tx: Tx, actor: Actor, { row, said, saidNote }: Kept) {
  // Without a slip it was only answered: it waits for the zone again.
  const isOpenAgain = said === 'not-solved' && row.state === 'solved';
  await tx
    .update(blockers)
    .set({ said, saidNote, saidAt: sql`now()`, ...(isOpenAgain && { state: 'filed' }) })
    .where(eq(blockers.id, row.id));
  await rememberBlocker(tx, actor, { row, action: 'blocker said', changes: { said: ['', said] } });
  const what = said === 'solved' ? 'confirmed' : 'notSolved';
  await later(tx, { job: 'tell-blocker', data: { blocker: row.id, what } });
  return done({ id: row.id });
}

async function lockOwn(tx: Tx, actor: Actor, id: number): Promise<Outcome<BlockerRow>> {
  const row = await lockBlocker(tx, actor, id);
  return row && canSpeakFor(actor, row.organisationId) ? done(row) : refused({ says: words.noBlocker });
}

/** Locks a blocker for who may see it: for anybody else it is not there. */
export async function lockBlocker(tx: Tx, actor: Actor, id: number): Promise<BlockerRow | undefined> {
  const [row] = await tx.select().from(blockers).where(eq(blockers.id, id)).for('update');
  return row && canSeeBlocker(actor, row) ? row : undefined;
}

interface Remembered {
  readonly row: BlockerRow;
  readonly action: string;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

export async function rememberBlocker(tx: Tx, actor: Actor, { row, action, changes }: Remembered): Promise<void> {
  await remember(tx, actor, { kind: 'blocker', record: String(row.id), action, changes, zone: row.zoneCode });
}
