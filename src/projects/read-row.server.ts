import { eq } from 'drizzle-orm';
import { isVisitor, type Actor } from '#accounts/actor.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canKeepProject, canSeeProject } from './project.ts';
import { projects } from './tables.server.ts';

export type ProjectRow = typeof projects.$inferSelect;

/** A project as its row, for who may see it; for anybody else it is not there. */
export async function projectRow(db: Db, actor: Actor, id: number): Promise<ProjectRow | undefined> {
  if (isVisitor(actor)) return undefined;
  const [row] = await db.select().from(projects).where(eq(projects.id, id));
  return row && canSeeProject(actor, row) ? row : undefined;
}

/** Locks a project for a change; another zone's is not there, one that was merged is changed no more. */
export async function lockProject(
  tx: Tx,
  actor: Actor,
  { id, revision }: { readonly id: number; readonly revision?: number | undefined },
): Promise<Outcome<ProjectRow>> {
  // A look changes nothing, and its transaction could not lock a row.
  if (actor.viewedBy) return refused({ field: 'project', says: words.mayNot });
  const [row] = await tx.select().from(projects).where(eq(projects.id, id)).for('update');
  if (!row || !canSeeProject(actor, row)) return refused({ field: 'project', says: words.notFound });
  if (!canKeepProject(actor, row)) return refused({ field: 'project', says: words.mayNot });
  if (row.mergedInto !== null) return refused({ field: 'project', says: words.isMerged });
  if (revision !== undefined && revision !== row.revision) return refused({ field: 'project', says: words.stale });
  return done(row);
}

/** The project of a number, such as PJ-20260911-004; a record that was merged is none. */
export async function projectNumbered(db: Db, actor: Actor, text: string): Promise<ProjectRow | undefined> {
  const reference = text.normalize('NFKC').trim().toUpperCase();
  if (isVisitor(actor) || !/^PJ-\d{8}-\d{3,6}$/.test(reference)) return undefined;
  const [row] = await db.select().from(projects).where(eq(projects.reference, reference));
  return row && row.mergedInto === null && canSeeProject(actor, row) ? row : undefined;
}
