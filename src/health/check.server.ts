import { theSystem } from '#accounts/actor.ts';
import { fetchWords } from '#language/words/fetch.ts';
import { sourceWords } from '#language/words/sources.ts';
import type { TwoText } from '#language/lang.ts';
import type { FetchOutcome } from '#platform/fetch.server.ts';
import { visit, type Visiting } from '#sources/visit.server.ts';
import { isThere } from './links.ts';
import { dueLinks, noteChecked, noteLinks } from './write-links.server.ts';

/** Checks some links of published articles. Called by the clock: little each time, and all of them in the end. */
export async function checkLinks(visiting: Visiting): Promise<void> {
  const { database, config } = visiting;
  await database.inTransaction(theSystem, (tx) => noteLinks(tx, config.origin));
  const due = await database.inTransaction(theSystem, (tx) => dueLinks(tx));
  for (const address of due) {
    const reason = await failureOf(visiting, address);
    await database.inTransaction(theSystem, (tx) => noteChecked(tx, address, reason));
  }
}

/** Why nothing is behind an address; undefined when something is, or when the site does not want to be asked. */
async function failureOf(visiting: Visiting, address: string): Promise<TwoText | undefined> {
  const asked = { address, anyStatus: true, totalMilliseconds: 15_000, maxBytes: 512 * 1024 };
  const head = await visit(visiting, { ...asked, method: 'HEAD' });
  if (isThere(statusOf(head)) || isUnasked(head)) return undefined;
  // Some sites answer a question for the head alone with an error.
  const whole = statusOf(head) === undefined ? head : await visit(visiting, asked);
  return isThere(statusOf(whole)) ? undefined : sentenceFor(whole);
}

function sentenceFor(answer: FetchOutcome): TwoText | undefined {
  const status = statusOf(answer);
  if (status !== undefined) return fetchWords.status(status);
  return answer.ok ? undefined : answer.problems[0]?.says;
}

function statusOf(answer: FetchOutcome): number | undefined {
  return answer.ok ? answer.value.status : answer.status;
}

function isUnasked(answer: FetchOutcome): boolean {
  return !answer.ok && answer.problems.some(({ says }) => says === sourceWords.robots);
}
