import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { plainCreditCode } from '#organisations/credit-code.ts';
import { inputOf, typedIn } from '#organisations/form.server.ts';
import { canKeep, zonesKept, type NewOrganisation } from '#organisations/organisation.ts';
import { lookalikes } from '#organisations/read-duplicates.server.ts';
import type { OrganisationTyped } from '#organisations/typed.ts';
import { createOrganisation } from '#organisations/write.server.ts';
import type { Database } from '#platform/database.server.ts';
import { zoneChoices } from '#zones/read.server.ts';
import { zoneMeant } from '../../zone-choice.server.ts';
import { industryChoices } from '../list.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database } }) => ({
  zones: await zoneChoices(database.db, zonesKept(actor) ?? []),
  industries: await industryChoices(database.db),
});

/** Records that may be the one that is being added, and whether this person can open them. */
async function alikeTo(database: Database, actor: Actor, { text }: OrganisationTyped) {
  const names = [text['nameZh'] ?? '', text['nameEn'] ?? ''].filter((name) => name !== '' && !name.includes('\0'));
  const creditCode = plainCreditCode(text['creditCode'] ?? '').replaceAll('\0', '') || null;
  const found = await database.inTransaction(actor, (tx) => lookalikes(tx, { names, creditCode }));
  return found.map((one) => ({ ...one, isKept: canKeep(actor, one) }));
}

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang } }) => {
    const typed = typedIn(await request.formData());
    const [zone, said] = [await zoneMeant(database.db, typed.text['zone'] ?? ''), await inputOf(database.db, typed)];
    if (!zone.ok || !said.ok) {
      const problems = [zone, said].flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
      return fail(422, { problems, typed, alike: [] });
    }
    const alike = 'evenIfAlike' in typed.text ? [] : await alikeTo(database, actor, typed);
    if (alike.length > 0) return fail(422, { problems: [], typed, alike });
    // What is missing or wrong in it is said by the verb, which reads it as anybody’s.
    const input = { ...said.value, zone: zone.value } as NewOrganisation;
    const outcome = await database.allOrNothing(actor, (tx) => createOrganisation(tx, actor, input));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed, alike: [] });
    redirect(303, `/${lang}/desk/organisations/${outcome.value.id}?done=added`);
  },
};
