import { error } from '@sveltejs/kit';
import { newsWords } from '#language/words/news.ts';
import { isLang, type Lang } from '#language/lang.ts';
import type { WorkRecord } from '#news/read-work.server.ts';
import { workFor } from '#news/read-review.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome, Problem } from '#platform/outcome.ts';

/** The article of the address, for whoever may work on it; for everybody else there is none. */
export async function workOr404(tx: Tx, locals: App.Locals, id: number): Promise<WorkRecord> {
  const work = await workFor(tx, locals.actor, id);
  if (!work) error(404, newsWords.notFound[locals.lang]);
  return work;
}

/** The edition that the address asks for, else the one in the language of the page. */
export function editionAsked(url: URL, lang: Lang): Lang {
  const asked = url.searchParams.get('edition') ?? '';
  return isLang(asked) ? asked : lang;
}

/** Not there, changed meanwhile, or refused for what was typed. */
export function statusOf(problems: readonly Problem[]): number {
  if (problems.some(({ field }) => field === 'article')) return 404;
  return problems.some(({ field }) => field === 'seen') ? 409 : 422;
}

/** What a form sent, as text; a file where text belongs is left out. */
export async function typedIn(request: Request): Promise<Record<string, string>> {
  const entries = [...(await request.formData())];
  return Object.fromEntries(entries.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** A verb as one of the buttons asks for it. */
export type Ask = (tx: Tx, typed: Record<string, string>) => Promise<Outcome<unknown>>;
