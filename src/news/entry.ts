import type { Lang } from '#language/lang.ts';
import type { Entry } from '#search/entry.ts';
import { articlePath } from './article.ts';

interface Placed {
  readonly id: number;
  readonly zoneCode: string | null;
  readonly cityCode: string | null;
  readonly provinceCode: string | null;
  readonly columnSlug: string | null;
  readonly publishedAt: Date | null;
  readonly sample: boolean;
}

interface Written {
  readonly lang: Lang;
  readonly title: string;
  readonly source: string;
  readonly keywords: readonly string[];
  readonly bodyText: string;
}

/** What search knows of one edition of an article. */
export function articleEntry(article: Placed, edition: Written): Entry {
  return {
    kind: 'article',
    id: String(article.id),
    lang: edition.lang,
    path: articlePath(article.id),
    title: edition.title,
    names: edition.keywords,
    body: edition.bodyText,
    zone: article.zoneCode ?? undefined,
    province: article.provinceCode ?? undefined,
    city: article.cityCode ?? undefined,
    column: article.columnSlug ?? undefined,
    date: article.publishedAt ?? undefined,
    sample: article.sample,
  };
}
