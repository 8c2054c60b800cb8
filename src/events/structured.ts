import { isoOf } from '#language/dates.ts';
import { languageTag, type Lang } from '#language/lang.ts';
import { eventPath } from './event.ts';
import type { EventView } from './read.server.ts';

/** The event for machines that read the page: schema.org. */
export function eventJsonLd(event: EventView, lang: Lang, origin: string): object {
  const address = `${origin}/${lang}${eventPath(event.id)}`;
  const performers = event.agenda.flatMap(({ speakers }) => speakers.map(({ name }) => name[lang]));
  return {
    '@type': 'BusinessEvent',
    '@id': address,
    url: address,
    name: event.title[lang],
    inLanguage: languageTag[lang],
    startDate: isoOf(event.beginsAt),
    endDate: isoOf(event.endsAt),
    eventStatus: `https://schema.org/Event${event.state === 'cancelled' ? 'Cancelled' : 'Scheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: {
      '@type': 'Place',
      name: event.venue[lang],
      address: { '@type': 'PostalAddress', addressLocality: event.city.name[lang], addressCountry: 'CN' },
    },
    organizer: {
      '@type': 'Organization',
      name: event.zone.name[lang],
      url: `${origin}/${lang}/zones/${event.zone.code}`,
    },
    ...(event.summary[lang] && { description: event.summary[lang] }),
    ...(event.capacity !== null && { maximumAttendeeCapacity: event.capacity }),
    ...(performers.length > 0 && { performer: [...new Set(performers)].map((name) => ({ '@type': 'Person', name })) }),
  };
}
