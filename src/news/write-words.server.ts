import { eq, inArray } from 'drizzle-orm';
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

/** Puts words on the list, or changes what is said of them; all of them or none. */
export async function putWatchWords(tx: Tx, actor: Actor, list: readonly WordInput[]): Promise<Outcome<number>> {
  if (!isOperator(actor)) return refused({ says: accountWords.notYours });
  const unique = new Map(list.map((one) => [one.word, one]));
  const known = await tx.select({ word: watchWords.word }).from(watchWords);
  const all = new Set([...known.map(({ word }) => word), ...unique.keys()]);
  if (all.size > mostWords) return refused({ field: 'lines', says: words.tooMany(mostWords) });
  if (unique.size === 0) return refused({ field: 'lines', says: words.noLines });
  const rows = [...unique.values()].map((one) => ({ ...one, addedBy: actor.id, addedAt: new Date() }));
  await tx.delete(watchWords).where(inArray(watchWords.word, [...unique.keys()]));
  await tx.insert(watchWords).values(rows);
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
  const gone = await tx.delete(watchWords).where(eq(watchWords.word, word)).returning({ word: watchWords.word });
  if (gone.length === 0) return refused({ field: 'word', says: words.notThere });
  await remember(tx, actor, { kind: 'watch-word', record: word, action: 'removed' });
  return done(null);
}
