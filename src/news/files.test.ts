import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { readableFile } from '#files/read.server.ts';
import { files } from '#files/tables.server.ts';
import { announceFile, deleteFile } from '#files/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { documentOf, type RichDocument } from '#text/document.ts';
import { firstPicture } from './pictures.ts';
import { articleById } from './read.server.ts';
import { attachments } from './tables.server.ts';
import { attachFiles } from './write-attachments.server.ts';
import { saveImportedArticle } from './write-import.server.ts';
import { publishArticle } from './write-publish.server.ts';
import { withdrawArticle } from './write-review.server.ts';
import { saveEdition } from './write.server.ts';

const [here, there] = ['32101026', '34101001'];
const editor: Actor = { id: 'account:1', name: 'e', memberships: [{ role: 'editor', zone: here }] };
const neighbour: Actor = { id: 'account:2', name: 'n', memberships: [{ role: 'editor', zone: there }] };

async function upload(tx: Tx, zone: string, isPicture: boolean): Promise<string> {
  const forms = [480, 900].flatMap((width) => [
    { name: `${width}.webp`, mediaType: 'image/webp', bytes: 5, sha256: 'a', width },
    { name: `${width}.jpg`, mediaType: 'image/jpeg', bytes: 9, sha256: 'b', width },
  ]);
  const document = [{ name: 'original', mediaType: 'application/pdf', bytes: 2_500_000, sha256: 'c' }];
  const size = isPicture ? { width: 900, height: 600 } : { width: null, height: null };
  const variants = isPicture ? forms : document;
  const [name, mediaType] = isPicture ? ['会场.jpg', 'image/jpeg'] : ['议程.pdf', 'application/pdf'];
  const about = { name, mediaType, bytes: 2_500_000, storedBytes: 28, sha256: 'd', variants, ...size };
  const announced = await announceFile(tx, commandLine, { zone, prepared: { about, paths: new Map() }, quota: 1e9 });
  if (!announced.ok) throw new Error('refused');
  await tx.update(files).set({ state: 'kept' }).where(eq(files.id, announced.value));
  return announced.value;
}

async function articleWith(tx: Tx, file: string): Promise<number> {
  const attrs = { file, source: null, alt: '会场', caption: '会场全景' };
  const body: RichDocument = { type: 'doc', content: [{ type: 'figure', attrs }] };
  const edition = { lang: 'zh' as const, title: '大会召开', source: '新华社', body: documentOf(['正文']) };
  const place = { columnSlug: 'text', zoneCode: here, cityCode: null, publishedAt: new Date('2024-02-01T01:30:00Z') };
  const saved = await saveImportedArticle(tx, commandLine, {
    ...{ sourceAddress: null, contentHash: 'h', edition, publish: false, ...place },
  });
  if (!saved.ok) throw new Error('refused');
  const articleId = saved.value.id;
  await saveEdition(tx, commandLine, { articleId, edition: { ...edition, body } });
  return articleId;
}

const named = (id: string, name = '议程.pdf') => ({ id, name });

const inZones = (work: (tx: Tx) => Promise<void>) => () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await work(tx);
  });

test(
  'a picture is public as long as the article that shows it is',
  inZones(async (tx) => {
    const file = await upload(tx, here, true);
    const asked = { id: file, variant: '480.webp' };
    const id = await articleWith(tx, file);
    expect(await readableFile(tx, visitor, asked)).toBeUndefined();
    expect(await deleteFile(tx, editor, file)).toMatchObject({ ok: false });
    await publishArticle(tx, commandLine, id);
    expect(await readableFile(tx, visitor, asked)).toMatchObject({ isPublic: true });
    const article = await articleById(tx, 'zh', id);
    expect(article?.pictures[file]).toMatchObject({ width: 900, height: 600, src: `/files/${file}/900.jpg` });
    expect(article && firstPicture(article)).toBe(`/files/${file}/900.jpg`);
    await withdrawArticle(tx, commandLine, { id, reason: '撤回' });
    expect(await readableFile(tx, visitor, asked)).toBeUndefined();
  }),
);

test(
  'an article that names another zone’s picture does not make it public',
  inZones(async (tx) => {
    const file = await upload(tx, there, true);
    const id = await articleWith(tx, file);
    await publishArticle(tx, commandLine, id);
    expect(await readableFile(tx, visitor, { id: file, variant: '480.webp' })).toBeUndefined();
    expect((await articleById(tx, 'zh', id))?.pictures).toEqual({});
  }),
);

test(
  'files are attached by the zone’s own editors, from the zone’s own files',
  inZones(async (tx) => {
    const [mine, theirs] = [await upload(tx, here, false), await upload(tx, there, false)];
    const articleId = await articleWith(tx, await upload(tx, here, true));
    await tx.insert(attachments).values({ articleId, position: 0, name: '表', address: 'https://a.example/b.xls' });
    for (const actor of [visitor, neighbour])
      expect(await attachFiles(tx, actor, { articleId, files: [named(mine)] })).toMatchObject({ ok: false });
    expect(await attachFiles(tx, editor, { articleId, files: [named(theirs)] })).toMatchObject({ ok: false });
    expect((await articleById(tx, 'zh', articleId))?.attachments).toHaveLength(1);
    expect(await attachFiles(tx, editor, { articleId, files: [named(mine)] })).toMatchObject({ ok: true });
    expect((await articleById(tx, 'zh', articleId))?.attachments).toEqual([
      { name: '表', address: 'https://a.example/b.xls', mediaType: '', bytes: null },
      { name: '议程.pdf', address: `/files/${mine}/original`, mediaType: 'application/pdf', bytes: 2_500_000 },
    ]);
    expect(await attachFiles(tx, editor, { articleId, files: [] })).toMatchObject({ ok: true });
    expect((await articleById(tx, 'zh', articleId))?.attachments).toHaveLength(1);
  }),
);

test(
  'attachments are named and ordered; those of a published article are a publisher’s to change',
  inZones(async (tx) => {
    const [one, two] = [await upload(tx, here, false), await upload(tx, here, false)];
    const articleId = await articleWith(tx, await upload(tx, here, true));
    const list = [named(two, '会议议程'), named(one, '参会名单')];
    expect(await attachFiles(tx, editor, { articleId, files: list })).toMatchObject({ ok: true });
    const offered = async () => (await articleById(tx, 'zh', articleId))?.attachments.map(({ name }) => name);
    expect(await offered()).toEqual(['会议议程', '参会名单']);
    for (const name of ['', '\0', 'x'.repeat(301)])
      expect(await attachFiles(tx, editor, { articleId, files: [named(one, name)] })).toMatchObject({ ok: false });
    await publishArticle(tx, commandLine, articleId);
    expect(await attachFiles(tx, editor, { articleId, files: [] })).toMatchObject({ ok: false });
    expect(await attachFiles(tx, { ...neighbour, id: 'account:3' }, { articleId, files: [] })).toMatchObject({
      ok: false,
    });
    expect(await offered()).toEqual(['会议议程', '参会名单']);
    const publisher: Actor = { id: 'account:4', name: 'p', memberships: [{ role: 'publisher', zone: here }] };
    expect(await attachFiles(tx, publisher, { articleId, files: [] })).toMatchObject({ ok: true });
    expect(await offered()).toEqual([]);
  }),
);

test(
  'while a text is written, a small form of its picture is found without knowing which forms there are',
  inZones(async (tx) => {
    const [picture, document] = [await upload(tx, here, true), await upload(tx, here, false)];
    const formOf = async (id: string, variant: string) =>
      (await readableFile(tx, editor, { id, variant }))?.variant.name;
    expect(await formOf(picture, 'small')).toBe('900.jpg');
    expect(await formOf(document, 'small')).toBeUndefined();
    expect(await formOf(picture, 'large')).toBeUndefined();
    expect(await readableFile(tx, neighbour, { id: picture, variant: 'small' })).toBeUndefined();
  }),
);
