import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { cloneTemplate, inRollback } from '../../tests/support/database.ts';
import {
  both,
  draft,
  editor,
  okay,
  problem,
  publisher,
  second,
  standing,
  text,
  who,
} from '../../tests/support/review.ts';
import { articleById } from './read.server.ts';
import { editionDrafts, editionRevisions, publishingRules, reviewComments, watchWords } from './tables.server.ts';
import { inBulk, type BulkInput } from './write-bulk.server.ts';
import { comment, resolveComment } from './write-comments.server.ts';
import { saveImportedArticle } from './write-import.server.ts';
import { publishArticle } from './write-publish.server.ts';
import { restoreRevision } from './write-restore.server.ts';
import { submitForReview } from './write-review.server.ts';
import { setPublishingRule } from './write-rule.server.ts';
import { pasteWatchWords, putWatchWords, removeWatchWord } from './write-words.server.ts';
import { saveEdition } from './write.server.ts';

const here = '32101026';

test('many at once: each is judged alone, and says why not', async () => {
  const database = await cloneTemplate();
  try {
    const ids = await database.inTransaction(commandLine, async (tx) => {
      const one = await draft(tx);
      const foreign = await saveImportedArticle(tx, commandLine, {
        ...{ sourceAddress: null, contentHash: 'q', columnSlug: 'text', zoneCode: '34101001', cityCode: null },
        ...{ publishedAt: null, edition: text('别的开发区'), publish: false },
      });
      return [one, foreign.ok ? foreign.value.id : 0, 999_999];
    });
    const run = (actor: typeof editor, input: BulkInput) => inBulk(database, actor, { ids, input });
    const said = async (...args: Parameters<typeof run>) =>
      (await run(...args)).map(({ outcome }) => problem(outcome) ?? 'ok');
    const not = '没有这篇文章。';
    expect(await said(editor, { action: 'submit' })).toEqual(['ok', not, not]);
    expect(await said(editor, { action: 'publish' })).toEqual(['您没有在该开发区发布文章的权限。', not, not]);
    expect(await said(publisher, { action: 'publish' })).toEqual(['ok', not, not]);
    expect(await said(editor, { action: 'move', column: 'notices' })).toEqual([
      '您没有在该开发区发布文章的权限。',
      not,
      not,
    ]);
    expect(await said(publisher, { action: 'move', column: 'notices' })).toEqual(['ok', not, not]);
    expect(await said(publisher, { action: 'withdraw', reason: ' ' })).toHaveLength(3);
    expect(await said(publisher, { action: 'withdraw', reason: '有误' })).toEqual(['ok', not, not]);
    expect(await said(publisher, { action: 'undo' })).toEqual(['文章当前状态不允许这一步。', not, not]);
  } finally {
    await database.close();
  }
});

test('a draft that was removed in bulk comes back whole', async () => {
  const database = await cloneTemplate();
  try {
    const id = await database.inTransaction(commandLine, (tx) => draft(tx));
    const [removed] = await inBulk(database, editor, { ids: [id], input: { action: 'remove' } });
    expect(removed?.outcome.ok).toBe(true);
    const [back] = await inBulk(database, editor, { ids: [id, id], input: { action: 'undo' } });
    expect(back?.outcome.ok).toBe(true);
    expect(await database.inTransaction(commandLine, (tx) => standing(tx, id))).toMatchObject({ state: 'draft' });
  } finally {
    await database.close();
  }
});

describe('an old revision', () => {
  const two = async (tx: Tx, rule = false) => {
    const id = await draft(tx, rule);
    okay(await saveEdition(tx, publisher, { articleId: id, edition: text('发布员写的') }));
    okay(await saveEdition(tx, editor, { articleId: id, edition: text('编辑改的') }));
    return id;
  };
  test('comes back as a working copy, and the public sees nothing of it', () =>
    inRollback(async (tx) => {
      const id = await two(tx);
      okay(await publishArticle(tx, publisher, id));
      okay(await restoreRevision(tx, editor, { id, lang: 'zh', revision: 1 }));
      expect(await articleById(tx, 'zh', id)).toMatchObject({ title: '编辑改的' });
      expect(await standing(tx, id)).toEqual({ state: 'published', proposal: 'draft' });
    }));
  test('brought back by another does not let its author publish it', () =>
    inRollback(async (tx) => {
      const id = await two(tx, true);
      okay(await submitForReview(tx, editor, { id }));
      okay(await publishArticle(tx, second, id));
      okay(await restoreRevision(tx, editor, { id, lang: 'zh', revision: 2 }));
      okay(await submitForReview(tx, editor, { id }));
      expect(problem(await publishArticle(tx, publisher, id))).toContain('不能自己发布');
      expect(problem(await publishArticle(tx, both, id))).toContain('不能自己发布');
      okay(await publishArticle(tx, second, id));
    }));
  test('that no longer fits the schema is refused', () =>
    inRollback(async (tx) => {
      const id = await two(tx);
      const body = { type: 'doc', content: [{ type: 'script' }] } as never;
      await tx.update(editionRevisions).set({ body }).where(eq(editionRevisions.revision, 1));
      expect(problem(await restoreRevision(tx, editor, { id, lang: 'zh', revision: 1 }))).toContain('不能恢复');
      expect(await tx.select().from(editionDrafts)).toEqual([]);
    }));
  test.each([who(7, 'editor', '34101001'), who(8, 'broker')])('is not for %o', (actor) =>
    inRollback(async (tx) => {
      const id = await two(tx);
      expect(await restoreRevision(tx, actor, { id, lang: 'zh', revision: 1 })).toMatchObject({ ok: false });
      expect(await comment(tx, actor, { id, lang: 'zh', block: 0, says: 'x' })).toMatchObject({ ok: false });
      expect(await tx.select().from(editionDrafts)).toEqual([]);
      expect(await tx.select().from(reviewComments)).toEqual([]);
    }),
  );
});

test('a comment keeps the words it is about, quotes nothing that is not there, and is settled once', () =>
  inRollback(async (tx) => {
    const id = await draft(tx);
    okay(await comment(tx, publisher, { id, lang: 'zh', block: 0, quoted: '正文', says: '太短' }));
    okay(await comment(tx, publisher, { id, lang: 'zh', block: 0, quoted: '没写过', says: '？' }));
    expect(await comment(tx, publisher, { id, lang: 'zh', block: 9, says: '？' })).toMatchObject({ ok: false });
    expect(await comment(tx, publisher, { id, lang: 'zh', block: 0, says: ' ' })).toMatchObject({ ok: false });
    const rows = await tx.select().from(reviewComments).orderBy(reviewComments.id);
    expect(rows.map(({ quoted }) => quoted)).toEqual(['正文', '正文。']);
    const settle = () => resolveComment(tx, editor, { id, comment: rows[0]?.id ?? 0 });
    okay(await settle());
    expect(await settle()).toMatchObject({ ok: false });
  }));

test('a publisher asks for two people, and only an operator takes that back', () =>
  inRollback(async (tx) => {
    await draft(tx);
    const rule = { zoneCode: here, twoPerson: true, englishWanted: true };
    for (const actor of [editor, who(8, 'publisher', '34101001'), who(9, 'leader')])
      expect(await setPublishingRule(tx, actor, rule)).toMatchObject({ ok: false });
    expect(await tx.select().from(publishingRules)).toEqual([]);
    okay(await setPublishingRule(tx, publisher, rule));
    expect(await setPublishingRule(tx, publisher, { ...rule, twoPerson: false })).toMatchObject({ ok: false });
    okay(await setPublishingRule(tx, commandLine, { ...rule, twoPerson: false }));
  }));

test('the word list is an operator’s: pasted whole or not at all', () =>
  inRollback(async (tx) => {
    const word = { word: '国家级', severity: 'forbid', reason: '', replacement: '' } as const;
    for (const actor of [editor, publisher]) {
      expect(await putWatchWords(tx, actor, [word])).toMatchObject({ ok: false });
      expect(await pasteWatchWords(tx, actor, '最佳')).toMatchObject({ ok: false });
      expect(await removeWatchWord(tx, actor, '国家级')).toMatchObject({ ok: false });
    }
    expect(problem(await pasteWatchWords(tx, commandLine, '最佳\n一流\t也许'))).toContain('第 2 行');
    expect(await tx.select().from(watchWords)).toEqual([]);
    okay(await pasteWatchWords(tx, commandLine, '最佳\t禁用\t广告法\t领先\n\n一流，提醒\n最佳,warn'));
    expect(await tx.select().from(watchWords)).toHaveLength(2);
    okay(await removeWatchWord(tx, commandLine, '最佳'));
    expect(await removeWatchWord(tx, commandLine, '最佳')).toMatchObject({ ok: false });
  }));
