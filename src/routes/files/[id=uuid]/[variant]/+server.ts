import { error } from '@sveltejs/kit';
import { storageKey } from '#files/file.ts';
import { readableFile } from '#files/read.server.ts';
import { fileResponse } from '#files/serve.server.ts';
import { fileWords as words } from '#language/words/files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { database, actor, files, lang } = locals;
  const found = await database.inTransaction(actor, (tx) => readableFile(tx, actor, params));
  if (!found) error(404, words.notFound[lang]);
  const key = storageKey(params.id, found.variant.name);
  const response = await fileResponse(found, request.headers, (range) => files.read(key, range));
  return response ?? error(404, words.notFound[lang]);
};
