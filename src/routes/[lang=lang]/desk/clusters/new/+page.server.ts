import { fail, redirect } from '@sveltejs/kit';
import type { NewCluster } from '#clusters/cluster.ts';
import { clusterFields, saidIn } from '#clusters/fields.ts';
import { planChoices } from '#clusters/read.server.ts';
import { createCluster } from '#clusters/write.server.ts';
import { splitAdjustment } from '#plans/adjustment.ts';
import { adjustingIn } from '#plans/read-instructions.server.ts';
import { readFields, shownField } from '#profiles/field.ts';
import { cellsSent } from '../../cells.server.ts';
import { ownZones, zoneMeant } from '../../zone-choice.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const zones = await ownZones(database.db, actor, ['publisher', 'leader']);
  const asked = url.searchParams.get('zone') ?? '';
  const zone = zones.find(({ code }) => code === asked)?.code ?? zones[0]?.code ?? (/^\d{8}$/.test(asked) ? asked : '');
  return database.inTransaction(actor, async (tx) => {
    const fields = clusterFields(await planChoices(tx, zone)).map(shownField);
    return { zones, zone, fields, adjusting: await adjustingIn(tx, zone) };
  });
};

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang } }) => {
    const typed = cellsSent(await request.formData());
    const { adjustment, fields } = splitAdjustment(typed);
    const zone = await zoneMeant(database.db, typed['zone'] ?? '');
    if (!zone.ok) return fail(422, { problems: zone.problems, typed });
    const outcome = await database.allOrNothing(actor, async (tx) => {
      const cells = readFields(clusterFields(await planChoices(tx, zone.value)), fields);
      if (!cells.ok) return cells;
      return createCluster(tx, actor, { ...saidIn(cells.value), zone: zone.value, adjustment } as NewCluster);
    });
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed });
    redirect(303, `/${lang}/desk/clusters/${outcome.value.id}?done=added`);
  },
};
