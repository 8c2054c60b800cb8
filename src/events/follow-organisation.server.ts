import { sql } from 'drizzle-orm';
import { eventMergeWords as words } from '#language/words/organisation-merge.ts';
import type { Follower, Going } from '#organisations/follow.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused } from '#platform/outcome.ts';

/** Speakers, registrations, marks and meetings at events go with their organisation. */
export const eventsFollow: Follower = {
  name: 'events',
  columns: [
    ...['event_speaker.organisation_id', 'registration.organisation_id', 'event_contact.organisation_id'],
    ...['meeting.from_organisation_id', 'meeting.to_organisation_id'],
  ],
  follow: async (tx, _, going) => {
    const events = await clashes(tx, going);
    if (events.length > 0) return refused({ says: words.meetingsClash(events) });
    const { from, to } = going;
    await tx.execute(sql`update event_speaker set organisation_id = ${to} where organisation_id = ${from}`);
    await tx.execute(sql`update registration set organisation_id = ${to} where organisation_id = ${from}`);
    await tx.execute(sql`insert into event_contact (registration_id, event_id, zone_code, organisation_id, marked_at)
      select registration_id, event_id, zone_code, ${to}, marked_at from event_contact where organisation_id = ${from}
      on conflict do nothing`);
    await tx.execute(sql`delete from event_contact where organisation_id = ${from}`);
    await tx.execute(sql`update meeting_booking set holder = ${to} where kind = 'organisation' and holder = ${from}`);
    const { rows } = await tx.execute<{ id: string }>(sql`
      update meeting set
        from_organisation_id = case from_organisation_id when ${from} then ${to} else from_organisation_id end,
        to_organisation_id = case to_organisation_id when ${from} then ${to} else to_organisation_id end
      where ${from} in (from_organisation_id, to_organisation_id) returning id`);
    return done(rows.map(({ id }) => Number(id)));
  },
};

/** Events at which the two met each other, both asked the same third, or are both taken at one time. */
async function clashes(tx: Tx, { from, to }: Going): Promise<number[]> {
  const { rows } = await tx.execute<{ event: string }>(sql`
    with side as (
      select event_id, state, from_organisation_id as one, to_organisation_id as other from meeting
      union all select event_id, state, to_organisation_id, from_organisation_id from meeting)
    select event_id as event from side where one = ${from} and other = ${to}
    union select a.event_id from side a join side b on b.event_id = a.event_id and b.other = a.other
      where a.one = ${from} and b.one = ${to} and a.state in ('asked', 'accepted') and b.state in ('asked', 'accepted')
    union select a.event_id from meeting_booking a join meeting_booking b on b.event_id = a.event_id and b.during && a.during
      where a.kind = 'organisation' and b.kind = 'organisation' and a.holder = ${from} and b.holder = ${to}`);
  return rows.map(({ event }) => Number(event));
}
