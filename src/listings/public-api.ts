import { z } from 'zod';
import { isoOf } from '#language/dates.ts';
import { langs } from '#language/lang.ts';
import { boardQuery, listingPath } from './board.ts';
import {
  chainPositions,
  comparisons,
  cooperations,
  needKinds,
  offerKinds,
  rightsKinds,
  sides,
  stages,
} from './listing.ts';
import type { ShownCard, ShownListing } from './public.ts';

/** How the API says what `public.ts` shows; the schema is what OpenAPI prints. */
const name = z.object({ zh: z.string(), en: z.string() });
const named = z.object({ code: z.string(), name });
const organisation = z.object({ id: z.number().int(), name });
const moment = z.iso.datetime({ offset: true });

const more = {
  lang: z.enum(langs).default('zh'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
export const listingQuery = { need: boardQuery.need.extend(more), offer: boardQuery.offer.extend(more) } as const;

export const publicCard = z.object({
  id: z.number().int(),
  side: z.enum(sides),
  kind: z.enum([...new Set([...needKinds, ...offerKinds])]),
  reference: z.string().nullable(),
  language: z.enum(langs).describe('Language of the words: the one asked for, else the original'),
  languages: z.array(z.enum(langs)),
  title: z.string(),
  summary: z.string(),
  state: z.enum(['published', 'closed', 'expired']),
  openForInterest: z.boolean(),
  limited: z.boolean().describe('True where the rest is told only once both sides are in contact'),
  sample: z.boolean().describe('True for content that comes with the software and was published by nobody'),
  organisation: organisation.nullable().describe('Null where it is anonymous or not public'),
  zone: named.nullable(),
  province: named.nullable(),
  industries: z.array(named),
  stage: z.enum(stages).nullable(),
  budget: z
    .object({ low: z.number().nullable(), high: z.number().nullable(), isReward: z.boolean() })
    .nullable()
    .describe('Yuan; null ends are to be agreed'),
  cooperation: z.array(z.enum(cooperations)),
  deadline: z.iso.date().nullable(),
  targets: z.array(z.object({ name, comparison: z.enum(comparisons), value: z.number(), unit: z.string() })),
  published: moment,
  updated: moment,
  expires: moment.nullable(),
  url: z.url(),
});

export const publicListing = publicCard.extend({
  freshness: z.enum(['original', 'current', 'stale']).describe('How these words stand to the original'),
  madeHow: z.enum(['human', 'machine', 'reviewed']),
  body: z.string(),
  tried: z.string(),
  conditions: z.string(),
  advantage: z.string(),
  proof: z.string(),
  fields: z.string(),
  team: z.string(),
  decider: z.string(),
  keywords: z.array(z.string()),
  disciplines: z.array(named).describe('GB/T 13745-2009'),
  files: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.number().int(), url: z.url() })),
  rights: z.enum(rightsKinds).nullable(),
  chainPosition: z.enum(chainPositions).nullable(),
  targetOrganisations: z.array(organisation),
});

export function toPublicCard(card: ShownCard, origin: string): z.input<typeof publicCard> {
  const { id, side, kind, title, summary, state, sample, budget, lang } = card;
  return {
    ...{ id, side, kind, title, summary, state, sample, language: lang, languages: [...card.languages] },
    ...{ openForInterest: card.isOpen, limited: card.isLimited, reference: card.reference ?? null },
    ...{ organisation: card.organisation ?? null, zone: card.zone ?? null, province: card.province ?? null },
    ...{ industries: [...card.industries], cooperation: [...card.cooperation], targets: [...card.targets] },
    ...{ stage: card.stage ?? null, deadline: card.deadline ?? null },
    budget: budget ? { low: budget.budgetLow, high: budget.budgetHigh, isReward: budget.isReward } : null,
    ...datesOf(card),
    url: `${origin}/${lang}${listingPath(card)}`,
  };
}

function datesOf({ publishedAt, updatedAt, expiresAt }: ShownCard) {
  return { published: isoOf(publishedAt), updated: isoOf(updatedAt), expires: expiresAt ? isoOf(expiresAt) : null };
}

export function toPublicListing(listing: ShownListing, origin: string): z.input<typeof publicListing> {
  const { freshness, madeHow, body, tried, conditions, advantage, proof, fields, team, decider } = listing;
  return {
    ...toPublicCard(listing, origin),
    ...{ freshness, madeHow, body, tried, conditions, advantage, proof, fields, team, decider },
    keywords: [...listing.keywords],
    disciplines: [...listing.disciplines],
    files: listing.files.map(({ name, mediaType, bytes, url }) => ({ name, mediaType, bytes, url: origin + url })),
    rights: listing.rights ?? null,
    chainPosition: listing.chainPosition ?? null,
    targetOrganisations: [...listing.targetOrganisations],
  };
}
