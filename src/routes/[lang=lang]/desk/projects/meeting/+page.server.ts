import { fail, redirect } from '@sveltejs/kit';
import { dateOf, isDay } from '#language/dates.ts';
import { canHoldMeetings } from '#pipeline/meeting.ts';
import { meetingZones } from '#pipeline/read-meeting.server.ts';
import { preparationOf } from '#pipeline/read-preparation.server.ts';
import { mostStuck } from '#pipeline/read-stuck.server.ts';
import { holdMeeting } from '#pipeline/write-meeting.server.ts';
import { sentTexts } from '../../../sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, now }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const zones = await meetingZones(tx, actor);
    const zone = zones.find(({ value }) => value === url.searchParams.get('zone')) ?? zones[0];
    const today = dateOf(now());
    const since = url.searchParams.get('since') ?? '';
    if (!zone) return { zones, zone, today, most: mostStuck, mayHold: false, preparation: undefined };
    const asked = isDay(since) && since < today ? since : undefined;
    const preparation = await preparationOf(tx, { zone: zone.value, today, since: asked });
    return { zones, zone, today, most: mostStuck, mayHold: canHoldMeetings(actor, zone.value), preparation };
  });

export const actions: Actions = {
  hold: async ({ locals: { actor, database, lang, now }, request }) => {
    const { zone = '', heldOn = '', since = '', chair = '', present = '', notes = '' } = await sentTexts(request);
    const typed = { zone, heldOn, since, chair, present, notes };
    const outcome = await database.allOrNothing(actor, (tx) => holdMeeting(tx, actor, { ...typed, now: now() }));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed });
    redirect(303, `/${lang}/desk/projects/meeting/${outcome.value.id}`);
  },
};
