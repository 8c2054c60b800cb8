import { z } from 'zod';
import { matchQuery, publicMatch } from '#connections/public.ts';
import { eventQuery } from '#events/list.ts';
import { publicEvent, publicEventCard } from '#events/public.ts';
import { publicPlan, publicPlanCard } from '#plans/public.ts';
import { planQuery } from '#plans/query.ts';
import { langs } from '#language/lang.ts';
import { apiWords as words } from '#language/words/api.ts';
import { listingQuery, publicCard as publicListingCard, publicListing } from '#listings/public-api.ts';
import { listQuery } from '#news/list.ts';
import { publicArticle, publicCard, publicColumn } from '#news/public.ts';
import { organisationsQuery, publicInFull, publicListed } from '#organisations/public.ts';
import type { Endpoint } from '#platform/openapi.ts';
import { placeQuery, publicPlace } from '#places/public.ts';
import { publicHit, searchQuery } from '#search/public.ts';
import { publicProfileFields } from '#profiles/public.ts';
import { publicZone, publicZoneInFull, zoneQuery } from '#zones/public.ts';

const inLanguage = z.object({ lang: z.enum(langs).default('zh') });
const limit = z.coerce.number().int().min(1).max(100).default(50);
const pageOf = (record: z.ZodType) => z.object({ data: z.array(record), next: z.url().nullable() });
const one = (record: z.ZodType) => z.object({ data: record });
const nothing = z.object({});

function endpoint<Query extends z.ZodObject>(path: string, about: Omit<Endpoint<Query>, 'path' | 'parameters'>) {
  return { path, parameters: words.parameter, ...about } satisfies Endpoint<Query>;
}

/** Every address of the API. Requests are validated, and OpenAPI and the readable page are printed, from this table. */
export const endpoints = {
  zones: endpoint('/zones', {
    operation: 'listZones',
    says: words.list.zones,
    query: zoneQuery,
    answer: pageOf(publicZone),
    example: '/zones?province=320000&level=national',
  }),
  zone: endpoint('/zones/{code}', {
    operation: 'getZone',
    says: words.list.zone,
    query: nothing,
    answer: one(publicZoneInFull.extend(publicProfileFields.shape)),
    example: '/zones/32101026',
  }),
  places: endpoint('/places', {
    operation: 'listPlaces',
    says: words.list.places,
    query: placeQuery,
    answer: pageOf(publicPlace),
    example: '/places?level=city&province=320000',
  }),
  place: endpoint('/places/{code}', {
    operation: 'getPlace',
    says: words.list.place,
    query: nothing,
    answer: one(publicPlace),
    example: '/places/320500',
  }),
  articles: endpoint('/articles', {
    operation: 'listArticles',
    says: words.list.articles,
    query: listQuery.extend({ lang: inLanguage.shape.lang, limit }),
    answer: pageOf(publicCard),
    example: '/articles?city=320500&limit=5',
  }),
  article: endpoint('/articles/{id}', {
    operation: 'getArticle',
    says: words.list.article,
    query: inLanguage,
    answer: one(publicArticle),
    example: '/articles/1',
  }),
  events: endpoint('/events', {
    operation: 'listEvents',
    says: words.list.events,
    query: eventQuery.extend({ limit }),
    answer: pageOf(publicEventCard),
    example: '/events?kind=pitch-day&limit=5',
  }),
  event: endpoint('/events/{id}', {
    operation: 'getEvent',
    says: words.list.event,
    query: nothing,
    answer: one(publicEvent),
    example: '/events/1',
  }),
  plans: endpoint('/plans', {
    operation: 'listPlans',
    says: words.list.plans,
    query: planQuery.extend({ limit }),
    answer: pageOf(publicPlanCard),
    example: '/plans?state=in-force&limit=5',
  }),
  plan: endpoint('/plans/{id}', {
    operation: 'getPlan',
    says: words.list.plan,
    query: nothing,
    answer: one(publicPlan),
    example: '/plans/1',
  }),
  columns: endpoint('/columns', {
    operation: 'listColumns',
    says: words.list.columns,
    query: nothing,
    answer: z.object({ data: z.array(publicColumn) }),
    example: '/columns',
  }),
  organisations: endpoint('/organisations', {
    operation: 'listOrganisations',
    says: words.list.organisations,
    query: organisationsQuery,
    answer: pageOf(publicListed),
    example: '/organisations?kind=institute&limit=5',
  }),
  organisation: endpoint('/organisations/{id}', {
    operation: 'getOrganisation',
    says: words.list.organisation,
    query: nothing,
    answer: one(publicInFull),
    example: '/organisations/1',
  }),
  needs: endpoint('/needs', {
    operation: 'listNeeds',
    says: words.list.needs,
    query: listingQuery.need,
    answer: pageOf(publicListingCard),
    example: '/needs?interest=open&limit=5',
  }),
  need: endpoint('/needs/{id}', {
    operation: 'getNeed',
    says: words.list.need,
    query: inLanguage,
    answer: one(publicListing),
    example: '/needs/1',
  }),
  matches: endpoint('/needs/{id}/matches', {
    operation: 'listMatches',
    says: words.list.matches,
    query: matchQuery,
    answer: z.object({ data: z.array(publicMatch) }),
    example: '/needs/1/matches',
  }),
  offers: endpoint('/offers', {
    operation: 'listOffers',
    says: words.list.offers,
    query: listingQuery.offer,
    answer: pageOf(publicListingCard),
    example: '/offers?stage=market&limit=5',
  }),
  offer: endpoint('/offers/{id}', {
    operation: 'getOffer',
    says: words.list.offer,
    query: inLanguage,
    answer: one(publicListing),
    example: '/offers/1',
  }),
  search: endpoint('/search', {
    operation: 'search',
    says: words.list.search,
    query: searchQuery,
    answer: pageOf(publicHit).extend({ total: z.number().int() }),
    example: '/search?q=xcjkq',
  }),
};
