import { and, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { MeetingState } from './meeting.ts';
import {
  attendingBeside,
  concerning,
  freeSlots,
  meetingsWhere,
  slotsOfEvent,
  type Attending,
  type MeetingView,
  type Side,
  type SlotView,
} from './read-meetings.server.ts';
import { meetings, type registrations } from './tables.server.ts';

/** A meeting as one of its sides sees it: who comes is known once both agreed. */
export interface OwnMeeting {
  readonly id: number;
  readonly state: MeetingState;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly table: number | null;
  readonly note: string;
  readonly answerBy: Date;
  readonly other: Side;
  /** To be answered by this side. */
  readonly isAsked: boolean;
  readonly mayCallOff: boolean;
}

export interface GuestMeetings {
  readonly own: readonly OwnMeeting[];
  readonly hasOrganisation: boolean;
  readonly organisations: readonly Attending[];
  readonly slots: readonly SlotView[];
}

type Guest = typeof registrations.$inferSelect;

/** What somebody has arranged and can arrange; undefined where no meetings are held, or who asks has no place. */
export async function meetingsOfGuest(tx: Tx, guest: Guest, now: Date): Promise<GuestMeetings | undefined> {
  if (guest.state !== 'confirmed') return undefined;
  if ((await slotsOfEvent(tx, guest.eventId)).length === 0) return undefined;
  const all = await meetingsWhere(tx, and(eq(meetings.eventId, guest.eventId), concerning(guest)));
  const own = all.map((meeting) => ownOf(meeting, guest, now));
  if (guest.organisationId === null) return { own, hasOrganisation: false, organisations: [], slots: [] };
  // With those there is a meeting, or a question open, already.
  const open = all.filter(({ state }) => state === 'accepted' || state === 'asked');
  const settled = new Set(
    open.flatMap(({ fromOrganisationId, toOrganisationId }) => [fromOrganisationId, toOrganisationId]),
  );
  return {
    ...{ own, hasOrganisation: true },
    organisations: (await attendingBeside(tx, guest)).filter(({ id }) => !settled.has(id)),
    slots: await freeSlots(tx, guest, now),
  };
}

function ownOf(meeting: MeetingView, guest: Guest, now: Date): OwnMeeting {
  const { id, state, beginsAt, endsAt, table, note, answerBy } = meeting;
  const isSender = meeting.fromRegistrationId === guest.id || meeting.fromOrganisationId === guest.organisationId;
  const other = isSender ? meeting.to : meeting.from;
  return {
    ...{ id, state, beginsAt, endsAt, table, note, answerBy },
    other: state === 'accepted' ? other : { ...other, person: '', role: '' },
    isAsked: state === 'asked' && !isSender && answerBy > now,
    mayCallOff: isOwn(meeting, guest) && beginsAt > now,
  };
}

function isOwn({ state, fromRegistrationId, toRegistrationId }: MeetingView, { id }: Guest): boolean {
  const isOpen = state === 'accepted' || state === 'asked';
  return isOpen && (fromRegistrationId === id || toRegistrationId === id);
}
