import { dateOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';

/** One dated fact, with where it is written. */
export interface Moment {
  /** As exactly as it is known: `2024` or `2024-02-01`. */
  readonly on: string;
  readonly kind: 'honour' | 'need' | 'offer' | 'mention' | 'event' | 'agreement';
  readonly text: string;
  readonly lang?: Lang;
  /** A path of this site without the language, or an address elsewhere. */
  readonly href?: string;
  /** The other one that it was with. */
  readonly other?: { readonly id: number; readonly name: string };
}

interface Facts {
  readonly agreements: readonly {
    readonly on: string;
    readonly side: 'need' | 'offer';
    readonly listing: number;
    readonly title: string;
    readonly lang: Lang;
    readonly other: { readonly id: number; readonly name: TwoText };
  }[];
  readonly events: readonly { readonly id: number; readonly title: TwoText; readonly beginsAt: Date }[];
  readonly honours: readonly { readonly title: TwoText; readonly year: number; readonly sourceUrl: string }[];
  readonly listings: readonly {
    readonly id: number;
    readonly side: 'need' | 'offer';
    readonly title: string;
    readonly lang: Lang;
    readonly publishedAt: Date;
  }[];
  readonly mentions: readonly {
    readonly article: { readonly id: number; readonly title: string; readonly lang: Lang };
    readonly publishedAt: Date;
  }[];
}

/** What is publicly known of an organisation by date, newest first; of a fact of which only the year is known, after those of days. */
export function timelineOf({ honours, listings, mentions, events, agreements }: Facts, lang: Lang): Moment[] {
  const moments: Moment[] = [
    ...honours.map(({ title, year, sourceUrl }) => ({
      ...{ on: String(year), kind: 'honour' as const, text: title[lang] },
      ...(sourceUrl && { href: sourceUrl }),
    })),
    ...listings.map(({ id, side, title, lang: own, publishedAt }) => ({
      ...{ on: dateOf(publishedAt), kind: side, text: title, lang: own, href: `/${side}s/${id}` },
    })),
    ...agreements.map(({ on, side, listing, title, lang: own, other: { id, name } }) => ({
      ...{ on, kind: 'agreement' as const, text: title, lang: own, href: `/${side}s/${listing}` },
      other: { id, name: name[lang] },
    })),
    ...events.map(({ id, title, beginsAt }) => ({
      ...{ on: dateOf(beginsAt), kind: 'event' as const, text: title[lang], href: `/events/${id}` },
    })),
    ...mentions.map(({ article, publishedAt }) => ({
      ...{ on: dateOf(publishedAt), kind: 'mention' as const, text: article.title, lang: article.lang },
      href: `/news/${article.id}`,
    })),
  ];
  return moments.sort((one, other) => (one.on === other.on ? 0 : newerFirst(one.on, other.on)));
}

function newerFirst(one: string, other: string): number {
  if (one.slice(0, 4) === other.slice(0, 4)) return other.length - one.length || (one < other ? 1 : -1);
  return one < other ? 1 : -1;
}
