import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { eventWords } from '#language/words/events.ts';
import { eventPeopleWords } from '#language/words/meetings.ts';
import type { FieldShown } from '#ui/field.ts';
import { eventKinds, type TypedEvent } from './event.ts';
import { typedMoment } from './said.ts';

const zh = { lang: 'zh-Hans' } as const;
const en = { lang: 'en' } as const;

function field(key: string, more: Omit<FieldShown, 'key' | 'title'>): FieldShown {
  return { key, title: words.field[key] ?? words.aField, ...more };
}

export const eventFields: readonly FieldShown[] = [
  field('kind', {
    input: 'choice',
    choices: eventKinds.map((value) => ({ value, label: eventWords.kinds[value] })),
  }),
  field('titleZh', { input: 'text', longest: 256, isRequired: true, ...zh }),
  field('titleEn', { input: 'text', longest: 400, ...en }),
  field('beginsAt', { input: 'datetime-local', isRequired: true }),
  field('endsAt', { input: 'datetime-local', isRequired: true }),
  field('registrationClosesAt', { input: 'datetime-local', hint: words.hints.registrationClosesAt }),
  field('capacity', { input: 'number', hint: words.hints.capacity }),
  field('venueZh', { input: 'text', longest: 200, ...zh }),
  field('venueEn', { input: 'text', longest: 300, ...en }),
  field('summaryZh', { input: 'area', longest: 2000, ...zh }),
  field('summaryEn', { input: 'area', longest: 4000, ...en }),
];

interface Kept {
  readonly kind: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly venueZh: string;
  readonly venueEn: string;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly registrationClosesAt: Date | null;
  readonly capacity: number | null;
}

/** An event as its form has it. */
export function typedEvent(event: Kept): TypedEvent {
  const { kind, titleZh, titleEn, summaryZh, summaryEn, venueZh, venueEn, capacity } = event;
  return {
    ...{ kind, titleZh, titleEn, summaryZh, summaryEn, venueZh, venueEn },
    beginsAt: typedMoment(event.beginsAt),
    endsAt: typedMoment(event.endsAt),
    registrationClosesAt: typedMoment(event.registrationClosesAt),
    capacity: capacity === null ? '' : String(capacity),
  };
}

export const agendaFields: readonly FieldShown[] = [
  field('beginsAt', { input: 'datetime-local', isRequired: true }),
  field('endsAt', { input: 'datetime-local', isRequired: true }),
  field('titleZh', { input: 'text', longest: 256, isRequired: true, ...zh }),
  field('titleEn', { input: 'text', longest: 400, ...en }),
  field('roomZh', { input: 'text', longest: 100, ...zh }),
  field('roomEn', { input: 'text', longest: 200, ...en }),
];

const slotField = (key: string, input: FieldShown['input']): FieldShown => ({
  ...{ key, title: eventPeopleWords.field[key] ?? words.aField, input, isRequired: true },
});

export const slotFields: readonly FieldShown[] = [
  slotField('from', 'datetime-local'),
  slotField('to', 'datetime-local'),
  slotField('length', 'number'),
  slotField('pause', 'number'),
  slotField('tables', 'number'),
];
