import type { Actor } from '#accounts/actor.ts';
import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { langs } from '#language/lang.ts';
import { newsWords } from '#language/words/news.ts';
import { writingWords as words } from '#language/words/writing.ts';
import type { Outcome } from '#platform/outcome.ts';
import { canPublish } from '#news/article.ts';
import { articleForm } from '#news/article-form.ts';
import { attachmentsOf } from '#news/read-attachments.server.ts';
import { openColumns } from '#news/read-columns.server.ts';
import { findingsFor } from '#news/read-review.server.ts';
import { articleInWriting, lastChangeOf, originalOf } from '#news/read-writing.server.ts';
import { readWork, type WorkRecord } from '#news/read-work.server.ts';
import { standingOf, stepsFor, type Work } from '#news/review.ts';
import { emptyText } from '#news/working-copy.ts';
import { discardWorkingCopy } from '#news/write-working-copy.server.ts';
import { ownZones } from '../../zone-choice.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { keepList, uploadAndAttach } from './attachments.server.ts';
import { saveForm, type WritersStep } from './save-form.server.ts';
import { translateForm } from './translate-form.server.ts';
import { statusOf } from './work.server.ts';

const editionAsked = z.enum(langs).optional().catch(undefined);

export const load: PageServerLoad = async ({ locals: { actor, config, database, lang }, params, url }) => {
  const asked = editionAsked.parse(url.searchParams.get('edition') ?? undefined);
  return database.inTransaction(actor, async (tx) => {
    const article = await articleInWriting(tx, actor, params.id);
    if (!article) error(404, newsWords.notFound[lang]);
    const original = article.writings.find((one) => one.original) ?? nothingYet;
    const textLang = asked ?? original.lang;
    const work = await readWork(tx, params.id);
    if (!work) error(404, newsWords.notFound[lang]);
    return {
      article,
      stand: { ...standOf(work), lastChange: await lastChangeOf(tx, article) },
      findings: await findingsFor(tx, work),
      attachments: await attachmentsOf(tx, params.id, article.zoneCode),
      textLang,
      beside: await originalOf(tx, params.id, textLang),
      canTranslate: config.translator !== undefined,
      fallback: emptyText(original.text.source),
      account: actor.id,
      zones: await ownZones(tx, actor),
      columns: await openColumns(tx, article.columnSlug),
      steps: writersStepsFor(actor, work),
      mayPlace: article.state !== 'published' || canPublish(actor, article.zoneCode),
    };
  });
};

export const actions: Actions = {
  save: (event) => save(event),
  submit: (event) => save(event, 'submit'),
  publish: (event) => save(event, 'publish'),
  translate: translateForm,
  attachments: ({ locals, params: { id }, request }) => answerOf(keepList({ locals, id, request })),
  attach: ({ locals, params: { id }, request }) => answerOf(uploadAndAttach({ locals, id, request })),
  discard: async ({ locals: { actor, database }, params, request }) => {
    const asked = discarding.safeParse(Object.fromEntries(await request.formData()));
    if (!asked.success) return fail(400, { problems: [{ says: words.fieldWrong }] });
    const outcome = await database.allOrNothing(actor, (tx) =>
      discardWorkingCopy(tx, actor, { articleId: params.id, ...asked.data }),
    );
    if (!outcome.ok) return fail(422, { problems: outcome.problems });
    return outcome.value.kept ? { discarded: true } : fail(409, { theirs: outcome.value.theirs });
  },
};

/** Attachments are kept at once; the answer says what did not go. */
async function answerOf(kept: Promise<Outcome<null>>) {
  const outcome = await kept;
  return outcome.ok ? { attached: true } : fail(statusOf(outcome.problems), { problems: outcome.problems });
}

function standOf(work: WorkRecord) {
  const { rule, article } = work;
  return { standing: standingOf(work), publishAt: article.publishAt, twoPerson: rule.twoPerson };
}

const nothingYet = { lang: 'zh', text: emptyText('') } as const;
const writersSteps = ['submit', 'publish'] as const;

function writersStepsFor(actor: Actor, work: Work): WritersStep[] {
  return writersSteps.filter((step) => stepsFor(actor, work).includes(step));
}

/** Saves, and where that went well takes the step: nothing is saved of what could not take it. */
async function save({ locals, params, request }: RequestEvent, step?: WritersStep) {
  const form = articleForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return fail(400, { problems: [{ says: words.fieldWrong }] });
  const values = form.data;
  const outcome = await locals.database.allOrNothing(locals.actor, (tx) =>
    saveForm(tx, locals.actor, { articleId: params.id, form: values, step }),
  );
  if (!outcome.ok) return fail(422, { problems: outcome.problems, values });
  if (!outcome.value.kept) return fail(409, { theirs: outcome.value.theirs, values });
  return { saved: outcome.value, ...(step && { done: step }) };
}

const discarding = z.object({ lang: z.enum(langs), version: z.coerce.number().int().min(0) });
