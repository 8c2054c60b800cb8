import { inject } from 'vitest';
import { langs, type Lang } from '#language/lang.ts';

/** A public page, by what a reader calls it. A new page is a new row here, and all the walks cover it. */
export interface PublicPage {
  readonly name: string;
  /** Address without the language. */
  readonly path: string;
}

/** A zone that is always there: it is in the reference data. */
const zone = '32101026';

const rows: readonly PublicPage[] = [
  { name: 'home', path: '' },
  { name: 'zones', path: '/zones' },
  { name: 'zones-filtered', path: '/zones?province=320000&level=national' },
  { name: 'zone', path: `/zones/${zone}` },
  { name: 'compare', path: `/zones/compare?zone=${zone}&zone=32101001` },
  { name: 'place', path: '/places/320500' },
  { name: 'organisations', path: '/organisations' },
  { name: 'claim-new', path: '/organisations/claim' },
  { name: 'news', path: '/news' },
  { name: 'article', path: '{article}' },
  { name: 'needs', path: '/needs' },
  { name: 'offers', path: '/offers' },
  { name: 'subscribe', path: '/needs/subscribe' },
  { name: 'events', path: '/events' },
  { name: 'events-past', path: '/events?view=past' },
  { name: 'plans', path: '/plans' },
  { name: 'search', path: '/search?q=%E6%96%B0%E6%9D%90%E6%96%99' },
  { name: 'contact', path: '/contact' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'about', path: '/about' },
  { name: 'site-map', path: '/site-map' },
  { name: 'api', path: '/api' },
  { name: 'not-found', path: '/no-such-page' },
];

/** Every public page in every language, as `[name, lang, address]`. */
export async function publicPages(): Promise<[name: string, lang: Lang, address: string][]> {
  const article = await sampleArticle();
  return rows.flatMap(({ name, path }) =>
    langs.map((lang): [string, Lang, string] => [name, lang, `/${lang}${path.replace('{article}', article)}`]),
  );
}

/** Those that are found: what feeds, sitemaps and heads are checked on. */
export async function existingPages(): Promise<[name: string, lang: Lang, address: string][]> {
  return (await publicPages()).filter(([name]) => name !== 'not-found');
}

/** Path of an article of the sample, without the language: what other journeys write comes and goes. */
export async function sampleArticle(): Promise<string> {
  const response = await fetch(`${inject('site')}/api/v1/articles?limit=50`);
  const { data } = (await response.json()) as { data: { id: number }[] };
  if (data.length === 0) throw new Error('the journeys need at least one published article: is the sample loaded?');
  return `/news/${Math.min(...data.map(({ id }) => id))}`;
}
