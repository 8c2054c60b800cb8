import type { Db } from '#platform/database.server.ts';
import { disciplinesSaid } from '#organisations/read-meant.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { contentFrom, type Said, type Typed } from './form.ts';
import type { Side } from './listing.ts';

/** What the form of a listing means, its disciplines by their codes, or every reason why it cannot be kept. */
export async function contentSaid(db: Db, side: Side, typed: Typed): Promise<Outcome<Said>> {
  const disciplines = await disciplinesSaid(db, typed.text['disciplines'] ?? '');
  const content = contentFrom(side, typed, disciplines.ok ? disciplines.value : []);
  if (disciplines.ok) return content;
  return refused(...disciplines.problems, ...(content.ok ? [] : content.problems));
}
