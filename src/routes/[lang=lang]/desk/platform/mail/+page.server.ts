import { mailsPerPage, mailsWaiting, outbox } from '#operations/read-mail.server.ts';
import { numberAsked } from '../../../../number-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, config, database }, url }) => {
  const before = numberAsked(url, 'before');
  const [mails, waiting] = await database.inTransaction(
    actor,
    async (tx) => [await outbox(tx, actor, before), await mailsWaiting(tx, actor)] as const,
  );
  const next = mails.length === mailsPerPage ? mails.at(-1)?.id : undefined;
  return { mails, waiting, next, hasServer: config.mail !== undefined };
};
