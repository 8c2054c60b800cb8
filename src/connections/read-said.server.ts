import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { filesOfCircle } from '#files/read-circle.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { ConnectionRow } from './read-row.server.ts';
import { areAcquainted, isOwnSide } from './side.ts';
import type { Party } from './state.ts';
import {
  connectionFiles as files,
  connectionMeetings as meetings,
  connectionMessages as messages,
  connectionSteps as steps,
} from './tables.server.ts';

/** What was done and said. Before both have accepted, the people of the other side have no names. */
export async function saidIn(tx: Tx, actor: Actor, row: ConnectionRow) {
  const { id } = row;
  const [ofSteps, ofMessages, ofMeetings, ofFiles] = [
    await tx.select().from(steps).where(eq(steps.connectionId, id)).orderBy(asc(steps.id)),
    await tx.select().from(messages).where(eq(messages.connectionId, id)).orderBy(asc(messages.id)),
    await tx
      .select()
      .from(meetings)
      .where(eq(meetings.connectionId, id))
      .orderBy(asc(meetings.heldOn), asc(meetings.id)),
    await tx.select().from(files).where(eq(files.connectionId, id)).orderBy(asc(files.at)),
  ];
  const kept = await filesOfCircle(
    tx,
    ofFiles.map(({ fileId }) => fileId),
  );
  return {
    steps: ofSteps.map(({ id: step, action, side, fromState, toState, reason, note, at, actorName }) => ({
      ...{ id: step, action, side, fromState, toState, reason, note, at },
      who: nameFor(actor, row, { side, actorName }),
    })),
    messages: ofMessages.map(({ id: message, side, body, at, actorName }) => ({
      ...{ id: message, side, body, at, who: nameFor(actor, row, { side, actorName }) },
      files: ofFiles.flatMap(({ fileId, messageId }) => (messageId === message ? (kept.get(fileId) ?? []) : [])),
    })),
    meetings: ofMeetings.map(({ id: meeting, heldOn, attendees, agreed, side, actorName }) => ({
      ...{ id: meeting, heldOn, attendees, agreed, side, who: nameFor(actor, row, { side, actorName }) },
    })),
    files: [...kept.values()],
  };
}

function nameFor(actor: Actor, row: ConnectionRow, { side, actorName }: { side: Party; actorName: string }) {
  if (side === 'system') return undefined;
  return side === 'broker' || areAcquainted(row) || isOwnSide(actor, side, row) ? actorName : undefined;
}
