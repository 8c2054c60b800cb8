import { z } from 'zod';
import { madeHows } from '#publishing/freshness.ts';
import type { Block, RichDocument } from '#text/document.ts';

/** An article as a person writes it for `sample/articles`: one line a block, no tree. */
const block = z.union([
  z.string().min(1),
  z.strictObject({ heading: z.string().min(1) }),
  z.strictObject({ quote: z.string().min(1) }),
  z.strictObject({ list: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ table: z.array(z.array(z.string()).min(1)).min(2) }),
]);

const edition = z.strictObject({
  title: z.string().min(1).max(120),
  summary: z.string().min(1).max(300),
  source: z.string().min(1),
  author: z.string().default(''),
  keywords: z.array(z.string().min(1)).max(10),
  madeHow: z.enum(madeHows),
  body: z.array(block).min(1).transform(documentFrom),
});

export const sampleArticle = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  zone: z.string().regex(/^\d{8}$/),
  column: z.enum(['text', 'picture', 'investment', 'notices', 'policy-news']),
  publishedAt: z.iso.datetime({ offset: true }).transform((time) => new Date(time)),
  /** The Chinese was changed after it was translated: the English edition is to be stored as stale. */
  zhChangedSince: z.boolean().default(false),
  editions: z.strictObject({ zh: edition, en: edition.optional() }),
});

export type SampleArticle = z.infer<typeof sampleArticle>;

function documentFrom(blocks: z.infer<typeof block>[]): RichDocument {
  return { type: 'doc', content: blocks.map(blockFrom) };
}

function blockFrom(one: z.infer<typeof block>): Block {
  if (typeof one === 'string') return paragraph(one);
  if ('heading' in one) return { type: 'heading', attrs: { level: 2 }, content: words(one.heading) };
  if ('quote' in one) return { type: 'blockquote', content: [paragraph(one.quote)] };
  if ('list' in one) return { type: 'bulletList', content: one.list.map(listItem) };
  return tableFrom(one.table);
}

/** The first row of a table is its head. */
function tableFrom(rows: readonly string[][]): Block {
  return {
    type: 'table',
    content: rows.map((cells, place) => ({
      type: 'tableRow',
      content: cells.map((line) => ({
        type: place === 0 ? 'tableHeader' : 'tableCell',
        attrs: { colspan: 1, rowspan: 1 },
        content: [paragraph(line)],
      })),
    })),
  };
}

function listItem(line: string) {
  return { type: 'listItem' as const, content: [paragraph(line)] };
}

function paragraph(line: string) {
  return { type: 'paragraph' as const, content: words(line) };
}

/** A text node may not be empty: an empty cell has no nodes. */
function words(line: string) {
  return line === '' ? [] : [{ type: 'text' as const, text: line }];
}
