import type { Actor } from '#accounts/actor.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { zonesKept, type NewOrganisation } from './organisation.ts';
import { saidIn } from './sheet.ts';
import { changeOrganisation } from './write-change.server.ts';
import { createOrganisation, setPublic } from './write.server.ts';

type Cells = Readonly<Record<string, string>>;

/** Changes an organisation as a row of a file says; whether it is public too. */
export async function changeFromSheet(
  tx: Tx,
  actor: Actor,
  { id, cells }: { id: string; cells: Cells },
): Promise<Outcome<{ id: number }>> {
  if (cells['zone'] !== undefined) return refused({ says: words.zoneStays });
  const said = saidIn(cells);
  const changed = await changeOrganisation(tx, actor, { ...said, id: Number(id) });
  return changed.ok ? publishAsSaid(tx, actor, { id: Number(id), cells }) : changed;
}

/** Adds the organisation of a row; whoever keeps one zone need not name it. */
export async function addFromSheet(tx: Tx, actor: Actor, cells: Cells): Promise<Outcome<{ id: number }>> {
  const zones = zonesKept(actor) ?? [];
  const zone = cells['zone'] || (zones.length === 1 ? zones[0] : undefined);
  if (zone === undefined) return refused({ says: words.zoneHint });
  // What is missing in it is said by the verb, which reads it as anybody’s.
  const made = await createOrganisation(tx, actor, { ...saidIn(cells), zone } as NewOrganisation);
  return made.ok ? publishAsSaid(tx, actor, { ...made.value, cells }) : made;
}

function publishAsSaid(
  tx: Tx,
  actor: Actor,
  { id, cells }: { id: number; cells: Cells },
): Promise<Outcome<{ id: number }>> {
  const said = cells['public'];
  return said ? setPublic(tx, actor, { id, isPublic: said === 'yes' }) : Promise.resolve({ ok: true, value: { id } });
}
