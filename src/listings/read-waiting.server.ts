import { sql } from 'drizzle-orm';
import { isOperator, zonesAs, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Side } from './listing.ts';

export interface UncheckedListing {
  readonly id: number;
  readonly side: Side;
  readonly title: string;
  readonly organisation: TwoText;
  readonly submittedAt: Date;
}

const most = 20;

type Found = { id: string; side: Side; title: string; zh: string; en: string; at: string; total: number };

/** What was handed in to the zones of a broker and not yet looked at, the oldest first. */
export async function uncheckedListings(
  tx: Tx,
  actor: Actor,
): Promise<{ total: number; oldest: readonly UncheckedListing[] }> {
  const zones = zonesAs(actor, ['broker']);
  const ofZones = isOperator(actor) ? sql`true` : sql`listing.zone_code = any(${sql.param(zones)}::text[])`;
  const { rows } = await tx.execute<Found>(sql`
    select listing.id::text, listing.side, title, name_zh as zh, coalesce(nullif(name_en, ''), name_zh) as en,
      to_json(coalesce(listing.submitted_at, listing.updated_at))#>>'{}' as at, count(*) over ()::int as total
    from listing join listing_edition on listing_id = listing.id and lang = original_lang
      join organisation on organisation.id = organisation_id
    where listing.state = 'submitted' and ${ofZones}
    order by coalesce(listing.submitted_at, listing.updated_at), listing.id limit ${most}`);
  return {
    total: rows[0]?.total ?? 0,
    oldest: rows.map(({ id, side, title, zh, en, at }) => ({
      ...{ id: Number(id), side, title, organisation: { zh, en }, submittedAt: new Date(at) },
    })),
  };
}
