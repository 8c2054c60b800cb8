import { listBoard, countBoard, questionOf } from '#listings/read-board.server.ts';
import { chosenNames } from '#listings/read-board-names.server.ts';
import { askedOf } from './asked.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const query = askedOf(locals, params.side, url);
  const { db } = locals.database;
  const asked = { ...query, now: locals.now() };
  const [list, counted, names] = await Promise.all([
    listBoard(db, locals.lang, asked),
    countBoard(db, questionOf(asked)),
    chosenNames(db, query.filter),
  ]);
  locals.shows.add('listing-list').add('organisation').add('zone');
  return locals.drawn({ list, counted, names, asked: query });
};
