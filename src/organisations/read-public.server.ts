import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
import { disciplinesNamed, type Named } from '#industries/read.server.ts';
import type { Db } from '#platform/database.server.ts';
import type { InstituteKind, OrganisationKind, OrganisationSize, OtherNameKind } from './organisation.ts';
import type { HonourLevel } from './part.ts';
import { equipment, honours, organisationNames, organisations, people } from './tables.server.ts';

/** What the public may have of an organisation; nothing of its contacts, and nothing while it is not public. */
export interface PublicOrganisation {
  readonly id: number;
  readonly kind: OrganisationKind;
  readonly instituteKind: InstituteKind | null;
  readonly name: TwoText;
  /** Whether there is an English name, or the Chinese one stands for it. */
  readonly hasEnglishName: boolean;
  readonly otherNames: readonly { readonly name: string; readonly kind: OtherNameKind }[];
  readonly creditCode: string | null;
  readonly zone: Named;
  /** Province, city, district, as far as they are known. */
  readonly places: readonly Named[];
  readonly industries: readonly Named[];
  readonly disciplines: readonly Named[];
  readonly size: OrganisationSize | null;
  readonly summary: TwoText;
  readonly capabilities: TwoText;
  readonly website: string;
  readonly sample: boolean;
  readonly updatedAt: Date;
  readonly honours: readonly PublicHonour[];
  readonly equipment: readonly PublicEquipment[];
  readonly people: readonly PublicPerson[];
}

export interface PublicHonour {
  readonly title: TwoText;
  readonly level: HonourLevel;
  readonly year: number;
  readonly body: TwoText;
  readonly source: string;
  readonly sourceUrl: string;
}

export interface PublicEquipment {
  readonly name: TwoText;
  readonly model: string;
  readonly purpose: TwoText;
}

export interface PublicPerson {
  readonly name: TwoText;
  readonly position: TwoText;
  readonly since: string;
  readonly until: string;
  readonly source: string;
  readonly sourceUrl: string;
}

const two = (zh: string, en: string): TwoText => ({ zh, en: en || zh });

/** Where the page of a record is that was merged; undefined when it was not, or its winner is not public. */
export async function winnerOf(db: Db, id: number): Promise<number | undefined> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive way as (select id, merged_into, is_public, 1 as steps from organisation where id = ${id}
      union all select o.id, o.merged_into, o.is_public, steps + 1 from organisation o join way on way.merged_into = o.id
      where steps < 20)
    select id from way where merged_into is null and is_public and id <> ${id}`);
  return rows[0] && Number(rows[0].id);
}

/** A public organisation as its page shows it; undefined for any other. */
export async function publicOrganisation(db: Db, id: number): Promise<PublicOrganisation | undefined> {
  const [row] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), organisations.isPublic, sql`${organisations.mergedInto} is null`));
  if (!row) return undefined;
  const places = await placesOf(db, row);
  const disciplines = await disciplinesNamed(db, row.disciplines);
  const { organisationId, id: nameId } = organisationNames;
  const otherNames = await db.select().from(organisationNames).where(eq(organisationId, id)).orderBy(asc(nameId));
  const parts = await partsOf(db, id);
  return {
    ...{ id, kind: row.kind, instituteKind: row.instituteKind, creditCode: row.creditCode, size: row.size },
    ...{ website: row.website, sample: row.sample, updatedAt: row.updatedAt, disciplines, ...places, ...parts },
    name: two(row.nameZh, row.nameEn),
    hasEnglishName: row.nameEn !== '',
    otherNames: otherNames.map(({ name, kind }) => ({ name, kind })),
    summary: { zh: row.summaryZh, en: row.summaryEn },
    capabilities: { zh: row.capabilitiesZh, en: row.capabilitiesEn },
  };
}

type Row = typeof organisations.$inferSelect;

async function placesOf(db: Db, { zoneCode, placeCode, industries }: Row) {
  const { rows } = await db.execute<{ what: string; code: string; zh: string; en: string }>(sql`
    with here as (select coalesce(p.province_code, z.province_code) as province,
        case when p.code is null then z.city_code else p.city_code end as city,
        case when p.level = 'district' then p.code end as district
      from zone z left join place p on p.code = ${placeCode} where z.code = ${zoneCode})
    select 'zone' as what, code, name_zh as zh, name_en as en, 0 as position from zone where code = ${zoneCode}
    union all select 'place', code, name_zh, name_en, code::int from place, here
      where code in (here.province, here.city, here.district)
    union all select 'industry', code, name_zh, name_en, position from industry where code = any(${sql.param(industries)})
    order by 1, 5`);
  const of = (what: string): Named[] =>
    rows.filter((row) => row.what === what).map(({ code, zh, en }) => ({ code, name: two(zh, en) }));
  const [zone = { code: zoneCode, name: two(zoneCode, '') }] = of('zone');
  return { zone, places: of('place'), industries: of('industry') };
}

async function partsOf(db: Db, id: number) {
  const held = await db
    .select()
    .from(honours)
    .where(eq(honours.organisationId, id))
    .orderBy(desc(honours.year), asc(honours.id));
  const open = await db
    .select()
    .from(equipment)
    .where(and(eq(equipment.organisationId, id), equipment.isOpen))
    .orderBy(asc(equipment.id));
  const named = await db
    .select()
    .from(people)
    .where(eq(people.organisationId, id))
    .orderBy(sql`${people.until} = '' desc`, desc(people.since), asc(people.id));
  return {
    honours: held.map(({ titleZh, titleEn, bodyZh, bodyEn, level, year, source, sourceUrl }) => ({
      ...{ title: two(titleZh, titleEn), body: two(bodyZh, bodyEn), level, year, source, sourceUrl },
    })),
    equipment: open.map(({ nameZh, nameEn, model, purposeZh, purposeEn }) => ({
      ...{ name: two(nameZh, nameEn), model, purpose: two(purposeZh, purposeEn) },
    })),
    people: named.map(({ nameZh, nameEn, positionZh, positionEn, since, until, source, sourceUrl }) => ({
      ...{ name: two(nameZh, nameEn), position: two(positionZh, positionEn), since, until, source, sourceUrl },
    })),
  };
}

/** A need or an offer as the page of its organisation lists it. */
export interface ListingOf {
  readonly id: number;
  readonly side: 'need' | 'offer';
  readonly state: 'published' | 'closed' | 'expired';
  readonly title: string;
  readonly lang: Lang;
  readonly publishedAt: Date;
  readonly expiresAt: Date | null;
}

const listingsShown = 50;

/** What it published under its own name. What is anonymous or in confidence names nobody, so it is not here. */
export async function listingsOf(db: Db, organisation: number, lang: Lang): Promise<ListingOf[]> {
  const { rows } = await db.execute<Omit<ListingOf, 'id' | 'publishedAt' | 'expiresAt'> & Stored>(sql`
    select l.id, l.side, l.state, e.title, e.lang, l.published_at::text as published, l.expires_at::text as expires
    from listing l cross join lateral (select title, lang from listing_edition e
      where e.listing_id = l.id and e.title <> '' order by (e.lang = ${lang}) desc limit 1) e
    where l.organisation_id = ${organisation} and l.state in ('published', 'closed', 'expired') and not l.is_anonymous and l.secrecy = 'open'
    order by l.state = 'published' desc, l.published_at desc, l.id desc limit ${listingsShown}`);
  return rows.map(({ id, published, expires, ...row }) => ({
    ...row,
    id: Number(id),
    publishedAt: new Date(published),
    expiresAt: expires === null ? null : new Date(expires),
  }));
}

type Stored = { id: string; published: string; expires: string | null } & Record<string, unknown>;

/** An event at which somebody of the organisation speaks, or something is presented under its name. */
export interface EventOf {
  readonly id: number;
  readonly title: TwoText;
  readonly beginsAt: Date;
}

const eventsShown = 20;

/** The newest public events with a speaker of the organisation, or with a need or an offer that names it. */
export async function eventsOf(db: Db, organisation: number): Promise<EventOf[]> {
  const { rows } = await db.execute<{ id: string; zh: string; en: string; begins: string }>(sql`
    select e.id, e.title_zh as zh, e.title_en as en, e.begins_at::text as begins from event e
    where e.state = 'published' and e.id in (select i.event_id from event_speaker s
      join event_agenda_item i on i.id = s.agenda_item_id where s.organisation_id = ${organisation}
      union select l.event_id from event_listing l join listing on listing.id = l.listing_id
        where organisation_id = ${organisation} and listing.state in ('published', 'closed', 'expired')
          and not is_anonymous and secrecy = 'open')
    order by e.begins_at desc, e.id desc limit ${eventsShown}`);
  return rows.map(({ id, zh, en, begins }) => ({ id: Number(id), title: two(zh, en), beginsAt: new Date(begins) }));
}
