import { langs } from '#language/lang.ts';
import type { Entry } from '#search/entry.ts';
import { eventPath, inBoth } from './event.ts';

interface Placed {
  readonly id: number;
  readonly zoneCode: string;
  readonly province: string;
  readonly city: string | null;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly venueZh: string;
  readonly venueEn: string;
  readonly beginsAt: Date;
  readonly sample: boolean;
}

/** What search knows of an event: its title, what it is about, where it is, what is spoken about. */
export function eventEntries(event: Placed, topics: readonly string[]): Entry[] {
  const title = inBoth(event.titleZh, event.titleEn);
  const summary = inBoth(event.summaryZh, event.summaryEn);
  const venue = inBoth(event.venueZh, event.venueEn);
  return langs.map((lang) => ({
    kind: 'event',
    id: String(event.id),
    lang,
    path: eventPath(event.id),
    title: title[lang],
    names: langs.map((one) => title[one]).filter((name) => name !== title[lang]),
    body: [summary[lang], venue[lang], ...topics].filter((part) => part !== '').join('\n'),
    zone: event.zoneCode,
    province: event.province,
    city: event.city ?? undefined,
    date: event.beginsAt,
    sample: event.sample,
  }));
}
