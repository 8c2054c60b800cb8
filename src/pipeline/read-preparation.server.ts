import { addDays } from '#calendar/workdays.ts';
import type { Tx } from '#platform/database.server.ts';
import { lastMeeting, meetingsOf, openDecisions } from './read-meeting.server.ts';
import { movedIn } from './read-moved.server.ts';
import { stuckIn } from './read-stuck.server.ts';

/** Everything the next meeting of a zone goes through: since the last one, or since the day that is asked for. */
export async function preparationOf(
  tx: Tx,
  { zone, today, since }: { readonly zone: string; readonly today: string; readonly since?: string | undefined },
) {
  const last = (await lastMeeting(tx, zone)) ?? addDays(today, -7);
  // Held today already: what moves now belongs to the next one.
  const from = since ?? last;
  const stuck = await stuckIn(tx, { zone, today });
  return {
    since: from,
    moved: await movedIn(tx, { zone, since: from, until: today }),
    stuck,
    withoutStep: stuck.filter(({ nextStepOn }) => nextStepOn === null),
    open: await openDecisions(tx, zone),
    meetings: await meetingsOf(tx, zone),
  };
}
