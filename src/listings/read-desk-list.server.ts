import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import { listingsSeen, type DeskListing } from './desk-list.ts';
import type { ListingKind, Side } from './listing.ts';
import type { ListingState } from './state.ts';

const sortKeys: Readonly<Record<string, SortKey>> = {
  updated: { by: sql`listing.updated_at`, type: 'timestamptz' },
  published: { by: sql`coalesce(listing.published_at, '-infinity'::timestamptz)`, type: 'timestamptz' },
  expires: { by: sql`coalesce(listing.expires_at, '-infinity'::timestamptz)`, type: 'timestamptz' },
};

export interface DeskListings {
  readonly listings: readonly DeskListing[];
  readonly next: string | undefined;
  /** Counted as far as `countedTo`. */
  readonly total: number;
}

type Found = {
  id: string;
  kind: ListingKind;
  reference: string | null;
  title: string;
  organisation_zh: string;
  organisation_en: string;
  is_anonymous: boolean;
  broker: string | null;
  block_zh: string | null;
  block_en: string | null;
  state: ListingState;
  is_open: boolean;
  comments: number;
  translation: DeskListing['translation'];
  published_at: string | null;
  expires_at: string | null;
  updated_at: string;
  sort_value: string;
};

type Question = Asked & { readonly side: Side; readonly limit?: number };

/** The listings of one side that are the actor's business, as the address asks for them, a page at a time. */
export async function deskListings(tx: Tx, actor: Actor, asked: Question): Promise<DeskListings> {
  const { limit = 50 } = asked;
  const where = conditions(actor, asked);
  const rows = await pageOf(tx, where, { ...asked, limit });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const isAll = asked.after === undefined && !last;
  return {
    listings: rows.slice(0, limit).map((row) => listingOf(row, asked.side)),
    next: last && cursorAt(last.sort_value, last.id),
    total: isAll ? rows.length : await countOf(tx, where),
  };
}

async function pageOf(tx: Tx, where: readonly SQL[], asked: Question & { limit: number }): Promise<Found[]> {
  const keyset = keysetOf(asked, sortKeys, sql`listing.id`);
  const key = sortKeys[asked.sort.key];
  if (!keyset || !key) throw new Error(`listings are not sorted by ${asked.sort.key}`);
  const { rows } = await tx.execute<Found>(sql`
    with page as materialized (
      select listing.*, original.title, (${key.by})::text as sort_value from listing
      join listing_edition original on original.listing_id = listing.id and original.lang = listing.original_lang
      where ${sql.join([...where, ...(keyset.where ? [keyset.where] : [])], sql` and `)}
      order by ${keyset.orderBy} limit ${asked.limit + 1})
    select listing.id, listing.kind, listing.reference, listing.title, listing.is_anonymous, listing.state, listing.is_open,
      listing.published_at::text, listing.expires_at::text, listing.updated_at::text, listing.sort_value,
      organisation.name_zh as organisation_zh, organisation.name_en as organisation_en,
      name_of_broker(listing.broker_id) as broker, unit.name_zh as block_zh, unit.name_en as block_en,
      (select count(*)::int from listing_comment where listing_id = listing.id and settled_at is null) as comments,
      case when other.lang is null then 'missing' when other.made_from < listing.revision then 'stale' else 'current' end
        as translation
    from page listing
    join organisation on organisation.id = listing.organisation_id
    left join unit on unit.id = listing.unit_id
    left join listing_edition other on other.listing_id = listing.id and other.lang <> listing.original_lang
    order by ${keyset.orderBy}`);
  return rows;
}

async function countOf(tx: Tx, where: readonly SQL[]): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total from (
    select from listing
    join listing_edition original on original.listing_id = listing.id and original.lang = listing.original_lang
    where ${sql.join([...where], sql` and `)} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

function listingOf(row: Found, side: Side): DeskListing {
  const at = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...{ id: Number(row.id), side, kind: row.kind, reference: row.reference, title: row.title },
    organisation: { zh: row.organisation_zh, en: row.organisation_en },
    ...{ isAnonymous: row.is_anonymous, broker: row.broker, state: row.state, isOpen: row.is_open },
    block: row.block_zh === null ? undefined : { zh: row.block_zh, en: row.block_en || row.block_zh },
    ...{ comments: row.comments, translation: row.translation },
    ...{ publishedAt: at(row.published_at), expiresAt: at(row.expires_at), updatedAt: new Date(row.updated_at) },
  };
}

function conditions(actor: Actor, { side, filters }: Question): SQL[] {
  const asked = Object.entries(filters).flatMap(([key, value]) => filterBy[key]?.(value) ?? []);
  return [sql`listing.side = ${side}`, ofActor(actor), ...asked];
}

/** What is public of others is for the board; the desk has what is this person's business. */
export function ofActor(actor: Actor): SQL {
  const { all, zones, organisations } = listingsSeen(actor);
  if (all) return sql`true`;
  return sql`(listing.zone_code = any(${sql.param(zones)}::text[])
    or listing.organisation_id = any(${sql.param(organisations)}::bigint[]))`;
}

const numberIn = (value: string) => (/^\d{1,15}$/.test(value) ? value : '0');

const filterBy: Readonly<Record<string, (value: string) => SQL>> = {
  q: (value) => {
    const like = containing(value);
    return sql`(original.title ilike ${like} or listing.reference ilike ${like})`;
  },
  state: (value) => sql`listing.state = ${value}`,
  kind: (value) => sql`listing.kind = ${value}`,
  organisation: (value) => sql`listing.organisation_id = ${numberIn(value)}`,
  broker: (value) => (value === 'none' ? sql`listing.broker_id is null` : sql`listing.broker_id = ${numberIn(value)}`),
  block: (value) => sql`listing.unit_id = ${numberIn(value)}`,
  expiring: () => sql`listing.state = 'published' and listing.expires_at < now() + interval '30 days'`,
};
