import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inFolder, photograph, zipOf } from '../../tests/support/files.ts';
import { prepare } from './prepare.server.ts';

const ole = (...names: string[]) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), ...names.map((name) => Buffer.from(`${name}\0`, 'utf16le'))]);

test('a photograph is kept upright, in several sizes, without place, camera and author', () =>
  inFolder(async (put) => {
    const prepared = await prepare({ path: await put('0', await photograph(3000, 2000)), name: 'IMG_1.JPG' });
    if (!prepared.ok) throw new Error('refused');
    const { about, paths } = prepared.value;
    expect(about).toMatchObject({ name: 'IMG_1.jpg', mediaType: 'image/jpeg', width: 2000, height: 3000 });
    expect([...paths.keys()]).toEqual([480, 960, 1600, 2000].flatMap((width) => [`${width}.webp`, `${width}.jpg`]));
    for (const path of paths.values()) {
      const bytes = await readFile(path);
      const kept = await sharp(bytes).metadata();
      expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect(bytes.includes('Zhang San')).toBe(false);
      expect((kept.width ?? 0) / (kept.height ?? 1)).toBeCloseTo(2 / 3, 2);
    }
    // The red mark of the top left corner is at the top right once the picture stands upright.
    const [red = 0, , blue = 255] = await sharp(paths.get('480.jpg'))
      .extract({ left: 470, top: 2, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeLessThan(60);
  }));

test('what hides behind a picture is gone once it was drawn anew', () =>
  inFolder(async (put) => {
    const polyglot = Buffer.concat([await photograph(), Buffer.from('<script>alert(1)</script><?php system(1);')]);
    const prepared = await prepare({ path: await put('0', polyglot), name: 'a.php.jpg' });
    if (!prepared.ok) throw new Error('refused');
    for (const path of prepared.value.paths.values()) expect((await readFile(path)).includes('<script')).toBe(false);
  }));

test('a moving picture still moves', () =>
  inFolder(async (put) => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((background) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const prepared = await prepare({ path: await put('0', moving), name: 'a.gif' });
    if (!prepared.ok) throw new Error('refused');
    expect(prepared.value.about).toMatchObject({ mediaType: 'image/gif', width: 20, height: 10 });
    for (const path of prepared.value.paths.values()) expect((await sharp(path).metadata()).pages).toBe(3);
  }));

test('a drawing without ground stays without one, and is white where that cannot be', () =>
  inFolder(async (put) => {
    const clear = await sharp({
      create: { width: 30, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const prepared = await prepare({ path: await put('0', clear), name: 'logo.png' });
    if (!prepared.ok) throw new Error('refused');
    expect((await sharp(prepared.value.paths.get('30.webp')).metadata()).hasAlpha).toBe(true);
    expect([...(await sharp(prepared.value.paths.get('30.jpg')).raw().toBuffer())].slice(0, 3)).toEqual([
      255, 255, 255,
    ]);
  }));

test.each<[string, Buffer | string, string]>([
  ['年报.pdf', '%PDF-1.7\n', 'application/pdf'],
  ['报告.docx', zipOf(['[Content_Types].xml', 'word/document.xml']), 'wordprocessingml'],
  ['表.xlsx', zipOf(['[Content_Types].xml', 'xl/workbook.xml']), 'spreadsheetml'],
  ['稿.pptx', zipOf(['[Content_Types].xml', 'ppt/presentation.xml']), 'presentationml'],
  ['文件.ofd', zipOf(['OFD.xml', 'Doc_0/Document.xml']), 'application/ofd'],
  ['旧.doc', ole('WordDocument'), 'application/msword'],
  ['旧.wps', ole('WordDocument'), 'application/msword'],
  ['旧.xls', ole('Workbook'), 'application/vnd.ms-excel'],
  ['旧.ppt', ole('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
  ['说明.txt', '中文说明\r\n', 'text/plain'],
  ['说明.txt', iconv.encode('中文说明', 'gb18030'), 'text/plain'],
  ['数据.csv', '名称,数值\n甲,1\n', 'text/csv'],
  ['材料.zip', zipOf(['材料/一.txt', '材料/二.txt']), 'application/zip'],
])('%s is known by its content', (name, content, mediaType) =>
  inFolder(async (put) => {
    const prepared = await prepare({ path: await put('0', content), name: 'whatever.exe' });
    const named = await prepare({ path: await put('1', content), name });
    expect(named).toMatchObject({
      ok: true,
      value: { about: { name, mediaType: expect.stringContaining(mediaType) } },
    });
    if (name.endsWith('csv')) return;
    expect(prepared.ok && prepared.value.about.mediaType).toContain(mediaType);
  }),
);

test.each<[string, Buffer | string, string]>([
  ['a page called a picture', '<!DOCTYPE html><script>alert(1)</script>', 'Web pages'],
  ['a drawing that can run', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'Web pages'],
  ['a drawing behind a prologue', '<?xml version="1.0"?><svg/>', 'Web pages'],
  ['a script of PHP', '<?php system($_GET[0]);', 'Web pages'],
  ['a script of a shell', '#!/bin/sh\n', 'Web pages'],
  ['a program', Buffer.from('4d5a90000300', 'hex'), 'not accepted'],
  ['bytes of no known kind', Buffer.from([1, 2, 3, 0, 255]), 'not accepted'],
  ['nothing', '', 'empty'],
  ['a document with macros', zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']), 'macros'],
  ['an old document with macros', ole('WordDocument', 'Macros'), 'macros'],
  ['an installer in an old container', ole('Property'), 'not accepted'],
  ['an archive that climbs out', zipOf(['../../etc/cron.d/x']), 'archive'],
  ['an archive with an absolute path', zipOf(['/etc/passwd']), 'archive'],
  ['an archive with a name twice', zipOf(['a.txt', 'A.TXT']), 'archive'],
  ['half an archive', zipOf(['a.txt']).subarray(0, 30), 'archive'],
  ['a picture of a telephone', Buffer.from('000000186674797068656963', 'hex'), 'HEIC'],
  ['half a picture', Buffer.from('ffd8ffe000104a464946', 'hex'), 'damaged'],
])('%s is refused with a sentence', (_what, content, says) =>
  inFolder(async (put) => {
    const prepared = await prepare({ path: await put('0', content), name: 'a.png' });
    expect(prepared).toMatchObject({
      ok: false,
      problems: [{ field: 'file', says: { en: expect.stringContaining(says) } }],
    });
  }),
);

test('a flood of pixels is refused before it is unpacked', () =>
  inFolder(async (put) => {
    const flood = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(flood.length).toBeLessThan(1024 * 1024);
    const started = performance.now();
    const prepared = await prepare({ path: await put('0', flood), name: 'a.png' });
    expect(prepared).toMatchObject({ ok: false, problems: [{ says: { en: expect.stringContaining('megapixels') } }] });
    expect(performance.now() - started).toBeLessThan(500);
  }));
