import { AlignmentType, BorderStyle, HeadingLevel, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { documentWords as words } from '#language/words/documents.ts';
import { inFont } from './fonts.ts';
import type { Level } from './numbering.ts';
import type { Official } from './document.ts';
import { character, line, mm, size } from './sizes.ts';

const longest = 20_000;

/** What XML cannot hold is left out, and no single text fills a document. */
export function clean(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** A paragraph of the body for each line of the text. */
export function paragraphs(text: string): Paragraph[] {
  return linesOf(text).map((one) => new Paragraph({ style: 'OfficialText', text: one }));
}

export function linesOf(text: string): string[] {
  return clean(text)
    .split(/\r\n|\n|\r/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

export function heading(level: Level, text: string): Paragraph {
  return new Paragraph({ heading: levels[level], text: clean(text) });
}

/** All that stands above the body: the red heading where there is one, number, title, addressee. */
export function headOf({ issuer, number, title, to, lang = 'zh' }: Official): Paragraph[] {
  return [
    ...(issuer === undefined ? [] : [redHeading(issuer)]),
    ...linesOf(number ?? '').map(centred),
    ...(issuer === undefined ? [] : [redLine()]),
    ...linesOf(title).map((text) => new Paragraph({ heading: HeadingLevel.TITLE, text })),
    empty(),
    ...(to === undefined ? [] : [flush(words.to(to)[lang])]),
  ];
}

/** What stands below it: attachments, then who signs and the day, to the right. */
export function tailOf({ attachments = [], signer, date, lang = 'zh' }: Official): Paragraph[] {
  const signed = [signer ?? '', date === undefined ? '' : words.day(date)[lang]].filter((text) => text !== '');
  return [
    ...(attachments.length > 0 ? [empty()] : []),
    ...attachments.map((name, at) => attachment(name, { at, of: attachments.length, lead: words.attachments[lang] })),
    ...(signed.length > 0 ? [empty(), empty()] : []),
    ...signed.map((text) => lineOf({ alignment: AlignmentType.RIGHT, indent: { right: 2 * character } }, text)),
  ];
}

function attachment(name: string, { at, of, lead }: { at: number; of: number; lead: string }): Paragraph {
  const numbered = of === 1 ? name : `${at + 1}. ${name}`;
  const behind = at === 0 ? 2 : 2 + lead.length;
  return lineOf({ indent: { left: behind * character } }, at === 0 ? lead + numbered : numbered);
}

function redHeading(issuer: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: mm(35), after: 2 * line, line: 3 * line },
    children: [new TextRun({ text: clean(issuer), font: inFont('heading'), size: 2 * size.two - 16, color: 'FF0000' })],
  });
}

function redLine(): Paragraph {
  const border = { style: BorderStyle.SINGLE, color: 'FF0000', size: 12, space: 4 };
  return new Paragraph({ border: { bottom: border }, spacing: { after: 2 * line, line: mm(4) } });
}

function centred(text: string): Paragraph {
  return lineOf({ alignment: AlignmentType.CENTER }, text);
}

function flush(text: string): Paragraph {
  return lineOf({}, text);
}

function lineOf(options: IParagraphOptions, text: string): Paragraph {
  return new Paragraph({ ...options, text: clean(text) });
}

function empty(): Paragraph {
  return new Paragraph({});
}
