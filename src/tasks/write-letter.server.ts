import { and, inArray, isNull, sql } from 'drizzle-orm';
import { newToken } from '#accounts/token.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { letterDays, type Reader } from './letter.ts';
import { taskLetters } from './tables.server.ts';

export interface LetterTo {
  readonly taskId: number;
  readonly zoneCode: string;
  readonly reader: Reader;
}

const dayInMs = 86_400_000;

/** Makes the secrets of letters, in the order asked for; an earlier letter to the same reader about the same task is over. */
export async function issueLetters(tx: Tx, letters: readonly LetterTo[], now: Date): Promise<string[]> {
  if (letters.length === 0) return [];
  const tasks = [...new Set(letters.map(({ taskId }) => taskId))];
  const readers = [...new Set(letters.map(({ reader }) => reader.email))];
  const earlier = and(inArray(taskLetters.taskId, tasks), inArray(taskLetters.email, readers));
  const pairs = letters.map(({ taskId, reader }) => `${taskId} ${reader.email}`);
  await tx
    .update(taskLetters)
    .set({ replacedAt: now })
    .where(
      and(
        earlier,
        isNull(taskLetters.replacedAt),
        sql`${taskLetters.taskId} || ' ' || ${taskLetters.email} = any (${sql.param(pairs)}::text[])`,
      ),
    );
  const tokens = letters.map(() => newToken());
  const expiresAt = new Date(now.getTime() + letterDays * dayInMs);
  await tx.insert(taskLetters).values(
    letters.map(({ taskId, zoneCode, reader: { role, name, email, accountId, lang } }, place) => ({
      ...{ taskId, zoneCode, token: tokens[place] ?? '', reader: role, name: name.slice(0, 80) },
      ...{ email, accountId, lang, sentAt: now, expiresAt },
    })),
  );
  return tokens;
}
