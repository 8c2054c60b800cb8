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
    ...viewingOf(locals),
  });

/** Said on every page that is seen through another's eyes. */
function viewingOf({ actor, signedIn, now }: App.Locals): Pick<Frame, 'viewing'> {
  if (!actor.viewedBy || !signedIn?.viewingUntil) return {};
  const minutes = Math.ceil((signedIn.viewingUntil.getTime() - now().getTime()) / 60_000);
  return { viewing: { name: actor.name, minutes } };
}
