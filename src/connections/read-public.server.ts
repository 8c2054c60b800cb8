import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import type { Side } from '#listings/listing.ts';
import type { PublicMatch } from './public.ts';

type Found = {
  score: number;
  sentence: TwoText;
  offerId: string | null;
  reference: string | null;
  titleZh: string | null;
  titleEn: string | null;
  instituteId: string;
  nameZh: string;
  nameEn: string;
};

/**
 * What fits a need, for everybody: of suggestions only those between listings that are published, open for interest and
 * without secrecy. An institute is named only where it has a public page and no offer stands for it. Needs the eyes of
 * the site itself: for the public there are no connections.
 */
export async function publicMatchesOf(
  tx: Tx,
  { need, lang, origin }: { need: number; lang: Lang; origin: string },
): Promise<PublicMatch[]> {
  const { rows } = await tx.execute<Found>(sql`
    select score, reasons -> 'sentence' as sentence, offer.id::text as "offerId", offer.reference,
      (select title from listing_edition where listing_id = offer.id and lang = 'zh') as "titleZh",
      (select title from listing_edition where listing_id = offer.id and lang = 'en') as "titleEn",
      institute.id::text as "instituteId", institute.name_zh as "nameZh", institute.name_en as "nameEn"
    from connection
    join listing need on need.id = need_id and need.state = 'published' and need.is_open and need.secrecy = 'open'
    join organisation institute on institute.id = offer_organisation_id
    left join listing offer on offer.id = offer_id
    where need_id = ${need} and connection.state = 'suggested' and reasons is not null
      and (offer_id is null and institute.is_public
        or offer.state = 'published' and offer.is_open and offer.secrecy = 'open')
    order by score desc, connection.id`);
  return rows.map((row) => matchOf(row, lang, origin));
}

function matchOf(row: Found, lang: Lang, origin: string): PublicMatch {
  const common = { score: Math.round(row.score * 100) / 100, sentence: row.sentence[lang] };
  return row.offerId === null
    ? { ...common, offer: null, institute: instituteOf(row, lang, origin) }
    : { ...common, offer: offerOf(row, lang, origin), institute: null };
}

function offerOf({ offerId, reference, titleZh, titleEn }: Found, lang: Lang, origin: string) {
  const [own, other] = lang === 'zh' ? [titleZh, titleEn] : [titleEn, titleZh];
  return { id: Number(offerId), reference, title: own ?? other ?? '', url: `${origin}/${lang}/offers/${offerId}` };
}

function instituteOf({ instituteId, nameZh, nameEn }: Found, lang: Lang, origin: string) {
  const name = lang === 'en' && nameEn !== '' ? nameEn : nameZh;
  return { id: Number(instituteId), name, url: `${origin}/${lang}/organisations/${instituteId}` };
}

/** A suggestion as the page of a listing shows it: where it leads, and why. */
export interface ShownMatch {
  readonly path: string;
  readonly title: string;
  /** 0 to 100. */
  readonly points: number;
  readonly sentence: string;
}

/** What fits a need or an offer, as its public page shows it. */
export async function shownMatches(
  database: Database,
  { side, id, lang }: { side: Side; id: number; lang: Lang },
): Promise<ShownMatch[]> {
  return database.inTransaction(theSystem, (tx) =>
    side === 'need' ? offersShown(tx, id, lang) : needsShown(tx, id, lang),
  );
}

async function offersShown(tx: Tx, need: number, lang: Lang): Promise<ShownMatch[]> {
  const matches = await publicMatchesOf(tx, { need, lang, origin: '' });
  return matches.map(({ offer, institute, score, sentence }) => {
    const points = Math.round(score * 100);
    return offer
      ? { path: offer.url, title: offer.title, points, sentence }
      : { path: institute?.url ?? '', title: institute?.name ?? '', points, sentence };
  });
}

async function needsShown(tx: Tx, offer: number, lang: Lang): Promise<ShownMatch[]> {
  const { rows } = await tx.execute<{ id: string; title: string; score: number; sentence: TwoText }>(sql`
    select need.id::text, score, reasons -> 'sentence' as sentence,
      coalesce((select title from listing_edition where listing_id = need.id and lang = ${lang}),
        (select title from listing_edition where listing_id = need.id and lang = need.original_lang)) as title
    from connection
    join listing need on need.id = need_id and need.state = 'published' and need.is_open and need.secrecy = 'open'
    join listing offer on offer.id = offer_id and offer.state = 'published' and offer.is_open and offer.secrecy = 'open'
    where offer_id = ${offer} and connection.state = 'suggested' and reasons is not null
    order by score desc, connection.id`);
  return rows.map(({ id, title, score, sentence }) => ({
    ...{ path: `/${lang}/needs/${id}`, title, points: Math.round(score * 100), sentence: sentence[lang] },
  }));
}
