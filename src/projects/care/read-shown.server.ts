import { eq, sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { lineOf, type ArrivalRow, type SigningRow } from '../read-ledger.server.ts';
import type { ToProve } from './evidence.ts';
import { projectChecks, projectEvidence } from './tables.server.ts';

/** Every proof of a project; of a document that its ledgers share with another record, wherever it was said. */
export function shownOf(db: Db, id: number) {
  return db
    .select()
    .from(projectEvidence)
    .where(
      sql`${projectEvidence.projectId} = ${id} or ${projectEvidence.document} in (
        select document from project_signing where project_id = ${id} union all
        select document from project_arrival where project_id = ${id})`,
    )
    .orderBy(projectEvidence.id);
}

interface Ledgers {
  readonly signings: readonly SigningRow[];
  readonly arrivals: readonly ArrivalRow[];
}

/** The lines that count, and so need their proof: what was withdrawn and what corrects another line needs none. */
export function provenLines({ signings, arrivals }: Ledgers): Omit<ToProve, 'stage'> {
  return {
    signings: signings.filter((row) => !lineOf(row).isWithdrawn),
    arrivals: arrivals.filter(({ corrects }) => corrects === null),
  };
}

/** The documents that a project holds besides those of its ledgers. */
export async function careDocuments(db: Db, id: number): Promise<string[]> {
  const checks = await db
    .select({ document: projectChecks.document })
    .from(projectChecks)
    .where(eq(projectChecks.projectId, id));
  const shown = await db
    .select({ document: projectEvidence.document })
    .from(projectEvidence)
    .where(eq(projectEvidence.projectId, id));
  return [...checks, ...shown].flatMap(({ document }) => document ?? []);
}
