import { error, redirect } from '@sveltejs/kit';
import { holds } from '#accounts/actor.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import { canKeep, canVouchFor } from '#organisations/organisation.ts';
import { partsKept } from '#organisations/read-parts.server.ts';
import { organisationById } from '#organisations/read.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneByCode } from '#zones/read.server.ts';

/** The organisation of this address as its own people see it, or the page that says there is none. */
export async function organisationHere(tx: Tx, { actor, lang }: App.Locals, id: number) {
  const organisation = await organisationById(tx, id);
  if (!organisation || !canKeep(actor, organisation)) error(404, words.notFound[lang]);
  if (organisation.mergedInto !== null) redirect(303, `/${lang}/desk/organisations/${organisation.mergedInto}`);
  const zone = await zoneByCode(tx, organisation.zoneCode);
  return {
    organisation,
    zone: zone?.name ?? { zh: organisation.zoneCode, en: organisation.zoneCode },
    parts: partsKept(actor, organisation),
    mayVouch: canVouchFor(actor, organisation),
    mayInvite: holds(actor, ['broker', 'publisher'], organisation.zoneCode),
  };
}
