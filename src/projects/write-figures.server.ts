import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { agreedBy, countedBy, standingLines } from './count.ts';
import { arrivalsOf, lineOf, signingsOf } from './read-ledger.server.ts';
import { sumsOf } from './arrival.ts';

/**
 * Computes anew what the ledgers of these projects come to, and where their families count: after anything that changed a
 * line, or which records count together.
 */
export async function refreshFigures(tx: Tx, ids: readonly number[]): Promise<void> {
  const { rows } = await tx.execute<{ id: string; family: string }>(sql`
    select id, coalesce(counts_with, id) as family from project where coalesce(counts_with, id) in
      (select coalesce(counts_with, id) from project where id = any(${sql.param([...ids])}::bigint[]))
    order by id for update`);
  const records = rows.map((row) => ({ id: Number(row.id), family: Number(row.family) }));
  const all = records.map(({ id }) => id);
  const [lines, money] = [(await signingsOf(tx, all)).map(lineOf), await arrivalsOf(tx, all)];
  const withLines = records.map((record) => ({
    ...{ ...record, lines: lines.filter(({ row }) => row.projectId === record.id) },
    sums: sumsOf(money.filter(({ projectId }) => projectId === record.id)),
  }));
  const figures = withLines.map((record) => {
    const counted = countedBy(withLines.filter(({ family }) => family === record.family));
    const own = counted?.project === record.id ? counted : undefined;
    const { arrived, foreign, fixedAssets } = record.sums;
    return {
      ...{ id: record.id, counts_on: own?.on ?? null, counts_as: own?.as ?? null, agreed: agreedBy(record.lines) },
      ...{ arrived, arrived_foreign: foreign, fixed_assets: fixedAssets },
    };
  });
  await tx.execute(sql`
    update project set (counts_on, counts_as, agreed, arrived, arrived_foreign, fixed_assets) =
      (now.counts_on, now.counts_as, now.agreed, now.arrived, now.arrived_foreign, now.fixed_assets)
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as now (id bigint, counts_on date, counts_as text,
      agreed numeric, arrived numeric, arrived_foreign numeric, fixed_assets numeric)
    where project.id = now.id`);
  await keepIncrements(
    tx,
    withLines.flatMap((record) => standingLines(record.lines)),
  );
}

async function keepIncrements(tx: Tx, lines: readonly { id: number; amount: number; increment: number }[]) {
  const now = lines.map(({ id, amount, increment }) => ({ id, amount, increment }));
  await tx.execute(sql`
    update project_signing set (amount, increment) = (now.amount, now.increment)
    from jsonb_to_recordset(${JSON.stringify(now)}::jsonb) as now (id bigint, amount numeric, increment numeric)
    where project_signing.id = now.id
      and (project_signing.amount, project_signing.increment) is distinct from (now.amount, now.increment)`);
}
