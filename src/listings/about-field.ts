import type { Lang } from '#language/lang.ts';
import type { Problem } from '#platform/outcome.ts';
import type { CommentView } from './comment.ts';
import type { Typed } from './form.ts';

/** What is said beside a field: why it was refused, what a broker asks, what stands there now where somebody was quicker. */
export interface AboutField {
  readonly problem: string | undefined;
  readonly comments: readonly CommentView[];
  readonly now: string | undefined;
}

interface Said {
  readonly lang: Lang;
  readonly problems: readonly Problem[];
  readonly comments: readonly CommentView[];
  /** What is typed, and what is kept, where the two have come apart. */
  readonly typed: Typed;
  readonly kept?: Typed | undefined;
}

export function aboutField(field: string, { lang, problems, comments, typed, kept }: Said): AboutField {
  return {
    problem: problems.find((problem) => problem.field === field)?.says[lang],
    comments: comments.filter((comment) => comment.field === field),
    now: kept && differing(field, typed, kept),
  };
}

function differing(field: string, typed: Typed, kept: Typed): string | undefined {
  const mine = shownOf(field, typed);
  const theirs = shownOf(field, kept);
  return mine === theirs ? undefined : theirs;
}

function shownOf(field: string, { text, chosen, targets }: Typed): string {
  if (field === 'targets')
    return targets
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, comparison, value, unit }) => `${name} ${signs[comparison] ?? ''} ${value} ${unit}`.trim())
      .join('；');
  return chosen[field]?.join('、') ?? (text[field] ?? '').replaceAll('\r\n', '\n').trim();
}

const signs: Readonly<Record<string, string>> = { 'at-least': '≥', 'at-most': '≤', equal: '=' };
