import type { z } from 'zod';
import type { Lang, TwoText } from '#language/lang.ts';
import { apiWords as words } from '#language/words/api.ts';
import type { problemSchema } from './openapi.ts';
import type { Problem } from './outcome.ts';

const titles: Readonly<Record<number, TwoText>> = {
  400: words.badRequest,
  404: words.notFound,
  405: words.notAllowed,
  500: words.broken,
  503: words.away,
};

export interface Trouble {
  readonly status: 400 | 404 | 405 | 500 | 503;
  readonly problems?: readonly Problem[];
  readonly requestId?: string;
}

/** An error as RFC 9457 tells it to a program, in words for the person behind the program. */
export function problemDetails(
  { status, problems = [], requestId }: Trouble,
  lang: Lang,
): z.infer<typeof problemSchema> {
  const errors = problems.map(({ field, says }) => ({ ...(field && { parameter: field }), detail: says[lang] }));
  const detail = errors.map((error) => error.detail).join(' ');
  return {
    type: 'about:blank',
    title: titles[status]?.[lang] ?? '',
    status,
    ...(detail && { detail }),
    ...(errors.some((error) => 'parameter' in error) && { errors }),
    ...(requestId && { requestId }),
  };
}
