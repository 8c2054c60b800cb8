import { basename } from 'node:path';
import { desc, isNull } from 'drizzle-orm';
import { isOperator, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { backupRuns } from './tables.server.ts';

export interface BackupRun {
  readonly id: number;
  readonly file: string;
  readonly at: Date;
  readonly isUnderWay: boolean;
  readonly bytes: number | null;
  readonly rows: number | null;
  readonly verifiedAt: Date | null;
  readonly provenAt: Date | null;
  readonly problem: TwoText | undefined;
}

/** The newest hundred backups that were not removed. More are never kept by a plan. */
export async function backupRunsNow(db: Db, actor: Actor): Promise<BackupRun[]> {
  if (!isOperator(actor)) return [];
  const rows = await db
    .select()
    .from(backupRuns)
    .where(isNull(backupRuns.removedAt))
    .orderBy(desc(backupRuns.id))
    .limit(100);
  return rows.map(({ file, startedAt, endedAt, problemZh, problemEn, ...run }) => ({
    ...run,
    file: basename(file),
    at: startedAt,
    isUnderWay: endedAt === null,
    problem: problemZh === null || problemEn === null ? undefined : { zh: problemZh, en: problemEn },
  }));
}
