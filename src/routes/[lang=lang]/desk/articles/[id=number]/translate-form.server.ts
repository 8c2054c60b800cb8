import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import type { TwoText } from '#language/lang.ts';
import { translatingWords as words } from '#language/words/translating.ts';
import { writingWords } from '#language/words/writing.ts';
import { articleForm, type ArticleForm } from '#news/article-form.ts';
import { askMachine } from '#news/ask-machine.server.ts';
import { resultOf, unitAnswers, type Result, type Wanted } from '#news/machine.ts';
import type { Kept } from '#news/working-copy.ts';
import { beginMachine, putMachine, type Begun } from '#news/write-machine.server.ts';
import { saveWorkingCopy } from '#news/write-working-copy.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import type { RequestEvent } from './$types';
import { keepForm } from './save-form.server.ts';
import { typedIn } from './work.server.ts';

const wantedFrom = z.union([z.literal('all'), z.coerce.number().int().min(0).max(5000)]);

/** Keeps what was typed, asks the translation service with no transaction open, and puts its answer into the working copy. */
export async function translateForm({ locals, params: { id: articleId }, request }: RequestEvent) {
  if (!locals.config.translator) return fail(404, { problems: [{ says: words.notSetUp }] });
  const { block, ...fields } = await typedIn(request);
  const [form, wanted] = [articleForm.safeParse(fields), wantedFrom.safeParse(block)];
  if (!form.success || !wanted.success) return fail(400, { problems: [{ says: writingWords.fieldWrong }] });
  const asked = await begin(locals, { articleId, form: form.data, wanted: wanted.data });
  if (!asked.ok) return fail(422, { problems: asked.problems, values: form.data });
  const { kept, begun } = asked.value;
  if (!kept.kept) return fail(409, { theirs: kept.theirs, values: form.data });
  return begun ? translate(locals, { articleId, form: form.data, position: kept, begun }) : fail(409, {});
}

interface Translating extends Omit<Sent, 'wanted'> {
  readonly position: { readonly version: number; readonly revision: number };
  readonly begun: Begun;
}

async function translate(locals: App.Locals, { begun, ...where }: Translating) {
  const answers = await askMachine(locals.config, begun.ask);
  const result = resultOf(begun.plan, unitAnswers(begun.plan, answers));
  const { left, parts } = result;
  const { stopped } = answers;
  if (parts > 0) return put(locals, { ...where, result, stopped });
  const isFailure = begun.plan.units.length > 0;
  return isFailure
    ? fail(422, { problems: [{ says: stopped ?? words.nonsense }] })
    : { translated: { parts, left, stopped } };
}

interface Answered extends Omit<Sent, 'wanted'> {
  readonly position: { readonly version: number; readonly revision: number };
  readonly result: Result;
  readonly stopped: TwoText | undefined;
}

async function put({ database, actor }: App.Locals, { articleId, form, position, result, stopped }: Answered) {
  const { lang } = form;
  const { parts, left } = result;
  const outcome = await database.allOrNothing(actor, (tx) =>
    putMachine(tx, actor, { articleId, lang, position, result }),
  );
  if (!outcome.ok) return fail(422, { problems: outcome.problems, values: form });
  if (!outcome.value.kept) return fail(409, { theirs: outcome.value.theirs, values: form });
  return { translated: { parts, left, stopped } };
}

interface Sent {
  readonly articleId: number;
  readonly form: ArticleForm;
  readonly wanted: Wanted;
}

interface Asked {
  readonly kept: Kept;
  readonly begun: Begun | undefined;
}

function begin({ database, actor, now }: App.Locals, { articleId, form, wanted }: Sent) {
  return database.allOrNothing(actor, async (tx): Promise<Outcome<Asked>> => {
    const kept = await keepForm(tx, actor, { articleId, form, keep: saveWorkingCopy });
    if (!kept.ok) return kept;
    if (!kept.value.kept) return done({ kept: kept.value, begun: undefined });
    const begun = await beginMachine(tx, actor, { articleId, lang: form.lang, wanted, now: now() });
    return begun.ok ? done({ kept: kept.value, begun: begun.value }) : begun;
  });
}
