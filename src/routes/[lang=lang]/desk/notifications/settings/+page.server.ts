import { fail } from '@sveltejs/kit';
import { notificationWords as words } from '#language/words/notifications.ts';
import { settingsSchema } from '#notifications/notification.ts';
import { mailSettingsOf } from '#notifications/read.server.ts';
import { saveMailSettings } from '#notifications/write.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database } }) => ({
  settings: await database.inTransaction(actor, (tx) => mailSettingsOf(tx, actor.accountId ?? 0)),
});

export const actions: Actions = {
  default: async ({ request, locals: { actor, database } }) => {
    const form = settingsSchema.safeParse(Object.fromEntries(await request.formData()));
    if (!form.success) return fail(400, { problems: [{ says: words.formWrong }] });
    const { lang, ...wishes } = form.data;
    const outcome = await database.allOrNothing(actor, (tx) => saveMailSettings(tx, actor, { lang, wishes }));
    return outcome.ok ? { saved: true } : fail(403, { problems: outcome.problems });
  },
};
