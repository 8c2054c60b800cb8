import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => ({
  lang: locals.lang,
  site: locals.site,
  origin: locals.config.origin,
  path: url.pathname,
});
