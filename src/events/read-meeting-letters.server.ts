import { eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { TwoText } from '#language/lang.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { inBoth } from './event.ts';
import { meetings, meetingSlots } from './tables.server.ts';

export interface MeetingTold {
  /** The organisation on the other side. */
  readonly other: TwoText;
  readonly beginsAt: Date;
  readonly endsAt: Date;
}

interface Letter {
  readonly meetingId: number;
  readonly registrationId: number;
}

/** What letters say of meetings, by meeting and by who is written to. */
export async function meetingsTold(tx: Tx, letters: readonly Letter[]): Promise<Map<string, MeetingTold>> {
  if (letters.length === 0) return new Map();
  const [from, to] = [alias(organisations, 'asking'), alias(organisations, 'asked')];
  const ids = [...new Set(letters.map(({ meetingId }) => meetingId))];
  const rows = await tx
    .select({ meeting: meetings, slot: meetingSlots, from, to })
    .from(meetings)
    .innerJoin(meetingSlots, eq(meetingSlots.id, meetings.slotId))
    .innerJoin(from, eq(from.id, meetings.fromOrganisationId))
    .innerJoin(to, eq(to.id, meetings.toOrganisationId))
    .where(inArray(meetings.id, ids));
  const byId = new Map(rows.map((row) => [row.meeting.id, row]));
  return new Map(
    letters.flatMap(({ meetingId, registrationId }) => {
      const row = byId.get(meetingId);
      if (!row) return [];
      const other = registrationId === row.meeting.fromRegistrationId ? row.to : row.from;
      const { beginsAt, endsAt } = row.slot;
      return [[`${meetingId} ${registrationId}`, { other: inBoth(other.nameZh, other.nameEn), beginsAt, endsAt }]];
    }),
  );
}
