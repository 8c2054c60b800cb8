import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import type { ContractKind } from '#connections/agreement.ts';
import type { Step } from '#connections/state.ts';
import { recordAgreement } from '#connections/write-agreement.server.ts';
import { keepFiles } from '#connections/write-files.server.ts';
import { writeMessage } from '#connections/write-message.server.ts';
import { withReceived, type Received } from '#files/receive.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { refusedForm } from './steps.server.ts';
import type { RequestEvent } from './$types';

interface Sent {
  readonly id: number;
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly string[];
}

type Verb = (tx: Tx, actor: Actor, sent: Sent) => Promise<Outcome<unknown>>;

/** A form that may bring files: they are kept first, for the two sides only, then the step is taken. */
const formWithFiles = (step: Step, verb: Verb) => async (event: RequestEvent) => {
  const { locals, params, request } = event;
  const answer = await withReceived(request, (received) => takeIn(locals, { id: params.id, step, received, verb }));
  if ('says' in answer)
    return fail(answer.status, { problems: [{ field: 'file', says: answer.says }], typed: answer.typed });
  if (!answer.outcome.ok) return refusedForm(answer.outcome.problems, answer.typed);
  redirect(303, `/${locals.lang}/desk/connections/${params.id}?did`);
};

interface Taking {
  readonly id: number;
  readonly step: Step;
  readonly received: Received;
  readonly verb: Verb;
}

async function takeIn(locals: App.Locals, { id, step, received, verb }: Taking) {
  const { actor, database } = locals;
  const typed = Object.fromEntries(received.fields);
  const kept = await keepFiles(locals, actor, { id, step, files: received.files });
  if (!kept.ok) return { outcome: kept, typed };
  const sent = { id, fields: received.fields, files: kept.value };
  return { outcome: await database.allOrNothing(actor, (tx) => verb(tx, actor, sent)), typed };
}

const agreementBy =
  (step: 'agree' | 'amend'): Verb =>
  (tx, actor, { id, fields, files }) => {
    const text = (name: string) => fields.get(name) ?? '';
    return recordAgreement(tx, actor, {
      ...{ id, step, agreedOn: text('agreedOn'), document: files[0] ?? null, note: text('note') },
      isNamed: text('isNamed') === 'on',
      // The verb reads them by its schema: nothing typed is no number.
      ...{ contractKind: text('contractKind') as ContractKind, amount: yuanIn(text('amount')) },
    });
  };

/** `1,200,000.50`, as people write it; what is no number is none. */
function yuanIn(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  return /^\d{1,13}(\.\d{1,2})?$/.test(plain) ? Number(plain) : Number.NaN;
}

export const withFiles = {
  message: formWithFiles('message', (tx, actor, { id, fields, files }) =>
    writeMessage(tx, actor, { id, body: (fields.get('body') ?? '').replaceAll('\r\n', '\n'), files: [...files] }),
  ),
  agree: formWithFiles('agree', agreementBy('agree')),
  amend: formWithFiles('amend', agreementBy('amend')),
};
