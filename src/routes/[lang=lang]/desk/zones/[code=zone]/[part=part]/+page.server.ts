import { fail, redirect } from '@sveltejs/kit';
import { done } from '#platform/outcome.ts';
import { shownField } from '#profiles/field.ts';
import { partCells, partTitles } from '#profiles/part-table.ts';
import { partFields, partRows } from '#profiles/read-parts.server.ts';
import { addRow, changeRow, removeRow } from '#profiles/write-parts.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { zoneHere } from '../here.server.ts';

export const load: PageServerLoad = async ({ locals, params: { code, part }, url }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const here = await zoneHere(tx, locals, code);
    const place = { zone: code, part };
    const [fields, rows] = [await partFields(tx, place), await partRows(tx, place)];
    return {
      ...here,
      part,
      edited: rows.find(({ id }) => String(id) === url.searchParams.get('edit')),
      titles: partTitles(part, fields),
      rows: rows.map(({ id, label, cells }) => ({
        ...{ id, label },
        cells: partCells(part, fields, { cells, lang: locals.lang }),
      })),
      fields: fields.map(shownField),
      said: (['saved', 'removed'] as const).find((word) => url.searchParams.has(word)),
    };
  });

async function sent(request: Request): Promise<{ id: string; cells: Record<string, string> }> {
  const entries = [...(await request.formData())].filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string';
  });
  const { id = '', ...cells } = Object.fromEntries(entries);
  return { id, cells };
}

export const actions: Actions = {
  save: async ({ request, locals: { actor, database }, params: { code, part }, url }) => {
    const { id, cells } = await sent(request);
    const place = { zone: code, part };
    const outcome = await database.allOrNothing(actor, async (tx) =>
      id === '' ? addRow(tx, actor, { ...place, cells }) : changeRow(tx, actor, { ...place, id: Number(id), cells }),
    );
    return outcome.ok ? redirect(303, `${url.pathname}?saved`) : fail(422, { problems: outcome.problems, id, cells });
  },
  remove: async ({ request, locals: { actor, database }, params: { code, part }, url }) => {
    const id = Number((await sent(request)).id);
    const outcome = await database.allOrNothing(actor, async (tx) =>
      Number.isSafeInteger(id) ? removeRow(tx, actor, { zone: code, part, id }) : done(null),
    );
    return outcome.ok ? redirect(303, `${url.pathname}?removed`) : fail(422, { problems: outcome.problems });
  },
};
