import { isoOf } from '#language/dates.ts';
import { languageTag } from '#language/lang.ts';
import { absolute, siteText, type Frame } from './frame.ts';
import { canonicalAddress, type ArticleHead, type Head } from './head.ts';

/** One step of the way from the front page to here. The last one may be without a path: it is this page. */
export interface Crumb {
  readonly name: string;
  readonly path?: string | undefined;
}

export function breadcrumbList(frame: Frame, crumbs: readonly Crumb[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name: crumb.name,
      ...(crumb.path === undefined ? {} : { item: absolute(frame, crumb.path) }),
    })),
  };
}

/** Who runs the site. */
export function publisher(frame: Frame): object {
  const { site, lang } = frame;
  return {
    '@type': site.government ? 'GovernmentOrganization' : 'Organization',
    name: siteText(site.host, lang) || siteText(site.name, lang),
    url: absolute(frame, `/${lang}`),
    logo: absolute(frame, '/icon.svg'),
    ...(site.phone && { telephone: site.phone }),
    ...(site.fax && { faxNumber: site.fax }),
    ...(site.email && { email: site.email }),
    ...(siteText(site.address, lang) && { address: siteText(site.address, lang) }),
  };
}

/** The site with its search field, for the front page. */
export function webSite(frame: Frame): object {
  const { site, lang } = frame;
  return {
    '@type': 'WebSite',
    name: siteText(site.name, lang),
    url: absolute(frame, `/${lang}`),
    inLanguage: languageTag[lang],
    publisher: publisher(frame),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${frame.origin}/${lang}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

export function newsArticle(frame: Frame, head: Head & { article: ArticleHead }): object {
  const { article } = head;
  const address = canonicalAddress(frame, head);
  return {
    '@type': 'NewsArticle',
    headline: head.title,
    inLanguage: languageTag[frame.lang],
    url: address,
    mainEntityOfPage: address,
    datePublished: isoOf(article.publishedAt),
    dateModified: isoOf(article.updatedAt ?? article.publishedAt),
    author: authorOf(frame, article),
    publisher: publisher(frame),
    image: [head.image ? new URL(head.image, frame.origin).href : absolute(frame, '/share.png')],
    ...(head.description && { description: head.description }),
    ...(article.translation && {
      translationOfWork: { '@type': 'NewsArticle', '@id': canonicalAddress(frame, head, article.translation.from) },
    }),
    ...(article.keywords?.length && { keywords: article.keywords.join(', ') }),
  };
}

/** Who wrote or issued it: the named person, else the source. */
function authorOf(frame: Frame, article: ArticleHead): object {
  if (article.author) return { '@type': 'Person', name: article.author };
  return { '@type': 'Organization', name: article.source || siteText(frame.site.name, frame.lang) };
}
