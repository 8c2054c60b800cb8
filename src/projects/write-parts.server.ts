import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { money } from './input.ts';
import { parsed } from './problems.ts';
import { measures, teamRoles } from './project.ts';
import { lockProject, type ProjectRow } from './read-row.server.ts';
import { projectMeasures, projectMembers } from './tables.server.ts';
import { changed } from './write-changed.server.ts';

const id = z.number().int().positive();
interface Clocked {
  readonly now?: Date;
}
type Answer = Promise<Outcome<{ id: number }>>;

const measureInput = z.strictObject({
  id,
  measure: z.enum(measures),
  year: z.number().int().min(1980).max(2100),
  promised: money.nullable(),
  real: money.nullable().default(null),
  source: cleanText(400).default(''),
});

/** Says what was promised and what it really was, of one measure in one year; without either the line goes. */
export async function setMeasure(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof measureInput> & Clocked,
): Answer {
  const said = parsed(measureInput, input);
  if (!said.ok) return said;
  const { id: project, real, source } = said.value;
  const locked = await lockProject(tx, actor, { id: project });
  if (!locked.ok) return locked;
  if (real !== null && source === '') return refused({ field: 'source', says: words.sourceMissing });
  const changes = await replaceMeasure(tx, locked.value, said.value);
  await note(tx, actor, {
    row: locked.value,
    action: 'measure set',
    changes,
    now,
  });
  return done({ id: project });
}

/** Takes the line that was there away and writes what is said now, if anything is. */
async function replaceMeasure(tx: Tx, { zoneCode }: ProjectRow, said: z.output<typeof measureInput>): Promise<Changes> {
  const { id: projectId, measure, year, ...line } = said;
  const { promised, real, source } = projectMeasures;
  const [before] = await tx
    .delete(projectMeasures)
    .where(
      and(
        eq(projectMeasures.projectId, projectId),
        eq(projectMeasures.measure, measure),
        eq(projectMeasures.year, year),
      ),
    )
    .returning({ promised, real, source });
  const isNone = line.promised === null && line.real === null;
  if (!isNone) await tx.insert(projectMeasures).values({ projectId, zoneCode, measure, year, ...line });
  const after = isNone ? { promised: null, real: null, source: '' } : line;
  return prefixed(`${measure}.${year}`, changesBetween<object>(before, after));
}

const prefixed = (prefix: string, changes: Changes): Changes =>
  Object.fromEntries(Object.entries(changes).map(([field, change]) => [`${prefix}.${field}`, change]));

const memberInput = z.strictObject({ id, name: cleanText(80, 1), role: z.enum(teamRoles) });

/** Adds somebody who works on the project. */
export async function addMember(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof memberInput> & Clocked,
): Answer {
  const said = memberInput.safeParse(input);
  if (!said.success) return refused({ field: 'member', says: words.memberWrong });
  const { id: project, name, role } = said.data;
  const locked = await lockProject(tx, actor, { id: project });
  if (!locked.ok) return locked;
  const of = { projectId: project, zoneCode: locked.value.zoneCode };
  const added = await tx
    .insert(projectMembers)
    .values({ ...of, name, role })
    .onConflictDoNothing()
    .returning();
  if (added.length === 0) return refused({ field: 'member', says: words.memberThere });
  await note(tx, actor, {
    row: locked.value,
    action: 'team member added',
    changes: { [name]: [null, role] },
    now,
  });
  return done({ id: project });
}

/** Takes somebody off the project. */
export async function removeMember(
  tx: Tx,
  actor: Actor,
  { id: project, member, now = new Date() }: { readonly id: number; readonly member: number } & Clocked,
): Answer {
  const locked = await lockProject(tx, actor, { id: project });
  if (!locked.ok) return locked;
  const [gone] = await tx
    .delete(projectMembers)
    .where(and(eq(projectMembers.id, member), eq(projectMembers.projectId, project)))
    .returning({ name: projectMembers.name, role: projectMembers.role });
  if (!gone) return refused({ field: 'member', says: words.memberGone });
  await note(tx, actor, {
    row: locked.value,
    action: 'team member removed',
    changes: { [gone.name]: [gone.role, null] },
    now,
  });
  return done({ id: project });
}

async function note(
  tx: Tx,
  actor: Actor,
  { row, action, changes, now }: { row: ProjectRow; action: string; changes: Changes; now: Date },
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await remember(tx, actor, { kind: 'project', record: String(row.id), action, changes, zone: row.zoneCode });
  await changed(tx, row, dateOf(now));
}
