import { sql } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { effective } from './effective.server.ts';

/** An agreement as everybody may know of it: what it was about, and with whom. What it came to is theirs alone. */
export interface PublicAgreement {
  readonly on: string;
  readonly side: 'need' | 'offer';
  readonly listing: number;
  readonly title: string;
  readonly lang: Lang;
  readonly other: { readonly id: number; readonly name: TwoText };
}

type Row = {
  on: string;
  side: 'need' | 'offer';
  listing: string;
  title: string;
  lang: Lang;
  other: string;
  zh: string;
  en: string;
};

const shown = 20;

/** On a page under its organisation's own name, as `shownListing` decides it. */
const isNamed = (listing: 'need' | 'offer') => {
  const of = sql.raw(listing);
  return sql`${of}.state in ('published', 'closed', 'expired') and ${of}.published_at is not null
    and ${of}.secrecy = 'open' and not ${of}.is_anonymous`;
};

/**
 * The effective agreements of an organisation that its public page may tell of: where both sides said that they may be
 * named, the need, and the offer if there is
 * one, are public under the names of both, and both have a public page. Needs the eyes of the site itself: for the public
 * there are no connections.
 */
export async function publicAgreementsOf(
  tx: Tx,
  { organisation, lang }: { organisation: number; lang: Lang },
): Promise<PublicAgreement[]> {
  const { rows } = await tx.execute<Row>(sql`
      select agreed.since::text as on, words.side, words.listing_id as listing, words.title, words.lang,
        other.id as other, other.name_zh as zh, other.name_en as en
      from connection
      join ${effective} agreed on agreed.connection_id = connection.id and agreed.is_named
      join listing need on need.id = need_id and ${isNamed('need')}
      left join listing offer on offer.id = offer_id
      join organisation own on own.id = ${organisation} and own.is_public
      join organisation other on other.id = need_organisation_id + offer_organisation_id - own.id
        and other.is_public and other.merged_into is null
      cross join lateral (select listing.side, listing_id, title, lang from listing_edition join listing on listing.id = listing_id
        where listing_id = case when need_organisation_id = own.id then need.id else coalesce(offer.id, need.id) end
          and title <> '' order by lang = ${lang} desc limit 1) words
      where connection.state = 'agreement' and own.id in (need_organisation_id, offer_organisation_id)
        and (offer_id is null or ${isNamed('offer')})
      order by agreed.since desc, connection.id desc limit ${shown}`);
  return rows.map(({ listing, other, zh, en, ...row }) => ({
    ...row,
    listing: Number(listing),
    other: { id: Number(other), name: { zh, en: en === '' ? zh : en } },
  }));
}
