import { z } from 'zod';
import { isoOf } from '#language/dates.ts';
import { langs } from '#language/lang.ts';
import { madeHows } from '#publishing/freshness.ts';
import { articlePath } from './article.ts';
import type { ArticleView } from './read.server.ts';
import type { ColumnView } from './read-columns.server.ts';
import type { ArticleCardView } from './read-list.server.ts';

/** What the public may have of news, decided here once for the API; the schema is what OpenAPI prints. */
const name = z.object({ zh: z.string(), en: z.string() });
const place = z.object({ code: z.string(), name }).nullable();

export const publicCard = z.object({
  id: z.number().int(),
  language: z.enum(langs).describe('Language of the title and summary: the one asked for, else the original'),
  title: z.string(),
  summary: z.string(),
  published: z.iso.datetime({ offset: true }),
  column: z.string(),
  zone: z.object({ code: z.string(), name }),
  city: place,
  sample: z.boolean().describe('True for content that comes with the software and was published by no zone'),
  url: z.url(),
});

export const publicArticle = publicCard.extend({
  languages: z.array(z.enum(langs)),
  source: z.string(),
  author: z.string(),
  keywords: z.array(z.string()),
  updated: z.iso.datetime({ offset: true }).nullable(),
  freshness: z.enum(['original', 'current', 'stale']).describe('How this edition stands to the original'),
  madeHow: z.enum(madeHows),
  body: z.unknown().describe('The text as a tree of paragraphs, headings, lists, tables, quotes and figures'),
  attachments: z.array(
    z.object({ name: z.string(), address: z.string(), mediaType: z.string(), bytes: z.number().nullable() }),
  ),
  sourceAddress: z.string().nullable(),
});

export const publicColumn = z.object({
  slug: z.string(),
  parent: z.string().nullable(),
  name,
  description: name,
  type: z.string().describe('Column type of the official annex for government websites'),
});

export function toPublicCard(card: ArticleCardView, origin: string): z.input<typeof publicCard> {
  const { id, title, summary, column, zone, sample, lang } = card;
  return {
    ...{ id, title, summary, column, zone, sample },
    language: lang,
    published: isoOf(card.publishedAt),
    city: card.city ?? null,
    url: `${origin}/${lang}${articlePath(id)}`,
  };
}

export function toPublicArticle(view: ArticleView, origin: string): z.input<typeof publicArticle> {
  const { languages, source, author, keywords, freshness, madeHow, body, attachments } = view;
  return {
    ...toPublicCard({ ...view, column: view.column.slug }, origin),
    ...{ languages: [...languages], source, author, keywords: [...keywords], freshness, madeHow, body },
    attachments: attachments.map((one) => ({ ...one, address: new URL(one.address, origin).href })),
    updated: view.changedAt ? isoOf(view.changedAt) : null,
    // A file's own name on the machine it was imported from is nobody's business.
    sourceAddress: view.sourceAddress?.startsWith('http') ? view.sourceAddress : null,
  };
}

export function toPublicColumn({ slug, parent, name, description, type }: ColumnView): z.input<typeof publicColumn> {
  return { slug, parent, name, description, type };
}
