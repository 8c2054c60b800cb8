import { listingFormWords as words } from '#language/words/listing-form.ts';
import type { Problem } from '#platform/outcome.ts';
import type { Content } from './content.ts';
import type { Side } from './listing.ts';

type Said = Content & { readonly side: Side };

/** What a broker cannot begin with: each in words beside its field; empty means it can be handed in. */
export function missingBeforeSubmitting(said: Said): Problem[] {
  return [...missingOfBoth(said), ...(said.side === 'need' ? missingOfNeed(said) : missingOfOffer(said))];
}

/** The public gets a summary on top of that: it is what lists, feeds and mails show. */
export function missingBeforePublishing(said: Said): Problem[] {
  const more: [boolean, Problem][] = [
    [said.summary === '', { field: 'summary', says: words.missing.summary }],
    [said.cooperation.length === 0, { field: 'cooperation', says: words.missing.cooperation }],
  ];
  return [...missingBeforeSubmitting(said), ...problemsIn(more)];
}

function missingOfBoth({ side, title, body, industryKeywords, technologyKeywords }: Said): Problem[] {
  return problemsIn([
    [title === '', { field: 'title', says: words.missing.title }],
    [body === '', { field: 'body', says: side === 'need' ? words.missing.problem : words.missing.whatItDoes }],
    [industryKeywords.length === 0, { field: 'industryKeywords', says: words.missing.industryKeywords }],
    [technologyKeywords.length === 0, { field: 'technologyKeywords', says: words.missing.technologyKeywords }],
  ]);
}

function missingOfNeed({ kind, targets, deadline, conditions }: Said): Problem[] {
  return problemsIn([
    [kind === 'technology' && targets.length === 0, { field: 'targets', says: words.missing.targets }],
    // Without a day there is at least a reason: it stands among the conditions.
    [deadline === null && conditions === '', { field: 'deadline', says: words.missing.deadline }],
  ]);
}

function missingOfOffer({ kind, stage, advantage, rights }: Said): Problem[] {
  const isResult = kind === 'result' || kind === 'technology';
  return problemsIn([
    [isResult && stage === null, { field: 'stage', says: words.missing.stage }],
    [isResult && rights === null, { field: 'rights', says: words.missing.rights }],
    [advantage === '', { field: 'advantage', says: words.missing.advantage }],
  ]);
}

function problemsIn(checks: readonly (readonly [boolean, Problem])[]): Problem[] {
  return checks.filter(([isMissing]) => isMissing).map(([, problem]) => problem);
}
