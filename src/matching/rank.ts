import { matchingWords } from '#language/words/matching.ts';
import type { Context } from './context.ts';
import { refused, type Refused } from './declines.ts';
import { missingOf, raiseOf, sentenceOf, textSays, verdictOf } from './explain.ts';
import { factsOf } from './facts.ts';
import { measured, type Measured } from './measured.ts';
import type { Prepared } from './prepare.ts';
import type { Part, PartName, Suggestion } from './suggestion.ts';
import { textFit, type TextFit } from './text-fit.ts';
import { themeName } from './themes.ts';

/** What each part can give at most; together 1. */
export const mostPoints: Readonly<Record<PartName, number>> = {
  text: 0.7,
  industry: 0.06,
  discipline: 0.05,
  kind: 0.03,
  stage: 0.04,
  budget: 0.03,
  region: 0.03,
  cooperation: 0.02,
  rights: 0.01,
  outcomes: 0.03,
};

/**
 * Candidates for a need (offers, institutes) or for an offer or institute (needs), best first, each explained. The order
 * and number of the candidates do not change what is said of any of them.
 */
export function rank(asked: Prepared, candidates: readonly Prepared[], context: Context): Suggestion[] {
  const declined = refused(context.declines);
  const side = measured(asked, context.statistics);
  const suggestions = candidates
    .filter((candidate) => canMeet(asked, candidate, declined))
    .map((candidate) => ({
      ...explainPair(...sidesOf(side, measured(candidate, context.statistics)), { context, declined }),
      id: candidate.document.id,
    }))
    .filter(({ score }) => score >= (context.least ?? 0));
  suggestions.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return suggestions.slice(0, context.limit);
}

function sidesOf<Side extends Prepared>(asked: Side, candidate: Side): [Side, Side] {
  return asked.document.role === 'need' ? [asked, candidate] : [candidate, asked];
}

function canMeet(asked: Prepared, candidate: Prepared, declined: Refused): boolean {
  const [{ document: need }, { document: other }] = sidesOf(asked, candidate);
  if (need.role !== 'need' || other.role === 'need') return false;
  return need.organisation !== other.organisation && !declined.isDeclined(need.id, other.id);
}

interface Known {
  readonly context: Context;
  readonly declined: Refused;
}

function explainPair(need: Measured, other: Measured, { context, declined }: Known): Suggestion {
  const fit = textFit(need, other, context.statistics);
  const organisation = other.document.organisation;
  const text = textPart(fit, declined.remaining(organisation, 'text'));
  // Being in the same city is worth nothing to two that have nothing to say to each other, unless one asks for the other.
  const asked = need.document.wanted?.includes(organisation) === true;
  const open = asked ? 1 : Math.min(1, fit.value / 0.35);
  const pair = { need: need.document, other: other.document };
  const facts = Object.entries(factsOf(pair, context)).map(([key, value]) => {
    const name = key as Exclude<PartName, 'text'>;
    return factPart({ name, value, share: open * declined.remaining(organisation, name) });
  });
  const parts = [text, ...facts];
  const explained = { parts, fit, pair };
  return {
    id: other.document.id,
    score: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
    missing: missingOf(explained),
    raise: raiseOf(explained),
    sentence: sentenceOf(parts),
  };
}

function textPart(fit: TextFit, share: number): Part {
  const most = mostPoints.text;
  const met = fit.met.map((one) => ({ ...one, points: one.points * share * most }));
  const sharedFields = fit.themes.map(({ theme, points }) => ({
    name: themeName(theme),
    points: points * share * most,
  }));
  return {
    name: 'text',
    verdict: fit.value >= 0.5 ? 'fits' : fit.value >= 0.2 ? 'partly' : 'against',
    points: fit.value * share * most,
    most,
    says: textSays(fit),
    met,
    sharedFields,
  };
}

function factPart(fact: { name: Exclude<PartName, 'text'>; value: number | undefined; share: number }): Part {
  const { name, value, share } = fact;
  const most = mostPoints[name];
  const verdict = verdictOf(value);
  const says = matchingWords.says[name][verdict];
  return { name, verdict, points: (value ?? 0.5) * share * most, most, says };
}
