import type { TwoText } from '#language/lang.ts';
import { listingFormWords as words } from '#language/words/listing-form.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import type { z } from 'zod';
import { contentInput, translationInput, type Content, type Translation } from './content.ts';
import { longest, mostDisciplines, mostKeywords, mostTargets } from './fields.ts';
import { labelOf } from './labels.ts';
import type { Side } from './listing.ts';

type Issue = z.core.$ZodIssue;
/** What somebody says of a listing, as it will be kept, or all that is wrong with it. */
export function readContent(side: Side, said: unknown): Outcome<Content> {
  const parsed = contentInput[side].safeParse(said);
  if (!parsed.success) return refused(...problemsOf(parsed.error.issues, side));
  const { budgetLow, budgetHigh } = parsed.data;
  const isTurned = budgetLow !== null && budgetHigh !== null && budgetHigh < budgetLow;
  return isTurned ? refused({ field: 'budgetHigh', says: words.budgetTurned }) : done(parsed.data);
}

/** The same for its texts in the other language. */
export function readTranslation(side: Side, said: unknown): Outcome<Translation> {
  const parsed = translationInput[side].safeParse(said);
  return parsed.success ? done(parsed.data) : refused(...problemsOf(parsed.error.issues, side));
}

function problemsOf(issues: readonly Issue[], side: Side): Problem[] {
  const problems = issues.map((issue) => problemOf(issue, side));
  return [...new Map(problems.map((problem) => [`${problem.field} ${problem.says.en}`, problem])).values()];
}

function problemOf({ path, code }: Issue, side: Side): Problem {
  const [first, row] = path;
  const field = String(first ?? 'title');
  if (field === 'title' && code === 'too_small') return { field, says: words.missing.title };
  if (field === 'targets' && typeof row === 'number') return { field, says: words.targetIncomplete(row + 1) };
  const label = labelOf(field, side);
  return { field, says: code === 'too_big' ? tooMuch(field, label) : words.wrong(label) };
}

const most: Readonly<Record<string, number>> = { ...longest };
const mostOf: Readonly<Record<string, number>> = {
  industryKeywords: mostKeywords,
  technologyKeywords: mostKeywords,
  targets: mostTargets,
  disciplines: mostDisciplines,
};

function tooMuch(field: string, label: TwoText): TwoText {
  const count = mostOf[field];
  if (count !== undefined) return words.tooMany(label, count);
  const length = most[field];
  return length === undefined ? words.wrong(label) : words.tooLong(label, length);
}
