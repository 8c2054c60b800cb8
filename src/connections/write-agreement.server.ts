import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { agreementInput, type AgreementInput } from './agreement.ts';
import { personsOf } from './connection.ts';
import { incrementOf, isConfirmed } from './ledger.ts';
import { ledgerOf } from './read-ledger.server.ts';
import { filesAmong } from './read-files.server.ts';
import type { ConnectionRow } from './read-row.server.ts';
import type { Person } from './state.ts';
import { connectionAmounts, connectionFiles } from './tables.server.ts';
import { begin, take } from './write-step.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

/** Records what was agreed first, or a later change of it: the ledger keeps both, and only the increment is added. */
export async function recordAgreement(
  tx: Tx,
  actor: Actor,
  input: AgreementInput & { readonly step: 'agree' | 'amend' },
): Answer {
  const { step, ...given } = input;
  const parsed = agreementInput.safeParse(given);
  if (!parsed.success || parsed.data.agreedOn > dateOf(new Date()))
    return refused({ field: 'amount', says: words.agreementWrong });
  const agreed = parsed.data;
  const begun = await begin(tx, actor, { id: agreed.id, step });
  if (!begun.ok) return begun;
  const { row, as } = begun.value;
  if (agreed.document && !(await filesAmong(tx, row, [agreed.document])))
    return refused({ field: 'file', says: words.fileUnknown });
  const standing = (await ledgerOf(tx, row.id)).findLast(isConfirmed);
  const increment = incrementOf(agreed.amount, standing);
  if (standing && increment === 0) return refused({ field: 'amount', says: words.sameAmount });
  await withdrawOpen(tx, row.id);
  await addEntry(tx, actor, { row, as, agreed, increment });
  await take(tx, actor, { row, as, step });
  return done({ id: row.id });
}

interface Entry {
  readonly row: ConnectionRow;
  readonly as: Person;
  readonly agreed: ReturnType<typeof agreementInput.parse>;
  readonly increment: number;
}

async function addEntry(tx: Tx, actor: Actor, { row, as, agreed, increment }: Entry): Promise<void> {
  const { id: connectionId, isNamed, ...values } = agreed;
  const now = new Date();
  // Who records it says yes with that.
  const yes = { needConfirmedAt: as === 'need' ? now : null, offerConfirmedAt: as === 'offer' ? now : null };
  const named = { needNamed: as === 'need' && isNamed, offerNamed: as === 'offer' && isNamed };
  const by = { side: as, actor: actor.id, actorName: actor.name };
  await tx.insert(connectionAmounts).values({ connectionId, ...values, increment, ...yes, ...named, ...by });
  const file = { connectionId: row.id, fileId: agreed.document ?? '' };
  if (agreed.document) await tx.insert(connectionFiles).values(file).onConflictDoNothing();
}

interface Yes {
  readonly id: number;
  readonly entry: number;
  /** Whether the own side lets both be named in public. */
  readonly isNamed?: boolean;
}

/** Says yes to the amount that waits for it, for the actor's own side. */
export async function confirm(tx: Tx, actor: Actor, { id, entry, isNamed = false }: Yes): Answer {
  const begun = await begin(tx, actor, { id, step: 'confirm' });
  if (!begun.ok) return begun;
  const { row } = begun.value;
  const waiting = (await ledgerOf(tx, id)).find((one) => one.withdrawnAt === null && !isConfirmed(one));
  // Another amount than the one they looked at is not confirmed by them.
  if (waiting?.id !== entry) return refused({ field: 'connection', says: words.nothingToConfirm });
  const given = { need: waiting.needConfirmedAt, offer: waiting.offerConfirmedAt };
  const side = personsOf(actor, row).find((one) => one !== 'broker' && given[one] === null);
  if (!side) return refused({ field: 'connection', says: words.alreadyConfirmed });
  const now = new Date();
  const yes =
    side === 'need' ? { needConfirmedAt: now, needNamed: isNamed } : { offerConfirmedAt: now, offerNamed: isNamed };
  await tx.update(connectionAmounts).set(yes).where(eq(connectionAmounts.id, entry));
  await take(tx, actor, { row, as: side, step: 'confirm' });
  return done({ id });
}

/** Takes back an agreement that one side does not stand by; what both confirmed stays. */
export async function reopen(tx: Tx, actor: Actor, { id, note }: { id: number; note: string }): Answer {
  if (note.length > 2000) return refused({ field: 'note', says: words.noteTooLong });
  const begun = await begin(tx, actor, { id, step: 'reopen' });
  if (!begun.ok) return begun;
  if ((await ledgerOf(tx, id)).some(isConfirmed)) return refused({ field: 'connection', says: words.confirmedStands });
  await withdrawOpen(tx, id);
  await take(tx, actor, { ...begun.value, step: 'reopen', note });
  return done({ id });
}

/** What was not confirmed by both counts for nothing as soon as something else takes its place. */
async function withdrawOpen(tx: Tx, id: number): Promise<void> {
  const open = (await ledgerOf(tx, id)).find((one) => one.withdrawnAt === null && !isConfirmed(one));
  if (!open) return;
  const ofEntry = and(eq(connectionAmounts.id, open.id), isNull(connectionAmounts.withdrawnAt));
  await tx.update(connectionAmounts).set({ withdrawnAt: new Date() }).where(ofEntry);
}
