import { fail } from '@sveltejs/kit';
import { jobWords as words } from '#language/words/jobs.ts';
import { backupRunsNow } from '#operations/read-backups.server.ts';
import { askBackup } from '#operations/write-backup.server.ts';
import { askProof } from '#operations/write-proof.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, config, database } }) => ({
  plan: config.backup,
  folder: config.backupFolder,
  runs: await database.inTransaction(actor, (tx) => backupRunsNow(tx, actor)),
});

function asking(verb: typeof askBackup, says: { zh: string; en: string }): NonNullable<Actions[string]> {
  return async ({ locals: { actor, database } }) => {
    const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor));
    return outcome.ok ? { says } : fail(403, { problems: outcome.problems });
  };
}

export const actions: Actions = {
  backup: asking(askBackup, words.backupAsked),
  prove: asking(askProof, words.proveAsked),
};
