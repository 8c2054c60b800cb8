import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { remember } from '#history/write.server.ts';
import { dateOf, isDay } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { whyNotSigned, whyNotWithdrawn, type SigningHindrance, type SigningLine } from './count.ts';
import { money, mostMoney } from './input.ts';
import { parsed } from './problems.ts';
import { signingKinds } from './project.ts';
import { lineOf, signingsOf } from './read-ledger.server.ts';
import { lockProject } from './read-row.server.ts';
import { signings } from './tables.server.ts';
import { changed } from './write-changed.server.ts';
import { refreshFigures } from './write-figures.server.ts';
import { tieDocuments } from './write-files.server.ts';

const id = z.number().int().positive();

const signingInput = z.strictObject({
  id,
  kind: z.enum(signingKinds),
  /** What a contract says in all; of an addition only what it adds, which may be less than nothing. */
  amount: z.number().gt(-mostMoney).lt(mostMoney),
  fixedAssets: money.nullable().default(null),
  signedOn: z.string().refine(isDay),
  document: z.uuid().nullable().default(null),
  note: cleanText(1000).default(''),
});
export type SigningInput = z.input<typeof signingInput>;

interface Clocked {
  readonly now?: Date;
}
type Answer = Promise<Outcome<{ id: number }>>;

const saying: Readonly<Record<SigningHindrance, TwoText>> = {
  'bound-already': words.boundAlready,
  'nothing-to-add-to': words.nothingToAddTo,
  'below-nothing': words.belowNothing,
};

/** Writes down what was signed. The first that stands is where the project counts. */
export async function recordSigning(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: SigningInput & Clocked,
): Answer {
  const said = parsed(signingInput, input);
  if (!said.ok) return said;
  const { id: project, kind, amount, fixedAssets, signedOn, document, note } = said.value;
  const locked = await lockProject(tx, actor, { id: project });
  if (!locked.ok) return locked;
  const row = locked.value;
  const problem = signingProblem((await signingsOf(tx, [project])).map(lineOf), said.value, dateOf(now));
  if (problem) return refused(problem);
  const tied = await tieDocuments(tx, row, document);
  if (!tied.ok) return tied;
  const of = { projectId: project, zoneCode: row.zoneCode, actor: actor.id, actorName: actor.name };
  // What an addition comes to, and what a contract adds, is computed from all lines together.
  const figures = { amount: Math.max(0, amount), increment: amount };
  await tx.insert(signings).values({ ...of, kind, ...figures, fixedAssets, signedOn, document, note });
  await remember(tx, actor, {
    ...{ kind: 'project', record: String(project), action: 'signing recorded', zone: row.zoneCode },
    changes: { kind: [null, kind], amount: [null, amount], signedOn: [null, signedOn] },
  });
  await refreshFigures(tx, [project]);
  await changed(tx, row, dateOf(now));
  return done({ id: project });
}

type Said = z.output<typeof signingInput>;

function signingProblem(
  before: readonly SigningLine[],
  { kind, amount, signedOn }: Said,
  today: string,
): Problem | undefined {
  if (signedOn > today) return { field: 'signedOn', says: words.inFuture };
  if (kind !== 'addition' && amount < 0) return { field: 'amount', says: words.belowNothing };
  const line = { id: Number.MAX_SAFE_INTEGER, kind, amount, increment: amount, signedOn, isWithdrawn: false };
  const hindrance = whyNotSigned(before, line);
  return hindrance && { field: hindrance === 'below-nothing' ? 'amount' : 'kind', says: saying[hindrance] };
}

const withdrawalInput = z.strictObject({ id, signing: id, reason: cleanText(1000, 1) });

/** Takes a signature back, with its reason; the line stays to be read and counts no more. */
export async function withdrawSigning(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof withdrawalInput> & Clocked,
): Answer {
  const said = withdrawalInput.safeParse(input);
  if (!said.success) return refused({ field: 'reason', says: words.reasonMissing });
  const { id: project, signing, reason } = said.data;
  const locked = await lockProject(tx, actor, { id: project });
  if (!locked.ok) return locked;
  const lines = (await signingsOf(tx, [project])).map(lineOf);
  const line = lines.find((one) => one.id === signing);
  if (!line || line.isWithdrawn) return refused({ field: 'signing', says: words.signingGone });
  const hindrance = whyNotWithdrawn(lines, signing);
  if (hindrance)
    return refused({
      field: 'signing',
      says: hindrance === 'below-nothing' ? words.belowNothing : words.additionsRest,
    });
  await withdraw(tx, actor, { ids: [signing], reason, now });
  await remember(tx, actor, {
    ...{ kind: 'project', record: String(project), action: 'signing withdrawn', zone: locked.value.zoneCode },
    changes: { signing: [signing, null], amount: [line.amount, null], reason: [null, reason] },
  });
  await refreshFigures(tx, [project]);
  await changed(tx, locked.value, dateOf(now));
  return done({ id: project });
}

/** Marks lines as withdrawn; their verb remembers why. */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  { ids, reason, now }: { readonly ids: readonly number[]; readonly reason: string; readonly now: Date },
): Promise<void> {
  const set = { withdrawnAt: now, withdrawnReason: reason, withdrawnBy: actor.name };
  await tx
    .update(signings)
    .set(set)
    .where(inArray(signings.id, [...ids]));
}
