import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { zonesRead } from './list-scope.ts';

/** The investments this person reads, each record once: what went into another is not among them. */
export function ofActor(actor: Actor): SQL {
  const zones = zonesRead(actor);
  if (!zones) return sql`project.merged_into is null`;
  return sql`project.merged_into is null and project.zone_code = any(${sql.param(zones)}::text[])`;
}
