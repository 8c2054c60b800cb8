import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { cloneTemplate } from '../../tests/support/database.ts';
import { anOrganisation } from '../../tests/support/organisations.ts';
import { firstRun, servicesWith } from '../../tests/support/services.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { commandLine, theSystem, visitor, type Actor, type Membership } from '#accounts/actor.ts';
import { articleById } from '#news/read.server.ts';
import { saveImportedArticle } from '#news/write-import.server.ts';
import { withdrawArticle } from '#news/write-review.server.ts';
import { saveEdition } from '#news/write.server.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { documentOf } from '#text/document.ts';
import type { MentionAnswer } from './mention.ts';
import { mentionsFor, mentionsOf } from './read-mentions.server.ts';
import { answerMentions } from './write-mention-answers.server.ts';
import { findOrganisations, lookForOrganisations, proposeMentions } from './write-mentions.server.ts';

const [here, there] = ['32101026', '34101001'];
const opened: Database[] = [];
let database: Database;
const ids = { article: 0, chengguang: 0, lab: 0 };

const as = (membership: Membership): Actor => ({ id: 'account:9', accountId: 9, name: 'w', memberships: [membership] });
const editor = as({ role: 'editor', zone: here });
const inSystem = <T>(work: (tx: Tx) => Promise<T>) => database.inTransaction(theSystem, work);

beforeEach(async () => {
  database = await cloneTemplate();
  opened.push(database);
  await inSystem(async (tx) => {
    await twoZones(tx);
    ids.chengguang = await anOrganisation(tx, here);
    ids.article = await published(tx, '昨日大雨。澄光光电与相城实验室签约！');
  });
});
afterAll(() => Promise.all(opened.map((each) => each.close())));

const edition = (line: string) =>
  ({ lang: 'zh', title: '产业对接会', source: '园区办', body: documentOf([line]) }) as const;

async function published(tx: Tx, line: string): Promise<number> {
  const saved = await saveImportedArticle(tx, commandLine, {
    ...{ sourceAddress: null, contentHash: line, columnSlug: 'text', zoneCode: here, cityCode: null },
    ...{ publishedAt: new Date('2026-03-01T00:00:00Z'), edition: edition(line) },
  });
  if (!saved.ok) throw new Error('no article');
  return saved.value.id;
}

const alias = (id: number, name: string) =>
  inSystem(async (tx) => {
    await tx.execute(sql`insert into organisation_name (organisation_id, name, kind) values (${id}, ${name}, 'short')`);
    await lookForOrganisations(tx, [id]);
  });
const listed = (actor: Actor, state: 'proposed' | 'accepted' | 'declined' = 'proposed') =>
  database.inTransaction(actor, async (tx) => (await mentionsFor(tx, actor, { state })).mentions);
const answer = (actor: Actor, how: MentionAnswer, which: readonly number[]) =>
  database.allOrNothing(actor, (tx) => answerMentions(tx, actor, { answer: how, ids: [...which] }));
const standing = () =>
  inSystem(async (tx) => (await tx.execute(sql`select id, state, decided_by from mention order by id`)).rows);
const shown = async () => (await articleById(database.db, 'zh', ids.article))?.mentioned;

test('what is found is proposed with its sentence, and shown to nobody until somebody accepts it', async () => {
  await alias(ids.chengguang, '澄光光电');
  const [mention] = await listed(editor);
  expect(mention).toMatchObject({
    organisation: { id: ids.chengguang },
    ...{ text: '澄光光电', before: '', after: '与相城实验室签约！' },
  });
  expect(await shown()).toEqual([]);
  expect(await mentionsOf(database.db, ids.chengguang, 'zh')).toEqual([]);
  expect(await answer(editor, 'accept', [mention?.id ?? 0])).toMatchObject({ ok: true });
  expect(await shown()).toMatchObject([{ id: ids.chengguang }]);
  expect(await mentionsOf(database.db, ids.chengguang, 'en')).toMatchObject([
    { article: { id: ids.article, title: '产业对接会' }, text: '澄光光电' },
  ]);
});

test('an article that comes after the organisation is found too, and publishing orders the look', async () => {
  await alias(ids.chengguang, '澄光光电');
  const later = await inSystem((tx) => published(tx, '澄光光电扩产。'));
  const { rows } = await inSystem((tx) =>
    tx.execute(sql`select data from pgboss.job where name = 'articles-changed' order by created_on`),
  );
  expect(rows.at(-1)).toEqual({ data: { articles: [later] } });
  await inSystem((tx) => proposeMentions(tx, [later]));
  expect((await listed(editor)).map(({ article }) => article.id).sort()).toEqual([ids.article, later].sort());
});

test('what was declined does not come back; what was accepted goes with the name', async () => {
  await alias(ids.chengguang, '澄光光电');
  const [mention] = await listed(editor);
  const id = mention?.id ?? 0;
  await answer(editor, 'decline', [id]);
  await inSystem((tx) => proposeMentions(tx, [ids.article]));
  expect(await listed(editor)).toEqual([]);
  expect(await answer(editor, 'undo', [id])).toMatchObject({ ok: true });
  expect(await listed(editor)).toHaveLength(1);
  await answer(editor, 'accept', [id]);
  await inSystem(async (tx) => {
    await saveEdition(tx, commandLine, { articleId: ids.article, edition: edition('今日又雨，澄光光电开工。') });
    await proposeMentions(tx, [ids.article]);
  });
  expect(await listed(editor, 'accepted')).toMatchObject([{ id, before: '今日又雨，', after: '开工。' }]);
  await inSystem(async (tx) => {
    await saveEdition(tx, commandLine, { articleId: ids.article, edition: edition('改为不提名。') });
    await proposeMentions(tx, [ids.article]);
  });
  expect(await standing()).toEqual([]);
});

const wrong: [string, Actor][] = [
  ['a visitor', visitor],
  ['the other zone’s editor', as({ role: 'editor', zone: there })],
  ['the other zone’s broker', as({ role: 'broker', zone: there })],
  ['a leader', as({ role: 'leader', zone: here })],
  ['an officer', as({ role: 'officer', zone: here })],
  ['a member', as({ role: 'member', organisation: 1 })],
  ['an editor who is looked as', { ...editor, viewedBy: { accountId: 1, name: 'o' } }],
];

test.each(wrong)('%s judges no mention', async (_, actor) => {
  await alias(ids.chengguang, '澄光光电');
  const [mention] = await listed(editor);
  const before = await standing();
  for (const how of ['accept', 'decline', 'undo'] as const) {
    expect(await answer(actor, how, [mention?.id ?? 0])).toMatchObject({ ok: false });
  }
  expect(await standing()).toEqual(before);
  if (!actor.viewedBy) expect(await listed(actor)).toEqual([]);
});

test('of several at once, one that is not there refuses all', async () => {
  await alias(ids.chengguang, '澄光光电');
  const [mention] = await listed(editor);
  expect(await answer(editor, 'accept', [mention?.id ?? 0, 999])).toMatchObject({ ok: false });
  expect(await listed(editor)).toHaveLength(1);
});

test('of two organisations with one name, accepting one declines the other, and undoing brings both back', async () => {
  await alias(ids.chengguang, '澄光光电');
  ids.lab = await inSystem((tx) => anOrganisation(tx, here, { name: '澄光光电研究所' }));
  await alias(ids.lab, '澄光光电');
  const proposed = await listed(editor);
  const right = proposed.find(({ organisation }) => organisation.id === ids.chengguang)?.id ?? 0;
  const outcome = await answer(editor, 'accept', [right]);
  expect(outcome.ok && [...outcome.value].sort()).toEqual(proposed.map(({ id }) => id).sort());
  expect(await listed(editor, 'declined')).toMatchObject([{ organisation: { id: ids.lab } }]);
  await answer(editor, 'undo', outcome.ok ? outcome.value : []);
  expect(await listed(editor)).toHaveLength(2);
});

test('an organisation that another zone has not made public is not found here', async () => {
  const secret = await inSystem((tx) => anOrganisation(tx, there, { name: '相城实验室', isPublic: false }));
  await inSystem((tx) => lookForOrganisations(tx, [secret]));
  expect(await standing()).toEqual([]);
});

test('looks that wait for other organisations are taken over, so that each article is read once', async () => {
  const order = (id: number) => ({ job: 'find-organisations', data: { organisations: [id] }, key: `${id}` }) as const;
  await inSystem((tx) => later(tx, order(1), order(2)));
  await alias(ids.chengguang, '澄光光电');
  await findOrganisations(servicesWith(database), { organisations: [ids.chengguang] }, firstRun);
  const waiting = await inSystem((tx) => tx.execute(sql`select from pgboss.job where name = 'find-organisations'`));
  expect(waiting.rowCount).toBe(0);
  expect(await listed(editor)).toHaveLength(1);
});

test('an article that is withdrawn shows no mentions', async () => {
  await alias(ids.chengguang, '澄光光电');
  const [mention] = await listed(editor);
  await answer(editor, 'accept', [mention?.id ?? 0]);
  await inSystem((tx) => withdrawArticle(tx, commandLine, { id: ids.article, reason: '重复发布', reasonEn: '' }));
  expect(await shown()).toEqual([]);
  expect(await mentionsOf(database.db, ids.chengguang, 'zh')).toEqual([]);
});
