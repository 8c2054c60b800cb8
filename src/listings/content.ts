import { z } from 'zod';
import { isDay } from '#language/dates.ts';
import { longest, mostDisciplines, mostKeywords, mostTargets } from './fields.ts';
import {
  chainPositions,
  comparisons,
  cooperations,
  needKinds,
  offerKinds,
  rightsKinds,
  secrecies,
  stages,
  type Side,
} from './listing.ts';

/** PostgreSQL keeps neither NUL nor half a character. */
const isClean = (text: string) => !text.includes('\u0000') && text.isWellFormed();
const text = (most: number) => z.string().trim().max(most).refine(isClean);
const keywords = z
  .array(text(longest.keyword).min(1))
  .max(mostKeywords)
  .transform((all) => [...new Set(all)]);
const codes = z.array(z.string().regex(/^[\w.-]{1,20}$/)).max(10);
const disciplines = z
  .array(z.string().regex(/^\d{3}(\d{2}){0,2}$/))
  .max(mostDisciplines)
  .transform((all) => [...new Set(all)]);
const yuan = z.number().min(0).max(9_999_999_999_999).nullable();
const day = z.string().refine(isDay).nullable();
const ids = z.array(z.number().int().positive().safe()).max(20);

const texts = {
  title: text(longest.title).min(1),
  summary: text(longest.summary).default(''),
  body: text(longest.body).default(''),
  industryKeywords: keywords.default([]),
  technologyKeywords: keywords.default([]),
};
const needTexts = {
  ...texts,
  tried: text(longest.tried).default(''),
  conditions: text(longest.conditions).default(''),
  decider: text(longest.decider).default(''),
};
const offerTexts = {
  ...texts,
  advantage: text(longest.advantage).default(''),
  proof: text(longest.proof).default(''),
  team: text(longest.team).default(''),
  fields: text(longest.fields).default(''),
};

const target = z.strictObject({
  name: text(longest.targetName).min(1),
  comparison: z.enum(comparisons),
  value: z.number().min(-1e12).max(1e12),
  unit: text(longest.unit),
});
export type TargetInput = z.output<typeof target>;

const facts = {
  isAnonymous: z.boolean().default(false),
  industries: codes.default([]),
  disciplines: disciplines.default([]),
  cooperation: z.array(z.enum(cooperations)).default([]),
  rights: z.enum(rightsKinds).nullable().default(null),
  secrecy: z.enum(secrecies).default('open'),
  budgetLow: yuan.default(null),
  budgetHigh: yuan.default(null),
  targets: z.array(target).max(mostTargets).default([]),
};

/** What its writers say of a need, and nothing else: who it is of, where it stands and its dates are not theirs to type. */
const need = z.strictObject({
  ...facts,
  ...needTexts,
  kind: z.enum(needKinds),
  isReward: z.boolean().default(false),
  deadline: day.default(null),
  chainPosition: z.enum(chainPositions).nullable().default(null),
  targetOrganisations: ids.default([]),
});
const offer = z.strictObject({
  ...facts,
  ...offerTexts,
  kind: z.enum(offerKinds),
  stage: z.enum(stages).nullable().default(null),
});
export type NeedContent = z.output<typeof need>;
export type OfferContent = z.output<typeof offer>;

/** Everything that either side can say; what a side does not have is empty. */
export interface Content extends Omit<NeedContent, 'kind'>, Omit<OfferContent, 'kind'> {
  readonly kind: NeedContent['kind'] | OfferContent['kind'];
}

const nothing = {
  ...{ tried: '', conditions: '', decider: '', advantage: '', proof: '', team: '', fields: '' },
  ...{ isReward: false, deadline: null, chainPosition: null, targetOrganisations: [], stage: null },
};

export const contentInput = {
  need: need.transform((said): Content => ({ ...nothing, ...said })),
  offer: offer.transform((said): Content => ({ ...nothing, ...said })),
} as const satisfies Record<Side, z.ZodType>;

const targetNames = z.array(text(longest.targetName)).max(mostTargets).default([]);
const nothingSaid = { tried: '', conditions: '', decider: '', advantage: '', proof: '', team: '', fields: '' };

/** The texts of the other language, with the names of the targets in their order. */
export const translationInput = {
  need: z.strictObject({ ...needTexts, targetNames }).transform((said) => ({ ...nothingSaid, ...said })),
  offer: z.strictObject({ ...offerTexts, targetNames }).transform((said) => ({ ...nothingSaid, ...said })),
} as const;
export type Translation = z.output<typeof translationInput.need>;
