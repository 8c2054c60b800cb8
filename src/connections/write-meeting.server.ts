import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { meetingInput, type MeetingInput } from './connection.ts';
import { whyNotStep } from './state.ts';
import { connectionMeetings } from './tables.server.ts';
import { isNextStep } from './write-move.server.ts';
import { begin, take } from './write-step.server.ts';

/** Keeps who met when and what was agreed; with a next step, where the one who records it may set one. */
export async function recordMeeting(tx: Tx, actor: Actor, input: MeetingInput): Promise<Outcome<{ id: number }>> {
  const parsed = meetingInput.safeParse(input);
  const now = new Date();
  if (!parsed.success || parsed.data.heldOn > dateOf(now))
    return refused({ field: 'heldOn', says: words.meetingWrong });
  const { id, heldOn, attendees, agreed, nextStep, nextStepOn } = parsed.data;
  if (!isNextStep({ nextStep, nextStepOn }, now)) return refused({ field: 'nextStep', says: words.nextStepWrong });
  const begun = await begin(tx, actor, { id, step: 'meeting' });
  if (!begun.ok) return begun;
  const { row, as } = begun.value;
  const isPlanned = nextStepOn !== null;
  if (isPlanned && whyNotStep('next-step', row, { party: as, accountId: actor.accountId }))
    return refused({ field: 'nextStep', says: words.takenOver });
  const by = { side: as, actor: actor.id, actorName: actor.name };
  await tx.insert(connectionMeetings).values({ connectionId: id, heldOn, attendees, agreed, ...by });
  await take(tx, actor, { row, as, step: 'meeting', ...(isPlanned && { fields: { nextStep, nextStepOn } }) });
  return done({ id });
}
