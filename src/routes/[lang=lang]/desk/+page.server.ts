import { isOperator } from '#accounts/actor.ts';
import { waitingConnections } from '#connections/read-mine.server.ts';
import { waitingArticles } from '#news/read-waiting.server.ts';
import { notificationsOf } from '#notifications/read.server.ts';
import { jobCounts } from '#operations/read-jobs.server.ts';
import { waitingSlips } from '#slips/read-waiting.server.ts';
import { troubledSources } from '#sources/read.server.ts';
import { tasksToday } from '#tasks/read-list.server.ts';
import { accept, decline } from './answers.server.ts';
import { memberDesk } from './member-desk.server.ts';
import { brokerCounts } from './broker-counts.server.ts';
import type { Actions, PageServerLoad } from './$types';

const newsShown = 5;

/** What waits for this person, counted, each with the list that shows it; and all that a member has under way. */
export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const counted = await database.inTransaction(actor, async (tx) => {
    const told = actor.accountId === undefined ? [] : await notificationsOf(tx, actor.accountId);
    return {
      articles: await waitingArticles(tx, actor),
      connections: await waitingConnections(tx, actor),
      sources: await troubledSources(tx, actor),
      jobs: isOperator(actor) ? (await jobCounts(tx, actor)).failed : 0,
      told: told.filter(({ isRead }) => !isRead).slice(0, newsShown),
      broker: await brokerCounts(tx, actor),
      slips: await waitingSlips(tx, actor),
      tasks: await tasksToday(tx, actor),
    };
  });
  const did = url.searchParams.get('did');
  return { ...counted, member: await memberDesk(database, actor), did };
};

export const actions: Actions = { accept, decline };
