import { generateAtomFeed } from 'feedsmith';
import { minuteOf } from '#language/dates.ts';
import { languageTag, type Lang } from '#language/lang.ts';
import { eventWords as words } from '#language/words/events.ts';
import { eventPath } from './event.ts';
import type { EventCard } from './read-list.server.ts';

/** A list of events as a feed: `path` is the list's own address with its filters. */
export interface EventFeed {
  readonly origin: string;
  readonly lang: Lang;
  readonly siteName: string;
  readonly path: string;
  readonly selfPath: string;
  readonly events: readonly EventCard[];
}

/** Events as an Atom feed; an entry's id is its own address. */
export function eventFeed({ origin, lang, siteName, path, selfPath, events }: EventFeed): string {
  const latest = Math.max(0, ...events.map(({ updatedAt }) => updatedAt.getTime()));
  return generateAtomFeed({
    id: origin + selfPath,
    title: { value: `${words.events[lang]} · ${siteName}` },
    updated: new Date(latest),
    links: [
      { href: origin + selfPath, rel: 'self', type: 'application/atom+xml' },
      { href: origin + path, rel: 'alternate', type: 'text/html', hreflang: languageTag[lang] },
    ],
    authors: [{ name: siteName }],
    entries: events.map((event) => ({
      id: `${origin}/${lang}${eventPath(event.id)}`,
      title: { value: titleOf(event, lang) },
      links: [{ href: `${origin}/${lang}${eventPath(event.id)}`, rel: 'alternate' }],
      published: event.publishedAt ?? event.updatedAt,
      updated: event.updatedAt,
      authors: [{ name: event.zone.name[lang] }],
      summary: { value: `${minuteOf(event.beginsAt)}, ${event.venue[lang]}\n\n${event.summary[lang]}` },
      categories: [{ term: event.kind, label: words.kinds[event.kind][lang] }],
    })),
    xml: { lang: languageTag[lang] },
  });
}

function titleOf({ title, state }: EventCard, lang: Lang): string {
  return state === 'cancelled' ? `${words.cancelled[lang]}: ${title[lang]}` : title[lang];
}
