import { error } from '@sveltejs/kit';
import { zonesLed, leaderQuery } from '#delivery/leader.ts';
import { leaderFacts, leaderZones } from '#delivery/read-leader.server.ts';
import { chosenZone } from '#delivery/zone-choice.ts';
import { dateOf } from '#language/dates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, database, now }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { zone: asked } = leaderQuery.parse(Object.fromEntries(url.searchParams));
    const zones = await leaderZones(tx, actor);
    const zone = chosenZone(zones, asked);
    if (asked !== undefined && !zone) error(404);
    const facts = zone && (await leaderFacts(tx, zone, dateOf(now())));
    return { zones, facts, mayWish: zonesLed(actor).length > 0 };
  });
