import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { apiWords as words } from '#language/words/api.ts';
import { preferredLang } from '#language/preferred.ts';
import { isDatabaseAway } from '#platform/database-away.ts';
import { entityTag, hasIt } from '#platform/entity-tag.ts';
import { log } from '#platform/log.server.ts';
import type { Endpoint } from '#platform/openapi.ts';
import { problemDetails, type Trouble } from '#platform/problem.ts';
import { parseQuery } from '#platform/query.ts';

/** Public data without credentials may be read by scripts of any site; nothing else on this server may. */
const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag, link' };

type Read<Query extends z.ZodObject> = (event: RequestEvent, query: z.output<Query>) => Promise<object | undefined>;

/** The handlers of one address: parse by its schema, read, answer. `undefined` from `read` means no such record. */
export function reading<Query extends z.ZodObject>(endpoint: Endpoint<Query>, read: Read<Query>) {
  const GET = async (event: RequestEvent): Promise<Response> => {
    const query = parseQuery(endpoint.query, event.url.searchParams);
    if (!query.ok) return trouble(event, { status: 400, problems: query.problems });
    try {
      const found = await read(event, query.value);
      if (found instanceof Response) return found;
      return found === undefined ? noSuchRecord(event) : answer(event, found);
    } catch (error) {
      if (isHttpError(error) || isRedirect(error)) throw error;
      log.error({ requestId: event.locals.requestId, err: error }, 'an API request failed');
      return trouble(event, { status: isDatabaseAway(error) ? 503 : 500, requestId: event.locals.requestId });
    }
  };
  return { GET, OPTIONS: preflight, fallback: readOnly };
}

function answer(event: RequestEvent, found: object): Response {
  const body = JSON.stringify(found);
  const etag = entityTag(body);
  const next = 'next' in found && typeof found.next === 'string' ? { link: `<${found.next}>; rel="next"` } : {};
  // A reader keeps the answer but asks each time whether it is still true.
  const headers = { ...open, ...next, etag, 'cache-control': 'public, no-cache' };
  if (hasIt(event.request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
}

/** The full address of the page after this one, or null. */
export function nextAddress({ url, locals }: RequestEvent, after: string | number | undefined): string | null {
  if (after === undefined) return null;
  const query = new URLSearchParams(url.searchParams);
  query.set('after', String(after));
  return `${locals.config.origin}${url.pathname}?${query}`;
}

/** An error as a program reads it, in the language of who asks. */
export function trouble({ url, request }: RequestEvent, what: Trouble): Response {
  const lang = preferredLang(url.searchParams.get('lang'), request.headers.get('accept-language'));
  return new Response(JSON.stringify(problemDetails(what, lang)), {
    status: what.status,
    headers: {
      ...open,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': lang,
      'cache-control': 'no-store',
      vary: 'accept-language',
      ...(what.status === 503 && { 'retry-after': '3' }),
      ...(what.status === 405 && { allow: 'GET, HEAD, OPTIONS' }),
    },
  });
}

function noSuchRecord(event: RequestEvent): Response {
  const id = Object.values(event.params).join('/');
  return trouble(event, { status: 404, problems: [{ says: words.noSuchRecord(id) }] });
}

function preflight(): Response {
  const headers = {
    ...open,
    allow: 'GET, HEAD, OPTIONS',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'if-none-match',
  };
  return new Response(null, { status: 204, headers: { ...headers, 'access-control-max-age': '86400' } });
}

function readOnly(event: RequestEvent): Response {
  return trouble(event, { status: 405, problems: [{ says: words.onlyReading }] });
}
