import type { Actor } from '#accounts/actor.ts';
import type { Arrived } from '#files/prepare.server.ts';
import { useFiles } from '#files/write-use.server.ts';
import { addFileOfRecord, type Keeping } from '#files/write.server.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { careDocuments } from './care/read-shown.server.ts';
import { canKeepProject } from './project.ts';
import { arrivalsOf, signingsOf } from './read-ledger.server.ts';
import { projectRow, type ProjectRow } from './read-row.server.ts';

/** Keeps what came with a form of the project, for the people of its zone; answers the first of it. */
export async function keepDocument(
  keeping: Keeping,
  actor: Actor,
  { id, files: [arrived] }: { readonly id: number; readonly files: readonly Arrived[] },
): Promise<Outcome<string | null>> {
  if (!arrived) return done(null);
  const row = await keeping.database.inTransaction(actor, (tx) => projectRow(tx, actor, id));
  if (!row) return refused({ field: 'project', says: words.notFound });
  if (!canKeepProject(actor, row)) return refused({ field: 'project', says: words.mayNot });
  const kept = await addFileOfRecord(keeping, actor, { zone: row.zoneCode, arrived });
  return kept.ok ? done(kept.value.id) : kept;
}

/** Ties the documents of the ledgers, checks and proofs to the project, a new one among them. */
export async function tieDocuments(tx: Tx, row: ProjectRow, document: string | null): Promise<Outcome<null>> {
  const lines = [...(await signingsOf(tx, [row.id])), ...(await arrivalsOf(tx, [row.id]))];
  const kept = [...lines.flatMap((line) => line.document ?? []), ...(await careDocuments(tx, row.id))];
  const all = [...kept, ...(document === null ? [] : [document])];
  const user = { kind: 'project', record: String(row.id), zone: row.zoneCode, isPublic: false };
  const unknown = await useFiles(tx, user, all);
  return document !== null && unknown.includes(document)
    ? refused({ field: 'file', says: words.fileUnknown })
    : done(null);
}
