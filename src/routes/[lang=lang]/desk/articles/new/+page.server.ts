import { fail, redirect } from '@sveltejs/kit';
import { writingWords as words } from '#language/words/writing.ts';
import { openColumns } from '#news/read-columns.server.ts';
import { createArticle, newArticle } from '#news/write-create.server.ts';
import { problemsOf } from '#news/working-copy.ts';
import { ownZones, zoneMeant } from '../../zone-choice.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database } }) => {
  const [zones, columns] = await database.inTransaction(
    actor,
    async (tx) => [await ownZones(tx, actor), await openColumns(tx)] as const,
  );
  return { zones, columns };
};

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang } }) => {
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? '').trim();
    const values = { title: field('title'), zone: field('zone'), column: field('column'), lang: field('lang') };
    const outcome = await database.allOrNothing(actor, async (tx) => {
      const zone = await zoneMeant(tx, values.zone);
      if (!zone.ok) return zone;
      const { title, column, lang: textLang } = values;
      const asked = newArticle.safeParse({ title, zoneCode: zone.value, columnSlug: column || null, lang: textLang });
      return asked.success ? createArticle(tx, actor, asked.data) : { ok: false, problems: problemsOf(asked.error) };
    });
    if (outcome.ok) redirect(303, `/${lang}/desk/articles/${outcome.value.id}?edition=${values.lang}`);
    const problems = values.title ? outcome.problems : [{ field: 'title', says: words.titleMissing }];
    return fail(422, { problems, values });
  },
};
