import { error } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { decisionsOf, meetingRow, meetingView } from '#pipeline/read-meeting.server.ts';
import { movedIn } from '#pipeline/read-moved.server.ts';

/** A meeting with all that it went through; for who does not read its zone it is not there. */
export async function meetingHere(tx: Tx, actor: Actor, id: number) {
  const row = await meetingRow(tx, actor, id);
  if (!row) error(404);
  const meeting = await meetingView(tx, row);
  const { since, heldOn: until } = meeting;
  const moved = await movedIn(tx, { zone: meeting.zone.code, since, until });
  return { meeting, moved, decisions: await decisionsOf(tx, id) };
}
