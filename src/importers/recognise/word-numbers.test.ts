import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberAs } from './word-number-format.ts';
import { typedNumbers } from './word-numbers.ts';

const level = (at: number, format: string, told: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${told}</w:lvl>`;
const numbering = `<w:numbering>
  <w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '<w:pStyle w:val="1"/><w:lvlText w:val="%1、"/>')}${level(1, 'chineseCounting', '<w:pStyle w:val="2"/><w:lvlText w:val="（%2）"/>')}${level(2, 'decimal', '<w:lvlText w:val="%3."/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '<w:lvlText w:val="%1."/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '<w:lvlText w:val="•"/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="3">${level(0, 'chineseCounting', '<w:lvlText w:val="第%1章"/>')}${level(1, 'decimal', '<w:isLgl/><w:lvlText w:val="%1.%2"/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="outline"/></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  <w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num>
</w:numbering>`;
const styles = `<w:styles>
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="21"><w:basedOn w:val="2"/></w:style>
  <w:style w:type="numbering" w:styleId="outline"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="round"><w:basedOn w:val="round"/></w:style>
</w:styles>`;

const styled = (style: string, text: string) => paragraph(`<w:pStyle w:val="${style}"/>`, text);
const inList = (list: number, text: string, at = 0) =>
  paragraph(`<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`, text);
function paragraph(properties: string, text: string): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${text && `<w:r><w:t>${text}</w:t></w:r>`}</w:p>`;
}
const typed = (...paragraphs: string[]) =>
  typedNumbers({ document: `<w:body>${paragraphs.join('')}</w:body>`, numbering, styles });
const lines = (...paragraphs: string[]) =>
  [...typed(...paragraphs).matchAll(/<w:p>(.*?)<\/w:p>/g)].map(([, inside = '']) => inside.replace(/<[^>]+>/g, ''));

describe('numbers that Word counts are typed out', () => {
  test('of heading styles, also of those based on them, a deeper level anew under each above it', () => {
    const heads = [styled('1', '目标'), styled('1', '任务'), styled('2', '主导产业'), styled('21', '创新能力')];
    expect(lines(...heads, styled('1', '保障'), styled('2', '组织'), styled('round', '附件'))).toEqual([
      ...['一、目标', '二、任务', '（一）主导产业', '（二）创新能力', '三、保障', '（一）组织', '附件'],
    ]);
  });

  test('of lists, which go on after other paragraphs and where one begins anew', () => {
    const between = '<w:p><w:r><w:t>正文</w:t></w:r></w:p>';
    expect(lines(inList(2, '甲'), between, inList(2, '乙'), inList(5, '丙'), inList(5, ''), inList(5, '丁'))).toEqual([
      ...['1. 甲', '正文', '2. 乙', '5. 丙', '', '7. 丁'],
    ]);
    expect(lines(inList(6, '总则'), inList(6, '目的', 1), inList(4, '附则'), inList(4, '解释', 1))).toEqual([
      ...['第一章 总则', '1.1 目的', '第二章 附则', '2.1 解释'],
    ]);
  });

  test('and not where a list says the same by itself, has marks, or a paragraph was taken out of its list', () => {
    const plain = [inList(2, '甲'), inList(2, '乙'), inList(3, '点')];
    expect(typed(...plain)).toBe(`<w:body>${plain.join('')}</w:body>`);
    const out = paragraph('<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>', '前言');
    expect(lines(out, styled('1', '目标'))).toEqual(['前言', '一、目标']);
  });

  test('as the paragraph is now, not as it was before somebody changed it', () => {
    const changed =
      '<w:pStyle w:val="1"/><w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange>';
    expect(lines(paragraph(changed, '目标'))).toEqual(['一、目标']);
  });
});

test.each([
  ['chineseCounting', 12, '十二'],
  ['chineseLegalSimplified', 21, '贰拾壹'],
  ['ideographTraditional', 3, '丙'],
  ['decimalEnclosedCircle', 3, '③'],
  ['decimalEnclosedCircle', 21, '21'],
  ['upperRoman', 14, 'XIV'],
  ['lowerLetter', 28, 'bb'],
  ['decimalZero', 7, '07'],
  ['constructor', 7, '7'],
])('%s %i is %s', (format, value, shown) => expect(numberAs(format, value)).toBe(shown));

test('any text is taken for a document without a fault, and in time', () => {
  const tag = fc.constantFrom(
    ...['<w:p>', '</w:p>', '<w:pPr>', '</w:pPr>', '<w:numPr>', '<w:numId w:val="1"/>', '<w:t>'],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(tag, fc.string())), (pieces) => {
      const document = pieces.join('');
      typedNumbers({ document, numbering: document, styles: document });
      typedNumbers({ document, numbering, styles });
    }),
  );
  const began = performance.now();
  typed(...Array.from({ length: 20_000 }, () => styled('2', '任务')), '<w:p '.repeat(20_000), '<'.repeat(20_000));
  expect(performance.now() - began).toBeLessThan(2000);
});
