import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { history } from '#history/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { cloneTemplate, inRollback } from '../../tests/support/database.ts';
import {
  draft,
  editor,
  here,
  minuteAhead,
  okay,
  problem,
  publisher,
  second,
  seen,
  standing,
  text,
} from '../../tests/support/review.ts';
import { articleById } from './read.server.ts';
import { saveImportedArticle } from './write-import.server.ts';
import { approve } from './write-publish.server.ts';
import { sendBack, submitForReview, unschedule } from './write-review.server.ts';
import { publishDue, publishIfDue, schedule } from './write-scheduled.server.ts';
import { saveEdition } from './write.server.ts';

describe('a scheduled article', () => {
  const scheduled = async (tx: Tx) => {
    const id = await draft(tx);
    const at = minuteAhead();
    okay(await schedule(tx, publisher, { id, at }));
    return { id, at };
  };
  test('goes out at its minute and once', () =>
    inRollback(async (tx) => {
      const { id, at } = await scheduled(tx);
      expect(await publishIfDue(tx, id, new Date(at.getTime() - 1))).toBe(false);
      expect(await publishIfDue(tx, id, at)).toBe(true);
      expect(await publishIfDue(tx, id, at)).toBe(false);
      expect(await articleById(tx, 'zh', id)).toMatchObject({ state: 'published', publishedAt: at });
    }));
  test('that was changed after it was scheduled does not go out, and waits for review', () =>
    inRollback(async (tx) => {
      const { id, at } = await scheduled(tx);
      okay(await saveEdition(tx, editor, { articleId: id, edition: text('偷换') }));
      expect(await publishIfDue(tx, id, at)).toBe(false);
      expect(await standing(tx, id)).toMatchObject({ state: 'in_review' });
    }));
  test('that was stopped does not go out', () =>
    inRollback(async (tx) => {
      const { id, at } = await scheduled(tx);
      okay(await unschedule(tx, publisher, { id }));
      expect(await publishIfDue(tx, id, at)).toBe(false);
    }));
  test.each([
    [new Date(Date.now() - 60_000), '请选择将来一年以内的时间。'],
    [new Date(NaN), '请选择将来一年以内的时间。'],
    [new Date(minuteAhead().getTime() + 1000), '时间精确到分钟。'],
  ])('is not scheduled for %s', (at, says) =>
    inRollback(async (tx) => {
      const id = await draft(tx);
      expect(problem(await schedule(tx, publisher, { id, at }))).toBe(says);
    }),
  );
});

test('two workers and a sweep at the same second publish each article once; approving and sending back has one winner', async () => {
  const database = await cloneTemplate();
  try {
    const at = minuteAhead();
    const ids = await database.inTransaction(commandLine, async (tx) => {
      const one = await draft(tx);
      const two = await saveImportedArticle(tx, editor, {
        ...{ sourceAddress: null, contentHash: 'z', columnSlug: 'text', zoneCode: here, cityCode: null },
        ...{ publishedAt: null, edition: text('第二篇') },
      });
      if (!two.ok) throw new Error('no second draft');
      okay(await schedule(tx, publisher, { id: one, at }));
      okay(await schedule(tx, publisher, { id: two.value.id, at }));
      return [one, two.value.id];
    });
    const counts = await Promise.all([publishDue(database, at), publishDue(database, at), publishDue(database, at)]);
    expect(counts.reduce((sum, n) => sum + n)).toBe(2);
    const published = await database.inTransaction(commandLine, (tx) =>
      tx.select().from(history).where(eq(history.action, 'publish')),
    );
    expect(published.map(({ record }) => Number(record)).sort()).toEqual(ids.sort());

    const third = await database.inTransaction(commandLine, async (tx) => {
      const outcome = await saveImportedArticle(tx, editor, {
        ...{ sourceAddress: null, contentHash: 'y', columnSlug: 'text', zoneCode: here, cityCode: null },
        ...{ publishedAt: null, edition: text('第三篇') },
      });
      if (!outcome.ok) throw new Error('no third draft');
      okay(await submitForReview(tx, editor, { id: outcome.value.id }));
      return { id: outcome.value.id, seen: await seen(tx, outcome.value.id) };
    });
    const outcomes = await Promise.all([
      database.allOrNothing(publisher, (tx) => approve(tx, publisher, third)),
      database.allOrNothing(second, (tx) => sendBack(tx, second, { ...third, note: '再改' })),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.map(problem).filter(Boolean)).toEqual(['文章在您打开之后又有变动，请看过最新内容再操作。']);
  } finally {
    await database.close();
  }
});
