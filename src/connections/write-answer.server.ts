import type { Actor } from '#accounts/actor.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import { shareFiles } from '#listings/write-files.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { declineInput, personsOf, type DeclineInput } from './connection.ts';
import type { ConnectionRow } from './read-row.server.ts';
import type { Person } from './state.ts';
import { begin, take } from './write-step.server.ts';

type Side = Exclude<Person, 'broker'>;
type Answer = Promise<Outcome<{ id: number }>>;

/** Accepts for the actor's own side; once both sides have, they know each other. */
export async function accept(tx: Tx, actor: Actor, { id }: { id: number }): Answer {
  const begun = await begin(tx, actor, { id, step: 'accept' });
  if (!begun.ok) return begun;
  const { row } = begun.value;
  const own = personsOf(actor, row).filter((person): person is Side => person !== 'broker');
  return acceptFor(tx, actor, { row, sides: own });
}

/** The acceptance itself, of a side that may give it. */
export async function acceptFor(
  tx: Tx,
  actor: Actor,
  { row, sides }: { row: ConnectionRow; sides: readonly Side[] },
): Answer {
  const given: Readonly<Record<Side, Date | null>> = { need: row.needAcceptedAt, offer: row.offerAcceptedAt };
  const side = sides.find((one) => given[one] === null);
  if (!side) return refused({ field: 'connection', says: words.alreadyAccepted });
  const now = new Date();
  const fields = side === 'need' ? { needAcceptedAt: now } : { offerAcceptedAt: now };
  const isBoth = given[side === 'need' ? 'offer' : 'need'] !== null;
  await take(tx, actor, { row, as: side, step: 'accept', fields, now, ...(isBoth && { to: 'accepted' as const }) });
  if (isBoth) await shareFilesOf(tx, row);
  return done({ id: row.id });
}

/** What belongs to either text is the other side’s to read from now on. */
async function shareFilesOf(tx: Tx, { needId, offerId }: ConnectionRow): Promise<void> {
  await shareFiles(tx, needId);
  if (offerId !== null) await shareFiles(tx, offerId);
}

/** Declines a suggestion or a proposal with one of the fixed reasons; this pair does not come back. */
export async function decline(tx: Tx, actor: Actor, input: DeclineInput): Answer {
  return endWith(tx, actor, { input, step: 'decline' });
}

/** Ends what both had accepted, with one of the fixed reasons. */
export async function end(tx: Tx, actor: Actor, input: DeclineInput): Answer {
  return endWith(tx, actor, { input, step: 'end' });
}

async function endWith(
  tx: Tx,
  actor: Actor,
  { input, step }: { input: DeclineInput; step: 'decline' | 'end' },
): Answer {
  const said = reasonOf(input);
  if (!said.ok) return said;
  const begun = await begin(tx, actor, { id: input.id, step });
  if (!begun.ok) return begun;
  await take(tx, actor, { ...begun.value, step, ...said.value });
  return done({ id: input.id });
}

/** The reason as it was chosen; “other” says what it is. */
export function reasonOf(input: DeclineInput) {
  const parsed = declineInput.safeParse(input);
  if (!parsed.success) {
    const isNote = parsed.error.issues.every(({ path }) => path[0] === 'note');
    return refused(isNote ? { field: 'note', says: words.noteTooLong } : { field: 'reason', says: words.chooseReason });
  }
  const { reason, note } = parsed.data;
  return reason === 'other' && note === ''
    ? refused({ field: 'note', says: words.noteForOther })
    : done({ reason, note });
}
