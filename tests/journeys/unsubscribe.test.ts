import { expect, inject, test } from 'vitest';
import { theSystem } from '#accounts/actor.ts';
import { stopLink } from '#notifications/read-stop.server.ts';
import { signedInOperator, withSiteDatabase } from '../support/sign-in.ts';

/** As a mail program posts (RFC 8058): without a session, and from no page of ours. */
const post = (path: string) =>
  fetch(inject('site') + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });

test('a mail program stops mails of one kind by a POST to the link, once or twice', async () => {
  const { accountId } = await signedInOperator('subscriber');
  const link = await withSiteDatabase(({ inTransaction }) =>
    inTransaction(theSystem, async (tx) => (await stopLink(tx, ''))({ accountId, lang: 'zh' }, 'review')),
  );
  expect((await post(link)).status).toBe(200);
  expect((await post(link)).status).toBe(200);
  const wishes = await withSiteDatabase(({ pool }) =>
    pool.query(
      `select kind, mail from notification_setting where account_id = $1 and set_config('yuanlian.zones', '*', false) = '*'`,
      [accountId],
    ),
  );
  expect(wishes.rows).toEqual([{ kind: 'review', mail: 'off' }]);
});

test('a link that is not ours stops nothing', async () => {
  expect((await post('/zh/unsubscribe/MSByZXZpZXc.forged')).status).toBe(400);
});

test.each(['/zh/sign-in', '/zh/forgotten', '/zh/unsubscribe/a/b', '/zh/desk/notifications', '/en/unsubscribe'])(
  'the same POST to %s is refused: it came from nowhere',
  async (path) => {
    expect([403, 404, 405]).toContain((await post(path)).status);
  },
);
