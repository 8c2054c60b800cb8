import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';

/** What was looked after of a project that is merged goes on at the one that stays, whose own answers are right. */
export async function followCare(tx: Tx, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
  await tx.execute(sql`
    insert into project_check (project_id, zone_code, question_id, result, note, document, checked_on, actor, actor_name, at)
    select ${to}, zone_code, question_id, result, note, document, checked_on, actor, actor_name, at
    from project_check where project_id = ${from} on conflict do nothing`);
  await tx.execute(sql`
    insert into project_permit (project_id, zone_code, step_id, days, applied_on, got_on, is_waived, note)
    select ${to}, zone_code, step_id, days, applied_on, got_on, is_waived, note
    from project_permit where project_id = ${from} on conflict do nothing`);
  await tx.execute(sql`update project_milestone set project_id = ${to} where project_id = ${from}`);
  await tx.execute(sql`update project_visit set project_id = ${to} where project_id = ${from}`);
  await tx.execute(sql`update project_evidence set project_id = ${to} where project_id = ${from}`);
}
