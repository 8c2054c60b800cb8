import { storageKey } from '#files/file.ts';
import { fileResponse } from '#files/serve.server.ts';
import { fileWords as words } from '#language/words/files.ts';
import { proofOf } from '#organisations/read-claims.server.ts';
import type { RequestHandler } from './$types';

/** What a claim was sent with, for those who decide it. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { database, actor, files, lang } = locals;
  const found = await database.inTransaction(actor, (tx) => proofOf(tx, actor, params.id));
  const nothing = () =>
    new Response(words.notFound[lang], { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  if (!found) return nothing();
  const key = storageKey(found.id, found.variant.name);
  const response = await fileResponse(found, request.headers, (range) => files.read(key, range));
  return response ?? nothing();
};
