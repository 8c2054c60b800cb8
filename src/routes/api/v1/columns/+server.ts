import { toPublicColumn } from '#news/public.ts';
import { allColumns } from '#news/read-columns.server.ts';
import { reading } from '../answer.ts';
import { endpoints } from '../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.columns, async ({ locals }) => {
  const columns = await allColumns(locals.database.db);
  locals.shows.add('column');
  return { data: columns.map(toPublicColumn) };
});
