import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Lang } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { documentOf } from '#text/document.ts';
import { inRollback } from '../../tests/support/database.ts';
import { both, draft, editor, okay } from '../../tests/support/review.ts';
import { articleInWriting, originalOf } from './read-writing.server.ts';
import { articleById } from './read.server.ts';
import { editions } from './tables.server.ts';
import { isOf } from './translates.ts';
import { emptyText } from './working-copy.ts';
import { publishArticle } from './write-publish.server.ts';
import { restoreRevision } from './write-restore.server.ts';
import { saveText } from './write-save.server.ts';
import { saveWorkingCopy } from './write-working-copy.server.ts';

test.each([
  ['the revision it was made from', { revision: 3, version: 0 }, true],
  ['a later revision', { revision: 4, version: 0 }, false],
  ['a change to it that is under way', { revision: 3, version: 9 }, false],
  ['an earlier revision, which nothing brings back', { revision: 2, version: 0 }, true],
])('a translation of revision 3, held against %s', (_, original, fits) => {
  expect(isOf({ revision: 3, version: 0 }, original)).toBe(fits);
});

test('a translation of a change under way fits that change, and not the next', () => {
  expect(isOf({ revision: 3, version: 9 }, { revision: 3, version: 9 })).toBe(true);
  expect(isOf({ revision: 3, version: 9 }, { revision: 3, version: 10 })).toBe(false);
});

type Step = (tx: Tx, id: number) => Promise<unknown>;

/** Saves a line in one language, on top of whatever is there. */
const write =
  (lang: Lang, line: string, { upToDate = false, by = editor } = {}): Step =>
  async (tx, id) => {
    const now = (await articleInWriting(tx, by, id))?.writings.find((one) => one.lang === lang);
    const text = { ...(now?.text ?? emptyText('园区办')), title: 'T', body: documentOf([line]) };
    okay(
      await saveText(tx, by, {
        articleId: id,
        lang,
        version: now?.version ?? 0,
        revision: now?.revision ?? 0,
        text,
        upToDate,
      }),
    );
  };
const autosave =
  (lang: Lang, line: string): Step =>
  async (tx, id) => {
    const now = (await articleInWriting(tx, editor, id))?.writings.find((one) => one.lang === lang);
    const text = { ...(now?.text ?? emptyText('园区办')), title: 'T', body: documentOf([line]) };
    okay(
      await saveWorkingCopy(tx, editor, {
        articleId: id,
        lang,
        version: now?.version ?? 0,
        revision: now?.revision ?? 0,
        text,
      }),
    );
  };
const publish: Step = async (tx, id) => okay(await publishArticle(tx, both, id));
const restoreFirst: Step = async (tx, id) => okay(await restoreRevision(tx, editor, { id, lang: 'en', revision: 1 }));

async function english(tx: Tx, id: number) {
  const writing = (await articleInWriting(tx, editor, id))?.writings.find(({ lang }) => lang === 'en');
  return writing?.freshness;
}

describe('a translation is current only when it was made from, or held against, the original as it stands', () => {
  test.each<[string, 'current' | 'stale', Step[]]>([
    ['new', 'current', [write('en', 'One')]],
    ['only kept so far', 'current', [autosave('en', 'One')]],
    ['whose original went on', 'stale', [write('en', 'One'), write('zh', '二')]],
    ['begun before its original went on', 'stale', [autosave('en', 'One'), write('zh', '二'), write('en', 'One.')]],
    ['touched after its original went on', 'stale', [write('en', 'One'), write('zh', '二'), write('en', 'One!')]],
    [
      'checked after its original went on',
      'current',
      [write('en', 'One'), write('zh', '二'), write('en', 'Two', { upToDate: true })],
    ],
    [
      'checked without a change',
      'current',
      [write('en', 'One'), write('zh', '二'), write('en', 'One', { upToDate: true })],
    ],
    ['published', 'current', [write('en', 'One'), publish]],
    ['published stale', 'stale', [write('en', 'One'), write('zh', '二'), publish]],
    ['touched and published', 'stale', [write('en', 'One'), write('zh', '二'), publish, write('en', 'One!'), publish]],
    [
      'checked and published',
      'current',
      [write('en', 'One'), write('zh', '二'), publish, write('en', 'Two', { upToDate: true }), publish],
    ],
    ['of what is changed since it went out', 'stale', [write('en', 'One'), publish, write('zh', '二')]],
    [
      'touched beside a change to the original',
      'stale',
      [write('en', 'One'), publish, write('zh', '二'), write('en', 'One!'), publish],
    ],
    [
      'made beside a change to the original',
      'current',
      [write('en', 'One'), publish, write('zh', '二'), write('en', 'Two', { upToDate: true }), publish],
    ],
    [
      'made beside a change that went on',
      'stale',
      [
        write('en', 'One'),
        publish,
        write('zh', '二'),
        write('en', 'Two', { upToDate: true }),
        write('zh', '三'),
        publish,
      ],
    ],
    ['begun beside a change to the original', 'current', [publish, write('zh', '二'), autosave('en', 'Two'), publish]],
    ['brought back from before', 'stale', [write('en', 'One'), write('en', 'Two'), restoreFirst]],
    ['brought back and published', 'stale', [write('en', 'One'), write('en', 'Two'), restoreFirst, publish]],
  ])('one %s is %s', (_, freshness, steps) =>
    inRollback(async (tx) => {
      const id = await draft(tx);
      for (const step of steps) await step(tx, id);
      expect(await english(tx, id)).toBe(freshness);
    }),
  );
});

test('an editor’s check of a published translation goes out with its publication, a publisher’s at once', () =>
  inRollback(async (tx) => {
    const id = await draft(tx);
    const open = async () => (await articleById(tx, 'en', id))?.freshness;
    for (const step of [write('en', 'One'), write('zh', '二'), publish]) await step(tx, id);
    expect(await open()).toBe('stale');
    await write('en', 'One', { upToDate: true })(tx, id);
    expect([await open(), await english(tx, id)]).toEqual(['stale', 'current']);
    await publish(tx, id);
    expect(await open()).toBe('current');
    for (const step of [write('zh', '三'), publish, write('en', 'One', { upToDate: true, by: both })])
      await step(tx, id);
    expect(await open()).toBe('current');
  }));

test('a publisher’s check of new words does not vouch for the old ones', () =>
  inRollback(async (tx) => {
    const id = await draft(tx);
    for (const step of [write('en', 'One'), write('zh', '二'), publish]) await step(tx, id);
    await write('en', 'Two', { upToDate: true, by: both })(tx, id);
    expect((await articleById(tx, 'en', id))?.freshness).toBe('stale');
  }));

test('what changed since is told from the text that was translated, a change under way included', () =>
  inRollback(async (tx) => {
    const id = await draft(tx);
    const first = (await originalOf(tx, id, 'en'))?.body;
    for (const step of [write('en', 'One'), write('zh', '二'), publish]) await step(tx, id);
    expect(await originalOf(tx, id, 'en')).toMatchObject({ before: first, body: documentOf(['二']) });
    for (const step of [write('en', 'Two', { upToDate: true }), publish]) await step(tx, id);
    expect((await originalOf(tx, id, 'en'))?.before).toBeUndefined();
    await write('zh', '三')(tx, id);
    expect(await originalOf(tx, id, 'en')).toMatchObject({ before: documentOf(['二']), body: documentOf(['三']) });
    const ofOriginal = and(eq(editions.articleId, id), eq(editions.original, true));
    expect((await tx.select().from(editions).where(ofOriginal))[0]?.translatesRevision).toBeNull();
  }));
