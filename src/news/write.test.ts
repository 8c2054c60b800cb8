import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, type Actor, type Role } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { documentOf } from '#text/document.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import type { ImportedArticle, Question } from './article.ts';
import { articleById } from './read.server.ts';
import { listArticles } from './read-list.server.ts';
import { articles, editionRevisions } from './tables.server.ts';
import { answerQuestions } from './write-answers.server.ts';
import { saveImportedArticle } from './write-import.server.ts';
import { publishArticle } from './write-publish.server.ts';
import { restoreArticle, withdrawArticle } from './write-review.server.ts';
import { removeSampleArticles, saveEdition } from './write.server.ts';

const zh = {
  lang: 'zh',
  title: '产业集群规划发布',
  source: '园区办',
  body: documentOf(['装备制造集群到 2026 年。']),
} as const;
const en = {
  lang: 'en',
  title: 'Cluster plan published',
  source: 'Zone office',
  body: documentOf(['By 2026.']),
} as const;

function page(change: Partial<ImportedArticle> = {}): ImportedArticle {
  return {
    sourceAddress: 'https://zone.example/1.html',
    contentHash: 'a',
    columnSlug: 'text',
    zoneCode: '32101026',
    cityCode: null,
    publishedAt: new Date('2024-02-01T01:30:00Z'),
    edition: zh,
    ...change,
  };
}

const who = (role: Role, zone: string): Actor => ({ id: role, name: role, memberships: [{ role, zone }] });

async function imported(tx: Tx, change: Partial<ImportedArticle> = {}) {
  const outcome = await saveImportedArticle(tx, commandLine, page(change));
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.says.en).join());
  return outcome.value;
}

test('an imported article is public at once, in its zone’s city', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { id, result } = await imported(tx);
    const view = await articleById(tx, 'zh', id);
    expect(result).toBe('imported');
    expect(view).toMatchObject({
      state: 'published',
      title: zh.title,
      city: { code: '320500' },
      freshness: 'original',
    });
  }));

test('the same page twice is one article; a changed page is a new revision of it', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const first = await imported(tx);
    expect(await imported(tx)).toEqual({ id: first.id, result: 'unchanged' });
    const edition = { ...zh, body: documentOf(['改过的正文。']) };
    expect(await imported(tx, { edition, contentHash: 'b' })).toEqual({ id: first.id, result: 'updated' });
    expect(await tx.select().from(editionRevisions)).toHaveLength(2);
    expect(await tx.select().from(articles)).toHaveLength(1);
  }));

test('what an import could not decide keeps the article a draft until a person has answered', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const question: Question = { field: 'zone', found: '相城', candidates: [] };
    const { id, result } = await imported(tx, { zoneCode: null, questions: [question] });
    expect(result).toBe('draft');
    expect(await publishArticle(tx, commandLine, id)).toMatchObject({
      ok: false,
      problems: [{ field: 'zone' }, { field: 'questions' }],
    });
    expect(await answerQuestions(tx, commandLine, { articleId: id, zoneCode: '32101026' })).toMatchObject({ ok: true });
    expect(await publishArticle(tx, commandLine, id)).toMatchObject({ ok: true });
  }));

test('an answer that names no zone or column is refused by its field', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { id } = await imported(tx, { zoneCode: null });
    const zone = await answerQuestions(tx, commandLine, { articleId: id, zoneCode: '99999999' });
    const column = await answerQuestions(tx, commandLine, { articleId: id, columnSlug: 'nowhere' });
    expect(zone).toMatchObject({ ok: false, problems: [{ field: 'zone' }] });
    expect(column).toMatchObject({ ok: false, problems: [{ field: 'column' }] });
  }));

test('a translation turns stale when its original changes', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { id } = await imported(tx);
    await saveEdition(tx, commandLine, { articleId: id, edition: en });
    expect(await articleById(tx, 'en', id)).toMatchObject({ lang: 'en', freshness: 'current' });
    await saveEdition(tx, commandLine, { articleId: id, edition: { ...zh, title: '规划已更新' } });
    expect(await articleById(tx, 'en', id)).toMatchObject({ lang: 'en', freshness: 'stale' });
  }));

test('the first time of publication never changes', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { id } = await imported(tx);
    const first = new Date('2024-02-01T02:00:00Z');
    await tx.update(articles).set({ firstPublishedAt: first }).where(eq(articles.id, id));
    await withdrawArticle(tx, commandLine, { id, reason: '数据有误' });
    await restoreArticle(tx, commandLine, { id });
    await publishArticle(tx, commandLine, id);
    const [row] = await tx.select().from(articles);
    expect(row).toMatchObject({ state: 'published', firstPublishedAt: first });
  }));

test('a withdrawn article is on no list', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { id } = await imported(tx);
    await withdrawArticle(tx, commandLine, { id, reason: '数据有误' });
    expect((await listArticles(tx, 'zh', { filter: {} })).cards).toEqual([]);
    expect(await publishArticle(tx, commandLine, id)).toMatchObject({ ok: false });
  }));

test('a list goes on where its last page ended, newest first', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const at = new Date('2024-05-01T00:00:00Z');
    for (const number of [1, 2, 3, 4, 5])
      await imported(tx, { sourceAddress: `https://zone.example/${number}`, publishedAt: at });
    const first = await listArticles(tx, 'zh', { filter: {}, limit: 3 });
    const cursor = { publishedAt: at, id: first.cards.at(-1)?.id ?? 0 };
    const second = await listArticles(tx, 'zh', { filter: {}, limit: 3, after: cursor });
    const seen = [...first.cards, ...second.cards].map((card) => card.id);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    expect(seen).toHaveLength(5);
    expect(second.after).toBeUndefined();
  }));

test('articles about the same things find each other', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const body = documentOf(['半导体晶圆封装测试产线投产，集成电路产业集群扩容。']);
    const one = await imported(tx, {
      sourceAddress: 'https://zone.example/a',
      edition: { ...zh, title: '封装测试产线投产', body },
    });
    const two = await imported(tx, {
      sourceAddress: 'https://zone.example/b',
      edition: { ...zh, title: '集成电路封装扩产', body },
    });
    expect((await articleById(tx, 'zh', one.id))?.related.map((link) => link.id)).toEqual([two.id]);
    expect((await articleById(tx, 'zh', two.id))?.related.map((link) => link.id)).toEqual([one.id]);
  }));

test('removing the sample leaves what people wrote', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { id } = await imported(tx);
    await imported(tx, { sourceAddress: 'sample:x', sample: true });
    expect(await removeSampleArticles(tx, commandLine)).toBe(1);
    expect(await tx.select({ id: articles.id }).from(articles)).toEqual([{ id }]);
  }));

test.each<[string, Actor]>([
  ['a visitor', { id: 'v', name: 'v', memberships: [] }],
  ['an editor of another zone', who('editor', '34101001')],
  ['a publisher of another zone', who('publisher', '34101001')],
  ['a broker of this zone', who('broker', '32101026')],
])('%s can neither write, place, publish nor withdraw, and nothing changes', (_, actor) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { id } = await imported(tx);
    const before = await tx.select().from(articles);
    const refusals = [
      await saveImportedArticle(tx, actor, page({ contentHash: 'c' })),
      await saveEdition(tx, actor, { articleId: id, edition: en }),
      await answerQuestions(tx, actor, { articleId: id, columnSlug: 'notices' }),
      await withdrawArticle(tx, actor, { id, reason: '数据有误' }),
    ];
    expect(refusals.map((outcome) => outcome.ok)).toEqual([false, false, false, false]);
    expect(await tx.select().from(articles)).toEqual(before);
  }),
);

test('an editor writes but does not publish', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const editor = who('editor', '32101026');
    const written = await saveImportedArticle(tx, editor, page());
    expect(written).toMatchObject({ ok: true, value: { result: 'draft' } });
    if (written.ok) expect(await publishArticle(tx, editor, written.value.id)).toMatchObject({ ok: false });
  }));
