import { error } from '@sveltejs/kit';
import { clusterFor } from '#clusters/read.server.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import type { Tx } from '#platform/database.server.ts';

/** The cluster of this address as the zone's people see it, or the page that says there is none. */
export async function clusterHere(tx: Tx, { actor, lang }: App.Locals, id: number) {
  const cluster = await clusterFor(tx, actor, id);
  if (!cluster) error(404, words.notFound[lang]);
  return cluster;
}
