import { fail } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { withReceived, type Received } from '#files/receive.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { CheckResult } from '#projects/care/check.ts';
import { answerCheck } from '#projects/care/write-check.server.ts';
import { addEvidence } from '#projects/care/write-evidence.server.ts';
import { wanIn } from '#projects/form.ts';
import type { ArrivalKind, SigningKind } from '#projects/project.ts';
import { recordArrival } from '#projects/write-arrival.server.ts';
import { keepDocument } from '#projects/write-files.server.ts';
import { recordSigning } from '#projects/write-signing.server.ts';
import { doHere, refusedHere, type Typed } from './here.server.ts';
import { numberIn } from './one-form.server.ts';
import type { RequestEvent } from './$types';

interface Sent {
  readonly id: number;
  readonly typed: Typed;
  readonly document: string | null;
  readonly now: Date;
}
type Verb = (tx: Tx, actor: Actor, sent: Sent) => Promise<Outcome<unknown>>;

interface Form {
  readonly name: string;
  readonly done: string;
  readonly verb: Verb;
}

/** A form of a ledger that may bring its document, which is kept first. */
const formWithFile =
  (form: Form) =>
  async ({ request, locals, params: { id } }: RequestEvent) => {
    const answer = await withReceived(request, (received) => takeIn(locals, { id, form, received }));
    if (!answer || !('says' in answer)) return answer;
    return fail(answer.status, {
      form: form.name,
      problems: [{ field: 'file', says: answer.says }],
      typed: answer.typed as Typed,
    });
  };

async function takeIn(locals: App.Locals, { id, form, received }: { id: number; form: Form; received: Received }) {
  const typed = Object.fromEntries(received.fields);
  const kept = await keepDocument(locals, locals.actor, { id, files: received.files });
  if (!kept.ok) return refusedHere({ form: form.name, typed }, kept.problems);
  const sent = { id, typed, document: kept.value, now: locals.now() };
  const verb = (tx: Tx, actor: Actor) => form.verb(tx, actor, sent);
  return doHere(locals, { form: form.name, typed, id }, { done: form.done, verb });
}

const sumOrNull = (text: string) => (text.trim() === '' ? null : wanIn(text));

/** The line of a ledger that a proof is about, such as `signing-12`. */
function lineIn(about = '') {
  const [kind = '', id] = about.split('-');
  return kind === 'signing' || kind === 'arrival' ? { [kind]: numberIn(id) } : {};
}

// The verbs read what was typed by their schemas: what is no sum is refused beside its field.
export const withFiles = {
  sign: formWithFile({
    ...{ name: 'sign', done: 'signed' },
    verb: (tx, actor, { id, typed, document, now }) => {
      const { kind = '', amount = '', fixedAssets = '', signedOn = '', note = '' } = typed;
      const sums = { amount: wanIn(amount), fixedAssets: sumOrNull(fixedAssets) };
      return recordSigning(tx, actor, { id, kind: kind as SigningKind, ...sums, signedOn, document, note, now });
    },
  }),
  arrive: formWithFile({
    ...{ name: 'arrive', done: 'arrived' },
    verb: (tx, actor, { id, typed, document, now }) => {
      const { kind = '', amount = '', arrivedOn = '', source = '', corrects = '' } = typed;
      const line = { kind: kind as ArrivalKind, amount: wanIn(amount), arrivedOn, source, document };
      return recordArrival(tx, actor, { id, ...line, corrects: Number(corrects) || null, now });
    },
  }),
  check: formWithFile({
    ...{ name: 'check', done: 'checked' },
    verb: (tx, actor, { id, typed, document, now }) => {
      const { question, result = '', note = '', checkedOn = '' } = typed;
      const answer = { question: numberIn(question), result: result as CheckResult, note, checkedOn };
      return answerCheck(tx, actor, { id, ...answer, document, now });
    },
  }),
  evidence: formWithFile({
    ...{ name: 'evidence', done: 'evidence' },
    verb: (tx, actor, { id, typed: { tag, about }, document, now }) =>
      addEvidence(tx, actor, { id, tag: numberIn(tag), ...lineIn(about), document, now }),
  }),
};
