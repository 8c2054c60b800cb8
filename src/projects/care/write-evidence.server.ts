import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { careWords as words } from '#language/words/project-care.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { parsed } from '../problems.ts';
import { arrivalsOf, signingsOf } from '../read-ledger.server.ts';
import { lockProject, type ProjectRow } from '../read-row.server.ts';
import { tieDocuments } from '../write-files.server.ts';
import { document, id, type Clocked } from './input.ts';
import { evidenceTags, projectEvidence } from './tables.server.ts';
import { noted } from './write-noted.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

const evidenceInput = z.strictObject({
  id,
  tag: id,
  /** The line of a ledger that it proves; none is the project itself. */
  signing: id.nullable().default(null),
  arrival: id.nullable().default(null),
  document,
});
type Proof = z.output<typeof evidenceInput>;

/** Says which kind of proof a file is. A line that has its document needs no other file. */
export async function addEvidence(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof evidenceInput> & Clocked,
): Answer {
  const said = parsed(evidenceInput, input);
  if (!said.ok) return said;
  const locked = await lockProject(tx, actor, { id: said.value.id });
  if (!locked.ok) return locked;
  const row = locked.value;
  const found = await fileOf(tx, row, said.value);
  if (!found.ok) return found;
  return keep(tx, actor, { row, proof: { ...said.value, document: found.value }, today: dateOf(now) });
}

type Filed = Proof & { readonly document: string };

async function keep(
  tx: Tx,
  actor: Actor,
  { row, proof, today }: { row: ProjectRow; proof: Filed; today: string },
): Answer {
  const [tag] = await tx.select().from(evidenceTags).where(eq(evidenceTags.id, proof.tag));
  if (!tag?.isUsed) return refused({ field: 'tag', says: words.tagUnknown });
  if (await isThere(tx, proof)) return refused({ field: 'tag', says: words.proofThere });
  const tied = await tieDocuments(tx, row, proof.document);
  if (!tied.ok) return tied;
  const { signing: signingId, arrival: arrivalId, document: file } = proof;
  const of = { projectId: row.id, zoneCode: row.zoneCode, tagId: tag.id, document: file };
  await tx.insert(projectEvidence).values({ ...of, signingId, arrivalId, actor: actor.id, actorName: actor.name });
  await noted(tx, actor, { row, action: 'proof added', changes: { [tag.nameZh]: [null, file] }, today });
  return done({ id: row.id });
}

async function fileOf(tx: Tx, row: ProjectRow, proof: Proof): Promise<Outcome<string>> {
  if (proof.signing !== null && proof.arrival !== null) return refused({ field: 'about', says: words.oneLine });
  const line = await lineOf(tx, row, proof);
  if (!line.ok) return line;
  const file = proof.document ?? line.value;
  return file === null ? refused({ field: 'file', says: words.proofMissing }) : done(file);
}

/** The document of the line that is to be proven, if it is about one. */
async function lineOf(tx: Tx, row: ProjectRow, { signing, arrival }: Proof): Promise<Outcome<string | null>> {
  const wanted = signing ?? arrival;
  if (wanted === null) return done(null);
  const lines = signing === null ? await arrivalsOf(tx, [row.id]) : await signingsOf(tx, [row.id]);
  const line = lines.find(({ id: one }) => one === wanted);
  return line ? done(line.document) : refused({ field: 'about', says: words.lineUnknown });
}

async function isThere(tx: Tx, { id: project, tag, document: file, signing, arrival }: Filed): Promise<boolean> {
  const same = await tx
    .select()
    .from(projectEvidence)
    .where(
      and(eq(projectEvidence.projectId, project), eq(projectEvidence.tagId, tag), eq(projectEvidence.document, file)),
    );
  return same.some((one) => one.signingId === signing && one.arrivalId === arrival);
}

/** Takes a proof away that is none; a file that the project uses nowhere else goes with it. */
export async function removeEvidence(
  tx: Tx,
  actor: Actor,
  { id: project, evidence, now = new Date() }: { readonly id: number; readonly evidence: number } & Clocked,
): Answer {
  const locked = await lockProject(tx, actor, { id: project });
  if (!locked.ok) return locked;
  const own = and(eq(projectEvidence.id, evidence), eq(projectEvidence.projectId, project));
  const [gone] = await tx.delete(projectEvidence).where(own).returning();
  if (!gone) return refused({ field: 'evidence', says: words.evidenceGone });
  const tied = await tieDocuments(tx, locked.value, null);
  if (!tied.ok) return tied;
  const changes = { evidence: [gone.document, null] } as const;
  await noted(tx, actor, { row: locked.value, action: 'proof removed', changes, today: dateOf(now) });
  return done({ id: project });
}
