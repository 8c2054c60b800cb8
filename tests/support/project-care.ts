import { sql } from 'drizzle-orm';
import { careOf } from '#projects/care/read.server.ts';
import { careLists } from '#projects/care/read-lists.server.ts';
import { projectFor } from '#projects/read-record.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { here, type ProjectWorld } from './projects.ts';

export const today = '2026-09-11';

export const fieldsOf = (outcome: { ok: boolean; problems?: { field?: string }[] }) =>
  outcome.problems?.map(({ field }) => field);

/** The numbers of the first row of each of the operator's lists. */
export async function firsts(tx: Tx) {
  const { questions, permits, tags } = await careLists(tx);
  return { question: questions[0]?.id ?? 0, step: permits[0]?.id ?? 0, tag: tags[0]?.id ?? 0 };
}

/** A project and its care, as its page shows them. */
export async function seen(tx: Tx, world: ProjectWorld, id: number) {
  const project = await projectFor(tx, world.broker, id);
  if (!project) throw new Error('no project');
  return { project, care: await careOf(tx, world.broker, { project, today }) };
}

/** A file of the zone, as uploading leaves it. */
export async function aFile(tx: Tx, zone: string = here): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, state, uploaded_by, uploader_name)
    values (${zone}, '合同.pdf', 'application/pdf', 1, 1, ${'0'.repeat(64)}, '[]', 'kept', 'x', 'x') returning id`);
  return rows[0]?.id ?? '';
}
