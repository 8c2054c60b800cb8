import { error, redirect } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { publicClustersOfOrganisation } from '#clusters/read-public.server.ts';
import { publicAgreementsOf } from '#connections/read-public-agreements.server.ts';
import { organisationPageWords as words } from '#language/words/organisation-page.ts';
import { mentionsOf } from '#organisations/read-mentions.server.ts';
import { eventsOf, listingsOf, publicOrganisation, winnerOf } from '#organisations/read-public.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { lang, shows } = locals;
  const { db } = locals.database;
  const one = await publicOrganisation(db, params.id);
  if (!one) {
    const winner = await winnerOf(db, params.id);
    if (winner !== undefined) redirect(301, `/${lang}/organisations/${winner}`);
    error(404, words.notFound[lang]);
  }
  const [listings, mentions, events, clusters, agreements] = await Promise.all([
    listingsOf(db, one.id, lang),
    mentionsOf(db, one.id, lang),
    eventsOf(db, one.id),
    publicClustersOfOrganisation(db, one.id),
    locals.database.inTransaction(theSystem, (tx) => publicAgreementsOf(tx, { organisation: one.id, lang })),
  ]);
  shows.add(`organisation:${one.id}`).add('zone').add('place').add('listing').add('event-list').add('cluster-list');
  for (const { article } of mentions) shows.add(`news:${article.id}`);
  return locals.drawn({ one, listings, mentions, events, clusters, agreements });
};
