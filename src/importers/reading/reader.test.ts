import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '#text/document.ts';
import type { Recognition } from '../page.ts';
import { storedZip } from '../recognise/stored-zip.server.ts';
import { ReaderPool } from './pool.server.ts';
import { Reader } from './reader.server.ts';

const body = '2月1日上午，园区举行项目集中开工仪式，十个项目同时开工，总投资一百亿元。';
const page = `<h1>园区开工十个项目</h1><p>2024-02-01 来源：园区报</p><div id="zoom"><p>${body}</p></div>`;

/** A Word file of these paragraphs, with other parts beside them. */
function word(paragraphs: readonly string[], others: Readonly<Record<string, string>> = {}): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${paragraphs.map((text) => (text.startsWith('<') ? text : `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)).join('')}</w:body></w:document>`,
    ...others,
  };
  return storedZip(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
}

const lines = ['园区开工十个项目', '2024年2月1日 来源：园区报', body];
const picture =
  '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="现场"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
const outside = {
  'word/_rels/document.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
};

describe('a reader', () => {
  let folder: string;
  let pool: ReaderPool;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yuanlian-reader-'));
    pool = new ReaderPool(1, [folder, join(folder, '*')]);
  });
  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function read(name: string, bytes: Uint8Array | string): Promise<Recognition> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    const [recognition] = await pool.read([{ path, name }]);
    if (!recognition) throw new Error('no answer');
    return recognition;
  }
  const refusal = (recognition: Recognition) => (recognition.ok ? 'none' : recognition.refusal);
  const text = (recognition: Recognition) => (recognition.ok ? plainText(recognition.page.body) : recognition.refusal);

  it('refuses the file that takes too much and goes on with the next', async () => {
    expect(refusal(await read('deep.html', '<div>'.repeat(100_000)))).toBe('tooDeep');
    expect(refusal(await read('huge.html', Buffer.alloc(21 * 1024 * 1024, 0x61)))).toBe('tooLarge');
    expect(text(await read('good.html', page))).toBe(body);
  });

  it('is ended when a file takes too long, and the next file is read', async () => {
    const hasty = new Reader([folder, join(folder, '*')], 300);
    await writeFile(
      join(folder, 'slow.html'),
      `<p ${Array.from({ length: 600_000 }, (_, at) => `x${at}=1`).join(' ')}>`,
    );
    await writeFile(join(folder, 'next.html'), page);
    const results = await hasty.read(['slow.html', 'next.html'].map((name) => ({ path: join(folder, name), name })));
    await hasty.close();
    expect(results.map(refusal)).toEqual(['tooSlow', 'none']);
  });

  it('is replaced when a file ends it, and the files around are read', async () => {
    // More elements than the small heap holds, within the size a file may have.
    await writeFile(join(folder, 'a.html'), page);
    await writeFile(join(folder, 'bomb.html'), '<i>a'.repeat(4_500_000));
    await writeFile(join(folder, 'z.html'), page);
    const items = ['a.html', 'bomb.html', 'z.html'].map((name) => ({ path: join(folder, name), name }));
    const results = await pool.read(items);
    expect(results.map((one) => one.ok)).toEqual([true, false, true]);
  }, 60_000);

  it('sees nothing but the program and what is imported', async () => {
    const [outside] = await pool.read([{ path: '/etc/hostname', name: 'hostname' }]);
    expect(outside).toEqual({ ok: false, refusal: 'notReadable' });
    await symlink('/etc/hostname', join(folder, 'link.txt'));
    const [link] = await pool.read([{ path: join(folder, 'link.txt'), name: 'link.txt' }]);
    expect(link).toEqual({ ok: false, refusal: 'notReadable' });
  });

  it('reads Word files: title, facts, text', async () => {
    const recognition = await read('a.docx', word(lines));
    expect(recognition).toMatchObject({
      ok: true,
      page: { title: '园区开工十个项目', source: '园区报', publishedAt: { at: '2024-02-01T00:00:00+08:00' } },
    });
    expect(text(recognition)).toBe(body);
  });

  it('fetches no picture a Word file links to, and unpacks nothing it does not need', async () => {
    const recognition = await read(
      'link.docx',
      word([...lines, picture], { ...outside, 'word/vbaProject.bin': 'macro' }),
    );
    expect(text(recognition)).toBe(body);
    expect(JSON.stringify(recognition)).not.toContain('root:');
  });

  it.each([
    ['a document type', '<!DOCTYPE w [<!ENTITY a "b">]><x/>'],
    ['one in UTF-16', Buffer.from('\ufeff<!DOCTYPE x><x/>', 'utf16le').toString('latin1')],
  ])('refuses a Word file with %s', async (_, styles) => {
    const bytes = word(lines, { 'word/styles.xml': styles });
    expect(refusal(await read('type.docx', styles.startsWith('<') ? bytes : utf16Styles()))).toBe('wordWithDoctype');
  });

  function utf16Styles(): Buffer {
    return storedZip([{ name: 'word/document.xml', bytes: Buffer.from('\ufeff<!DOCTYPE x><x/>', 'utf16le') }]);
  }

  it('is not changed by a Word file with hostile style names', async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="__proto__"><w:name w:val="__proto__"/></w:style><w:style w:type="paragraph" w:styleId="constructor"><w:name w:val="constructor"/></w:style></w:styles>';
    await read('proto.docx', word(lines, { 'word/styles.xml': styles }));
    expect(text(await read('clean.docx', word(lines)))).toBe(body);
  });

  it('refuses broken and doubled Word files', async () => {
    expect(refusal(await read('broken.docx', word(lines).subarray(0, 300)))).toBe('brokenWord');
    const part = { name: 'word/document.xml', bytes: Buffer.from('<a/>') };
    expect(refusal(await read('twice.docx', storedZip([part, { ...part, name: 'word/Document.xml' }])))).toBe(
      'brokenWord',
    );
  });
});
