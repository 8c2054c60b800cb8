import type { Side } from './listing.ts';

/** As much as fits; the database holds the same limits. */
export const longest = {
  title: 256,
  summary: 500,
  body: 20_000,
  tried: 5000,
  conditions: 5000,
  decider: 200,
  advantage: 5000,
  proof: 5000,
  team: 5000,
  fields: 1000,
  keyword: 60,
  targetName: 100,
  unit: 40,
} as const;
export const mostKeywords = 5;
export const mostTargets = 20;
export const mostDisciplines = 10;

/** The fields of an edition, by side, in the order in which they are asked for. */
export const textFields = {
  need: ['title', 'summary', 'body', 'tried', 'conditions', 'decider'],
  offer: ['title', 'summary', 'body', 'advantage', 'fields', 'proof', 'team'],
} as const;

/** What a comment can be about; nothing named is about the whole. */
const shared = [
  'targets',
  'kind',
  'industryKeywords',
  'technologyKeywords',
  'disciplines',
  'budgetLow',
  'rights',
  'cooperation',
];
const commentable: Readonly<Record<Side, readonly string[]>> = {
  need: [...textFields.need, ...shared, 'deadline', 'secrecy'],
  offer: [...textFields.offer, ...shared, 'stage', 'secrecy'],
};

export function commentFields(side: Side): readonly string[] {
  return commentable[side];
}
