import { error, fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import { projectPageWords as pageWords } from '#language/words/project-page.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome, Problem } from '#platform/outcome.ts';
import { projectFor } from '#projects/read-record.server.ts';
import { reasonsOn } from '#projects/standing.ts';

/** The project of this page for its own people; what was merged leads on, another zone's is as if it did not exist. */
export async function projectHere(tx: Tx, { actor, lang, now }: App.Locals, id: number) {
  const project = await projectFor(tx, actor, id);
  if (!project) error(404, words.notFound[lang]);
  if (project.mergedInto !== null) redirect(303, `/${lang}/desk/projects/${project.mergedInto}`);
  return { ...project, lightReasons: reasonsOn(project.lightReasons, dateOf(now())) };
}

/** What was done last, as the address says it. */
export function doneHere(url: URL): keyof typeof pageWords.done | undefined {
  const done = url.searchParams.get('done') ?? '';
  return Object.hasOwn(pageWords.done, done) ? (done as keyof typeof pageWords.done) : undefined;
}

export type Typed = Readonly<Record<string, string>>;

interface Asked {
  readonly form: string;
  readonly typed: Typed;
  readonly id: number;
}

/** What was refused of one form of a page, so that it stands there again. */
export function refusedHere({ form, typed }: Omit<Asked, 'id'>, problems: readonly Problem[]) {
  const isGone = problems.length === 1 && problems[0]?.says === words.notFound;
  return fail(isGone ? 404 : 422, { form, problems, typed });
}

/** Does what a form of the page asks for and comes back, or stays with what was typed and what is wrong. */
export async function doHere(
  { actor, database, lang }: App.Locals,
  { form, typed, id }: Asked,
  { done, verb, page = '' }: { done: string; verb: (tx: Tx, actor: Actor) => Promise<Outcome<unknown>>; page?: string },
) {
  const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor));
  if (!outcome.ok) return refusedHere({ form, typed }, outcome.problems);
  redirect(303, `/${lang}/desk/projects/${id}${page}?done=${done}`);
}
