import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commandLine, theSystem, visitor, type Actor } from '#accounts/actor.ts';
import { addressAsApp, addressOfGate } from '#platform/app-role.server.ts';
import { openDatabase, type Database, type Tx } from '#platform/database.server.ts';
import type { Gate } from '#accounts/gate.server.ts';
import { addListing, addOrganisation, someIndustries, type NewListing } from '../../tests/support/board.ts';
import { newClone } from '../../tests/support/database.ts';
import { testGate } from '../../tests/support/gate.ts';
import { caller, makeAccount } from '../../tests/support/people.ts';
import { firstRun, servicesWith } from '../../tests/support/services.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { subscriptionsOf } from './read-subscriptions.server.ts';
import { filterOf, queryOf, type Rhythm, type Wish } from './subscription.ts';
import { tellBoard } from './write-tell.server.ts';
import { listingChanged } from './write-public.server.ts';
import {
  askToSubscribe,
  confirmSubscription,
  endOwnSubscription,
  endSubscription,
  readWish,
} from './write-subscriptions.server.ts';

let database: Database;
let owner: Database;
let entrance: Database;
let gate: Gate;
let whose: Pick<NewListing, 'organisationId' | 'zoneCode'>;

beforeAll(async () => {
  const url = await newClone();
  owner = openDatabase(url, 2);
  database = openDatabase(addressAsApp(url), 4);
  entrance = openDatabase(addressOfGate(addressAsApp(url)), 2);
  gate = await testGate(entrance);
  whose = await asSystem(async (tx) => {
    const { here } = await twoZones(tx);
    await someIndustries(tx);
    return { organisationId: await addOrganisation(tx, here), zoneCode: here };
  });
});
beforeEach(() =>
  owner.pool.query('truncate mail, listing_subscription, listing, sign_in_attempt cascade; delete from pgboss.job'),
);
afterAll(() => Promise.all([database.close(), owner.close(), entrance.close()]));

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => database.inTransaction(theSystem, work);

const wish: Wish = { email: 'li@example.cn', lang: 'zh', rhythm: 'daily', side: 'need', query: '' };

interface Mail {
  to_address: string;
  subject: string;
  body: string;
  unsubscribe_url: string | null;
}
const mails = async () => (await owner.pool.query<Mail>('select * from mail order by id')).rows;
const kept = async () =>
  (await owner.pool.query<{ id: string }>('select * from listing_subscription order by id')).rows;
const tokenIn = (mail: Mail | undefined, page: string) =>
  new RegExp(`/${page}/([\\w.-]+)`).exec(mail?.body ?? '')?.[1] ?? '';

/** Asks and confirms, as somebody does who follows the link. */
async function subscribe(more: Partial<Wish> = {}): Promise<void> {
  await askToSubscribe(gate, { ...wish, ...more }, caller());
  const token = tokenIn((await mails()).at(-1), 'subscribe');
  const begun = new Date(Date.now() - 60_000);
  expect(await asSystem((tx) => confirmSubscription(tx, token, begun))).toMatchObject({ ok: true });
  await owner.pool.query('truncate mail');
}

function publish(title: string, more: Partial<NewListing> = {}): Promise<number> {
  return asSystem(async (tx) => {
    const now = { publishedAt: new Date(), updatedAt: new Date() };
    const id = await addListing(tx, { side: 'need', ...whose, ...now, ...more }, { zh: { title } });
    await listingChanged(tx, id);
    return id;
  });
}

const tell = (rhythm: Rhythm) =>
  tellBoard(rhythm)(servicesWith(database, { ORIGIN: 'https://zone.example' }), {}, firstRun);

describe('beginning', () => {
  test('nothing is kept of an address, and nothing sent to it again, before it has confirmed', async () => {
    expect(await askToSubscribe(gate, wish, caller())).toMatchObject({ ok: true });
    expect(await kept()).toEqual([]);
    await publish('新需求');
    await tell('daily');
    expect(await mails()).toHaveLength(1);
  });

  test('a link that was confirmed twice is one subscription; a forged or old one is none', async () => {
    await askToSubscribe(gate, wish, caller());
    const token = tokenIn((await mails())[0], 'subscribe');
    const [body = '', mac = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify({ ...wish, email: 'wang@example.cn', until: Date.now() + 1e9 }));
    for (const wrong of [`${other.toString('base64url')}.${mac}`, body, `${body}.`, '']) {
      expect(await asSystem((tx) => confirmSubscription(tx, wrong, new Date()))).toMatchObject({ ok: false });
    }
    const late = new Date(Date.now() + 8 * 24 * 3_600_000);
    expect(await asSystem((tx) => confirmSubscription(tx, token, late))).toMatchObject({ ok: false });
    for (let time = 0; time < 2; time++) await asSystem((tx) => confirmSubscription(tx, token, new Date()));
    expect(await kept()).toHaveLength(1);
  });

  test('who asks learns nothing of who subscribes: the answer and the mail are the same', async () => {
    await subscribe();
    const again = await askToSubscribe(gate, wish, caller());
    const first = await askToSubscribe(gate, { ...wish, email: 'nobody@example.cn' }, caller());
    expect(again).toEqual(first);
    const [one, other] = await mails();
    expect(one?.subject).toBe(other?.subject);
    expect(await kept()).toHaveLength(1);
  });

  test('an address is written to five times an hour at most', async () => {
    const answers = [];
    for (let time = 0; time < 6; time++) answers.push(await askToSubscribe(gate, wish, caller(`203.0.113.${time}`)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
    expect(await mails()).toHaveLength(5);
  });

  test.each([
    [{ ...wish, email: 'no address' }, 'email'],
    [{ ...wish, rhythm: 'hourly' }, 'rhythm'],
    [{ ...wish, extra: 1 }, undefined],
  ])('a form that cannot be meant is refused: %#', (given, field) => {
    const read = readWish(given);
    expect(read.ok ? [] : read.problems.map((one) => one.field)).toEqual([field === undefined ? 'undefined' : field]);
  });

  test('the same filters are one question, whatever their order, and come back as they were', () => {
    const filter = { kind: 'talent', industry: 'automotive', q: '焊接 a&b' };
    expect(queryOf({ q: filter.q, industry: filter.industry, kind: filter.kind })).toBe(queryOf(filter));
    expect(filterOf('need', queryOf(filter))).toEqual(filter);
    expect(filterOf('need', 'kind=rumour&industry=automotive')).toEqual({ industry: 'automotive' });
  });
});

describe('what is new', () => {
  test('is told once to each subscription that it fits, also by two jobs at once', async () => {
    await subscribe();
    await subscribe({ email: 'wang@example.cn', lang: 'en', query: 'industry=automotive' });
    await subscribe({ email: 'zhao@example.cn', query: 'industry=biomedicine' });
    await subscribe({ email: 'qian@example.cn', side: 'offer' });
    await publish('车用激光雷达窗口片', { industries: ['automotive'] });
    await publish('一般需求');
    await Promise.all([tell('daily'), tell('daily')]);
    await tell('daily');
    const sent = await mails();
    expect(sent.map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ['li@example.cn', '2 条新需求 · 园联'],
      ['wang@example.cn', '1 new need · Yuanlian'],
    ]);
    expect(sent[1]?.body).toContain('车用激光雷达窗口片');
    expect(sent[1]?.body).toContain('https://zone.example/en/needs/');
    await publish('又一条');
    await tell('daily');
    expect((await mails()).slice(2).map(({ subject }) => subject)).toEqual(['1 条新需求 · 园联']);
  });

  test('is what the public sees: no draft, nothing confidential, nothing from before, no name of an anonymous one', async () => {
    await subscribe();
    await publish('草稿', { state: 'draft', publishedAt: null });
    await publish('机密', { secrecy: 'confidential' });
    await publish('以前的', { publishedAt: new Date(Date.now() - 3_600_000) });
    await tell('daily');
    expect(await mails()).toEqual([]);
    await publish('匿名的', { isAnonymous: true });
    await tell('daily');
    const [sent] = await mails();
    expect(sent?.body).toContain('匿名的');
    expect(sent?.body).not.toContain('苏州测试机械');
  });

  test('waits for its rhythm, and a publication orders one mail at once for all in a minute', async () => {
    await subscribe({ rhythm: 'weekly' });
    await subscribe({ email: 'now@example.cn', rhythm: 'at-once' });
    await publish('一');
    await publish('二');
    const { rows } = await owner.pool.query("select name from pgboss.job where name like 'tell-board%'");
    expect(rows).toEqual([{ name: 'tell-board-at-once' }]);
    await tell('daily');
    expect(await mails()).toEqual([]);
    await tell('at-once');
    expect((await mails()).map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ['now@example.cn', '2 条新需求 · 园联'],
    ]);
  });
});

function actor(accountId: number): Actor {
  return { id: `account:${accountId}`, accountId, name: 'x', memberships: [] };
}

async function refusedToAll(attempts: readonly Actor[], id: number): Promise<void> {
  for (const one of attempts) {
    expect(await database.allOrNothing(one, (tx) => endOwnSubscription(tx, one, id))).toMatchObject({ ok: false });
  }
}

/** Links made of the signature of another. */
function forgeries(token: string, id: string): string[] {
  const [body = '', mac = ''] = token.split('.');
  return [`${Buffer.from(id).toString('base64url')}.${mac}`, body, ''];
}

describe('ending', () => {
  test('takes one click from any mail, and a second click changes nothing', async () => {
    await subscribe();
    await subscribe({ email: 'wang@example.cn' });
    await publish('新需求');
    await tell('daily');
    const [sent] = await mails();
    const token = sent?.unsubscribe_url?.split('/').at(-1) ?? '';
    for (let time = 0; time < 2; time++) {
      expect(await asSystem((tx) => endSubscription(tx, token))).toMatchObject({ ok: true });
    }
    expect(await kept()).toMatchObject([{ email: 'wang@example.cn' }]);
    for (const forged of forgeries(token, (await kept()).map(({ id }) => id).join(''))) {
      expect(await asSystem((tx) => endSubscription(tx, forged))).toMatchObject({ ok: false });
    }
    expect(await kept()).toHaveLength(1);
  });

  test('who signs in with the address sees and ends its own, and nobody else’s', async () => {
    const li = await makeAccount(entrance, 'li@example.cn');
    const wang = await makeAccount(entrance, 'wang@example.cn');
    await subscribe();
    await subscribe({ email: 'wang@example.cn', query: 'kind=talent' });
    const own = await database.inTransaction(actor(wang), (tx) => subscriptionsOf(tx, actor(wang)));
    expect(own).toMatchObject([{ query: 'kind=talent', name: { zh: '需求榜 · 人才' } }]);
    const foreign = Number(own.map(({ id }) => id));
    await refusedToAll(
      [actor(li), { ...actor(wang), viewedBy: { accountId: li, name: 'x' } }, visitor, commandLine],
      foreign,
    );
    expect(await kept()).toHaveLength(2);
    const ended = await database.inTransaction(actor(wang), (tx) => endOwnSubscription(tx, actor(wang), foreign));
    expect(ended).toMatchObject({ ok: true });
    expect(await kept()).toMatchObject([{ email: 'li@example.cn' }]);
  });

  test('the rows of an address are hidden from whoever did not sign in with it', async () => {
    await subscribe();
    const seen = await database.pool.query('select * from listing_subscription');
    expect(seen.rows).toEqual([]);
  });
});
