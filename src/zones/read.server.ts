import { and, asc, eq, ilike, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { TwoText } from '#language/lang.ts';
import { industries } from '#industries/tables.server.ts';
import { containing } from '#text/like.ts';
import { hasAliasLike, selectSummaries, summaryOf } from './read-summary.server.ts';
import { zoneAliases, zoneIndustries, zones } from './tables.server.ts';
import type { ZoneIndustry, ZoneLevel, ZoneView } from './zone.ts';

/** Which zone it is and where, for those who only refer to it. */
export interface ZoneName {
  readonly code: string;
  readonly name: TwoText;
  readonly level: ZoneLevel;
  readonly provinceCode: string;
  readonly cityCode: string | null;
}

const nameColumns = {
  code: zones.code,
  nameZh: zones.nameZh,
  nameEn: zones.nameEn,
  level: zones.level,
  provinceCode: zones.provinceCode,
  cityCode: zones.cityCode,
};

type NameRow = Pick<typeof zones.$inferSelect, keyof typeof nameColumns>;

function zoneName({ nameZh, nameEn, ...row }: NameRow): ZoneName {
  return { ...row, name: { zh: nameZh, en: nameEn } };
}

export async function zoneByCode(db: Db, code: string): Promise<ZoneName | undefined> {
  const [row] = await db.select(nameColumns).from(zones).where(eq(zones.code, code));
  return row && zoneName(row);
}

/** The names of these zones, in the order of their codes. */
export async function zonesNamed(db: Db, codes: readonly string[]): Promise<ZoneName[]> {
  const rows = await db
    .select(nameColumns)
    .from(zones)
    .where(inArray(zones.code, [...codes]))
    .orderBy(zones.code);
  return rows.map(zoneName);
}

/** Every name a zone goes by: what a text is cut into words with, so that 相城|经开区 is not cut 相城经|开区. */
export async function zoneNames(db: Db): Promise<string[]> {
  const [named, aliases] = await Promise.all([
    db.select({ name: zones.nameZh }).from(zones),
    db.select({ name: zoneAliases.alias }).from(zoneAliases),
  ]);
  return [...named, ...aliases].map(({ name }) => name);
}

/** Everything that is known of one zone. */
export async function zoneView(db: Db, code: string): Promise<ZoneView | undefined> {
  const [view] = await zoneViews(db, eq(zones.code, code));
  return view;
}

/** Everything that is known of the zones that fit; all of them when nothing is asked. */
export async function zoneViews(db: Db, where?: SQL): Promise<ZoneView[]> {
  const rows = await selectSummaries(db).where(where).orderBy(zones.code);
  const codes = rows.map((row) => row.code);
  const terms = await industriesOf(db, codes);
  const aliases = await aliasesOf(db, codes);
  return rows.map((row) => ({
    ...summaryOf(row),
    short: row.shortZh ?? undefined,
    catalogueCode: row.catalogueCode ?? undefined,
    standardName: row.standardNameZh ?? undefined,
    onEtdzList2024: row.onEtdzList2024,
    aliases: aliases.get(row.code) ?? [],
    industries: terms.get(row.code) ?? [],
  }));
}

async function aliasesOf(db: Db, codes: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (codes.length === 0) return found;
  const rows = await db
    .select()
    .from(zoneAliases)
    .where(inArray(zoneAliases.zoneCode, [...codes]))
    .orderBy(zoneAliases.zoneCode, zoneAliases.alias);
  for (const { zoneCode, alias } of rows) found.set(zoneCode, [...(found.get(zoneCode) ?? []), alias]);
  return found;
}

/** The leading industries of zones, in the order in which the catalogue prints them. */
export async function industriesOf(db: Db, codes: readonly string[]): Promise<Map<string, ZoneIndustry[]>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .select({ row: zoneIndustries, industry: industries })
    .from(zoneIndustries)
    .leftJoin(industries, eq(industries.code, zoneIndustries.industryCode))
    .where(inArray(zoneIndustries.zoneCode, [...codes]))
    .orderBy(asc(zoneIndustries.zoneCode), asc(zoneIndustries.position));
  const found = new Map<string, ZoneIndustry[]>();
  for (const { row, industry } of rows) {
    const named = industry && { code: industry.code, name: { zh: industry.nameZh, en: industry.nameEn } };
    const terms = found.get(row.zoneCode) ?? [];
    terms.push({ term: { zh: row.term, en: row.termEn || row.term }, industry: named ?? undefined });
    found.set(row.zoneCode, terms);
  }
  return found;
}

/** How a text was understood: the surer ways come first, and only the first that finds anything counts. */
export type ResolvedBy = 'code' | 'name' | 'alias' | 'contained';

export interface ZoneMatches {
  readonly by: ResolvedBy;
  /** One zone is an answer; several are a question to a person. */
  readonly zones: readonly ZoneName[];
}

const mostCandidates = 8;

/**
 * Which zones a text can mean: a code, a name as it is, another name, then a name that contains it or is contained in
 * it (“苏州市相城经开区管委会”). Undefined when nothing fits.
 */
export async function resolveZone(db: Db, text: string): Promise<ZoneMatches | undefined> {
  const name = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (name.length < 2 || name.length > 100 || name.includes('\0')) return undefined;
  const ways = [
    ['code', eq(zones.code, name)],
    ['name', or(eq(zones.nameZh, name), ilike(zones.nameEn, name.replace(/[\\%_]/g, '\\$&')))],
    ['alias', or(eq(zones.shortZh, name), eq(zones.standardNameZh, name), hasAlias(name))],
    ['contained', or(ilike(zones.nameZh, containing(name)), hasAliasLike(containing(name)), namedIn(name))],
  ] as const;
  for (const [by, condition] of ways) {
    const rows = await db
      .select(nameColumns)
      .from(zones)
      .where(and(condition))
      .orderBy(zones.code)
      .limit(mostCandidates);
    if (rows.length > 0) return { by, zones: rows.map(zoneName) };
  }
  return undefined;
}

function hasAlias(name: string) {
  return sql`exists (select from zone_alias where zone_code = ${zones.code} and alias = ${name})`;
}

/** The zone's name, or another name of it, stands in the text. */
function namedIn(text: string) {
  return sql`(position(${zones.nameZh} in ${text}) > 0
    or exists (select from zone_alias where zone_code = ${zones.code} and position(alias in ${text}) > 0))`;
}

/** Those zones with their names, to choose among. */
export async function zoneChoices(db: Db, codes: readonly string[]): Promise<{ value: string; label: TwoText }[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .select({ value: zones.code, zh: zones.nameZh, en: zones.nameEn })
    .from(zones)
    .where(inArray(zones.code, [...codes]))
    .orderBy(asc(zones.code));
  return rows.map(({ value, zh, en }) => ({ value, label: { zh, en } }));
}
