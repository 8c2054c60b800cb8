import { asc, eq, inArray } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '#platform/database.server.ts';
import { removeFree } from '#platform/remove-free.server.ts';
import { remember } from './write.server.ts';

interface SampleTable extends PgTable {
  readonly id: PgColumn;
  readonly sample: PgColumn;
}

interface OfSample {
  readonly kind: string;
  readonly table: SampleTable;
  /** Takes back what everybody sees of them, before they go. */
  readonly withdraw?: (within: Tx, ids: readonly number[]) => Promise<void>;
}

/** Takes the sample's rows of one table out and remembers it, but for what something of the site's own is tied to. Answers which went. */
export async function removeSampleRows(
  tx: Tx,
  actor: { readonly id: string },
  { kind, table, withdraw }: OfSample,
): Promise<number[]> {
  const rows = await tx.select({ id: table.id }).from(table).where(eq(table.sample, true)).orderBy(asc(table.id));
  const gone = await removeFree(
    tx,
    rows.map(({ id }) => Number(id)),
    async (within, ids) => {
      await withdraw?.(within, ids);
      await within.delete(table).where(inArray(table.id, [...ids]));
    },
  );
  await remember(tx, actor, ...gone.map((id) => ({ kind, record: String(id), action: 'removed sample' })));
  return gone;
}
