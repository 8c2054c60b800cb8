import { error } from '@sveltejs/kit';
import { indicatorFor } from '#indicators/read.server.ts';
import { indicatorWords as words } from '#language/words/indicators.ts';
import type { Tx } from '#platform/database.server.ts';

/** The indicator of this address as the zone's people see it, or the page that says there is none. */
export async function indicatorHere(tx: Tx, { actor, lang }: App.Locals, id: number) {
  const indicator = await indicatorFor(tx, actor, id);
  if (!indicator) error(404, words.notFound[lang]);
  return indicator;
}
