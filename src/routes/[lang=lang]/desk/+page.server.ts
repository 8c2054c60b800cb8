import { isOperator } from '#accounts/actor.ts';
import { mineOf, waitingConnections } from '#connections/read-mine.server.ts';
import { waitingArticles } from '#news/read-waiting.server.ts';
import { notificationsOf } from '#notifications/read.server.ts';
import { jobCounts } from '#operations/read-jobs.server.ts';
import { troubledSources } from '#sources/read.server.ts';
import type { PageServerLoad } from './$types';

const newsShown = 5;

/** What waits for this person, counted, each with the list that shows it. */
export const load: PageServerLoad = async ({ locals: { actor, database } }) =>
  database.inTransaction(actor, async (tx) => {
    const told = actor.accountId === undefined ? [] : await notificationsOf(tx, actor.accountId);
    return {
      articles: await waitingArticles(tx, actor),
      connections: await waitingConnections(tx, actor),
      mine: await mineOf(tx, actor),
      sources: await troubledSources(tx, actor),
      jobs: isOperator(actor) ? (await jobCounts(tx, actor)).failed : 0,
      told: told.filter(({ isRead }) => !isRead).slice(0, newsShown),
    };
  });
