import { fail, redirect } from '@sveltejs/kit';
import { profileWords as words } from '#language/words/profiles.ts';
import { ruleOf } from '#news/read-work.server.ts';
import { setPublishingRule } from '#news/write-rule.server.ts';
import { profileOf } from '#profiles/read-desk.server.ts';
import { saveProfile } from '#profiles/write.server.ts';
import { correctEnglishName, nameCorrection } from '#zones/write-name.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { zoneHere } from './here.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.database.inTransaction(locals.actor, async (tx) => ({
    ...(await zoneHere(tx, locals, params.code)),
    profile: await profileOf(tx, params.code),
    rule: await ruleOf(tx, params.code),
    isSaved: url.searchParams.has('saved'),
  }));

async function sent({ request }: RequestEvent): Promise<Record<string, string>> {
  const entries = [...(await request.formData())];
  return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
}

const backTo = ({ url }: RequestEvent) => redirect(303, `${url.pathname}?saved`);

export const actions: Actions = {
  profile: async (event) => {
    const { actor, database } = event.locals;
    const { descriptionZh = '', descriptionEn = '', addressZh = '', addressEn = '', website = '' } = await sent(event);
    const typed = { descriptionZh, descriptionEn, addressZh, addressEn, website };
    const input = { zone: event.params.code, ...typed, website: website.trim() };
    const outcome = await database.allOrNothing(actor, (tx) => saveProfile(tx, actor, input));
    return outcome.ok ? backTo(event) : fail(422, { problems: outcome.problems, typed });
  },
  name: async (event) => {
    const { actor, database } = event.locals;
    const { nameEn = '' } = await sent(event);
    const input = nameCorrection.safeParse({ code: event.params.code, nameEn });
    if (!input.success) return fail(422, { problems: [{ field: 'nameEn', says: words.nameWrong }], nameEn });
    const outcome = await database.allOrNothing(actor, (tx) => correctEnglishName(tx, actor, input.data));
    return outcome.ok ? backTo(event) : fail(422, { problems: outcome.problems, nameEn });
  },
  rule: async (event) => {
    const { actor, database } = event.locals;
    const { twoPerson, englishWanted } = await sent(event);
    const rule = { twoPerson: twoPerson !== undefined, englishWanted: englishWanted !== undefined };
    const input = { zoneCode: event.params.code, ...rule };
    const outcome = await database.allOrNothing(actor, (tx) => setPublishingRule(tx, actor, input));
    return outcome.ok ? backTo(event) : fail(422, { problems: outcome.problems });
  },
};
