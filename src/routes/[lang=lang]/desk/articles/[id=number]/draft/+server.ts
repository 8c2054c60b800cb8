import { json } from '@sveltejs/kit';
import { writingWords as words } from '#language/words/writing.ts';
import { articleInWriting } from '#news/read-writing.server.ts';
import { draftInput, problemsOf } from '#news/working-copy.ts';
import { saveWorkingCopy } from '#news/write-working-copy.server.ts';
import type { RequestHandler } from './$types';

/** Who wrote last, in each language: how a window learns that it is not alone. */
export const GET: RequestHandler = async ({ locals: { actor, database }, params }) => {
  const article = await database.inTransaction(actor, (tx) => articleInWriting(tx, actor, params.id));
  if (!article) return json({ problems: [] }, { status: 404 });
  const writings = article.writings.map(({ lang, version, revision, by, at }) => ({ lang, version, revision, by, at }));
  return json({ writings }, { headers: { 'cache-control': 'no-store' } });
};

/** Keeps what is being written. A form cannot send JSON to here from another site: the browser would ask first. */
export const POST: RequestHandler = async ({ locals: { actor, database }, params, request }) => {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return json({}, { status: 415 });
  const sent: unknown = await request.json().catch(() => undefined);
  const draft = draftInput.safeParse(sent);
  if (!draft.success) return json({ ok: false, problems: problemsOf(draft.error) }, { status: 422 });
  const outcome = await database.allOrNothing(actor, (tx) =>
    saveWorkingCopy(tx, actor, { articleId: params.id, ...draft.data }),
  );
  if (outcome.ok) return json({ ok: true, kept: outcome.value });
  const isClosed = outcome.problems.some(({ says }) => says === words.closedNote);
  return json({ ok: false, problems: outcome.problems }, { status: isClosed ? 409 : 404 });
};
