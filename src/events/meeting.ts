import { z } from 'zod';
import { cleanText, chinasMoment } from './said.ts';

export const meetingStates = ['asked', 'accepted', 'declined', 'expired', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** A question is open at most so long, and never longer than until its slot begins. */
export const hoursToAnswer = 48;
/** So many questions one attendee may have open at a time. */
export const mostOpen = 10;
const mostSlots = 200;

const minutes = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

/** The grid of slots that an organiser opens. */
export const slotForm = z.strictObject({
  from: chinasMoment,
  to: chinasMoment,
  length: minutes.pipe(z.number().min(5).max(240)),
  pause: minutes.pipe(z.number().max(120)),
  tables: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(200)),
});
export type SlotFields = z.output<typeof slotForm>;

export const askForm = z.strictObject({
  organisation: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
  slot: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
  note: cleanText(300),
});

export interface Slot {
  readonly beginsAt: Date;
  readonly endsAt: Date;
}

/** The slots of a grid: one after the other with a pause between, as many as fit. */
export function slotsOf({ from, to, length, pause }: Pick<SlotFields, 'from' | 'to' | 'length' | 'pause'>): Slot[] {
  const slots: Slot[] = [];
  let begin = from.getTime();
  while (begin + length * 60_000 <= to.getTime() && slots.length <= mostSlots) {
    const end = begin + length * 60_000;
    slots.push({ beginsAt: new Date(begin), endsAt: new Date(end) });
    begin = end + pause * 60_000;
  }
  return slots;
}

export function areTooMany(slots: readonly Slot[]): boolean {
  return slots.length > mostSlots;
}

/** Until when an answer counts. */
export function answerBy(now: Date, slot: Pick<Slot, 'beginsAt'>): Date {
  return new Date(Math.min(now.getTime() + hoursToAnswer * 3_600_000, slot.beginsAt.getTime()));
}
