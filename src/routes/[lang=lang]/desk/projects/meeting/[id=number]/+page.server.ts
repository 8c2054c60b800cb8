import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { canHoldMeetings } from '#pipeline/meeting.ts';
import { meetingRow, projectReferenced, unitsOf } from '#pipeline/read-meeting.server.ts';
import { decide, makeTask, removeDecision } from '#pipeline/write-decision.server.ts';
import { changeMeeting } from '#pipeline/write-meeting.server.ts';
import { canKeepTasks } from '#tasks/task.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { meetingHere } from './meeting.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, params, url }) =>
  database.inTransaction(actor, async (tx) => {
    const found = await meetingHere(tx, actor, params.id);
    const { code } = found.meeting.zone;
    const mayHold = canHoldMeetings(actor, code);
    return {
      ...{ ...found, mayHold, mayTask: mayHold && canKeepTasks(actor, code) },
      ...{ units: mayHold ? await unitsOf(tx, code) : [], saved: url.searchParams.has('saved') },
    };
  });

type Sent = Readonly<Record<string, string>>;
type Verb = (tx: Tx, actor: Actor, sent: { readonly id: number; readonly typed: Sent }) => Promise<Outcome<unknown>>;

/** A number of the form; what is none is no record. */
const numberIn = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : -1);
const orNull = (text: string | undefined) => (text ? numberIn(text) : null);

const change: Verb = (tx, actor, { id, typed: { revision, chair = '', present = '', notes = '' } }) =>
  changeMeeting(tx, actor, { id, revision: numberIn(revision), chair, present, notes });

const add: Verb = async (tx, actor, { id, typed: { project, unitId, body = '', personName = '', dueOn } }) => {
  const row = await meetingRow(tx, actor, id);
  const projectId = project && row ? ((await projectReferenced(tx, row.zoneCode, project)) ?? -1) : null;
  const said = { body, personName, projectId, unitId: orNull(unitId), dueOn: dueOn ? dueOn : null };
  return decide(tx, actor, { meeting: id, ...said });
};

const of =
  (form: 'change' | 'decide', verb: Verb) =>
  async ({ locals: { actor, database }, params, request, url }: RequestEvent) => {
    const typed: Sent = await sentTexts(request);
    const id = params.id;
    const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, { id, typed }));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed, form });
    redirect(303, `${url.pathname}?saved`);
  };

export const actions: Actions = {
  change: of('change', change),
  decide: of('decide', add),
  task: of('decide', (tx, actor, { id, typed }) =>
    makeTask(tx, actor, { meeting: id, id: numberIn(typed['decision']) }),
  ),
  remove: of('decide', (tx, actor, { id, typed }) =>
    removeDecision(tx, actor, { meeting: id, id: numberIn(typed['decision']) }),
  ),
};
