import { json } from '@sveltejs/kit';
import { upload } from '#files/upload.server.ts';
import type { RequestHandler } from './$types';

/** For the script of a page; the form itself goes to the page's own action. */
export const POST: RequestHandler = async ({ locals, request }) => {
  const { status, files, problems } = await upload(locals, locals.actor, request);
  const ok = problems.length === 0;
  return json(ok ? { ok, file: files[0], files } : { ok, files, problems }, { status });
};
