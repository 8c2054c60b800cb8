import { fail } from '@sveltejs/kit';
import { watchWordWords as words } from '#language/words/watch-words.ts';
import { allWatchWords } from '#news/read-work.server.ts';
import { watchWordInput } from '#news/watch-word.ts';
import { pasteWatchWords, putWatchWords, removeWatchWord } from '#news/write-words.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { typedIn } from '../../articles/[id=number]/work.server.ts';

export const load: PageServerLoad = async ({ locals: { actor, database } }) => ({
  words: await database.inTransaction(actor, (tx) => allWatchWords(tx)),
});

export const actions: Actions = {
  add: async ({ request, locals: { actor, database } }) => {
    const typed = await typedIn(request);
    const { word, severity, reason = '', replacement = '' } = typed;
    const input = watchWordInput.safeParse({ word, severity, reason, replacement });
    if (!input.success) return fail(422, { problems: [{ field: 'word', says: words.wordWrong }], typed });
    const outcome = await database.allOrNothing(actor, (tx) => putWatchWords(tx, actor, [input.data]));
    return outcome.ok ? { said: words.added(outcome.value) } : fail(422, { problems: outcome.problems, typed });
  },
  paste: async ({ request, locals: { actor, database } }) => {
    const typed = await typedIn(request);
    const outcome = await database.allOrNothing(actor, (tx) => pasteWatchWords(tx, actor, typed.lines ?? ''));
    return outcome.ok ? { said: words.added(outcome.value) } : fail(422, { problems: outcome.problems, typed });
  },
  remove: async ({ request, locals: { actor, database } }) => {
    const { word = '' } = await typedIn(request);
    const outcome = await database.allOrNothing(actor, (tx) => removeWatchWord(tx, actor, word));
    return outcome.ok ? { said: words.removed } : fail(422, { problems: outcome.problems, typed: {} });
  },
};
