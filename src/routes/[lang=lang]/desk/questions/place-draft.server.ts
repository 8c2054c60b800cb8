import type { z } from 'zod';
import { deskWords as words } from '#language/words/desk.ts';
import { timeFrom, type draftForm } from '#news/draft-form.ts';
import { answerQuestions } from '#news/write-answers.server.ts';
import { publishArticle } from '#news/write-publish.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { resolveZone } from '#zones/read.server.ts';
import type { Db } from '#platform/database.server.ts';

type Form = z.output<typeof draftForm>;

/** Answers and, where asked for, publishes in one transaction: either both are kept, or neither. */
export async function placeDraft(
  { database, actor, lang }: App.Locals,
  form: Form,
): Promise<Outcome<{ published: boolean }>> {
  const zone = await zoneNamed(database.db, form.zone, lang);
  if (!zone.ok) return zone;
  const publishedAt = timeFrom(form.published);
  if (form.published && !publishedAt) return refused({ field: 'published_at', says: words.timeWrong });
  const answers = {
    articleId: form.article,
    zoneCode: zone.value,
    columnSlug: form.column || undefined,
    publishedAt,
    source: form.source || undefined,
  };
  const publish = form.publish !== undefined;
  return database.allOrNothing<{ published: boolean }>(actor, async (tx) => {
    const answered = await answerQuestions(tx, actor, answers);
    if (!answered.ok || !publish) return answered.ok ? done({ published: false }) : answered;
    const published = await publishArticle(tx, actor, form.article);
    return published.ok ? done({ published: true }) : published;
  });
}

async function zoneNamed(db: Db, text: string, lang: App.Locals['lang']): Promise<Outcome<string | undefined>> {
  if (text === '') return done(undefined);
  const matches = await resolveZone(db, text);
  if (!matches) return refused({ field: 'zone', says: words.zoneUnknown(text) });
  const [only, ...others] = matches.zones;
  if (only && others.length === 0) return done(only.code);
  const names = matches.zones.map((zone) => `${zone.name[lang]} (${zone.code})`).join(lang === 'zh' ? '、' : ', ');
  return refused({ field: 'zone', says: words.zoneUnclear(names) });
}
