import { sql } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { Side } from './listing.ts';
import { shownListing, type ShownCard, type ShownListing, type StoredListing } from './public.ts';
import { boardRows } from './read-board-rows.server.ts';
import { cardColumns, cardTables, organisationAsJson, shownCards, storedFrom } from './read-cards.server.ts';

const moreColumns = sql`e.body, e.tried, e.conditions, e.decider, e.advantage, e.proof, e.team, e.fields,
  e.industry_keywords as "industryKeywords", e.technology_keywords as "technologyKeywords", l.rights,
  l.chain_position as "chainPosition",
  (select coalesce(json_agg(json_build_object('code', d.code, 'name', json_build_object('zh', d.name_zh,
    'en', coalesce(nullif(d.name_en, ''), d.name_zh))) order by d.code), '[]')
    from discipline d where d.code = any(l.disciplines)) as disciplines,
  (select coalesce(json_agg(json_build_object('id', f.id, 'name', a.name, 'mediaType', f.media_type, 'bytes', f.bytes,
    'width', f.width, 'height', f.height, 'variants', f.variants) order by a.position), '[]')
    from listing_attachment a join file f on f.id = a.file_id and f.state = 'kept' where a.listing_id = l.id) as files,
  (select json_build_object('zh', u.name_zh, 'en', coalesce(nullif(u.name_en, ''), u.name_zh)) from unit u where u.id = l.unit_id) as unit,
  (select coalesce(json_agg(${organisationAsJson} order by array_position(l.target_organisations, o.id)), '[]')
    from organisation o where o.id = any(l.target_organisations)) as "targetOrganisations"`;

/** What the public sees of one need or offer; undefined when there is none for it. */
export async function publicListing(
  db: Db,
  lang: Lang,
  { side, id }: { side?: Side; id: number },
): Promise<ShownListing | undefined> {
  const ofSide = side ? sql`and l.side = ${side}` : sql``;
  const { rows } = await db.execute<Parameters<typeof storedFrom<StoredListing>>[0]>(
    sql`select ${cardColumns}, ${moreColumns} from ${cardTables(lang)} where l.id = ${id} ${ofSide}`,
  );
  return rows[0] && shownListing(storedFrom<StoredListing>(rows[0]));
}

/** What the public sees of it in each language it has; nothing when it is not for the public. */
export async function publicEditions(db: Db, id: number): Promise<ShownListing[]> {
  const shown = await publicListing(db, 'zh', { id });
  const others = shown?.languages.filter((lang) => lang !== shown.lang) ?? [];
  const rest = await Promise.all(others.map((lang) => publicListing(db, lang, { id })));
  return [shown, ...rest].filter((one) => one !== undefined);
}

const relatedShown = 5;
const newestLookedAt = 500;

/** Others of the same side before the public that share most: industries first, the same kind next. */
export async function relatedListings(db: Db, lang: Lang, listing: ShownCard): Promise<ShownCard[]> {
  const codes = listing.industries.map(({ code }) => code);
  if (codes.length === 0) return [];
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from (select b.id, b.kind, b.industries, b.published_at from ${boardRows(listing.side)} b
      where b.interest <> 'over' and b.id <> ${listing.id} and b.industries && ${sql.param(codes)}::text[]
      order by b.published_at desc, b.id desc limit ${newestLookedAt}) near
    order by (select count(*) from unnest(near.industries) one where one = any(${sql.param(codes)}::text[])) desc,
      (near.kind = ${listing.kind}) desc, near.published_at desc, near.id desc limit ${relatedShown}`);
  return shownCards(
    db,
    lang,
    rows.map(({ id }) => Number(id)),
  );
}
