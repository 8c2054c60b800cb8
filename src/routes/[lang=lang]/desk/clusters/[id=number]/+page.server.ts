import { fail, redirect } from '@sveltejs/kit';
import { figureFields, memberFields, yearFields } from '#clusters/fields.ts';
import { indicatorsOfCluster } from '#indicators/read-cluster.server.ts';
import { splitAdjustment } from '#plans/adjustment.ts';
import { adjustingIn } from '#plans/read-instructions.server.ts';
import { shownField } from '#profiles/field.ts';
import { cellsSent } from '../../cells.server.ts';
import { clusterHere } from './here.server.ts';
import { memberChoices, parts } from './parts.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const deeds = ['added', 'saved'] as const;

export const load: PageServerLoad = async ({ locals, params: { id }, url }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const cluster = await clusterHere(tx, locals, id);
    return {
      ...cluster,
      indicators: await indicatorsOfCluster(tx, id),
      adjusting: await adjustingIn(tx, cluster.row.zoneCode),
      fields: {
        member: memberFields.map(shownField),
        figure: figureFields(memberChoices(cluster)).map(shownField),
        year: yearFields.map(shownField),
      },
      done: deeds.find((deed) => deed === url.searchParams.get('done')),
    };
  });

const by =
  (part: keyof typeof parts) =>
  async ({ request, locals, params: { id }, url }: RequestEvent) => {
    const typed = cellsSent(await request.formData());
    const { adjustment, fields } = splitAdjustment(typed);
    const outcome = await locals.database.allOrNothing(locals.actor, async (tx) =>
      parts[part](tx, locals.actor, { cluster: await clusterHere(tx, locals, id), cells: fields, adjustment }),
    );
    return outcome.ok
      ? redirect(303, `${url.pathname}?done=saved`)
      : fail(422, { problems: outcome.problems, typed, part });
  };

export const actions: Actions = { member: by('member'), figure: by('figure'), year: by('year'), remove: by('remove') };
