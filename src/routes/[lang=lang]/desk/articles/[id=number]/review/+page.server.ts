import { fail, redirect } from '@sveltejs/kit';
import { reviewOf } from '#news/read-review.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { editionAsked, statusOf, typedIn, workOr404 } from '../work.server.ts';
import { steps } from './steps.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.database.inTransaction(locals.actor, async (tx) => ({
    review: await reviewOf(tx, locals.actor, await workOr404(tx, locals, params.id)),
    edition: editionAsked(url, locals.lang),
    commenting: Number(url.searchParams.get('comment') ?? 'NaN'),
    quoted: (url.searchParams.get('quoted') ?? '').slice(0, 2000),
    done: url.searchParams.has('done'),
  }));

type Event = Parameters<Actions[string]>[0];

async function take(name: keyof typeof steps, { request, locals, params, url }: Event) {
  const typed = await typedIn(request);
  const { actor, database, lang } = locals;
  const { id } = params;
  const sent = { id, seen: typed.seen ?? '', typed };
  const outcome = await database.allOrNothing<unknown>(actor, (tx) => steps[name](tx, actor, sent));
  if (!outcome.ok) return fail(statusOf(outcome.problems), { problems: outcome.problems, typed });
  const edition = editionAsked(url, typed.lang === 'en' ? 'en' : lang);
  redirect(303, `/${lang}/desk/articles/${id}/review?edition=${edition}&done`);
}

const names = Object.keys(steps) as (keyof typeof steps)[];
export const actions: Actions = Object.fromEntries(names.map((name) => [name, (event) => take(name, event)]));
