import { z } from 'zod';

/** The files of `sample/`: what comes with the program, by slugs of its own. Texts are checked by the verbs that take them. */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const zone = z.string().regex(/^\d{8}$/);

export const sampleOrganisation = z.strictObject({
  slug,
  zone,
  kind: z.enum(['enterprise', 'institute']),
  instituteKind: z.enum(['transfer-centre', 'research-institute', 'society', 'university']).optional(),
  nameZh: z.string(),
  nameEn: z.string(),
  names: z.array(z.strictObject({ name: z.string(), kind: z.enum(['short', 'alias']) })),
  industries: z.array(z.string()),
  disciplines: z.array(z.string()),
  size: z.enum(['small', 'medium', 'large']).optional(),
  summaryZh: z.string(),
  summaryEn: z.string(),
  capabilitiesZh: z.string(),
  capabilitiesEn: z.string(),
});

const texts = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const sampleListing = z.strictObject({
  slug,
  side: z.enum(['need', 'offer']),
  organisation: slug,
  kind: z.string(),
  state: z.enum(['draft', 'submitted', 'published']),
  zh: texts,
  en: texts.optional(),
  targets: z.array(
    z.strictObject({ zh: z.string(), en: z.string(), comparison: z.string(), value: z.number(), unit: z.string() }),
  ),
  industries: z.array(z.string()),
  cooperation: z.array(z.string()).default([]),
  /** From the day it is loaded: a sample need is not out of date. */
  deadlineDays: z.number().int().optional(),
  budget: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
  rights: z.string().optional(),
  stage: z.string().optional(),
  anonymous: z.boolean().default(false),
});

export const sampleConnection = z.strictObject({
  need: slug,
  offer: slug,
  /** Who proposes it. */
  by: z.enum(['need', 'offer', 'broker']),
  reach: z.enum(['proposed', 'accepted', 'contact', 'negotiation', 'agreement', 'ended']),
  subState: z.string().optional(),
  note: z.string(),
  message: z.tuple([z.enum(['need', 'offer']), z.string()]).optional(),
  meeting: z.strictObject({ attendees: z.string(), agreed: z.string() }).optional(),
  nextStep: z.string().optional(),
  amount: z.number().optional(),
  contract: z.enum(['development', 'service', 'licence']).optional(),
  reason: z.enum(['benefit-unclear', 'price', 'too-early']).optional(),
  endNote: z.string().optional(),
});

const time = z.string().regex(/^\d\d:\d\d$/);

export const sampleEvent = z.strictObject({
  slug,
  zone,
  kind: z.enum(['conference', 'pitch-day', 'visit']),
  /** A day that has been, as `YYYY-MM-DDTHH:MM` of China; or so many days from when it is loaded, between two times of day. */
  begins: z.string().optional(),
  ends: z.string().optional(),
  inDays: z.number().int().positive().optional(),
  from: time.optional(),
  to: time.optional(),
  titleZh: z.string(),
  titleEn: z.string(),
  summaryZh: z.string(),
  summaryEn: z.string(),
  venueZh: z.string(),
  venueEn: z.string(),
  capacity: z.string(),
  agenda: z.array(
    z.strictObject({
      from: time,
      to: time,
      titleZh: z.string(),
      titleEn: z.string(),
      speakers: z.array(z.tuple([z.string(), z.string(), z.string()])),
    }),
  ),
  listings: z.array(slug),
});

export type SampleOrganisation = z.output<typeof sampleOrganisation>;
export type SampleListing = z.output<typeof sampleListing>;
export type SampleConnection = z.output<typeof sampleConnection>;
export type SampleEvent = z.output<typeof sampleEvent>;
