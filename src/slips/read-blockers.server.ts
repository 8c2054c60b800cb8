import { asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { filesOfCircle } from '#files/read-circle.server.ts';
import type { FileView } from '#files/file.ts';
import type { Tx } from '#platform/database.server.ts';
import {
  canSeeBlocker,
  canSettleBlockers,
  canSpeakFor,
  type BlockerKind,
  type BlockerSaid,
  type BlockerState,
} from './blocker.ts';
import { slipsOf } from './read-of.server.ts';
import { unitsOf } from './read-units.server.ts';
import { projectsFor } from './read-projects.server.ts';
import { canSeeSlips } from './slip.ts';
import { blockerFiles } from './tables.server.ts';

export interface BlockerView {
  readonly id: number;
  readonly zoneCode: string;
  readonly organisationId: number;
  readonly organisation: TwoText;
  readonly projectId: number | null;
  readonly kind: BlockerKind;
  readonly title: string;
  readonly body: string;
  readonly state: BlockerState;
  readonly answer: string;
  readonly answeredBy: string;
  readonly filerName: string;
  readonly slipReference: string;
  readonly isAsked: boolean;
  readonly said: BlockerSaid;
  readonly saidNote: string;
  readonly sample: boolean;
  readonly filedAt: Date;
  /** The same as the database writes it: where a page of the list ends. */
  readonly filedExactly: string;
}

type Found = Omit<BlockerView, 'id' | 'organisationId' | 'organisation' | 'projectId' | 'filedAt'> & {
  id: string;
  projectId: string | null;
  organisationId: string;
  zh: string;
  en: string;
  filedAt: string;
};

const selected = sql`select blocker.id::text, blocker.zone_code as "zoneCode", organisation_id::text as "organisationId",
    project_id::text as "projectId",
    organisation.name_zh as zh, organisation.name_en as en, blocker.kind, title, body, state, answer,
    answered_by as "answeredBy", filer_name as "filerName", slip_reference as "slipReference",
    asked_at is not null as "isAsked", said, said_note as "saidNote", blocker.sample, to_json(filed_at)#>>'{}' as "filedAt", filed_at::text as "filedExactly"
  from blocker join organisation on organisation.id = organisation_id`;

function view({ id, organisationId, projectId, zh, en, filedAt, ...row }: Found): BlockerView {
  const project = projectId === null ? null : Number(projectId);
  const numbers = { id: Number(id), organisationId: Number(organisationId), projectId: project };
  return { ...row, ...numbers, organisation: { zh, en: en || zh }, filedAt: new Date(filedAt) };
}

/** Blockers by what follows their selection: a condition, an order, a limit. */
export async function blockersWhere(tx: Tx, what: SQL): Promise<BlockerView[]> {
  const { rows } = await tx.execute<Found>(sql`${selected} ${what}`);
  return rows.map(view);
}

/** A blocker as its page shows it, with its files and what this person may do. */
export async function blockerFor(tx: Tx, actor: Actor, id: number) {
  const [blocker] = await blockersWhere(tx, sql`where blocker.id = ${id}`);
  if (!blocker || !canSeeBlocker(actor, blocker)) return undefined;
  const may = mayDo(actor, blocker);
  const { projectId } = blocker;
  const projects = projectId !== null || may.settle ? await projectsFor(tx, actor, blocker) : [];
  return {
    blocker,
    files: await filesOf(tx, id),
    slips: await slipsOf(tx, { kind: 'blocker', id }),
    project: projects.find((one) => one.id === projectId),
    projects: may.settle ? projects : [],
    /** Whether this person may open the page of the project. */
    isStaff: canSeeSlips(actor, blocker.zoneCode),
    units: may.settle ? await unitsOf(tx, [blocker.zoneCode]) : [],
    may,
  };
}

/** A blocker as the page of the project it stops names it. */
export interface BlockerLine {
  readonly id: number;
  readonly title: string;
  readonly kind: BlockerKind;
  readonly state: BlockerState;
  readonly filedOn: string;
}

const mostOfProject = 50;

/** What stops a project, and what was merged into it; the newest first. Whoever may not see its zone finds none. */
export async function blockersOfProject(tx: Tx, project: number): Promise<BlockerLine[]> {
  const { rows } = await tx.execute<Omit<BlockerLine, 'id'> & { id: string }>(sql`
    select blocker.id, title, kind, blocker.state, (filed_at at time zone 'Asia/Shanghai')::date::text as "filedOn"
    from blocker join project on project.id = project_id
    where project.id = ${project} or project.merged_into = ${project}
    order by blocker.id desc limit ${mostOfProject}`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

function mayDo(actor: Actor, { state, zoneCode, organisationId, isAsked, said }: BlockerView) {
  const isOwn = canSpeakFor(actor, organisationId);
  const isWaited = isAsked && said === '' && ['taken', 'solved'].includes(state);
  const isFiled = state === 'filed';
  return { settle: isFiled && canSettleBlockers(actor, zoneCode), withdraw: isOwn && isFiled, say: isOwn && isWaited };
}

async function filesOf(tx: Tx, id: number): Promise<FileView[]> {
  const rows = await tx
    .select({ fileId: blockerFiles.fileId })
    .from(blockerFiles)
    .where(eq(blockerFiles.blockerId, id))
    .orderBy(asc(blockerFiles.position));
  const kept = await filesOfCircle(
    tx,
    rows.map(({ fileId }) => fileId),
  );
  return rows.flatMap(({ fileId }) => kept.get(fileId) ?? []);
}
