import { error } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { organisationPartWords as words } from '#language/words/organisation-parts.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import { organisationFields } from '#organisations/part-fields.ts';
import type { OrganisationPart } from '#organisations/part.ts';
import { knownPartRows, type PartPlace } from '#organisations/read-parts.server.ts';
import { addPartRow, changePartRow } from '#organisations/write-parts.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { sheetOf } from '#profiles/field.ts';
import { organisationHere } from '../here.server.ts';

/** The organisation and the list of this address; a list that this person does not keep is not there. */
export async function recordHere(tx: Tx, locals: App.Locals, { id, record }: { id: number; record: OrganisationPart }) {
  const here = await organisationHere(tx, locals, id);
  if (!here.parts.includes(record)) error(404, words.noPart[locals.lang]);
  return { ...here, record };
}

/** How a list of this organisation comes back from a file. */
export function nounOf(place: PartPlace) {
  return (): Promise<SheetNoun> =>
    Promise.resolve({
      // A file that was put aside for one organisation is not there for another.
      list: `organisation ${place.part} ${place.organisation}`,
      shape: sheetOf(organisationFields[place.part]),
      known: (tx: Tx, actor: Actor, ids: readonly string[]) => knownPartRows(tx, actor, { ...place, ids }),
      apply: (tx, actor, { id, cells }) => changePartRow(tx, actor, { ...place, id: Number(id), cells }),
      add: (tx, actor, cells) => addPartRow(tx, actor, { ...place, cells }),
    });
}
