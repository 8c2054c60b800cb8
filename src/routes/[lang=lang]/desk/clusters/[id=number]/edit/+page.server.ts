import { error, fail, redirect } from '@sveltejs/kit';
import { clusterFields, saidIn } from '#clusters/fields.ts';
import { planChoices } from '#clusters/read.server.ts';
import { clusterCells } from '#clusters/sheet.ts';
import { changeCluster } from '#clusters/write-change.server.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import { splitAdjustment } from '#plans/adjustment.ts';
import { adjustingIn } from '#plans/read-instructions.server.ts';
import { readFields, shownField } from '#profiles/field.ts';
import { cellsSent } from '../../../cells.server.ts';
import { clusterHere } from '../here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id } }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const { row, name, mayKeep } = await clusterHere(tx, locals, id);
    if (!mayKeep) error(403, words.notYours[locals.lang]);
    const fields = clusterFields(await planChoices(tx, row.zoneCode)).map(shownField);
    const adjusting = await adjustingIn(tx, row.zoneCode);
    return { id, name, revision: row.revision, fields, adjusting, typed: clusterCells(row) };
  });

export const actions: Actions = {
  default: async ({ request, locals, params: { id } }) => {
    const { actor, database, lang } = locals;
    const { revision = '', ...typed } = cellsSent(await request.formData());
    const { adjustment, fields } = splitAdjustment(typed);
    const outcome = await database.allOrNothing(actor, async (tx) => {
      const { row } = await clusterHere(tx, locals, id);
      const cells = readFields(clusterFields(await planChoices(tx, row.zoneCode)), fields);
      if (!cells.ok) return cells;
      const seen = /^[1-9]\d{0,8}$/.test(revision) ? { revision: Number(revision) } : {};
      return changeCluster(tx, actor, { ...saidIn(cells.value), id, ...seen, adjustment });
    });
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed });
    redirect(303, `/${lang}/desk/clusters/${id}?done=saved`);
  },
};
