import { asc, desc, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import { filesById } from '#files/read.server.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { ProjectView } from '../read-record.server.ts';
import { checksReading } from './check.ts';
import { missingProof } from './evidence.ts';
import { canJudge, keptOf, stillHolds } from './fulfilment.ts';
import { readPermit } from './permit.ts';
import { clocksOf } from './read-clocks.server.ts';
import { careLists } from './read-lists.server.ts';
import { provenLines, shownOf } from './read-shown.server.ts';
import { projectChecks, projectMilestones, projectPermits, projectVerdicts, projectVisits } from './tables.server.ts';

/** What is looked after beside the stages of a project, as its page shows it. */
export type CareView = Awaited<ReturnType<typeof careOf>>;

type Listed = { readonly id: number; readonly nameZh: string; readonly nameEn: string; readonly isUsed: boolean };

const named = ({ nameZh, nameEn }: Listed): TwoText => ({ zh: nameZh, en: nameEn === '' ? nameZh : nameEn });

/** All of it, with the clocks as they stand on that day, and whether this person may judge. */
export async function careOf(
  tx: Tx,
  actor: Actor,
  { project, today }: { readonly project: ProjectView; readonly today: string },
) {
  const { id } = project;
  const lists = await careLists(tx);
  const clocks = await clocksOf(tx, { ids: [id] });
  return {
    checks: await checksOf(tx, project, lists.questions),
    permits: await permitsOf(tx, id, { steps: lists.permits, today }),
    milestones: await tx
      .select()
      .from(projectMilestones)
      .where(eq(projectMilestones.projectId, id))
      .orderBy(asc(projectMilestones.dueOn), asc(projectMilestones.id)),
    visits: await tx
      .select()
      .from(projectVisits)
      .where(eq(projectVisits.projectId, id))
      .orderBy(desc(projectVisits.visitedOn), desc(projectVisits.id))
      .limit(100),
    visitDueOn: clocks.get(id)?.visitDueOn ?? null,
    promises: await promisesOf(tx, project),
    evidence: await evidenceOf(tx, project, lists.tags),
    may: { judge: project.mergedInto === null && canJudge(actor, project) },
  };
}

async function filesOf(tx: Tx, zone: string, documents: readonly (string | null)[]) {
  const files = await filesById(
    tx,
    zone,
    documents.flatMap((document) => document ?? []),
  );
  return (document: string | null) => {
    const file = document === null ? undefined : files.get(document);
    return file && { name: file.name, url: file.url };
  };
}

/** The questions in use, and those that were answered while they were. */
async function checksOf(tx: Tx, { id, zoneCode }: ProjectView, questions: readonly Listed[]) {
  const answers = await tx.select().from(projectChecks).where(eq(projectChecks.projectId, id));
  const answerTo = new Map(answers.map((answer) => [answer.questionId, answer]));
  const fileOf = await filesOf(
    tx,
    zoneCode,
    answers.map(({ document }) => document),
  );
  const asked = questions.filter((question) => question.isUsed || answerTo.has(question.id));
  const rows = asked.map((question) => {
    const answer = answerTo.get(question.id);
    return { id: question.id, name: named(question), answer, file: fileOf(answer?.document ?? null) };
  });
  return { rows, ...checksReading(questions, answers) };
}

interface Steps {
  readonly steps: readonly (Listed & { readonly days: number })[];
  readonly today: string;
}

async function permitsOf(tx: Tx, id: number, { steps, today }: Steps) {
  const calendar = await readCalendar(tx);
  const rows = await tx.select().from(projectPermits).where(eq(projectPermits.projectId, id));
  const rowOf = new Map(rows.map((row) => [row.stepId, row]));
  const shown = steps.filter((step) => step.isUsed || rowOf.has(step.id));
  return shown.map((step) => {
    const permit = rowOf.get(step.id) ?? { days: step.days, appliedOn: null, gotOn: null, isWaived: false, note: '' };
    return { id: step.id, name: named(step), ...permit, ...readPermit(permit, { today, calendar }) };
  });
}

async function promisesOf(tx: Tx, { id, measures }: ProjectView) {
  const judged = await tx.select().from(projectVerdicts).where(eq(projectVerdicts.projectId, id));
  return keptOf(measures).map((kept) => {
    const verdict = judged.find(({ measure }) => measure === kept.measure);
    return { ...kept, verdict, isOutdated: verdict !== undefined && !stillHolds(verdict, kept) };
  });
}

type Tags = Awaited<ReturnType<typeof careLists>>['tags'];

async function evidenceOf(tx: Tx, { id, zoneCode, stage, ledgers }: ProjectView, tags: Tags) {
  const shown = await shownOf(tx, id);
  const fileOf = await filesOf(
    tx,
    zoneCode,
    shown.map(({ document }) => document),
  );
  const nameOf = new Map(tags.map((tag) => [tag.id, named(tag)]));
  const lines = provenLines(ledgers);
  const nameless = { zh: '', en: '' };
  return {
    tags: tags.filter(({ isUsed }) => isUsed).map((tag) => ({ id: tag.id, name: named(tag) })),
    shown: shown.map((one) => ({
      ...{ ...one, name: nameOf.get(one.tagId) ?? nameless, file: fileOf(one.document), isOwn: one.projectId === id },
    })),
    missing: missingProof(tags, { stage, ...lines }, shown).map((one) => ({
      ...{ ...one, name: nameOf.get(one.tagId) ?? nameless },
    })),
  };
}
