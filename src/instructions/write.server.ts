import type { Actor } from '#accounts/actor.ts';
import { useFiles } from '#files/write-use.server.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { fileWords } from '#language/words/files.ts';
import { instructionWords as words } from '#language/words/instructions.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { canInstruct, canRecordInstruction, instructionInput, instructionProblems } from './instruction.ts';
import { instructions } from './tables.server.ts';

/**
 * Writes down what a leader instructed: the leader in the own name, a publisher with the paper it was given on. What it is
 * about is looked up by whoever calls.
 */
export async function recordInstruction(tx: Tx, actor: Actor, input: unknown): Promise<Outcome<{ id: number }>> {
  const parsed = instructionInput.safeParse(input);
  if (!parsed.success) return refused(...instructionProblems(parsed.error));
  const said = parsed.data;
  if (!canRecordInstruction(actor, said.zone)) return refused({ says: words.mayNot });
  const isOwn = canInstruct(actor, said.zone) && said.leaderName === '';
  const missing = problemsOf(said, isOwn);
  if (missing.length > 0) return refused(...missing);
  const { zone: zoneCode, body, givenOn, document } = said;
  const [row] = await tx
    .insert(instructions)
    .values({
      ...{ zoneCode, body, givenOn, document, recordedBy: actor.id },
      ...(isOwn ? { leaderName: actor.name, leaderAccountId: actor.accountId } : { leaderName: said.leaderName }),
      ...(said.about && { aboutKind: said.about.kind, aboutRecord: said.about.id }),
    })
    .returning({ id: instructions.id });
  if (!row) throw new Error('an instruction was not kept');
  return tied(tx, actor, { ...said, id: row.id });
}

type Said = ReturnType<typeof instructionInput.parse>;

function problemsOf({ leaderName, document, givenOn }: Said, isOwn: boolean): Problem[] {
  const isFuture = givenOn > dateOf(new Date());
  return [
    ...(isFuture ? [{ field: 'givenOn', says: words.inFuture }] : []),
    ...(!isOwn && leaderName === '' ? [{ field: 'leaderName', says: words.whoGave }] : []),
    ...(!isOwn && document === null ? [{ field: 'file', says: words.paperNeeded }] : []),
  ];
}

async function tied(tx: Tx, actor: Actor, { id, zone, document, body }: Said & { id: number }) {
  const record = String(id);
  const user = { kind: 'instruction', record, zone, isPublic: false };
  const notOurs = await useFiles(tx, user, document === null ? [] : [document]);
  if (notOurs.length > 0) return refused({ field: 'file', says: fileWords.notOfZone });
  await remember(tx, actor, {
    kind: 'instruction',
    record,
    action: 'instructed',
    changes: { body: [null, body] },
    zone,
  });
  return done({ id });
}
