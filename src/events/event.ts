import { z } from 'zod';
import { holds, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import type { Problem } from '#platform/outcome.ts';
import { chinasMoment, cleanText, namedProblems } from './said.ts';

export const eventKinds = ['conference', 'pitch-day', 'visit'] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStates = ['draft', 'published', 'cancelled'] as const;
export type EventState = (typeof eventStates)[number];

/** Who keeps the events of a zone: those who write for it and those who bring its organisations together. */
export function canKeepEvents(actor: Actor, zone: string): boolean {
  return holds(actor, ['broker', 'editor', 'publisher'], zone);
}

const noCapacity = z.literal('').transform(() => null);

/** The form of an event, as it is sent. Moments are on China's clock. */
export const eventForm = z.strictObject({
  kind: z.enum(eventKinds),
  titleZh: cleanText(256, 1),
  titleEn: cleanText(400),
  summaryZh: cleanText(2000),
  summaryEn: cleanText(4000),
  venueZh: cleanText(200),
  venueEn: cleanText(300),
  beginsAt: chinasMoment,
  endsAt: chinasMoment,
  registrationClosesAt: z.union([z.literal('').transform(() => null), chinasMoment]),
  capacity: z.union([
    noCapacity,
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().min(1)),
  ]),
});
export type EventFields = z.output<typeof eventForm>;
export type TypedEvent = Readonly<Record<keyof EventFields, string>>;

/** What is wrong with a form of an event, each sentence beside its field. */
export function eventProblems(error: z.ZodError): Problem[] {
  return namedProblems(error, words.field);
}

/** What the moments must be together. */
export function timeProblems({ beginsAt, endsAt, registrationClosesAt }: EventFields): Problem[] {
  const isLate = registrationClosesAt !== null && registrationClosesAt > endsAt;
  return [
    ...(endsAt <= beginsAt ? [{ field: 'endsAt', says: words.endsBeforeBegin }] : []),
    ...(isLate ? [{ field: 'registrationClosesAt', says: words.closesAfterEnd }] : []),
  ];
}

type Texts = Pick<EventFields, 'titleEn' | 'summaryZh' | 'summaryEn' | 'venueZh' | 'venueEn'>;
const needed: readonly (keyof Texts)[] = ['titleEn', 'summaryZh', 'summaryEn', 'venueZh', 'venueEn'];

/** What an event lacks before the public may see it: both languages, and where it is. */
export function missingBeforePublishing(event: Texts): Problem[] {
  return needed
    .filter((field) => event[field] === '')
    .map((field) => ({ field, says: words.missing(words.field[field] ?? words.aField) }));
}

/** When nobody can register any more: at the moment that was set, else when it begins. */
export function closesAt(event: { readonly beginsAt: Date; readonly registrationClosesAt: Date | null }): Date {
  return event.registrationClosesAt ?? event.beginsAt;
}

export function eventPath(id: number): string {
  return `/events/${id}`;
}

/** The two languages of a record, Chinese standing in where English is missing. */
export function inBoth(zh: string, en: string): TwoText {
  return { zh, en: en === '' ? zh : en };
}
