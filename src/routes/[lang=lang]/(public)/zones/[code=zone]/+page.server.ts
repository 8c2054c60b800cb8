import { error } from '@sveltejs/kit';
import { zoneWords as words } from '#language/words/zones.ts';
import { listArticles } from '#news/read-list.server.ts';
import { publicProfile } from '#profiles/read.server.ts';
import { zoneDots } from '#zones/read-directory.server.ts';
import { neighboursOf } from '#zones/read-near.server.ts';
import { zoneView } from '#zones/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.database;
  const [zone, profile, dots, news] = await Promise.all([
    zoneView(db, params.code),
    publicProfile(db, params.code),
    zoneDots(db),
    listArticles(db, locals.lang, { filter: { zone: params.code }, limit: 5 }),
  ]);
  if (!zone) error(404, words.noZone[locals.lang]);
  const neighbours = await neighboursOf(db, zone, dots);
  // Its neighbours are on the page too: a change to any zone may change it.
  locals.shows.add('zone').add(`zone:${zone.code}`).add('place').add('news-list');
  return locals.drawn({ zone, profile, dots, news, ...neighbours });
};
