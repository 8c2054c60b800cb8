import type { Actor } from '#accounts/actor.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { messageInput, type MessageInput } from './connection.ts';
import { filesAmong } from './read-files.server.ts';
import { connectionFiles, connectionMessages } from './tables.server.ts';
import { begin, take } from './write-step.server.ts';

/** Writes to the other side and the brokers, with files that were uploaded for this connection. */
export async function writeMessage(tx: Tx, actor: Actor, input: MessageInput): Promise<Outcome<{ id: number }>> {
  const parsed = messageInput.safeParse(input);
  const isEmpty = parsed.success && parsed.data.body === '' && parsed.data.files.length === 0;
  if (!parsed.success || isEmpty) return refused({ field: 'body', says: words.messageEmpty });
  const { id, body, files } = parsed.data;
  const begun = await begin(tx, actor, { id, step: 'message' });
  if (!begun.ok) return begun;
  const { row, as } = begun.value;
  if (!(await filesAmong(tx, row, files))) return refused({ field: 'file', says: words.fileUnknown });
  const by = { side: as, actor: actor.id, actorName: actor.name };
  const [message] = await tx
    .insert(connectionMessages)
    .values({ connectionId: id, body, ...by })
    .returning({ id: connectionMessages.id });
  const rows = files.map((fileId) => ({ connectionId: id, fileId, messageId: message?.id ?? null }));
  if (rows.length > 0) await tx.insert(connectionFiles).values(rows).onConflictDoNothing();
  await take(tx, actor, { row, as, step: 'message' });
  return done({ id });
}
