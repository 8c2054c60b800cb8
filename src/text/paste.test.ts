import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markupOf } from '../../tests/support/markup.ts';
import { plainText, richDocument, type Block } from './document.ts';
import { cleanPaste } from './paste.ts';

const paste = (html: string) => cleanPaste(markupOf(html));
const types = (html: string) => paste(html).content.map(({ type }) => type);
const words = (block: Block | undefined) => (block ? plainText({ type: 'doc', content: [block] }) : '');

/** The shapes that Word writes to the clipboard. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; font-family:宋体;} @page WordSection1 {size:595.3pt 841.9pt;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<h1 style='text-align:center'><b><span lang=EN-US style='font-family:宋体'>2024</span></b><b>年产业集群<span lang=EN-US><o:p></o:p></span></b></h1>
<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'>到<span lang=EN-US>2026</span>年，“三个<span style='font-weight:bold'>千亿级</span>”集群。<span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>智能网联汽车</p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span></span><![endif]>生物医药</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;</span></span><![endif]>新材料</p>
<p class=MsoNormal><span lang=EN-US><!--[if gte vml 1]><v:shape id="图片_x0020_1"><v:imagedata src="file:///C:/Users/x/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=300 height=200 src="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" alt="图片 1" v:shapes="图片_x0020_1"><![endif]></span></p>
<table class=MsoTableGrid border=1><tr><td width=100 colspan=2><p class=MsoNormal align=center><b>集群</b></p></td></tr><tr><td><p>装备</p></td><td><p>1000<sup>注</sup></p></td></tr></table>
<!--EndFragment--></body></html>`;

test('a text from Word is its words, headings, lists, table and a picture that waits', () => {
  expect(types(word)).toEqual(['heading', 'paragraph', 'orderedList', 'bulletList', 'figure', 'table']);
  const { content } = paste(word);
  expect(content[0]).toEqual({
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text: '2024年产业集群' }],
  });
  expect(words(content[1])).toBe('到2026年，“三个千亿级”集群。');
  expect(JSON.stringify(content[1])).toContain('"bold"');
  expect(words(content[2])).toBe('智能网联汽车\n生物医药');
  expect(content[4]).toEqual({ type: 'figure', attrs: { file: null, source: null, alt: '', caption: '' } });
  expect(JSON.stringify(content)).not.toMatch(/mso|style|file:|C:/i);
});

test('items of WPS, which draws its numbers in Chinese, are a list', () => {
  const html = `<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1;"><span style="mso-list:Ignore;">一、</span><span style="font-family:仿宋_GB2312">申报条件</span></p>
    <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1;"><span style="mso-list:Ignore;">二、</span><span>申报材料</span></p>
    <p><span style="mso-spacerun:'yes';font-weight:bold;">附件</span></p>`;
  expect(types(html)).toEqual(['orderedList', 'paragraph']);
});

test('a text from WeChat is its words and its pictures, without the boxes around them', () => {
  const html = `<section data-tools="135编辑器" style="border:1px solid;"><section style="width:10px;height:10px;background:#f00;"><span></span></section>
    <section><p style="text-indent:2em;"><span leaf="" style="letter-spacing:1px;">园区发布</span><strong><span>新政策</span></strong></p>
    <p><br></p><p><img class="rich_pages wxw-img" data-src="https://mmbiz.qpic.cn/mmbiz_png/a/640?wx_fmt=png" data-ratio="0.5" alt="图片" src="data:image/svg+xml;base64,x"></p></section></section>
    <mp-common-profile data-nickname="x"></mp-common-profile>`;
  expect(types(html)).toEqual(['paragraph', 'figure']);
  expect(paste(html).content[1]).toMatchObject({
    attrs: { file: null, source: 'https://mmbiz.qpic.cn/mmbiz_png/a/640?wx_fmt=png', alt: '' },
  });
});

test('a text from a page keeps its links, and loses what runs, frames and decorates', () => {
  const html = `<b style="font-weight:normal" id="docs-internal-guid"><p>见<a href="https://zone.example/a" onclick="x()">方案</a>
    和<a href="javascript:alert(1)">这里</a><script>alert(1)</script></p></b><iframe src="//evil"></iframe>
    <figure><img src="https://zone.example/p.jpg" alt="签约现场"><figcaption>签约仪式</figcaption></figure><img src="x.gif" width="1" height="1">
    <ul><li>一<ul><li>二</li></ul></li></ul><blockquote><h2>说</h2></blockquote><svg><text>x</text></svg>`;
  expect(types(html)).toEqual(['paragraph', 'figure', 'bulletList', 'blockquote']);
  const all = JSON.stringify(paste(html));
  expect(all).not.toMatch(/javascript|alert|onclick|evil|bold/);
  expect(all).toContain('签约仪式');
});

test('a table that only lays out a page is the text in it', () => {
  expect(types('<table><tr><td><p>一</p><p>二</p></td></tr></table>')).toEqual(['paragraph', 'paragraph']);
});

test('whatever is pasted, what comes of it may be stored', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '<table><tr><td>',
      '</table>',
      '<li>',
      '<ol>',
      '<h1>',
      '<a href="',
      '">',
      '<img src=',
      '<br><br>',
      '\0',
      '\ud800',
      '<svg><p>',
      '<td colspan=1e9>',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(richDocument.safeParse(paste(pieces.join(''))).success).toBe(true);
    }),
  );
});
