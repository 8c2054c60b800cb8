import { sql } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
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
