import { listEvents } from '#events/read-list.server.ts';
import { newestListings } from '#listings/read-board.server.ts';
import { newestByCity } from '#news/read-list.server.ts';
import { newsTotals } from '#news/read-totals.server.ts';
import { listPlans } from '#plans/read-public.server.ts';
import { locatedZones, zonesByIndustry, zonesByProvince, zoneTotals } from '#zones/read-overview.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { db } = locals.database;
  const [totals, news, dots, provinces, industries, newest, events, needs, offers, plans] = await Promise.all([
    zoneTotals(db),
    newsTotals(db),
    locatedZones(db),
    zonesByProvince(db),
    zonesByIndustry(db),
    newestByCity(db, locals.lang, 7),
    listEvents(db, { view: 'coming', now: locals.now(), limit: 3 }),
    newestListings(db, locals.lang, 'need'),
    newestListings(db, locals.lang, 'offer'),
    listPlans(db, { state: 'in-force', limit: 4 }),
  ]);
  locals.shows.add('zone').add('news-list').add('event-list').add('listing-list').add('organisation').add('plan-list');
  for (const { id } of plans.cards) locals.shows.add(`plan:${id}`);
  return locals.drawn({
    totals,
    news,
    dots,
    provinces,
    industries,
    newest,
    events: events.cards,
    needs,
    offers,
    plans: plans.cards,
  });
};
