import { fail, redirect } from '@sveltejs/kit';
import { canMerge } from '#organisations/organisation.ts';
import { duplicatePairs, type DuplicatePair } from '#organisations/read-duplicates.server.ts';
import { organisationById } from '#organisations/read.server.ts';
import { keepApart, mergeOrganisations } from '#organisations/write-merge.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { zonesNamed } from '#zones/read.server.ts';
import { followers } from '../followers.server.ts';
import type { Actions, PageServerLoad } from './$types';

const number = (text: string | null) => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0);

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const [low = '', high = ''] = (url.searchParams.get('after') ?? '').split('-');
  const asked = [number(url.searchParams.get('one')), number(url.searchParams.get('other'))] as const;
  return database.inTransaction(actor, async (tx) => {
    const [byHand, found] = [await pairOf(tx, asked), await duplicatePairs(tx, actor, [number(low), number(high)])];
    // A pair that is not this person's to merge is not shown: it would tell of another zone's record.
    const shown = byHand && canMerge(actor, ...byHand) ? byHand : undefined;
    const pairs = [...(shown ? [shown] : []), ...found.pairs.filter(([one]) => one.id !== shown?.[0].id)];
    const zones = await zonesNamed(tx, [...new Set(pairs.flat().map(({ zoneCode }) => zoneCode))]);
    const notFound = asked.some((id) => id > 0) && !shown;
    const said = url.searchParams.has('apart');
    return { pairs, zones, next: found.next, asked, notFound, said };
  });
};

async function pairOf(tx: Tx, [one, other]: readonly [number, number]): Promise<DuplicatePair | undefined> {
  const [low, high] = [
    await organisationById(tx, Math.min(one, other)),
    await organisationById(tx, Math.max(one, other)),
  ];
  const isPair = low && high && low.id !== high.id && low.mergedInto === null && high.mergedInto === null;
  return isPair ? [low, high] : undefined;
}

function pairIn(form: FormData): [number, number] {
  return [number(String(form.get('one'))), number(String(form.get('other')))];
}

export const actions: Actions = {
  merge: async ({ request, locals: { actor, database, lang } }) => {
    const form = await request.formData();
    const to = number(String(form.get('keep')));
    const from = pairIn(form).find((id) => id !== to) ?? 0;
    const outcome = await database.allOrNothing(actor, (tx) => mergeOrganisations(tx, actor, { from, to, followers }));
    if (!outcome.ok) return fail(422, { problems: outcome.problems });
    redirect(303, `/${lang}/desk/organisations/${to}?done=tookIn`);
  },
  apart: async ({ request, locals: { actor, database }, url }) => {
    const [one, other] = pairIn(await request.formData());
    const outcome = await database.allOrNothing(actor, (tx) => keepApart(tx, actor, { one, other }));
    if (!outcome.ok) return fail(422, { problems: outcome.problems });
    redirect(303, `${url.pathname}?apart`);
  },
};
