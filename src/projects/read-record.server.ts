import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { filesById } from '#files/read.server.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { lineOf, signingsOf, arrivalsOf } from './read-ledger.server.ts';
import { missingFor } from './gates.ts';
import { canKeepProject, canShowProject, stages, type ProjectOrigin } from './project.ts';
import { factsOf, gateTable } from './read-facts.server.ts';
import { projectRow, type ProjectRow } from './read-row.server.ts';
import { projectLeads, projectLog, projectMeasures, projectMembers } from './tables.server.ts';

/** What a project names, in words. */
interface Names {
  readonly zone: TwoText | null;
  readonly block: TwoText | null;
  readonly unit: TwoText | null;
  readonly investor: TwoText | null;
  readonly manager: string | null;
  readonly connection: TwoText | null;
  readonly event: TwoText | null;
}

/** Everything that is known of one project, for the people of its zone. */
export type ProjectView = NonNullable<Awaited<ReturnType<typeof projectFor>>>;

/** A project with its ledgers, people, promises and log, and what this person may do; undefined as if it did not exist. */
export async function projectFor(tx: Tx, actor: Actor, id: number) {
  const row = await projectRow(tx, actor, id);
  if (!row) return undefined;
  const isOpen = row.mergedInto === null && canKeepProject(actor, row);
  return {
    ...row,
    name: both(row.nameZh, row.nameEn),
    names: await namesOf(tx, row),
    ledgers: await ledgersOf(tx, row),
    measures: await measuresOf(tx, id),
    team: await tx
      .select()
      .from(projectMembers)
      .where(eq(projectMembers.projectId, id))
      .orderBy(asc(projectMembers.id)),
    leads: await leadsOf(tx, row),
    log: await tx.select().from(projectLog).where(eq(projectLog.projectId, id)).orderBy(desc(projectLog.id)).limit(200),
    gates: await gatesAhead(tx, row),
    may: { work: isOpen, show: isOpen && canShowProject(actor, row) },
  };
}

export function both(zh: string, en: string): TwoText {
  return { zh, en: en === '' ? zh : en };
}

async function namesOf(tx: Tx, row: ProjectRow): Promise<Names> {
  type Found = Record<'zone' | 'block' | 'unit' | 'investor' | 'connection' | 'event', [string, string] | null> & {
    manager: string | null;
  };
  const { rows } = await tx.execute<Found>(sql`select
    (select json_build_array(name_zh, name_en) from zone where code = ${row.zoneCode}) as zone,
    (select json_build_array(name_zh, name_en) from unit where id = ${row.blockId}) as block,
    (select json_build_array(name_zh, name_en) from unit where id = ${row.leadUnitId}) as unit,
    (select json_build_array(name_zh, name_en) from organisation where id = ${row.investorId}) as investor,
    (select json_build_array(need.name_zh || ' × ' || offer.name_zh, '') from connection
      join organisation need on need.id = need_organisation_id join organisation offer on offer.id = offer_organisation_id
      where connection.id = ${row.connectionId}) as connection,
    (select json_build_array(title_zh, title_en) from event where id = ${row.eventId}) as event,
    (select name from account where id = ${row.managerAccountId}) as manager`);
  const [{ manager, ...found } = { manager: null }] = rows;
  const two = Object.entries(found).map(([key, name]) => [key, name ? both(...name) : null] as const);
  const names = Object.fromEntries(two) as Omit<Names, 'manager'>;
  return { ...names, manager };
}

async function ledgersOf(tx: Tx, { id, zoneCode }: ProjectRow) {
  const [signed, money] = [await signingsOf(tx, [id]), await arrivalsOf(tx, [id])];
  const documents = [...signed, ...money].flatMap(({ document }) => document ?? []);
  const files = await filesById(tx, zoneCode, documents);
  const fileOf = (document: string | null) => {
    const file = document === null ? undefined : files.get(document);
    return file && { name: file.name, url: file.url };
  };
  return {
    signings: signed.map((line) => ({ ...line, isWithdrawn: lineOf(line).isWithdrawn, file: fileOf(line.document) })),
    arrivals: money.map((line) => ({ ...line, file: fileOf(line.document) })),
  };
}

function measuresOf(tx: Tx, id: number) {
  return tx
    .select()
    .from(projectMeasures)
    .where(eq(projectMeasures.projectId, id))
    .orderBy(asc(projectMeasures.measure), asc(projectMeasures.year));
}

/** Where the project came from: first, and again. */
async function leadsOf(tx: Tx, row: ProjectRow) {
  const further = await tx
    .select()
    .from(projectLeads)
    .where(eq(projectLeads.projectId, row.id))
    .orderBy(asc(projectLeads.id));
  const first: { origin: ProjectOrigin; note: string; connectionId: number | null; eventId: number | null; at: Date } =
    {
      ...{
        origin: row.origin,
        note: row.originNote,
        connectionId: row.connectionId,
        eventId: row.eventId,
        at: row.createdAt,
      },
    };
  return [first, ...further].map(({ origin, note, connectionId, eventId, at }) => ({
    ...{ origin, note, connectionId, eventId, at },
  }));
}

/** What the next stage asks for, and what of it is not there yet. */
async function gatesAhead(tx: Tx, row: ProjectRow) {
  const table = await gateTable(tx);
  const facts = await factsOf(tx, row);
  return stages.slice(stages.indexOf(row.stage) + 1).map((stage) => ({
    ...{ stage, asks: table[stage] },
    missing: missingFor(facts, { from: row.stage, to: stage }, table).filter((one) => one.stage === stage),
  }));
}
