import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { accountWords } from '#language/words/accounts.ts';
import { watchWordWords as words } from '#language/words/watch-words.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { watchWords } from './tables.server.ts';
import { linesToWords, mostWords, type watchWordInput } from './watch-word.ts';

type WordInput = z.output<typeof watchWordInput>;

const replaced = {
  severity: sql`excluded.severity`,
  reason: sql`excluded.reason`,
  replacement: sql`excluded.replacement`,
  addedBy: sql`excluded.added_by`,
  addedAt: sql`excluded.added_at`,
};

/** Puts words on the list, or changes what is said of them; all of them or none. */
export async function putWatchWords(tx: Tx, actor: Actor, list: readonly WordInput[]): Promise<Outcome<number>> {
  if (!isOperator(actor)) return refused({ says: accountWords.notYours });
  const unique = new Map(list.map((one) => [one.word, one]));
  const known = await tx.select({ word: watchWords.word }).from(watchWords);
  const all = new Set([...known.map(({ word }) => word), ...unique.keys()]);
  if (all.size > mostWords) return refused({ field: 'lines', says: words.tooMany(mostWords) });
  if (unique.size === 0) return refused({ field: 'lines', says: words.noLines });
  // In one order, so that two who paste the same list wait for each other and not in a circle.
  const sorted = [...unique.values()].sort((one, other) => (one.word < other.word ? -1 : 1));
  const rows = sorted.map((one) => ({ ...one, addedBy: actor.id, addedAt: new Date() }));
  await tx.insert(watchWords).values(rows).onConflictDoUpdate({ target: watchWords.word, set: replaced });
  const told = [...unique.values()].map((one) => ({
    ...{ kind: 'watch-word', record: one.word, action: 'put' },
    changes: { severity: [null, one.severity] as const, reason: [null, one.reason] as const },
  }));
  await remember(tx, actor, ...told);
  return done(unique.size);
}

/** The same from pasted lines. */
export async function pasteWatchWords(tx: Tx, actor: Actor, text: string): Promise<Outcome<number>> {
  if (!isOperator(actor)) return refused({ says: accountWords.notYours });
  const list = linesToWords(text);
  return list.ok ? putWatchWords(tx, actor, list.value) : list;
}

/** Takes a word off the list. */
export async function removeWatchWord(tx: Tx, actor: Actor, word: string): Promise<Outcome<null>> {
  if (!isOperator(actor)) return refused({ says: accountWords.notYours });
  if (word.includes('\0')) return refused({ field: 'word', says: words.notThere });
  const gone = await tx.delete(watchWords).where(eq(watchWords.word, word)).returning({ word: watchWords.word });
  if (gone.length === 0) return refused({ field: 'word', says: words.notThere });
  await remember(tx, actor, { kind: 'watch-word', record: word, action: 'removed' });
  return done(null);
}
