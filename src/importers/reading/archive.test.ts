import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwoText } from '#language/lang.ts';
import { importWords as words } from '#language/words/importers.ts';
import { findItems } from '../find.server.ts';
import { storedZip } from '../recognise/stored-zip.server.ts';
import { isUnsafeName, listArchive, openArchive, readEntry } from './archive.server.ts';
import { ReaderPool } from './pool.server.ts';

const page =
  '<h1>Ten projects started</h1><p>2024-02-01</p><div id="zoom"><p>Ten projects were started on Thursday.</p></div>';

describe('a ZIP', () => {
  let folder: string;
  let pool: ReaderPool;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yuanlian-zip-'));
    pool = new ReaderPool(1, [folder, join(folder, '*')]);
  });
  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function found(zip: Buffer): Promise<Record<string, TwoText | 'read'>> {
    const path = join(folder, 'some.zip');
    await writeFile(path, zip);
    const all: Record<string, TwoText | 'read'> = {};
    for await (const one of findItems([path], (archive) => pool.list(archive))) {
      const name = ('item' in one ? one.item.name : one.path).replace(`${path}!`, '');
      all[name] = 'item' in one ? 'read' : one.reason;
    }
    await pool.close();
    return all;
  }
  const entry = (name: string, text = page) => ({ name, bytes: Buffer.from(text) });

  it('gives its pages, and leaves pictures and hidden files alone', async () => {
    const zip = storedZip([
      entry('2024/a.html'),
      entry('2024/p.jpg'),
      entry('__MACOSX/._a.html'),
      entry('文件.txt'),
      entry('in.zip'),
    ]);
    expect(await found(zip)).toEqual({ '2024/a.html': 'read', '文件.txt': 'read', 'in.zip': 'read' });
  });

  it('refuses each entry that climbs out, is a link or is encrypted, and reads the others', async () => {
    const zip = storedZip([
      entry('../up.html'),
      entry('/etc/x.html'),
      entry('C:\\x.html'),
      entry('link.html'),
      entry('secret.html'),
      entry('good.html'),
    ]);
    // The attributes of `link.html` in the directory, and the flag of encryption of `secret.html` in both its headers.
    const link = zip.lastIndexOf('link.html');
    zip.writeUInt32LE((0o120777 << 16) >>> 0, link - 8);
    const secret = zip.lastIndexOf('secret.html');
    zip.writeUInt16LE(0x0801, secret - 38);
    // Encryption adds twelve bytes to what is stored.
    zip.writeUInt32LE(page.length - 12, secret - 22);
    zip.writeUInt16LE(0x0801, zip.indexOf('secret.html') - 24);
    expect(await found(zip)).toEqual({
      '../up.html': words.refusals.unsafeEntryName,
      '/etc/x.html': words.refusals.unsafeEntryName,
      'C:\\x.html': words.refusals.unsafeEntryName,
      'link.html': words.refusals.symbolicLink,
      'secret.html': words.refusals.encryptedEntry,
      'good.html': 'read',
    });
  });

  it('refuses a bomb by what it announces, and one that lies by what comes out', async () => {
    const zeros = deflateRawSync(Buffer.alloc(30 * 1024 * 1024));
    expect(await found(deflated('bomb.html', zeros, 30 * 1024 * 1024))).toEqual({
      'bomb.html': words.refusals.unpacksTooLarge,
    });
    const liar = await openArchive(deflated('liar.html', zeros, 1000));
    const [first] = liar.entries;
    if (!first) throw new Error('no entry');
    await expect(readEntry(liar, first, 20 * 1024 * 1024)).rejects.toMatchObject({ refusal: 'brokenArchive' });
  });

  it('says that it is damaged, or too full', async () => {
    expect(await found(Buffer.from('PK\x03\x04nothing'))).toEqual({
      [join(folder, 'some.zip')]: words.refusals.brokenArchive,
    });
    const many = storedZip(Array.from({ length: 20 }, (_, at) => entry(`${at}.html`)));
    await expect(openArchive(many, 10)).rejects.toMatchObject({ refusal: 'tooManyEntries' });
    expect(listArchive(await openArchive(many))).toMatchObject({ ok: true });
  });

  it.each(['..', 'a/../b', '..\\a', '/a', '\\a', 'c:/a', 'a\u0000b'])('knows %j as a name that leads out', (name) => {
    expect(isUnsafeName(name)).toBe(true);
  });
  it.each(['a', 'a/b..c', '...', '新闻/一.html'])('lets %j pass', (name) => {
    expect(isUnsafeName(name)).toBe(false);
  });
});

/** A ZIP with one entry whose directory says `size`, whatever comes out of it. */
function deflated(name: string, data: Buffer, size: number): Buffer {
  const zip = storedZip([{ name, bytes: data }]);
  for (const at of [zip.indexOf(name) - 30, zip.lastIndexOf(name) - 46 + 2]) {
    zip.writeUInt16LE(8, at + 8);
    zip.writeUInt32LE(size, at + 22);
  }
  return zip;
}
