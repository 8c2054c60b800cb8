import { fail, redirect } from '@sveltejs/kit';
import { keptSite } from '#settings/read.server.ts';
import { siteOf, typedOf } from '#settings/setting.ts';
import { saveSite } from '#settings/write.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, site }, url }) => {
  const kept = await database.inTransaction(actor, keptSite);
  const shown = kept ?? { site, version: 0 };
  return { typed: typedOf(shown.site), version: shown.version, isSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async ({ request, locals: { actor, database }, url }) => {
    const entries = [...(await request.formData())];
    const { version, ...typed } = Object.fromEntries(
      entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
    ) as Record<string, string>;
    const input = { version: Number(version), site: siteOf(typed) };
    const outcome = await database.allOrNothing(actor, (tx) => saveSite(tx, actor, input));
    return outcome.ok ? redirect(303, `${url.pathname}?saved`) : fail(422, { problems: outcome.problems, typed });
  },
};
