import type { Actor } from '#accounts/actor.ts';
import { langs, type Lang } from '#language/lang.ts';
import { newsWords } from '#language/words/news.ts';
import { reviewWords as words } from '#language/words/review.ts';
import type { Problem } from '#platform/outcome.ts';
import type { MadeHow } from '#publishing/freshness.ts';
import { stepFrom, workOn, type Action, type Standing } from '#publishing/state.ts';
import type { RichDocument } from '#text/document.ts';
import { canEdit, canPublish } from './article.ts';

/** What an edition says, wherever it is kept: as an edition, a working copy or a revision. */
export interface Content {
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly madeHow: MadeHow;
  readonly body: RichDocument;
}

/** What a zone asks of what it publishes. */
export interface PublishingRule {
  readonly twoPerson: boolean;
  readonly englishWanted: boolean;
}

/** Everything that decides which step an article may take next. */
export interface Work extends Standing {
  readonly zoneCode: string | null;
  readonly rule: PublishingRule;
  /** Everybody who wrote in it since the public last had it. */
  readonly authors: readonly string[];
  /** Whether somebody has written in it beside what is saved or published. */
  readonly hasDrafts: boolean;
}

/** Who takes which step: whoever may write there, or only a publisher. */
const editorsSteps: readonly Action[] = ['submit', 'recall', 'propose', 'remove'];

/** The words of a refusal that the asker may have to be told as "not found" or "has changed meanwhile". */
export const gone: Problem = { field: 'article', says: newsWords.notFound };
export const stale: Problem = { field: 'seen', says: words.stale };

/** Where an article stands; what is written beside something published is a change under way. */
export function standingOf({ state, proposal, hasDrafts }: Standing & { hasDrafts: boolean }): Standing {
  return state === 'published' && hasDrafts ? { state, proposal: proposal ?? 'draft' } : { state, proposal };
}

/** Why this actor may not take this step; undefined when nothing stands in the way. The page asks it, the verb obeys it. */
export function whyNot(actor: Actor, work: Work, action: Action): Problem | undefined {
  if (!canEdit(actor, work.zoneCode)) return gone;
  if (!isEditorsStep(work, action) && !canPublish(actor, work.zoneCode)) return { says: newsWords.mayNotPublish };
  if (!stepFrom(standingOf(work), action)) return { says: newsWords.wrongStep };
  return ['publish', 'schedule'].includes(action) ? twoPersonProblem(actor, work) : undefined;
}

/** Bringing back a draft that was removed undoes an editor's step; bringing back what was withdrawn is a publisher's. */
function isEditorsStep({ state }: Work, action: Action): boolean {
  return editorsSteps.includes(action) || (action === 'restore' && state === 'removed');
}

/** Where a zone asks for two people, a text is handed in, and read by somebody who did not write it. */
function twoPersonProblem(actor: Actor, work: Work): Problem | undefined {
  if (!work.rule.twoPerson) return undefined;
  if (!['in_review', 'scheduled'].includes(workOn(standingOf(work)))) return { says: words.reviewFirst };
  return work.authors.includes(actor.id) ? { says: words.ownText } : undefined;
}

/** The steps this actor may take now, in the order their buttons stand. */
export function stepsFor(actor: Actor, work: Work): Action[] {
  const shown: Action[] = ['publish', 'schedule', 'submit', 'send_back', 'recall', 'unschedule', 'withdraw'];
  return [...shown, 'restore' as const, 'remove' as const].filter((action) => !whyNot(actor, work, action));
}

interface Kept {
  readonly lang: Lang;
  readonly revision: number;
}

interface Drafted {
  readonly lang: Lang;
  readonly version: number;
  readonly updatedAt: Date;
}

/** Which text this is, in all its languages: another stand is another text, even when it was begun anew. */
export function standOf(editions: readonly Kept[], drafts: readonly Drafted[]): string {
  const parts = langs.flatMap((lang) => [
    ...editions.filter((one) => one.lang === lang).map(({ revision }) => `${lang}${revision}`),
    ...drafts
      .filter((one) => one.lang === lang)
      .map(({ version, updatedAt }) => `${lang}+${version}@${updatedAt.getTime()}`),
  ]);
  return parts.join(' ');
}

/** What a form carries of the article it was made for; a step on anything else is refused. */
export function seenOf(version: number, stand: string): string {
  return `${version} ${stand}`;
}

/** The text as it stands now: in each language the working copy, else what was saved. */
export function asWritten<E extends Kept & { original: boolean }, D extends { lang: Lang }>(
  editions: readonly E[],
  drafts: readonly D[],
): ((E | D) & { original: boolean })[] {
  const originalLang = editions.find(({ original }) => original)?.lang ?? drafts[0]?.lang ?? 'zh';
  return langs.flatMap((lang) => {
    const written = drafts.find((one) => one.lang === lang) ?? editions.find((one) => one.lang === lang);
    return written ? [{ ...written, original: lang === originalLang }] : [];
  });
}
