import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { allDisciplines, industryList } from '#industries/read.server.ts';
import type { TwoText } from '#language/lang.ts';
import type { Known, SheetRow } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { canSeeListing } from './permission.ts';
import type { Side } from './listing.ts';
import type { SheetChoices } from './listing-sheet.ts';
import { organisationsToChoose } from './read-choices.server.ts';
import { listingEditions, listings } from './tables.server.ts';

export async function sheetChoices(tx: Tx, actor: Actor): Promise<SheetChoices> {
  const choice = ({ code, name }: { code: string; name: TwoText }) => ({ value: code, label: name });
  const [industries, disciplines] = [await industryList(tx), await allDisciplines(tx)];
  const organisations = await organisationsToChoose(tx, actor);
  return { organisations, industries: industries.map(choice), disciplines: disciplines.map(choice) };
}

type Row = typeof listings.$inferSelect;
type Edition = typeof listingEditions.$inferSelect;

/** The listings of these ids that this person works on, as a file knows them. Values are those of the record, not words. */
export async function knownListings(
  tx: Tx,
  actor: Actor,
  { side, ids }: { side: Side; ids: readonly string[] },
): Promise<Map<string, Known>> {
  const numbers = ids.filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number);
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .select({ listing: listings, edition: listingEditions })
    .from(listings)
    .innerJoin(
      listingEditions,
      and(eq(listingEditions.listingId, listings.id), eq(listingEditions.lang, listings.originalLang)),
    )
    .where(and(eq(listings.side, side), inArray(listings.id, numbers)));
  return new Map(
    rows
      .filter(({ listing }) => canSeeListing(actor, listing))
      .map(({ listing, edition }) => [String(listing.id), { label: edition.title, cells: cellsOf(listing, edition) }]),
  );
}

function cellsOf(listing: Row, edition: Edition): Record<string, string> {
  const { title, summary, body, tried, conditions, advantage } = edition;
  const { id, kind, organisationId, reference, deadline, stage, budgetLow, budgetHigh } = listing;
  const plain = (value: unknown) => (value === null ? '' : String(value));
  return {
    ...{ title, summary, body, tried, conditions, advantage, kind },
    ...{ id: String(id), organisation: String(organisationId), reference: plain(reference) },
    ...{ deadline: plain(deadline), stage: plain(stage), budgetLow: plain(budgetLow), budgetHigh: plain(budgetHigh) },
    industries: listing.industries.join(','),
    disciplines: listing.disciplines.join(' '),
    industryKeywords: edition.industryKeywords.join(','),
    technologyKeywords: edition.technologyKeywords.join(','),
    cooperation: listing.cooperation.join(','),
    isAnonymous: listing.isAnonymous ? 'yes' : 'no',
  };
}

/** Rows that say no id get that of the listing whose reference they say. */
export async function findByReference(tx: Tx, actor: Actor, rows: readonly SheetRow[]): Promise<SheetRow[]> {
  const wanted = rows.flatMap(({ cells }) =>
    cells['id'] ? [] : (cells['reference'] ?? '').trim().toUpperCase() || [],
  );
  if (wanted.length === 0) return [...rows];
  const found = await tx.select().from(listings).where(inArray(listings.reference, wanted));
  const ids = new Map(
    found.filter((listing) => canSeeListing(actor, listing)).map(({ id, reference }) => [reference, String(id)]),
  );
  return rows.map((row) => {
    const reference = (row.cells['reference'] ?? '').trim().toUpperCase();
    if (row.cells['id'] || reference === '') return row;
    // A reference that is not there names no new draft: it is told as an unknown record.
    return { ...row, cells: { ...row.cells, id: ids.get(reference) ?? reference } };
  });
}
