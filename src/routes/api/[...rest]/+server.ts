import { apiWords as words } from '#language/words/api.ts';
import { trouble } from '../v1/answer.ts';
import type { RequestHandler } from './$types';

/** An address that the API does not have is told to programs as they expect it, not as a page. */
export const fallback: RequestHandler = (event) =>
  trouble(event, { status: 404, problems: [{ says: words.noSuchAddress(event.url.pathname) }] });
