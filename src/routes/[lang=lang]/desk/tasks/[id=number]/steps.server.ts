import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { removeEvidence } from '#tasks/write-evidence.server.ts';
import { addNeed, removeNeed } from '#tasks/write-needs.server.ts';
import { askDone, beginTask, cancelTask, confirmDone, sendBackTask, takeBackDone } from '#tasks/write-step.server.ts';
import { sentTexts } from '../../../sent.server.ts';
import type { RequestEvent } from './$types';

type Sent = Readonly<Record<string, string>>;
type Verb = (tx: Tx, actor: Actor, asked: { id: number; sent: Sent }) => Promise<Outcome<unknown>>;

/** What is no number is nobody's record. */
const idIn = (text: string | undefined): number => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0);

/** Does what a form asks for, comes back and says so; or stays with what was typed and what is wrong. */
const step = (did: string, verb: Verb) => async (event: RequestEvent) => {
  const { actor, database, lang } = event.locals;
  const { id } = event.params;
  const sent = await sentTexts(event.request);
  const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, { id, sent }));
  if (outcome.ok) redirect(303, `/${lang}/desk/tasks/${id}?did=${did}`);
  const isGone = outcome.problems[0]?.says === words.notFound;
  return fail(isGone ? 404 : 422, { problems: outcome.problems, typed: sent, at: did });
};

export const stepActions = {
  begin: step('begin', (tx, actor, { id }) => beginTask(tx, actor, { id })),
  'ask-done': step('ask-done', (tx, actor, { id, sent }) => askDone(tx, actor, { id, note: sent['note'] ?? '' })),
  'take-back': step('take-back', (tx, actor, { id }) => takeBackDone(tx, actor, { id })),
  confirm: step('confirm', (tx, actor, { id }) => confirmDone(tx, actor, { id })),
  'send-back': step('send-back', (tx, actor, { id, sent }) =>
    sendBackTask(tx, actor, { id, reason: sent['reason'] ?? '' }),
  ),
  cancel: step('cancel', (tx, actor, { id, sent }) =>
    cancelTask(tx, actor, { id, reason: sent['reason'] ?? '', instructionId: idIn(sent['instructionId']) }),
  ),
  'add-need': step('needs', (tx, actor, { id, sent }) => addNeed(tx, actor, { id, needs: idIn(sent['needs']) })),
  'remove-need': step('needs-gone', (tx, actor, { id, sent }) =>
    removeNeed(tx, actor, { id, needs: idIn(sent['needs']) }),
  ),
  'remove-evidence': step('evidence-gone', (tx, actor, { id, sent }) =>
    removeEvidence(tx, actor, { id, evidence: idIn(sent['evidence']) }),
  ),
};
