import type { Actor } from '#accounts/actor.ts';
import { addPartRow } from '#organisations/write-parts.server.ts';
import { createOrganisation, setPublic } from '#organisations/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { SampleOrganisation } from './sample-shapes.ts';
import { kept } from './sample-kept.ts';

/** Adds the sample's organisations and shows them; answers their ids by slug. */
export async function loadOrganisations(
  tx: Tx,
  actor: Actor,
  all: readonly SampleOrganisation[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { slug, names, ...said } of all) {
    const { id } = kept(slug, await createOrganisation(tx, actor, { ...said, sample: true }));
    for (const cells of names) kept(slug, await addPartRow(tx, actor, { organisation: id, part: 'names', cells }));
    kept(slug, await setPublic(tx, actor, { id, isPublic: true }));
    ids.set(slug, id);
  }
  return ids;
}
