import { error, json } from '@sveltejs/kit';
import { canKeepFiles } from '#files/file.ts';
import { fileListQuery } from '#files/list.ts';
import { filesOfZone } from '#files/read-list.server.ts';
import { upload } from '#files/upload.server.ts';
import { fileWords as words } from '#language/words/files.ts';
import type { RequestHandler } from './$types';

/** The list for the script of a page, as for choosing a picture that is there already. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { zone, ...query } = fileListQuery.parse(Object.fromEntries(url.searchParams));
  if (zone === undefined || !canKeepFiles(actor, zone)) error(404, words.notFound[lang]);
  const { files, next } = await database.inTransaction(actor, (tx) => filesOfZone(tx, actor, { ...query, zone }));
  const shown = files.map(({ id, name, thumbnail }) => ({ id, name, thumbnail }));
  return json({ files: shown, next }, { headers: { 'cache-control': 'no-store' } });
};

/** For the script of a page; the form itself goes to the page's own action. */
export const POST: RequestHandler = async ({ locals, request }) => {
  const { status, files, problems } = await upload(locals, locals.actor, request);
  const ok = problems.length === 0;
  return json(ok ? { ok, file: files[0], files } : { ok, files, problems }, { status });
};
