import { isDeepStrictEqual } from 'node:util';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { clocksOf } from './care/read-clocks.server.ts';
import { usualDays } from './read-facts.server.ts';
import { standingOf } from './standing.ts';
import { projects } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'refresh-projects': Record<string, never>;
  }
}

const placed = {
  ...{ id: projects.id, stage: projects.stage, stageSince: projects.stageSince, status: projects.status },
  ...{ nextStepOn: projects.nextStepOn, startsBy: projects.startsBy, completedBy: projects.completedBy },
  ...{ producesBy: projects.producesBy, light: projects.light, reasons: projects.lightReasons },
};

/** Computes lights and their reasons anew: of these projects, or of all. Answers how many lights changed. */
export async function refreshProjects(
  tx: Tx,
  { ids, today }: { readonly ids?: readonly number[]; readonly today: string },
): Promise<number> {
  const usual = await usualDays(tx);
  const own = ids === undefined ? undefined : inArray(projects.id, [...ids]);
  const rows = await tx
    .select(placed)
    .from(projects)
    .where(and(isNull(projects.mergedInto), own));
  const clocks = await clocksOf(tx, { ids });
  const now = rows.map((row) => ({ row, ...standingOf({ ...row, ...clocks.get(row.id) }, { usual, today }) }));
  const changed = now.filter(
    ({ row, light, reasons }) => light !== row.light || !isDeepStrictEqual(reasons, row.reasons),
  );
  // One array of texts for each column: the driver sends it as one parameter, however many rows it has.
  await tx.execute(sql`
    update project set light = now.light, light_reasons = now.reasons::jsonb, standing_on = ${today}
    from unnest(${sql.param(changed.map(({ row }) => row.id))}::bigint[], ${sql.param(changed.map(({ light }) => light))}::text[],
      ${sql.param(changed.map(({ reasons }) => JSON.stringify(reasons)))}::text[]) as now (id, light, reasons)
    where project.id = now.id`);
  return changed.filter(({ row, light }) => light !== row.light).length;
}

/** Just after midnight, for everybody: dates have passed that nobody touched. */
export const refreshProjectsNightly: Handler<'refresh-projects'> = async ({ database, now }) => {
  await database.inTransaction(theSystem, (tx) => refreshProjects(tx, { today: dateOf(now()) }));
};
