import { fail, redirect } from '@sveltejs/kit';
import { withReceived, type Received } from '#files/receive.server.ts';
import { chartOf } from '#indicators/chart-of.ts';
import { entryFields, observationSaid, periodChoices, seenIn } from '#indicators/entry.ts';
import { keysOf, readFormula } from '#indicators/formula.ts';
import { indicatorsKeyed } from '#indicators/read.server.ts';
import { usersOfKey } from '#indicators/read-formulas.server.ts';
import { keepEvidenceFile } from '#indicators/write-evidence.server.ts';
import { observe } from '#indicators/write-observation.server.ts';
import { dateOf } from '#language/dates.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import { readFields, shownField } from '#profiles/field.ts';
import { slipsOf } from '#slips/read-of.server.ts';
import { indicatorHere } from './here.server.ts';
import type { Actions, PageServerLoad } from './$types';

const deeds = ['added', 'saved', 'entered'] as const;

export const load: PageServerLoad = async ({ locals, params: { id }, url }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const indicator = await indicatorHere(tx, locals, id);
    const { row, observations, targets } = indicator;
    const current = observations.filter(({ isCurrent }) => isCurrent).reverse();
    const read = readFormula(row.formula);
    return {
      ...indicator,
      chart: chartOf(row, current, targets),
      fields: entryFields(periodChoices(row, dateOf(new Date()))).map(shownField),
      madeOf: await indicatorsKeyed(tx, row.zoneCode, read.ok ? keysOf(read.formula) : []),
      feeds: await indicatorsKeyed(tx, row.zoneCode, await usersOfKey(tx, row.zoneCode, row.key)),
      slips: await slipsOf(tx, { kind: 'indicator', id }),
      done: deeds.find((deed) => deed === url.searchParams.get('done')),
    };
  });

/** Keeps the file that shows a value; none was sent where nothing was chosen. */
async function documentIn(locals: App.Locals, id: number, { files }: Received): Promise<Outcome<string | undefined>> {
  const [arrived] = files;
  if (!arrived) return done(undefined);
  const kept = await keepEvidenceFile(locals, locals.actor, { id, arrived });
  return kept.ok ? done(kept.value.id) : kept;
}

async function enter(locals: App.Locals, id: number, received: Received) {
  const { actor, database } = locals;
  const typed = Object.fromEntries(received.fields);
  // Whose it is comes before what was sent.
  const { row, mayObserve } = await database.inTransaction(actor, (tx) => indicatorHere(tx, locals, id));
  const cells = readFields(entryFields(periodChoices(row, dateOf(new Date()))), typed);
  if (!cells.ok) return { outcome: cells, typed };
  const document = mayObserve ? await documentIn(locals, id, received) : done(undefined);
  if (!document.ok) return { outcome: document, typed };
  const said = { ...observationSaid(cells.value), ...seenIn(typed), isSure: 'isSure' in typed };
  const shown = document.value === undefined ? {} : { document: document.value };
  const outcome = await database.allOrNothing(actor, (tx) => observe(tx, actor, { ...said, ...shown, indicator: id }));
  return { outcome, typed };
}

export const actions: Actions = {
  default: async ({ request, locals, params: { id } }) => {
    const answer = await withReceived(request, (received) => enter(locals, id, received));
    if ('says' in answer)
      return fail(answer.status, { problems: [{ field: 'file', says: answer.says }], typed: answer.typed });
    if (!answer.outcome.ok) return fail(422, { problems: answer.outcome.problems, typed: answer.typed });
    redirect(303, `/${locals.lang}/desk/indicators/${id}?done=entered`);
  },
};
