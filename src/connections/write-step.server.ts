import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { asWhom, gone, personsOf } from './connection.ts';
import { lastMove, lockConnection, type ConnectionRow } from './read-row.server.ts';
import { clockOf } from './silence.ts';
import { stateAfter, type ConnectionState, type EndReason, type Party, type Person, type Step } from './state.ts';
import { connections, connectionSteps } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'tell-connection': { readonly step: number };
  }
}

interface Begun {
  readonly row: ConnectionRow;
  readonly as: Person;
}

/** Locks the connection and says as whom this actor may take the step; what happened meanwhile is told in words. */
export async function begin(tx: Tx, actor: Actor, { id, step }: { id: number; step: Step }): Promise<Outcome<Begun>> {
  const row = await lockConnection(tx, id);
  if (!row || personsOf(actor, row).length === 0) return refused(gone);
  if (actor.viewedBy) return refused({ says: words.onlyLooking });
  const answer = asWhom(actor, row, step);
  if ('as' in answer) return done({ row, as: answer.as });
  return refused(stateAfter(row.state, step) === undefined ? await whatHappened(tx, row) : answer.problem);
}

async function whatHappened(tx: Tx, { id, state }: ConnectionRow) {
  const last = await lastMove(tx, id);
  const now = words.states[state];
  const says = last ? words.movedMeanwhile(words.parties[last.side], words.steps[last.action], now) : words.notNow(now);
  return { field: 'connection', says };
}

export interface Taken {
  readonly row: ConnectionRow;
  readonly as: Party;
  readonly step: Step;
  /** Where the table alone does not say it: the second of two acceptances. */
  readonly to?: ConnectionState;
  readonly reason?: EndReason;
  readonly note?: string;
  /** What else of the record changes with the step. */
  readonly fields?: Partial<ConnectionRow>;
  readonly now?: Date;
}

/** Takes the step that `begin` allowed: state, clock, the connection's own history, the site's, and word to the others. */
export async function take(tx: Tx, actor: Actor, taken: Taken): Promise<void> {
  const { row, step } = taken;
  const to = taken.to ?? stateAfter(row.state, step);
  if (!to) throw new Error(`${step} was not allowed from ${row.state}`);
  const changed = { ...taken.fields, ...movedTo({ ...taken, now: taken.now ?? new Date() }, to) };
  await tx.update(connections).set(changed).where(eq(connections.id, row.id));
  await keepStep(tx, actor, { ...taken, to });
  const shown = { ...taken.fields, state: to, ...(taken.note && { note: taken.note }) };
  const changes = changesBetween<object>(row, shown);
  const zones = new Set([row.needZoneCode, row.offerZoneCode]);
  const what = [...zones].map((zone) => ({ kind: 'connection', record: String(row.id), action: step, changes, zone }));
  await remember(tx, actor, ...what);
  await notifyChanged(tx, tagsOf({ ...row, ...taken.fields }));
}

/** What is no longer only suggested leaves the need’s public page; an agreement enters the timelines of both, and what came of their event. */
function tagsOf({ needId, needOrganisationId, offerOrganisationId, eventId }: ConnectionRow): string[] {
  const both = [needOrganisationId, offerOrganisationId].map((id) => `organisation:${id}`);
  return ['funnel', `listing:${needId}`, ...both, ...(eventId === null ? [] : [`event:${eventId}`])];
}

function movedTo(taken: Taken & { readonly now: Date }, to: ConnectionState) {
  const { row, step, now, fields } = taken;
  const moved = to === row.state ? {} : { state: to, movedAt: now, subState: null };
  // A proposal waits for its answer, whatever is said meanwhile; and a reminder is no sign of life.
  const isSignOfLife = step !== 'remind' && (to !== 'proposed' || step === 'propose');
  const nextStepOn = fields?.nextStepOn === undefined ? row.nextStepOn : fields.nextStepOn;
  return { ...moved, ...(to === 'ended' && endedBy(taken)), ...(isSignOfLife && clockOf(to, now, nextStepOn)) };
}

function endedBy({ row, as, reason, note = '', now }: Taken & { readonly now: Date }) {
  return { endReason: reason, endNote: note, endedBy: as, endedFrom: row.state, endedAt: now };
}

async function keepStep(
  tx: Tx,
  actor: Actor,
  { row, step, as, to, reason, note = '' }: Taken & { to: ConnectionState },
) {
  const [kept] = await tx
    .insert(connectionSteps)
    .values({
      ...{ connectionId: row.id, action: step, fromState: row.state, toState: to, side: as },
      ...{ actor: actor.id, actorName: actor.name, reason: reason ?? null, note },
    })
    .returning({ id: connectionSteps.id });
  if (kept) await later(tx, { job: 'tell-connection', data: { step: kept.id } });
}
