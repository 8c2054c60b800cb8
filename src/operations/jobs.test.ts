import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor, type Role } from '#accounts/actor.ts';
import { accountWords } from '#language/words/accounts.ts';
import { jobWords as words } from '#language/words/jobs.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { inRollback } from '../../tests/support/database.ts';
import { handlers } from '../jobs.server.ts';
import { jobsIn } from './read-jobs.server.ts';
import { askBackup } from './write-backup.server.ts';
import { discardJob, retryJob } from './write-jobs.server.ts';
import { askProof } from './write-proof.server.ts';

const of = (role: Role): Actor => ({
  ...{ id: 'account:1', accountId: 1, name: role },
  memberships: [role === 'operator' ? { role } : { role, zone: '32101026' }],
});
const disguised: Actor = { ...of('operator'), viewedBy: { accountId: 2, name: 'another operator' } };
const wrong: [string, Actor][] = [
  ['a visitor', visitor],
  ...(['editor', 'publisher', 'broker', 'officer', 'leader', 'member'] as const).map((role): [string, Actor] => [
    `a ${role}`,
    of(role),
  ]),
  ['an operator looking as somebody else', disguised],
];

async function failedJob(tx: Tx): Promise<string> {
  await later(tx, { job: 'send-mail', data: { mail: 1 } });
  const { rows } = await tx.execute<{ id: string }>(
    sql`update pgboss.job set state = 'failed', completed_on = now() returning id`,
  );
  return rows[0]?.id ?? '';
}
const stateOf = async (tx: Tx) => (await tx.execute(sql`select name, state from pgboss.job order by name`)).rows;
const verbs: [string, (tx: Tx, actor: Actor, id: string) => Promise<Outcome<true>>][] = [
  ['retry a job', retryJob],
  ['discard a job', discardJob],
  ['order a backup', askBackup],
  ['order a proof', askProof],
];

test.each(verbs.flatMap(([what, verb]) => wrong.map(([who, actor]) => ({ what, who, verb, actor }))))(
  '$who may not $what, and nothing changes',
  ({ verb, actor }) =>
    inRollback(async (tx) => {
      const id = await failedJob(tx);
      const refused = { ok: false, problems: [{ says: accountWords.onlyOperators }] };
      expect(await verb(tx, actor, id)).toEqual(refused);
      expect(await stateOf(tx)).toEqual([{ name: 'send-mail', state: 'failed' }]);
    }),
);

test('an operator lets a parked job be tried again, and takes it out; history says who did', () =>
  inRollback(async (tx) => {
    const id = await failedJob(tx);
    expect((await retryJob(tx, commandLine, id)).ok).toBe(true);
    expect(await stateOf(tx)).toEqual([{ name: 'send-mail', state: 'retry' }]);
    expect((await discardJob(tx, commandLine, id)).ok).toBe(true);
    expect(await stateOf(tx)).toEqual([{ name: 'send-mail', state: 'cancelled' }]);
    expect(await discardJob(tx, commandLine, id)).toEqual({ ok: false, problems: [{ says: words.jobIsGone }] });
    const { rows } = await tx.execute(sql`select action from history where kind = 'job' order by id`);
    expect(rows.map(({ action }) => action)).toEqual(['retried', 'discarded']);
    expect(await jobsIn(tx, of('publisher'), { list: 'done' })).toEqual([]);
  }));

test('a backup ordered twice before it began is one', () =>
  inRollback(async (tx) => {
    await askBackup(tx, commandLine);
    await askBackup(tx, commandLine);
    expect(await stateOf(tx)).toEqual([{ name: 'backup', state: 'created' }]);
  }));

test('every job has a name that an operator understands', () => {
  expect(Object.keys(handlers).filter((name) => !(name in words.names))).toEqual([]);
});
