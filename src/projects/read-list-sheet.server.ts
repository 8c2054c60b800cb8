import { inArray, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Choice } from '#lists/list.ts';
import type { Known } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { zonesRead } from './list-scope.ts';
import { projectCells, type SheetChoices } from './list-sheet.ts';
import { projectsNumbered } from './read-list.server.ts';
import { projects } from './tables.server.ts';

/** The blocks and units of the zones this person reads. */
export async function sheetChoices(tx: Tx, actor: Actor): Promise<SheetChoices> {
  const zones = zonesRead(actor);
  const own = zones ? sql`zone_code = any(${sql.param(zones)}::text[])` : sql`true`;
  const { rows } = await tx.execute<{ value: string; kind: string; label: TwoText }>(sql`
    select id::text as value, kind, json_build_object('zh', name_zh, 'en', coalesce(nullif(name_en, ''), name_zh)) as label
    from unit where ${own} order by active desc, id limit 5000`);
  const choice = ({ value, label }: Choice): Choice => ({ value, label });
  return { blocks: rows.filter(({ kind }) => kind === 'block').map(choice), units: rows.map(choice) };
}

/** Those projects that a file names and this person reads, by their references. */
export async function knownProjects(tx: Tx, actor: Actor, references: readonly string[]): Promise<Map<string, Known>> {
  const ids = [...(await idsOf(tx, references)).values()];
  const found = await projectsNumbered(tx, actor, ids);
  return new Map(found.map((one) => [one.reference, { label: one.name.zh, cells: projectCells(one) }]));
}

export async function idsOf(tx: Tx, references: readonly string[]): Promise<Map<string, number>> {
  if (references.length === 0) return new Map();
  const rows = await tx
    .select({ id: projects.id, reference: projects.reference })
    .from(projects)
    .where(inArray(projects.reference, [...new Set(references)]));
  return new Map(rows.map(({ id, reference }) => [reference, id]));
}

interface Named {
  readonly nameZh?: string | undefined;
  readonly investorId?: number | null | undefined;
  readonly investorName?: string | undefined;
}

/** Projects of the zone with that very name or investor. A form looks for likeness too; thousands of rows cannot. */
export async function sameAs(tx: Tx, zone: string, { nameZh = '', investorId, investorName = '' }: Named) {
  const { rows } = await tx.execute<{ said: string }>(sql`
    select reference || ' ' || name_zh as said from project
    where zone_code = ${zone} and merged_into is null and (name_zh = ${nameZh}
      or investor_id = ${investorId ?? null}::bigint or investor_name <> '' and investor_name = ${investorName})
    order by id limit 5`);
  return rows.map(({ said }) => said);
}
