import { error, fail } from '@sveltejs/kit';
import { canKeepFiles, isFileId } from '#files/file.ts';
import { fileListQuery } from '#files/list.ts';
import { filesOfZone } from '#files/read-list.server.ts';
import { storedBytesOf } from '#files/read.server.ts';
import { upload } from '#files/upload.server.ts';
import { deleteFile, restoreFile } from '#files/write.server.ts';
import { fileWords as words } from '#language/words/files.ts';
import type { Actions, PageServerLoad } from './$types';
import { usersOf } from './users.server.ts';
import { zonesToChoose } from './zone.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { actor, database, config, lang } = locals;
  const query = fileListQuery.parse(Object.fromEntries(url.searchParams));
  return database.inTransaction(actor, async (tx) => {
    const zones = await zonesToChoose(tx, actor);
    const zone = query.zone ?? zones[0]?.code;
    if (zone === undefined) return { zones, quota: config.zoneQuotaBytes, list: undefined };
    // Another zone's list is no list at all.
    if (!canKeepFiles(actor, zone)) error(404, words.notFound[lang]);
    const list = await filesOfZone(tx, actor, { ...query, zone });
    const users = await usersOf(tx, lang, list.files);
    const used = await storedBytesOf(tx, zone);
    return { zones, quota: config.zoneQuotaBytes, list: { ...list, query: { ...query, zone }, users, used } };
  });
};

export const actions: Actions = {
  upload: async ({ locals, request }) => {
    const { status, files, problems } = await upload(locals, locals.actor, request);
    return problems.length > 0 ? fail(status, { problems, uploaded: files.length }) : { uploaded: files.length };
  },
  delete: async ({ locals, request }) => {
    const { database, actor } = locals;
    const id = await fileNamed(request);
    const outcome = await database.allOrNothing(actor, (tx) => deleteFile(tx, actor, id));
    return outcome.ok ? { deleted: { id, ...outcome.value } } : fail(422, { problems: outcome.problems });
  },
  restore: async ({ locals, request }) => {
    const { database, actor } = locals;
    const id = await fileNamed(request);
    const outcome = await database.allOrNothing(actor, (tx) => restoreFile(tx, actor, id));
    return outcome.ok ? { restored: outcome.value } : fail(422, { problems: outcome.problems });
  },
};

/** A form that names no file finds none. */
async function fileNamed(request: Request): Promise<string> {
  const id = String((await request.formData()).get('file') ?? '');
  return isFileId(id) ? id : '00000000-0000-0000-0000-000000000000';
}
