import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor, type Role } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { documentOf } from '#text/document.ts';
import { cloneTemplate, inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { articleInWriting } from './read-writing.server.ts';
import { articles, editionDrafts, editionRevisions, editions } from './tables.server.ts';
import { emptyText, type WorkingText } from './working-copy.ts';
import { createArticle } from './write-create.server.ts';
import { setPlacement } from './write-placement.server.ts';
import { saveText } from './write-save.server.ts';
import { discardWorkingCopy, saveWorkingCopy } from './write-working-copy.server.ts';

const here = '32101026';
const who = (role: Role, zone = here, id = 1): Actor => ({
  id: `account:${id}`,
  accountId: id,
  name: role,
  memberships: [{ role, zone }],
});
const editor = who('editor');

function text(...lines: string[]): WorkingText {
  return { ...emptyText('园区办'), title: '产业集群规划', body: documentOf(lines) };
}

async function begun(tx: Tx): Promise<number> {
  await twoZones(tx);
  const made = await createArticle(tx, editor, {
    lang: 'zh',
    title: '产业集群规划',
    zoneCode: here,
    columnSlug: 'text',
  });
  if (!made.ok) throw new Error('not begun');
  return made.value.id;
}

const first = { lang: 'zh', version: 0, revision: 1 } as const;

test('an editor begins an article of the own zone: a draft with its title, from the zone itself', () =>
  inRollback(async (tx) => {
    const id = await begun(tx);
    const article = await articleInWriting(tx, editor, id);
    expect(article).toMatchObject({ state: 'draft', zoneCode: here, columnSlug: 'text' });
    expect(article?.writings).toMatchObject([{ lang: 'zh', original: true, pending: false, revision: 1 }]);
    expect(article?.writings[0]?.text.source).toBe('相城经济技术开发区');
  }));

test('what is written is kept beside what was saved, and saving makes it a revision', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    const kept = await saveWorkingCopy(tx, editor, { articleId, ...first, text: text('一') });
    expect(kept).toMatchObject({ ok: true, value: { kept: true, revision: 1 } });
    const version = kept.ok && kept.value.kept ? kept.value.version : 0;
    const more = await saveWorkingCopy(tx, editor, { articleId, ...first, version, text: text('一', '二') });
    expect(more).toMatchObject({ ok: true, value: { kept: true, version: version + 1 } });
    const saved = await saveText(tx, editor, {
      articleId,
      ...first,
      version: version + 1,
      text: text('一', '二', '三'),
    });
    expect(saved).toMatchObject({ ok: true, value: { kept: true, version: 0, revision: 2 } });
    expect(await tx.select().from(editionDrafts)).toEqual([]);
    expect(await tx.select().from(editionRevisions)).toHaveLength(2);
  }));

test('the second of two editors gets the text of the first, and overwrites nothing', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    const other = who('editor', here, 2);
    await saveWorkingCopy(tx, editor, { articleId, ...first, text: text('甲') });
    const late = await saveWorkingCopy(tx, other, { articleId, ...first, text: text('乙') });
    expect(late).toMatchObject({ ok: true, value: { kept: false, theirs: { text: text('甲') } } });
    const lateSave = await saveText(tx, other, { articleId, ...first, text: text('乙') });
    expect(lateSave).toMatchObject({ ok: true, value: { kept: false } });
    expect((await articleInWriting(tx, editor, articleId))?.writings[0]?.text).toEqual(text('甲'));
  }));

test('a window from before the text was discarded does not bring it back', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    const kept = await saveWorkingCopy(tx, editor, { articleId, ...first, text: text('甲') });
    const version = kept.ok && kept.value.kept ? kept.value.version : 0;
    expect(await discardWorkingCopy(tx, editor, { articleId, lang: 'zh', version })).toMatchObject({ ok: true });
    await saveWorkingCopy(tx, who('editor', here, 2), { articleId, ...first, text: text('新') });
    const late = await saveWorkingCopy(tx, editor, { articleId, ...first, version, text: text('旧') });
    expect(late).toMatchObject({ ok: true, value: { kept: false, theirs: { text: text('新') } } });
  }));

test('the same text again, as after an answer that was lost, is no conflict', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    const one = await saveWorkingCopy(tx, editor, { articleId, ...first, text: text('甲') });
    expect(await saveWorkingCopy(tx, editor, { articleId, ...first, text: text('甲') })).toEqual(
      expect.objectContaining({ ok: true, value: expect.objectContaining({ kept: true }) as unknown }),
    );
    expect(one.ok).toBe(true);
  }));

test('what equals the saved text is nothing of its own', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    const kept = await saveWorkingCopy(tx, editor, { articleId, ...first, text: text('甲') });
    const version = kept.ok && kept.value.kept ? kept.value.version : 0;
    const [saved] = (await tx.select().from(editions)).map(({ title, source, body }) => ({ title, source, body }));
    const back = { ...emptyText(''), ...saved };
    const again = await saveWorkingCopy(tx, editor, { articleId, ...first, version, text: back });
    expect(again).toMatchObject({ ok: true, value: { kept: true, version: 0 } });
    expect(await tx.select().from(editionDrafts)).toEqual([]);
  }));

test('saving does not change what the public reads', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    await tx.update(articles).set({ state: 'published', publishedAt: new Date() }).where(eq(articles.id, articleId));
    const before = await tx.select().from(editions);
    const saved = await saveText(tx, who('publisher'), { articleId, ...first, text: text('改') });
    expect(saved).toMatchObject({ ok: true, value: { kept: true } });
    expect(await tx.select().from(editions)).toEqual(before);
    expect(await tx.select().from(editionDrafts)).toHaveLength(1);
  }));

test('what was withdrawn is not written in', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    await tx.update(articles).set({ state: 'withdrawn', publishedAt: new Date() }).where(eq(articles.id, articleId));
    expect(await saveWorkingCopy(tx, editor, { articleId, ...first, text: text('改') })).toMatchObject({ ok: false });
  }));

test('a translation that was only touched stays as old as it was; one that was checked is new', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    const en = { articleId, lang: 'en' as const, version: 0 };
    await saveText(tx, editor, { ...en, revision: 0, text: text('One') });
    await saveText(tx, editor, { articleId, ...first, text: text('一') });
    await saveText(tx, editor, { ...en, revision: 1, text: text('One!') });
    const freshness = async () =>
      (await articleInWriting(tx, editor, articleId))?.writings.find(({ lang }) => lang === 'en')?.freshness;
    expect(await freshness()).toBe('stale');
    await saveText(tx, editor, { ...en, revision: 2, text: text('One and all'), upToDate: true });
    expect(await freshness()).toBe('current');
  }));

test('a published article is moved by a publisher, and never dated anew', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    const at = new Date('2024-02-01T01:30:00Z');
    const published = { state: 'published', publishedAt: at, firstPublishedAt: at } as const;
    await tx.update(articles).set(published).where(eq(articles.id, articleId));
    const move = { articleId, zoneCode: here, columnSlug: 'notices', publishedAt: at };
    expect(await setPlacement(tx, editor, move)).toMatchObject({ ok: false });
    expect(await setPlacement(tx, who('publisher'), { ...move, publishedAt: new Date() })).toMatchObject({
      ok: false,
      problems: [{ field: 'published_at' }],
    });
    expect(await setPlacement(tx, who('publisher'), move)).toMatchObject({ ok: true, value: { changed: true } });
  }));

test.each<[string, Actor]>([
  ['a visitor', visitor],
  ['an editor of another zone', who('editor', '34101001')],
  ['a publisher of another zone', who('publisher', '34101001')],
  ['a broker', who('broker')],
  ['an officer', who('officer')],
  ['a leader', who('leader')],
  ['a member', who('member')],
])('%s can neither begin, keep, save, discard nor place, and nothing changes', (_, actor) =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    await saveWorkingCopy(tx, editor, { articleId, ...first, text: text('甲') });
    const all = async () => [await tx.select().from(articles), await tx.select().from(editionDrafts)];
    const before = await all();
    const placed = { articleId, zoneCode: here, columnSlug: null, publishedAt: null };
    const refusals = [
      await createArticle(tx, actor, { lang: 'zh', title: 'x', zoneCode: here, columnSlug: null }),
      await saveWorkingCopy(tx, actor, { articleId, ...first, text: text('乙') }),
      await saveText(tx, actor, { articleId, ...first, text: text('乙') }),
      await discardWorkingCopy(tx, actor, { articleId, lang: 'zh', version: 1 }),
      await setPlacement(tx, actor, placed),
    ];
    expect(refusals.map(({ ok }) => ok)).toEqual([false, false, false, false, false]);
    expect(await articleInWriting(tx, actor, articleId)).toBeUndefined();
    expect(await all()).toEqual(before);
  }),
);

test('nobody moves an article into a zone that is not theirs', () =>
  inRollback(async (tx) => {
    const articleId = await begun(tx);
    const away = { articleId, zoneCode: '34101001', columnSlug: 'text', publishedAt: null };
    expect(await setPlacement(tx, editor, away)).toMatchObject({ ok: false, problems: [{ field: 'zone' }] });
  }));

test('fifty editors save at once: none is lost, none is there twice', { timeout: 60_000 }, async () => {
  const database = await cloneTemplate();
  try {
    const articleId = await database.inTransaction(commandLine, begun);
    const save = async (number: number) => {
      const by = who('editor', here, number);
      let now = { version: 0, revision: 1, text: text() };
      for (let tries = 0; tries < 200; tries += 1) {
        const lines = [...now.text.body.content, ...documentOf([`第 ${number} 位`]).content];
        const mine = { ...now.text, title: '产业集群规划', body: { type: 'doc' as const, content: lines } };
        const outcome = await database.inTransaction(by, (tx) =>
          saveText(tx, by, { articleId, lang: 'zh', version: now.version, revision: now.revision, text: mine }),
        );
        if (!outcome.ok) throw new Error(outcome.problems[0]?.says.en);
        if (outcome.value.kept) return;
        now = outcome.value.theirs;
      }
      throw new Error('never kept');
    };
    await Promise.all(Array.from({ length: 50 }, (_, number) => save(number + 1)));
    const [edition] = await database.inTransaction(commandLine, (tx) => tx.select().from(editions));
    const lines = edition?.bodyText.split('\n') ?? [];
    expect(new Set(lines).size).toBe(50);
    expect(lines).toHaveLength(50);
    const revisions = await database.inTransaction(commandLine, (tx) => tx.select().from(editionRevisions));
    expect(revisions).toHaveLength(51);
  } finally {
    await database.close();
  }
});
