import { join } from 'node:path';
import { isOperator, theSystem, type Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { accountWords } from '#language/words/accounts.ts';
import { jobWords as words } from '#language/words/jobs.ts';
import { openDatabase, type Tx } from '#platform/database.server.ts';
import { EnvironmentProblem } from '#platform/environment.ts';
import { later, type Handler } from '#platform/jobs.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { proveBackup } from './doctor.server.ts';
import { newestBackup, note } from './write-backup.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'prove-backup': { readonly by: string };
  }
}

const migrations = join(import.meta.dirname, '../../migrations');

/** Orders that the newest backup be restored aside and compared. */
export async function askProof(tx: Tx, actor: Actor): Promise<Outcome<true>> {
  if (!isOperator(actor) || actor.viewedBy) return refused({ says: accountWords.onlyOperators });
  await later(tx, { job: 'prove-backup', data: { by: actor.id }, key: 'prove', tries: 1 });
  await remember(tx, actor, { kind: 'backup', record: 'newest', action: 'proof asked' });
  return done(true);
}

/** Restores the newest backup into a database of its own and compares counts and checksums of every table. */
export const proveNewest: Handler<'prove-backup'> = async (services) => {
  const url = services.config.databaseUrl ?? '';
  const file = await services.database.inTransaction(theSystem, newestBackup);
  if (file === undefined) throw new EnvironmentProblem(words.noBackupToProve);
  const owner = openDatabase(url, 2);
  try {
    const proof = await proveBackup(owner, { url, file, migrations });
    const problem = proof.ok ? undefined : proof.problems[0];
    await note(services, file, resultOf(problem, services.now()));
    if (problem) throw new EnvironmentProblem(problem.says);
  } finally {
    await owner.close();
  }
};

function resultOf(problem: Problem | undefined, now: Date) {
  if (problem) return { provenAt: null, problemZh: problem.says.zh, problemEn: problem.says.en };
  return { provenAt: now, problemZh: null, problemEn: null };
}
