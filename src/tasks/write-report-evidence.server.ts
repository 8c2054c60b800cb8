import { useFiles } from '#files/write-use.server.ts';
import { fileWords } from '#language/words/files.ts';
import { reportWords as words } from '#language/words/reports.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Problem } from '#platform/outcome.ts';
import { taskEvidence } from './tables.server.ts';

interface OfReport {
  readonly taskId: number;
  readonly zoneCode: string;
  readonly reportId: number;
  readonly actor: string;
  readonly actorName: string;
}

interface Shown {
  readonly title: string;
  readonly address?: string | undefined;
  readonly fileId?: string | undefined;
}

/** Keeps what shows that a report is so; answers what is wrong with it. */
export async function keepEvidence(tx: Tx, of: OfReport, shown: readonly Shown[]): Promise<Problem | undefined> {
  const rows = shown.filter(({ address, fileId }) => address !== undefined || fileId !== undefined);
  if (rows.length < shown.length) return { field: 'evidence', says: words.evidenceWrong };
  if (rows.length === 0) return undefined;
  const files = rows.flatMap(({ fileId }) => fileId ?? []);
  const user = { kind: 'report', record: String(of.reportId), zone: of.zoneCode, isPublic: false };
  const refusedFiles = await useFiles(tx, user, files);
  if (refusedFiles.length > 0) return { field: 'evidence', says: fileWords.notOfZone };
  await tx.insert(taskEvidence).values(
    rows.map(({ title, address = '', fileId = null }) => ({
      ...of,
      ...{ title: title === '' ? address.slice(0, 256) || words.evidence.zh : title, address, fileId },
    })),
  );
  return undefined;
}
