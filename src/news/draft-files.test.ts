import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { files, fileUses } from '#files/tables.server.ts';
import { announceFile, deleteFile } from '#files/write.server.ts';
import { fileWords } from '#language/words/files.ts';
import type { Tx } from '#platform/database.server.ts';
import type { RichDocument } from '#text/document.ts';
import { inRollback } from '../../tests/support/database.ts';
import { draft, editor, here, okay, publisher } from '../../tests/support/review.ts';
import { emptyText } from './working-copy.ts';
import { publishArticle } from './write-publish.server.ts';
import { restoreRevision } from './write-restore.server.ts';
import { saveText } from './write-save.server.ts';
import { discardWorkingCopy, saveWorkingCopy } from './write-working-copy.server.ts';

async function picture(tx: Tx, zone: string): Promise<string> {
  const size = { bytes: 9, storedBytes: 9, width: 9, height: 9, sha256: 'a', variants: [] };
  const prepared = { about: { name: '图.jpg', mediaType: 'image/jpeg', ...size }, paths: new Map() };
  const announced = await announceFile(tx, commandLine, { zone, prepared, quota: 1e9 });
  if (!announced.ok) throw new Error('refused');
  await tx.update(files).set({ state: 'kept' }).where(eq(files.id, announced.value));
  return announced.value;
}
const showing = (file: string) => {
  const attrs = { file, source: null, alt: '会场', caption: '' };
  const body: RichDocument = { type: 'doc', content: [{ type: 'figure', attrs }] };
  return { ...emptyText('园区办'), title: '初稿', body };
};
const uses = async (tx: Tx) =>
  (await tx.select().from(fileUses).orderBy(fileUses.kind)).map(({ kind, isPublic }) => [kind, isPublic]);

test('a picture that stands only in a working copy cannot be deleted as unused, until the copy is thrown away', () =>
  inRollback(async (tx) => {
    const articleId = await draft(tx);
    const file = await picture(tx, here);
    const copy = { articleId, lang: 'zh', version: 0, revision: 1, text: showing(file) } as const;
    const kept = await saveWorkingCopy(tx, editor, copy);
    if (!kept.ok || !kept.value.kept) throw new Error('not kept');
    expect(await uses(tx)).toEqual([['article-draft', false]]);
    expect(await deleteFile(tx, editor, file)).toEqual({ ok: false, problems: [{ says: fileWords.stillUsed }] });
    okay(await discardWorkingCopy(tx, editor, { articleId, lang: 'zh', version: kept.value.version }));
    expect(await uses(tx)).toEqual([]);
    expect((await deleteFile(tx, editor, file)).ok).toBe(true);
  }));

test('saving or publishing hands the picture over to the article; an old revision brought back uses it again', () =>
  inRollback(async (tx) => {
    const articleId = await draft(tx);
    const text = showing(await picture(tx, here));
    okay(await saveText(tx, editor, { articleId, lang: 'zh', version: 0, revision: 1, text }));
    expect(await uses(tx)).toEqual([['article', false]]);
    okay(await restoreRevision(tx, editor, { id: articleId, lang: 'zh', revision: 2 }));
    expect(await uses(tx)).toEqual([
      ['article', false],
      ['article-draft', false],
    ]);
    okay(await publishArticle(tx, publisher, articleId));
    expect(await uses(tx)).toEqual([['article', true]]);
  }));

test('a working copy with another zone’s picture is refused, and nothing of it is kept', () =>
  inRollback(async (tx) => {
    const articleId = await draft(tx);
    const text = showing(await picture(tx, '34101001'));
    const refused = { ok: false, problems: [{ field: 'body', says: fileWords.notOfZone }] };
    const copy = { articleId, lang: 'zh', version: 0, revision: 1, text } as const;
    expect(await saveWorkingCopy(tx, editor, copy)).toEqual(refused);
    expect(await uses(tx)).toEqual([]);
  }));
