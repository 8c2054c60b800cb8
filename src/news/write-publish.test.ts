import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type Actor } from '#accounts/actor.ts';
import { history } from '#history/tables.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import {
  both,
  draft,
  editor,
  here,
  minuteAhead,
  okay,
  operatorWhoWrote,
  problem,
  publisher,
  second,
  seen,
  standing,
  text,
} from '../../tests/support/review.ts';
import { articleById } from './read.server.ts';
import { articles, editionDrafts } from './tables.server.ts';
import { saveImportedArticle } from './write-import.server.ts';
import { approve, publishArticle } from './write-publish.server.ts';
import { removeDraft, submitForReview } from './write-review.server.ts';
import { schedule } from './write-scheduled.server.ts';
import { saveEdition } from './write.server.ts';

describe('where a zone asks for two people', () => {
  test.each<[string, Actor]>([
    ['an author who is also a publisher', both],
    ['an author who became an operator', operatorWhoWrote],
  ])('%s does not publish their own text by any way', (_, actor) =>
    inRollback(async (tx) => {
      const id = await draft(tx, true);
      expect(problem(await publishArticle(tx, actor, id))).toContain('先送审');
      okay(await submitForReview(tx, actor, { id }));
      expect(problem(await publishArticle(tx, actor, id))).toContain('不能自己发布');
      expect(await approve(tx, actor, { id, seen: await seen(tx, id) })).toMatchObject({ ok: false });
      expect(await schedule(tx, actor, { id, at: minuteAhead() })).toMatchObject({ ok: false });
      okay(await approve(tx, publisher, { id, seen: await seen(tx, id) }));
      expect(await saveEdition(tx, actor, { articleId: id, edition: text('悄悄改') })).toMatchObject({
        value: { proposed: true },
      });
      expect(await articleById(tx, 'zh', id)).toMatchObject({ title: '初稿' });
    }),
  );

  test('a publisher who touched the text has to leave it to another', () =>
    inRollback(async (tx) => {
      const id = await draft(tx, true);
      okay(await submitForReview(tx, editor, { id }));
      okay(await saveEdition(tx, publisher, { articleId: id, edition: text('改一字') }));
      expect(await approve(tx, publisher, { id, seen: await seen(tx, id) })).toMatchObject({ ok: false });
      okay(await approve(tx, second, { id, seen: await seen(tx, id) }));
    }));

  test('whoever wrote in a working copy is its author, also when another hand saved last', () =>
    inRollback(async (tx) => {
      const id = await draft(tx, true);
      const { lang, ...content } = text('自动保存');
      await tx.insert(editionDrafts).values({ articleId: id, lang, ...content, updatedBy: publisher.id });
      await tx.update(editionDrafts).set({ updatedBy: editor.id, authors: [] }).where(eq(editionDrafts.articleId, id));
      okay(await submitForReview(tx, editor, { id }));
      expect(problem(await publishArticle(tx, publisher, id))).toContain('不能自己发布');
      okay(await publishArticle(tx, second, id));
      expect(await articleById(tx, 'zh', id)).toMatchObject({ title: '自动保存' });
    }));

  test('an import leaves drafts, and a changed page waits beside what is public', () =>
    inRollback(async (tx) => {
      await draft(tx, true);
      const page = {
        ...{ sourceAddress: 'https://zone.example/1', contentHash: 'b', columnSlug: 'text', zoneCode: here },
        ...{ cityCode: null, publishedAt: new Date(), edition: text('导入') },
      };
      const outcome = await saveImportedArticle(tx, publisher, page);
      expect(outcome).toMatchObject({ value: { result: 'draft' } });
    }));
});

describe('a change to something published', () => {
  test('by a publisher is public at once and shows its time, while the first time stays', () =>
    inRollback(async (tx) => {
      const id = await draft(tx);
      okay(await publishArticle(tx, publisher, id));
      const [before] = await tx.select().from(articles);
      okay(await saveEdition(tx, publisher, { articleId: id, edition: text('更正') }));
      const [after] = await tx.select().from(articles);
      expect(after?.firstPublishedAt).toEqual(before?.firstPublishedAt);
      expect(await articleById(tx, 'zh', id)).toMatchObject({ title: '更正', changedAt: after?.updatedAt });
    }));

  test('by an editor waits, and the public reads on', () =>
    inRollback(async (tx) => {
      const id = await draft(tx);
      okay(await publishArticle(tx, publisher, id));
      okay(await saveEdition(tx, editor, { articleId: id, edition: text('修改') }));
      expect(await standing(tx, id)).toEqual({ state: 'published', proposal: 'draft' });
      okay(await submitForReview(tx, editor, { id }));
      expect(await articleById(tx, 'zh', id)).toMatchObject({ title: '初稿', changedAt: undefined });
      okay(await approve(tx, publisher, { id, seen: await seen(tx, id) }));
      const view = await articleById(tx, 'zh', id);
      expect(view?.title).toBe('修改');
      expect(view?.changedAt).toBeInstanceOf(Date);
    }));

  test('that is removed leaves what the public reads', () =>
    inRollback(async (tx) => {
      const id = await draft(tx);
      okay(await publishArticle(tx, publisher, id));
      okay(await saveEdition(tx, editor, { articleId: id, edition: text('修改') }));
      okay(await removeDraft(tx, editor, { id }));
      expect(await standing(tx, id)).toEqual({ state: 'published', proposal: null });
      expect(await articleById(tx, 'zh', id)).toMatchObject({ title: '初稿' });
    }));
});

describe('checks before publishing', () => {
  const secret = '中奖者身份证 11010519491231002X。';
  test('personal data goes out only with a reason, which is remembered without the number', () =>
    inRollback(async (tx) => {
      const id = await draft(tx);
      okay(await saveEdition(tx, editor, { articleId: id, edition: text('名单', secret) }));
      expect(await publishArticle(tx, publisher, { id })).toMatchObject({ problems: [{ field: 'confirmed' }, {}] });
      okay(await publishArticle(tx, publisher, { id, confirmed: '依法公示' }));
      const rows = await tx.select().from(history).where(eq(history.action, 'publish'));
      expect(JSON.stringify(rows)).toContain('依法公示');
      expect(JSON.stringify(rows)).not.toContain('19491231');
    }));
});
