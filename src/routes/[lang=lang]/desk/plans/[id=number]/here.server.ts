import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { inBoth } from '#events/event.ts';
import { planVerbWords } from '#language/words/plan-verbs.ts';
import { planWords as words } from '#language/words/plans.ts';
import { canKeepPlans } from '#plans/plan.ts';
import { planOfDesk } from '#plans/read-desk.server.ts';
import type { PlanRow } from '#plans/write-adjust.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';

type Here = Pick<RequestEvent, 'locals'> & { readonly params: { readonly id: number } };

/** The plan of this page and what else the page shows of it; another zone's is as if it did not exist. */
export async function planHere<T extends object>(
  { locals: { actor, database, lang }, params }: Here,
  read: (tx: Tx, plan: PlanRow) => Promise<T>,
) {
  const found = await database.inTransaction(actor, async (tx) => {
    const plan = await planOfDesk(tx, actor, params.id);
    return plan && { plan, ...(await read(tx, plan)) };
  });
  if (!found) error(404, planVerbWords.notFound[lang]);
  const { plan, ...rest } = found;
  const { id, state, version, revision, isPublic, beginsOn, endsOn, sample, closedOn, closedReason } = plan;
  const title = inBoth(plan.titleZh, plan.titleEn);
  const shown = { id, state, version, revision, isPublic, beginsOn, endsOn, sample, closedOn, closedReason, title };
  return { plan: shown, mayKeep: canKeepPlans(actor, plan.zoneCode) && !actor.viewedBy, ...rest };
}

/** What was done last, as the address says it. */
export function doneHere(url: URL): keyof typeof words.done | undefined {
  const done = url.searchParams.get('done') ?? '';
  return Object.hasOwn(words.done, done) ? (done as keyof typeof words.done) : undefined;
}

interface Verb {
  readonly done: string;
  /** Beneath the plan; empty for its own page. */
  readonly page?: string;
  readonly typed?: Readonly<Record<string, string>>;
}

/** Does what a form asks for, comes back and says so; or stays with what was typed and what is wrong. */
export async function doHere(
  { locals: { actor, database, lang }, params }: Here,
  { done, page = '', typed = {} }: Verb,
  verb: (tx: Tx, actor: Actor, id: number) => Promise<Outcome<unknown>>,
) {
  const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, params.id));
  if (!outcome.ok)
    return fail(outcome.problems[0]?.says === planVerbWords.notFound ? 404 : 422, {
      problems: outcome.problems,
      typed,
    });
  redirect(303, `/${lang}/desk/plans/${params.id}${page}?done=${done}`);
}

/** A number that a form sends of a record; what is none is no record. */
export function numberSent(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0;
}
