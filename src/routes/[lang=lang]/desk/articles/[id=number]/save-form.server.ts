import type { Actor } from '#accounts/actor.ts';
import { newsWords } from '#language/words/news.ts';
import { placementFrom, textFrom, type ArticleForm } from '#news/article-form.ts';
import { articleInWriting } from '#news/read-writing.server.ts';
import { emptyText, type Kept } from '#news/working-copy.ts';
import { setPlacement, type Placement } from '#news/write-placement.server.ts';
import { publishArticle } from '#news/write-publish.server.ts';
import { submitForReview } from '#news/write-review.server.ts';
import { saveText } from '#news/write-save.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';

interface Sent {
  readonly articleId: number;
  readonly form: ArticleForm;
  readonly step: WritersStep | undefined;
}

/** What a writer may do at once with a text that is saved. */
export type WritersStep = 'submit' | 'publish';

/** Text and place of an article, as one form sends them: both are kept, or neither. */
export async function saveForm(tx: Tx, actor: Actor, { step, ...sent }: Sent): Promise<Outcome<Kept>> {
  const saved = await keepForm(tx, actor, sent);
  if (!saved.ok || !saved.value.kept || step === undefined) return saved;
  const { articleId: id, form } = sent;
  const taken = await verbs[step](tx, actor, { id, confirmed: form.confirmed });
  return taken.ok ? saved : taken;
}

const verbs = { submit: submitForReview, publish: publishArticle } as const;

interface Keep extends Omit<Sent, 'step'> {
  /** As a revision, or in the working copy only. */
  readonly keep?: typeof saveText;
}

export async function keepForm(
  tx: Tx,
  actor: Actor,
  { articleId, form, keep = saveText }: Keep,
): Promise<Outcome<Kept>> {
  const article = await articleInWriting(tx, actor, articleId);
  if (!article) return refused({ field: 'article', says: newsWords.notFound });
  const { text: before } = article.writings.find(({ lang }) => lang === form.lang) ?? { text: emptyText('') };
  const [text, place] = [textFrom(form, before.body), placementFrom(form)];
  if (!text.ok) return text;
  if (!place.ok) return place;
  const { lang, version, revision } = form;
  const upToDate = form.upToDate !== undefined;
  const saved = await keep(tx, actor, { articleId, lang, version, revision, text: text.value, upToDate });
  return place.value === undefined ? saved : keepPlace(tx, actor, { saved, place: { articleId, ...place.value } });
}

async function keepPlace(tx: Tx, actor: Actor, { saved, place }: { saved: Outcome<Kept>; place: Placement }) {
  if (!saved.ok || !saved.value.kept) return saved;
  const placed = await setPlacement(tx, actor, place);
  return placed.ok ? saved : placed;
}
