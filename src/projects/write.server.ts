import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import {
  mentioned,
  newProject,
  projectChange,
  type NewProject,
  type ProjectChange,
  type ProjectFields,
} from './input.ts';
import { dateProblems } from './moves.ts';
import { parsed } from './problems.ts';
import { canSeeProject, referenceOf } from './project.ts';
import { lockProject } from './read-row.server.ts';
import { projectDays, projects } from './tables.server.ts';
import { changed } from './write-changed.server.ts';
import { namedProblems, sourceProblems } from './read-checks.server.ts';
import { keepLog } from './write-log.server.ts';

const nothingSaid: Omit<ProjectFields, 'nameZh'> = {
  ...{ nameEn: '', summaryZh: '', summaryEn: '', investorId: null, investorName: '', country: 'CN', industries: [] },
  ...{ blockId: null, site: '', longitude: null, latitude: null, leadUnitId: null, managerAccountId: null },
  ...{ managerName: '', agentName: '', plannedInvestment: null, plannedFixedAssets: null, currency: 'CNY' },
  ...{ startsBy: null, completedBy: null, producesBy: null, nextStep: '', nextStepOn: null, isPublic: false },
};

type Answer = Promise<Outcome<{ id: number }>>;

/** Adds a project of a zone, as a lead. What looks like it is shown before, by the page (read-alike.server.ts). */
export async function createProject(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: NewProject & { readonly now?: Date },
): Answer {
  const said = parsed(newProject, input);
  if (!said.ok) return said;
  const { zone, since = dateOf(now), origin, originNote, apartReason, sample, ...rest } = said.value;
  const { connectionId, eventId, parentId, ...given } = rest;
  const fields: ProjectFields = { ...nothingSaid, ...mentioned(given), nameZh: given.nameZh };
  if (!canSeeProject(actor, { zoneCode: zone }) || !(await zoneByCode(tx, zone)))
    return refused({ field: 'zone', says: words.notYourZone });
  const source = { connectionId, eventId, parentId };
  const problems = [
    ...dateProblems(since, { from: '1980-01-01', to: dateOf(now) }).map(({ says }) => ({ field: 'since', says })),
    ...(await namedProblems(tx, actor, { named: { zoneCode: zone, ...fields } })),
    ...(await sourceProblems(tx, actor, { zone, ...source })),
  ];
  if (problems.length > 0) return refused(...problems);
  const kept = { zoneCode: zone, reference: await nextReference(tx, dateOf(now)), stageSince: since, sample };
  const [row] = await tx
    .insert(projects)
    .values({
      ...fields,
      ...kept,
      ...source,
      origin,
      originNote,
      apartReason,
      countsWith: await familyOf(tx, parentId),
    })
    .returning({ id: projects.id });
  if (!row) throw new Error('a project that was added has no id');
  const step = { kind: 'stage', from: '', to: 'lead', on: since, note: originNote } as const;
  await keepLog(tx, actor, { project: { id: row.id, zoneCode: zone }, lines: [step] });
  const changes = changesBetween<object>(nothingSaid, { ...fields, origin, ...mentionedSource(source), apartReason });
  await remember(tx, actor, { kind: 'project', record: String(row.id), action: 'add', changes, zone });
  await changed(tx, { id: row.id, zoneCode: zone }, dateOf(now));
  return done(row);
}

const mentionedSource = (source: object) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null));

/** The record with which an extension counts. */
async function familyOf(tx: Tx, parent: number | null): Promise<number | null> {
  if (parent === null) return null;
  const [row] = await tx
    .select({ id: projects.id, countsWith: projects.countsWith })
    .from(projects)
    .where(eq(projects.id, parent))
    .for('update');
  return row ? (row.countsWith ?? row.id) : null;
}

/** The next number of the day. Whoever asks at the same time waits for this transaction, so no number is given twice. */
export async function nextReference(tx: Tx, day: string): Promise<string> {
  const [counted] = await tx
    .insert(projectDays)
    .values({ day, last: 1 })
    .onConflictDoUpdate({ target: projectDays.day, set: { last: sql`${projectDays.last} + 1` } })
    .returning({ number: projectDays.last });
  return referenceOf(day, counted?.number ?? 1);
}

/** Changes what is said of a project; what is not mentioned stays, and nobody writes over what they have not seen. */
export async function changeProject(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: ProjectChange & { readonly now?: Date },
): Answer {
  const said = parsed(projectChange, input);
  if (!said.ok) return said;
  const { id, revision, ...given } = said.value;
  const locked = await lockProject(tx, actor, { id, revision });
  if (!locked.ok) return locked;
  const row = locked.value;
  const set = mentioned(given) as Partial<ProjectFields>;
  const changes = changesBetween<object>(row, set);
  if (Object.keys(changes).length === 0) return done({ id });
  const problems = await namedProblems(tx, actor, { named: { ...row, ...set }, before: row });
  if (problems.length > 0) return refused(...problems);
  await tx.update(projects).set(set).where(eq(projects.id, id));
  await remember(tx, actor, { kind: 'project', record: String(id), action: 'change', changes, zone: row.zoneCode });
  await changed(tx, row, dateOf(now));
  return done({ id });
}
