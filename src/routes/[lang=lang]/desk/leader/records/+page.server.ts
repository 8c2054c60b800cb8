import { error } from '@sveltejs/kit';
import { addDays } from '#calendar/workdays.ts';
import { leaderZones, weekDays } from '#delivery/read-leader.server.ts';
import { recordsPage } from '#delivery/read-records.server.ts';
import { linkBehind, recordsQuery } from '#delivery/records.ts';
import { chosenZone } from '#delivery/zone-choice.ts';
import { dateOf } from '#language/dates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, database, now }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const query = recordsQuery.parse(Object.fromEntries(url.searchParams));
    const zone = chosenZone(await leaderZones(tx, actor), query.zone);
    if (!zone) error(404);
    const today = dateOf(now());
    const { since = addDays(today, -weekDays), of } = query;
    const { lines, hasMore } = await recordsPage(tx, of, { ...query, zone: zone.value, today, since });
    const last = lines.at(-1);
    return { of, zone, since, today, lines, more: hasMore && last ? linkBehind(url.searchParams, last) : undefined };
  });
