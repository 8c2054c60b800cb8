import { eq, lt } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, type Actor, type Role } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import { applySheet, keepSheet, type SheetNoun } from '#lists/write-sheet.server.ts';
import { cursorAt } from '#lists/keyset.server.ts';
import { addAccount } from '#accounts/write.server.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { documentOf } from '#text/document.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { articleSheet } from './article-sheet.ts';
import { articleList } from './desk-list.ts';
import { knownArticles } from './read-article-sheet.server.ts';
import { deskArticles } from './read-desk-list.server.ts';
import { articles } from './tables.server.ts';
import { changeFromSheet } from './write-from-sheet.server.ts';
import { saveImportedArticle } from './write-import.server.ts';
import { saveEdition } from './write.server.ts';

const columns = [{ value: 'text', label: { zh: '文字新闻', en: 'News' } }];
const list = articleList(columns, []);
const ask = (query: string) => askedOf(list, new URLSearchParams(query));
const noun: SheetNoun = {
  list: 'articles',
  shape: articleSheet(columns),
  known: knownArticles,
  apply: changeFromSheet,
};

async function write(tx: Tx, title: string, zoneCode = '32101026'): Promise<number> {
  const place = zoneCode === '32101026' ? ['320500', '2024-02-01T02:00:00Z'] : ['340100', '2024-03-01T02:00:00Z'];
  const outcome = await saveImportedArticle(tx, commandLine, {
    ...{ sourceAddress: `https://zone.example/${title}`, contentHash: title, columnSlug: 'text', zoneCode },
    ...{ cityCode: place[0] ?? null, publishedAt: new Date(place[1] ?? '') },
    edition: { lang: 'zh', title, source: '相城区人民政府', body: documentOf(['正文。']) },
  });
  if (!outcome.ok) throw new Error('not written');
  return outcome.value.id;
}

async function someone(tx: Tx, role: Role, zone: string): Promise<Actor> {
  const account = { name: role, email: `${role}@zone.example`, password: 'correct horse battery' };
  const made = await addAccount(tx, commandLine, { account, membership: { role, zone } });
  if (!made.ok) throw new Error('no account');
  return { id: `account:${made.value}`, accountId: made.value, name: role, memberships: [{ role, zone }] };
}

test('an editor lists what their zones wrote, whatever they ask for', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await write(tx, '相城新闻');
    await write(tx, '合肥新闻', '34101001');
    const editor: Actor = { id: 'e', name: 'e', memberships: [{ role: 'editor', zone: '32101026' }] };
    const titles = async (actor: Actor, query: string) =>
      (await deskArticles(tx, actor, ask(query))).articles.map(({ title }) => title);
    expect(await titles(editor, '')).toEqual(['相城新闻']);
    expect(await titles(editor, 'zone=34101001')).toEqual([]);
    expect(await titles(editor, 'q=合肥')).toEqual([]);
    expect((await titles(commandLine, '')).sort()).toEqual(['合肥新闻', '相城新闻']);
    expect(await titles({ id: 'm', name: 'm', memberships: [{ role: 'member', zone: '32101026' }] }, '')).toEqual([]);
  }));

test('every filter and every order of the list works, also with characters that mean something to a database', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await write(tx, '100%_新\\闻');
    await saveEdition(tx, commandLine, {
      articleId: id,
      edition: { lang: 'en', title: 'HUNDRED', source: 'x', body: documentOf(['Text.']) },
    });
    const count = async (query: string) => (await deskArticles(tx, commandLine, ask(query))).articles.length;
    for (const query of ['q=100%25_', 'q=%5C闻', 'q=hundred', 'state=published', 'column=text', 'from=2020-01-01'])
      expect([query, await count(query)]).toEqual([query, 1]);
    for (const query of ['q=100xx', "q=')--", 'english=missing', 'english=stale', 'state=draft', 'to=2020-01-01'])
      expect([query, await count(query)]).toEqual([query, 0]);
    for (const sort of ['updated', '-updated', 'published', '-published', 'id', '-id'])
      expect(await count(`sort=${sort}`)).toBe(1);
  }));

test.each(['-updated', 'published', '-published', 'id'])(
  'pages by %s go on where the last one ended, without a gap or a repeat',
  (sort) =>
    inRollback(async (tx) => {
      await twoZones(tx);
      const ids: number[] = [];
      for (let at = 0; at < 7; at += 1) ids.push(await write(tx, `第${at}篇`));
      // A draft that has no day of publication yet has its place too.
      await tx
        .update(articles)
        .set({ state: 'draft', publishedAt: null })
        .where(lt(articles.id, ids[5] ?? 0));
      const seen: number[] = [];
      let after: string | undefined;
      do {
        const page = await deskArticles(tx, commandLine, { ...ask(`sort=${sort}`), after, limit: 3 });
        seen.push(...page.articles.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect([...seen].sort((a, b) => a - b)).toEqual(ids);
    }),
);

test('a cursor that was not made here begins at the beginning', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await write(tx, '一篇');
    for (const after of [
      'x',
      "'; drop table article; --",
      cursorAt('2020', '1'),
      cursorAt('2026-02-30 00:00:00+00', '1'),
    ])
      expect((await deskArticles(tx, commandLine, { ...ask(''), after })).articles).toHaveLength(1);
  }));

test('a file changes articles through the verbs of the article; of another zone it changes nothing', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = String(await write(tx, '旧题'));
    const publisher = await someone(tx, 'publisher', '32101026');
    const rows = [{ row: 2, cells: { id, title_zh: '新题' } }];
    await sayWhoAsks(tx, publisher);
    const kept = await keepSheet(tx, publisher, { list: 'articles', fileName: 'a.csv', rows });
    const sheet = kept.ok ? kept.value : '';
    expect(await applySheet(tx, publisher, { noun, id: sheet })).toEqual({ ok: true, value: 1 });
    await sayWhoAsks(tx, commandLine);
    const stranger = await someone(tx, 'editor', '34101001');
    await sayWhoAsks(tx, stranger);
    expect(await applySheet(tx, stranger, { noun, id: sheet })).toMatchObject({ ok: false });
    const theirs = await keepSheet(tx, stranger, { list: 'articles', fileName: 'a.csv', rows });
    expect(await applySheet(tx, stranger, { noun, id: theirs.ok ? theirs.value : '' })).toMatchObject({ ok: false });
    expect(await changeFromSheet(tx, stranger, { id, cells: { source: '假' } })).toMatchObject({ ok: false });
    await sayWhoAsks(tx, publisher);
    expect((await deskArticles(tx, publisher, ask('q=新题'))).articles).toMatchObject([{ title: '新题' }]);
  }));

test('what was deleted is listed only to who looks for it', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await write(tx, '删掉的');
    await tx.update(articles).set({ state: 'removed' }).where(eq(articles.id, id));
    expect((await deskArticles(tx, commandLine, ask(''))).total).toBe(0);
    expect((await deskArticles(tx, commandLine, ask('state=removed'))).total).toBe(1);
  }));
