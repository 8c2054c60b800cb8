import { fail, redirect } from '@sveltejs/kit';
import { importWords } from '#language/words/importers.ts';
import { runsAPage, runsFor } from '#importers/read-desk.server.ts';
import { startUpload } from '#importers/write-upload.server.ts';
import { ownZones, zoneMeant } from '../zone-choice.server.ts';
import { numberAsked } from '../../../number-asked.ts';
import type { Actions, PageServerLoad } from './$types';

const words = importWords.desk;

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const before = numberAsked(url, 'before');
  const [runs, zones] = await database.inTransaction(
    actor,
    async (tx) => [await runsFor(tx, actor, before), await ownZones(tx, actor)] as const,
  );
  return { runs, zones, next: runs.length === runsAPage ? runs.at(-1)?.id : undefined };
};

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang } }) => {
    const form = await request.formData().catch(() => undefined);
    if (!form) return fail(400, { problems: [{ says: words.nothingSent }], zone: '', address: '' });
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0) as File[];
    const typed = { zone: text('zone').slice(0, 100), address: text('address').slice(0, 4000) };
    const zone = await zoneMeant(database.db, typed.zone);
    if (!zone.ok) return fail(422, { problems: zone.problems, ...typed });
    const uploads = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })),
    );
    const upload = { zone: zone.value, address: typed.address, files: uploads };
    const outcome = await database.allOrNothing(actor, (tx) => startUpload(tx, actor, upload));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, ...typed });
    redirect(303, `/${lang}/desk/imports/${outcome.value.id}`);
  },
};
