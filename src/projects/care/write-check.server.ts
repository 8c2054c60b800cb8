import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { changesBetween } from '#history/change.ts';
import { dateOf } from '#language/dates.ts';
import { careWords as words } from '#language/words/project-care.ts';
import { projectWords } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { parsed } from '../problems.ts';
import { lockProject, type ProjectRow } from '../read-row.server.ts';
import { tieDocuments } from '../write-files.server.ts';
import { checkResults } from './check.ts';
import { day, document, id, type Clocked } from './input.ts';
import { diligenceQuestions, projectChecks } from './tables.server.ts';
import { noted } from './write-noted.server.ts';

const checkInput = z.strictObject({
  id,
  question: id,
  result: z.enum(checkResults),
  note: cleanText(2000).default(''),
  checkedOn: day,
  document,
});
type Check = z.output<typeof checkInput>;

/** Answers one question of due diligence, or answers it anew; the history keeps what was said before. */
export async function answerCheck(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof checkInput> & Clocked,
): Promise<Outcome<{ id: number }>> {
  const said = parsed(checkInput, input);
  if (!said.ok) return said;
  const locked = await lockProject(tx, actor, { id: said.value.id });
  if (!locked.ok) return locked;
  const { result, note, checkedOn } = said.value;
  if (result !== 'fine' && note === '') return refused({ field: 'note', says: words.sayWhy });
  if (checkedOn > dateOf(now)) return refused({ field: 'checkedOn', says: projectWords.inFuture });
  return keep(tx, actor, { row: locked.value, check: said.value, today: dateOf(now) });
}

async function keep(
  tx: Tx,
  actor: Actor,
  { row, check, today }: { row: ProjectRow; check: Check; today: string },
): Promise<Outcome<{ id: number }>> {
  const [question] = await tx.select().from(diligenceQuestions).where(eq(diligenceQuestions.id, check.question));
  const own = and(eq(projectChecks.projectId, row.id), eq(projectChecks.questionId, check.question));
  const [before] = await tx.select().from(projectChecks).where(own);
  if (!question || !(question.isUsed || before)) return refused({ field: 'question', says: words.questionUnknown });
  const tied = await tieDocuments(tx, row, check.document);
  if (!tied.ok) return tied;
  const { result, note, checkedOn } = check;
  // The file that was there stays unless another takes its place.
  const line = { result, note, checkedOn, document: check.document ?? before?.document ?? null };
  const by = { actor: actor.id, actorName: actor.name, at: new Date() };
  const key = { projectId: row.id, questionId: check.question };
  await tx
    .insert(projectChecks)
    .values({ ...key, zoneCode: row.zoneCode, ...line, ...by })
    .onConflictDoUpdate({ target: [projectChecks.projectId, projectChecks.questionId], set: { ...line, ...by } });
  const changes = Object.entries(changesBetween<object>({ ...nothing, ...before }, { ...nothing, ...before, ...line }));
  const named = Object.fromEntries(changes.map(([field, change]) => [`${question.nameZh}.${field}`, change]));
  await noted(tx, actor, { row, action: 'check answered', changes: named, today });
  return done({ id: row.id });
}

const nothing = { result: null, note: '', checkedOn: null, document: null };
