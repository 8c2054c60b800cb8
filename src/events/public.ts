import { z } from 'zod';
import { isoOf } from '#language/dates.ts';
import { eventKinds, eventPath } from './event.ts';
import type { EventCard } from './read-list.server.ts';
import type { EventView } from './read.server.ts';

/** What the public may have of events, decided here once for the API; the schema is what OpenAPI prints. */
const two = z.object({ zh: z.string(), en: z.string() });
const moment = z.iso.datetime({ offset: true });
const named = z.object({ code: z.string(), name: two });

export const publicEventCard = z.object({
  id: z.number().int(),
  kind: z.enum(eventKinds),
  state: z.enum(['published', 'cancelled']),
  title: two,
  summary: two,
  venue: two,
  begins: moment,
  ends: moment,
  zone: named,
  city: named,
  updated: moment,
  sample: z.boolean().describe('True for content that comes with the software and was published by no zone'),
  url: z.url(),
  calendar: z.url().describe('The event as iCalendar (RFC 5545)'),
});

export const publicEvent = publicEventCard.extend({
  cancelledReason: z.string().nullable(),
  registrationCloses: moment,
  capacity: z.number().int().nullable().describe('Places in all; null is without limit'),
  agenda: z.array(
    z.object({
      begins: moment,
      ends: moment,
      title: two,
      room: two,
      speakers: z.array(z.object({ name: two, organisation: two, organisationId: z.number().int().nullable() })),
    }),
  ),
});

export function toPublicEventCard(card: EventCard, origin: string): z.input<typeof publicEventCard> {
  const { id, kind, title, summary, venue, zone, city, sample } = card;
  return {
    ...{ id, kind, title, summary, venue, zone, city, sample },
    state: card.state === 'cancelled' ? 'cancelled' : 'published',
    begins: isoOf(card.beginsAt),
    ends: isoOf(card.endsAt),
    updated: isoOf(card.updatedAt),
    url: `${origin}/zh${eventPath(id)}`,
    calendar: `${origin}/zh${eventPath(id)}.ics`,
  };
}

export function toPublicEvent(event: EventView, origin: string): z.input<typeof publicEvent> {
  return {
    ...toPublicEventCard(event, origin),
    cancelledReason: event.cancelledReason || null,
    registrationCloses: isoOf(event.closesAt),
    capacity: event.capacity,
    agenda: event.agenda.map(({ beginsAt, endsAt, title, room, speakers }) => ({
      ...{ begins: isoOf(beginsAt), ends: isoOf(endsAt), title, room },
      speakers: speakers.map(({ name, organisation, organisationId }) => ({
        ...{ name, organisation },
        organisationId: organisationId ?? null,
      })),
    })),
  };
}
