import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import type { listingDeskWords } from '#language/words/listing-desk.ts';
import { sidePaths } from '#listings/listing.ts';
import {
  acceptListing,
  closeListing,
  publishListing,
  recallListing,
  renewListing,
  submitListing,
} from '#listings/write.server.ts';
import { deleteListing, recordInterview, setBlock, setOpen, takeOver } from '#listings/write-care.server.ts';
import { sendBackListing, settleComment } from '#listings/write-comments.server.ts';
import { removeFile } from '#listings/write-files.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { RequestEvent } from './$types';

type Done = keyof typeof listingDeskWords.did;
type Verb = (tx: Tx, actor: Actor, asked: { id: number; form: FormData }) => Promise<Outcome<unknown>>;

/** What a button of the page does; comes back with the sentence about it, or with why not. */
const button = (done: Done, verb: Verb) => async (event: RequestEvent) => {
  const { locals, params, request } = event;
  const { actor, database, lang } = locals;
  const form = await request.formData();
  const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, { id: params.id, form }));
  if (!outcome.ok) return fail(422, { problems: outcome.problems, interview: interviewIn(form) });
  redirect(303, `/${lang}/desk/${sidePaths[params.side]}/${params.id}?did=${done}`);
};

function interviewIn(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  return { heldOn: text('heldOn'), withWhom: text('withWhom'), learned: text('learned') };
}

/** The revision that the form was made for; a form without one was not made here. */
export function seenIn(form: FormData): number {
  const seen = form.get('seen');
  return typeof seen === 'string' && /^\d{1,9}$/.test(seen) ? Number(seen) : 0;
}

const numberIn = (form: FormData, name: string) => {
  const text = form.get(name);
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};

function commentsIn(form: FormData) {
  const fields = form.getAll('field').map(String);
  return form
    .getAll('says')
    .map((says, at) => ({ field: fields[at] || null, says: String(says) }))
    .filter(({ says }) => says.trim() !== '');
}

export const steps = {
  submit: button('submit', (tx, actor, { id, form }) => submitListing(tx, actor, { id, seen: seenIn(form) })),
  recall: button('recall', (tx, actor, { id, form }) => recallListing(tx, actor, { id, seen: seenIn(form) })),
  accept: button('accept', (tx, actor, { id, form }) => acceptListing(tx, actor, { id, seen: seenIn(form) })),
  publish: button('publish', (tx, actor, { id, form }) => publishListing(tx, actor, { id, seen: seenIn(form) })),
  renew: button('renew', (tx, actor, { id, form }) => renewListing(tx, actor, { id, seen: seenIn(form) })),
  sendBack: button('send_back', (tx, actor, { id, form }) =>
    sendBackListing(tx, actor, { id, seen: seenIn(form), comments: commentsIn(form) }),
  ),
  close: button('close', (tx, actor, { id, form }) => {
    const said = { reason: String(form.get('reason') ?? ''), note: String(form.get('note') ?? '') };
    return closeListing(tx, actor, { id, seen: seenIn(form), ...said });
  }),
  settle: button('settle', (tx, actor, { id, form }) =>
    settleComment(tx, actor, { id, comment: numberIn(form, 'comment') ?? 0 }),
  ),
  open: button('open', (tx, actor, { id }) => setOpen(tx, actor, { id, isOpen: true })),
  shut: button('shut', (tx, actor, { id }) => setOpen(tx, actor, { id, isOpen: false })),
  take: button('take', (tx, actor, { id, form }) => {
    const broker = form.get('self') === 'yes' ? undefined : (numberIn(form, 'broker') ?? 0);
    return takeOver(tx, actor, { id, ...(broker !== undefined && { broker }) });
  }),
  block: button('block', (tx, actor, { id, form }) =>
    setBlock(tx, actor, { id, unit: numberIn(form, 'unit') ?? null }),
  ),
  removeFile: button('attach', (tx, actor, { id, form }) =>
    removeFile(tx, actor, { id, file: String(form.get('file') ?? '') }),
  ),
  interview: button('interview', (tx, actor, { id, form }) => recordInterview(tx, actor, { id, ...interviewIn(form) })),
};

export async function deleteDraft({ locals: { actor, database, lang }, params: { id, side } }: RequestEvent) {
  const outcome = await database.allOrNothing(actor, (tx) => deleteListing(tx, actor, { id }));
  if (!outcome.ok) return fail(422, { problems: outcome.problems });
  redirect(303, `/${lang}/desk/${sidePaths[side]}`);
}
