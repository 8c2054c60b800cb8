import { fail, redirect } from '@sveltejs/kit';
import { organisationFields, shownFields } from '#organisations/part-fields.ts';
import { organisationRows } from '#organisations/read-parts.server.ts';
import { addPartRow, changePartRow, removePartRow } from '#organisations/write-parts.server.ts';
import { shownField } from '#profiles/field.ts';
import { cellsOf, titlesOf } from '#profiles/part-table.ts';
import type { Actions, PageServerLoad } from './$types';
import { recordHere } from './record.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const here = await recordHere(tx, locals, params);
    const part = params.record;
    const [fields, shown] = [organisationFields[part], shownFields[part]];
    const rows = await organisationRows(tx, { organisation: params.id, part });
    return {
      ...here,
      edited: rows.find(({ id }) => String(id) === url.searchParams.get('edit')),
      titles: titlesOf(shown, fields),
      rows: rows.map(({ id, label, cells }) => ({
        ...{ id, label },
        cells: cellsOf(shown, fields, { cells, lang: locals.lang }),
      })),
      fields: fields.map(shownField),
      said: (['saved', 'removed'] as const).find((word) => url.searchParams.has(word)),
    };
  });

async function sent(request: Request): Promise<{ id: string; cells: Record<string, string> }> {
  const entries = [...(await request.formData())].flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  const { id = '', ...cells } = Object.fromEntries(entries);
  return { id, cells };
}

export const actions: Actions = {
  save: async ({ request, locals: { actor, database }, params, url }) => {
    const { id, cells } = await sent(request);
    const place = { organisation: params.id, part: params.record };
    const outcome = await database.allOrNothing(actor, async (tx) =>
      id === ''
        ? addPartRow(tx, actor, { ...place, cells })
        : changePartRow(tx, actor, { ...place, id: Number(id), cells }),
    );
    return outcome.ok ? redirect(303, `${url.pathname}?saved`) : fail(422, { problems: outcome.problems, id, cells });
  },
  remove: async ({ request, locals: { actor, database }, params, url }) => {
    const id = Number((await sent(request)).id);
    const place = { organisation: params.id, part: params.record };
    const outcome = await database.allOrNothing(actor, (tx) => removePartRow(tx, actor, { ...place, id }));
    return outcome.ok ? redirect(303, `${url.pathname}?removed`) : fail(422, { problems: outcome.problems });
  },
};
