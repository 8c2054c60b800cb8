import type { Frame } from '#ui/frame.ts';
import type { LayoutServerLoad } from './$types';

/** Loaded at the root, so that an error page of any address has its frame too. */
export const load: LayoutServerLoad = ({ locals, url }): Frame =>
  locals.drawn({
    lang: locals.lang,
    site: locals.site,
    origin: locals.config.origin,
    path: url.pathname,
    query: url.search,
    care: locals.care,
  });
