import { expect, test } from 'vitest';
import { commandLine, type Actor } from '#accounts/actor.ts';
import { checkChain } from '#history/chain.server.ts';
import { history } from '#history/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { documentOf } from '#text/document.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import type { ImportedArticle } from './article.ts';
import { articleById } from './read.server.ts';
import { editionRevisions, editions, publishingRules } from './tables.server.ts';
import { saveImportedArticles, type SavedImport } from './write-import.server.ts';

const [here, there] = ['32101026', '34101001'];

function page(number: number, change: Partial<ImportedArticle> = {}): ImportedArticle {
  const body = documentOf([`第${number}个项目在园区开工。`]);
  return {
    ...{ sourceAddress: `https://zone.example/${number}.html`, contentHash: `h${number}`, columnSlug: 'text' },
    ...{ zoneCode: here ?? null, cityCode: null, publishedAt: new Date('2024-02-01T01:30:00Z') },
    edition: { lang: 'zh', title: `第${number}个项目`, source: '园区办', body },
    ...change,
  };
}

const resultOf = (saved: SavedImport) => (saved.ok ? saved.value.result : 'refused');
const idsOf = (all: readonly SavedImport[]) => all.flatMap((saved) => (saved.ok ? [saved.value.id] : []));
const save = (tx: Tx, ...pages: ImportedArticle[]) => saveImportedArticles(tx, commandLine, pages);

test('each of a batch becomes what it would have become alone, in the order given', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await save(tx, page(1), page(2), page(9, { sourceAddress: null }));
    const publisher: Actor = { id: 'p', name: 'p', memberships: [{ role: 'publisher', zone: '32101026' }] };
    const changed = page(2, { contentHash: 'other', edition: { ...page(2).edition, title: '改过的题目' } });
    const question = { field: 'source', found: '', candidates: [] } as const;
    const saved = await saveImportedArticles(tx, publisher, [
      page(3, { zoneCode: there ?? null }),
      page(1),
      page(4),
      changed,
      page(5, { questions: [question] }),
      page(9, { sourceAddress: null }),
      page(6, { publish: false }),
    ]);
    expect(saved.map(resultOf)).toEqual(['refused', 'unchanged', 'imported', 'updated', 'draft', 'unchanged', 'draft']);
    expect(await saveImportedArticles(tx, publisher, [page(7, { zoneCode: null })])).toMatchObject([{ ok: false }]);
    expect(await save(tx)).toEqual([]);
  }));

test('what a batch stores has its first revision and its history, whole', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const [one = 0, two = 0] = idsOf(await save(tx, page(1), page(2, { publish: false })));
    const revisions = await tx.select().from(editionRevisions).orderBy(editionRevisions.articleId);
    expect(revisions).toMatchObject([
      { articleId: one, revision: 1, title: '第1个项目', body: page(1).edition.body, actor: commandLine.id },
      { articleId: two, revision: 1, authors: [commandLine.id] },
    ]);
    expect(await tx.select().from(editions).orderBy(editions.articleId)).toMatchObject([
      { revision: 1, publishedRevision: 1, original: true },
      { revision: 1, publishedRevision: null },
    ]);
    const told = await tx.select().from(history).orderBy(history.id);
    expect(told.map(({ record, action, zoneCode }) => [Number(record), action, zoneCode])).toEqual([
      [one, 'wrote', here],
      [two, 'wrote', here],
      [one, 'publish', here],
    ]);
    expect(told[0]?.changes).toMatchObject({ title: [null, '第1个项目'], body: [0, 1] });
    await tx.execute('set constraints all immediate');
    expect(await checkChain(tx)).toMatchObject({ isWhole: true, rows: 3 });
  }));

test('a zone that asks for two people keeps its pages as drafts, the others of the batch go live', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await tx.insert(publishingRules).values({ zoneCode: '32101026', twoPerson: true, setBy: 'x' });
    const saved = await save(tx, page(1), page(2, { zoneCode: there ?? null }));
    expect(saved.map(resultOf)).toEqual(['draft', 'imported']);
  }));

test('articles find each other within a batch and far back in the archive, also past words that all share', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const about = (words: string) => ({
      edition: { ...page(0).edition, title: words, body: documentOf([`${words}。${words}。`]) },
    });
    const rare = '石墨烯 轴承 疫苗';
    const [old = 0] = idsOf(await save(tx, page(1000, about(rare))));
    await save(tx, ...Array.from({ length: 250 }, (_, number) => page(number, about('光伏 储能 氢能'))));
    const [one = 0, two = 0, common = 0] = idsOf(
      await save(tx, page(1001, about(rare)), page(1002, about(rare)), page(1003, about('光伏 储能 氢能'))),
    );
    const related = async (id: number) => (await articleById(tx, 'zh', id))?.related.map((link) => link.id) ?? [];
    expect(await related(one)).toEqual(expect.arrayContaining([old, two]));
    expect(await related(two)).toEqual(expect.arrayContaining([old, one]));
    expect(await related(old)).toEqual(expect.arrayContaining([one, two]));
    const near = await related(common);
    expect(near.length).toBeGreaterThan(0);
    expect(near.every((id) => id > common - 50 && id < one)).toBe(true);
  }));
