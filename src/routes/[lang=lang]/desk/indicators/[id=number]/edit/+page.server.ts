import { error, fail, redirect } from '@sveltejs/kit';
import { indicatorFields, saidIn } from '#indicators/fields.ts';
import { choicesOf } from '#indicators/read-choices.server.ts';
import { indicatorCells } from '#indicators/sheet.ts';
import { changeIndicator } from '#indicators/write-change.server.ts';
import { indicatorWords as words } from '#language/words/indicators.ts';
import { splitAdjustment } from '#plans/adjustment.ts';
import { adjustingIn } from '#plans/read-instructions.server.ts';
import { readFields, shownField } from '#profiles/field.ts';
import { cellsSent } from '../../../cells.server.ts';
import { indicatorHere } from '../here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id } }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const { row, name, targets, mayDefine } = await indicatorHere(tx, locals, id);
    if (!mayDefine) error(403, words.notYours[locals.lang]);
    const fields = indicatorFields(await choicesOf(tx, row.zoneCode)).map(shownField);
    const adjusting = await adjustingIn(tx, row.zoneCode);
    return { id, name, revision: row.revision, fields, adjusting, typed: indicatorCells(row, targets) };
  });

export const actions: Actions = {
  default: async ({ request, locals, params: { id } }) => {
    const { actor, database, lang } = locals;
    const { revision = '', ...typed } = cellsSent(await request.formData());
    const { adjustment, fields } = splitAdjustment(typed);
    const outcome = await database.allOrNothing(actor, async (tx) => {
      const { row } = await indicatorHere(tx, locals, id);
      const cells = readFields(indicatorFields(await choicesOf(tx, row.zoneCode)), fields);
      if (!cells.ok) return cells;
      const seen = /^\d{1,9}$/.test(revision) && Number(revision) > 0 ? { revision: Number(revision) } : {};
      return changeIndicator(tx, actor, { ...saidIn(cells.value), id, ...seen, adjustment });
    });
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed });
    redirect(303, `/${lang}/desk/indicators/${id}?done=saved`);
  },
};
