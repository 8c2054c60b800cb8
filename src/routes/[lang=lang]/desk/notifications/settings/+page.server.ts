import { fail } from '@sveltejs/kit';
import { zonesLed } from '#delivery/leader.ts';
import { briefZones } from '#delivery/read-brief.server.ts';
import { wishBriefs } from '#delivery/write-brief.server.ts';
import { notificationWords as words } from '#language/words/notifications.ts';
import { subscriptionsOf } from '#listings/read-subscriptions.server.ts';
import { endOwnSubscription } from '#listings/write-subscriptions.server.ts';
import { settingsSchema } from '#notifications/notification.ts';
import { mailSettingsOf } from '#notifications/read.server.ts';
import { saveMailSettings } from '#notifications/write.server.ts';
import { zoneChoices } from '#zones/read.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, database } }) =>
  database.inTransaction(actor, async (tx) => ({
    settings: await mailSettingsOf(tx, actor.accountId ?? 0),
    subscriptions: await subscriptionsOf(tx, actor),
    briefs: { zones: await zoneChoices(tx, zonesLed(actor)), wished: await briefZones(tx, actor.accountId ?? 0) },
  }));

export const actions: Actions = {
  save: async ({ request, locals: { actor, database } }) => {
    const form = settingsSchema.safeParse(Object.fromEntries(await request.formData()));
    if (!form.success) return fail(400, { problems: [{ says: words.formWrong }] });
    const { lang, ...wishes } = form.data;
    const outcome = await database.allOrNothing(actor, (tx) => saveMailSettings(tx, actor, { lang, wishes }));
    return outcome.ok ? { saved: true } : fail(403, { problems: outcome.problems });
  },
  brief: async ({ request, locals: { actor, database } }) => {
    const zones = (await request.formData()).getAll('zone').map(String);
    const outcome = await database.allOrNothing(actor, (tx) => wishBriefs(tx, actor, zones));
    return outcome.ok ? { saved: true } : fail(403, { problems: outcome.problems });
  },
  end: async ({ request, locals: { actor, database } }) => {
    const id = String((await request.formData()).get('id'));
    if (!/^[1-9]\d{0,14}$/.test(id)) return fail(400, { problems: [{ says: words.formWrong }] });
    const outcome = await database.allOrNothing(actor, (tx) => endOwnSubscription(tx, actor, Number(id)));
    return outcome.ok ? { ended: true } : fail(400, { problems: outcome.problems });
  },
};
