import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { mostEntries } from '../entry.ts';
import { entriesIn } from './entries.ts';

const at = 'https://zone.example.cn/news/list.html';
const read = (text: string, address = at) => entriesIn(Buffer.from(text), address);
const addresses = (text: string) => {
  const read = entriesIn(Buffer.from(text), at);
  return read.ok ? read.entries.map(({ address }) => address) : read.refusal;
};
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>园区</title>${items}</channel></rss>`;

describe('a feed', () => {
  it('gives the addresses of its entries, relative ones from where it was read', () => {
    expect(
      addresses(rss('<item><title>a</title><link>/n/1.html#top</link></item><item><link>2.html</link></item>')),
    ).toEqual(['https://zone.example.cn/n/1.html', 'https://zone.example.cn/news/2.html']);
  });

  it('takes a permanent guid where there is no link, and leaves out what has neither', () => {
    expect(
      addresses(
        rss(`<item><guid>https://zone.example.cn/n/3</guid></item><item><title>no way to it</title></item>
             <item><guid isPermaLink="false">https://zone.example.cn/n/4</guid></item>`),
      ),
    ).toEqual(['https://zone.example.cn/n/3']);
  });

  it('knows an address once, and as it stands first, whatever the guids say', () => {
    const entries = read(
      rss(`<item><title>new</title><link>/1</link><guid>same</guid></item><item><title>old</title><link>/1</link><guid>same</guid></item>
           <item><title>other</title><link>/2</link><guid>same</guid></item>`),
    );
    expect(entries.ok && entries.entries.map(({ title }) => title)).toEqual(['new', 'other']);
  });

  it('keeps scripts in titles as the text they are, and refuses addresses that are none', () => {
    const entries = read(
      rss(`<item><title><![CDATA[<script>alert(1)</script>]]></title><link>/1</link></item>
           <item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item>
           <item><link>http://a:b@zone.example.cn/</link></item>`),
    );
    expect(entries.ok && entries.entries).toEqual([
      { address: 'https://zone.example.cn/1', title: '<script>alert(1)</script>', changed: '' },
    ]);
  });

  it('is read as Atom and RDF too', () => {
    expect(
      addresses(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>urn:1</id><link rel="self" href="/no"/><link href="/1"/></entry></feed>',
      ),
    ).toEqual(['https://zone.example.cn/1']);
    expect(
      addresses(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>x</title></channel><item><title>t</title><link>http://a/2</link></item></rdf:RDF>',
      ),
    ).toEqual(['http://a/2']);
  });

  it('with a DOCTYPE or an entity is refused before it is parsed', () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(addresses(`<?xml version="1.0"?>${bomb}<rss><channel><item><title>&b;</title></item></channel></rss>`)).toBe(
      'unknownKind',
    );
    expect(addresses('<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd"><rss version="2.0"><channel/></rss>')).toBe(
      'doctype',
    );
    expect(addresses(`<rss version="2.0"><!ENTITY x "y"><channel/></rss>`)).toBe('doctype');
  });

  it('of a hundred thousand entries gives the first two hundred', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `<item><link>/${at}</link></item>`).join('');
    expect(addresses(rss(many))).toHaveLength(mostEntries);
  });

  it('that is broken is refused as that', () => {
    expect(addresses('<rss')).toEqual(expect.any(String));
    expect(addresses('%PDF-1.7')).toBe('unknownKind');
  });
});

describe('a list page', () => {
  it('gives the links of its rows, and none of its navigation', () => {
    const page = readFileSync('tests/fixtures/pages/list-page.html');
    const entries = entriesIn(page, at);
    expect(entries.ok && entries.entries.length).toBeGreaterThanOrEqual(2);
    expect(entries.ok && entries.entries.every(({ title }) => title.length >= 5)).toBe(true);
  });

  it('takes rows with the date beside or below, and the whole title from its attribute', () => {
    const page = `<nav><a href="/">首页首页首页</a><a href="/about">关于我们关于我们</a></nav>
      <ul><li><a href="./202402/t1.html" title="园区集中开工十个重大项目">园区集中开工十个…</a><span>2024-02-01</span></li>
      <li><a href="/n/2.html">园区召开科创发展大会</a><span>2024-01-31</span></li>
      <li><a href="javascript:void(0)">点击这里查看更多内容</a><span>2024-01-31</span></li></ul>`;
    const entries = read(page);
    expect(entries.ok && entries.entries).toEqual([
      { address: 'https://zone.example.cn/news/202402/t1.html', title: '园区集中开工十个重大项目', changed: '' },
      { address: 'https://zone.example.cn/n/2.html', title: '园区召开科创发展大会', changed: '' },
    ]);
  });

  it('without dates gives the links that look like articles', () => {
    expect(
      addresses(
        '<a href="/about">关于我们关于我们关于</a><div><a href="/content/20240201.html">园区集中开工十个重大项目</a></div>',
      ),
    ).toEqual(['https://zone.example.cn/content/20240201.html']);
    expect(addresses('<p>没有链接的页面</p>')).toBe('noEntries');
  });
});
