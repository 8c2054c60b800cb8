import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { allPlaces } from '#places/read.server.ts';
import { putEntries } from '#search/write.server.ts';
import { unambiguousAliases } from './aliases.ts';
import { termsIn, type AliasLine, type TermLine, type ZoneLine } from './lines.ts';
import { zoneEntries } from './entry.ts';
import { zoneViews } from './read.server.ts';
import { gazetteer, type Gazetteer } from './rows.ts';
import { zones } from './tables.server.ts';

export interface ZoneLines {
  readonly zones: readonly ZoneLine[];
  readonly aliases: readonly AliasLine[];
  readonly terms: readonly TermLine[];
}

/**
 * Brings the zones, their other names and their industries to what the lines say; answers the codes of those that
 * changed. An English name that a person corrected stays, and so does an alias that a person added.
 */
export async function putZones(tx: Tx, lines: ZoneLines): Promise<string[]> {
  const places = gazetteer(await allPlaces(tx));
  const changed = await putRows(tx, lines.zones.map(places.row));
  const renamed = await putAliases(tx, aliasRows(lines, places));
  const terms = await putTerms(tx, termRows(lines));
  return [...new Set([...changed, ...renamed, ...terms])].sort();
}

/** Renews what search knows of these zones. */
export async function makeZonesFindable(tx: Tx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const views = await zoneViews(tx, inArray(zones.code, [...codes]));
  await putEntries(tx, views.flatMap(zoneEntries));
}

async function putRows(tx: Tx, rows: readonly Record<string, unknown>[]): Promise<string[]> {
  const kept = await tx
    .select({ code: zones.code, name_en: zones.nameEn, name_en_by_rule: zones.nameEnByRule })
    .from(zones)
    .where(inArray(zones.nameEnByRule, [false]));
  const corrections = new Map(kept.map((row) => [row.code, row]));
  const given = rows.map((row) => ({ ...row, ...corrections.get(String(row['code'])) }));
  const { rows: changed } = await tx.execute<{ code: string }>(sql`
    insert into zone select * from jsonb_populate_recordset(null::zone, ${JSON.stringify(given)}::jsonb)
    on conflict (code) do update set (catalogue_code, name_zh, name_en, short_zh, level, type, province_code, city_code,
      district_code, approved_year, approved_month, area_hectares, industries_zh, lng, lat, location_basis,
      on_etdz_list_2024, standard_name_zh) = (excluded.catalogue_code, excluded.name_zh, excluded.name_en,
      excluded.short_zh, excluded.level, excluded.type, excluded.province_code, excluded.city_code,
      excluded.district_code, excluded.approved_year, excluded.approved_month, excluded.area_hectares,
      excluded.industries_zh, excluded.lng, excluded.lat, excluded.location_basis, excluded.on_etdz_list_2024,
      excluded.standard_name_zh)
    where (zone.*) is distinct from (excluded.*)
    returning code`);
  return changed.map((row) => row.code);
}

function aliasRows(lines: ZoneLines, places: Gazetteer) {
  const named = lines.zones.map((line) => ({ code: line.code, nameZh: line.name_zh, around: places.around(line) }));
  const names = new Set(named.map((zone) => zone.nameZh));
  const listed = [...lines.aliases, ...formerNames(lines.zones)].filter(({ alias }) => !names.has(alias));
  const taken = new Set(listed.map(({ zone_code, alias }) => `${zone_code} ${alias}`));
  const byRule = [...unambiguousAliases(named)].flatMap(([zone_code, all]) =>
    all.map((alias) => ({ zone_code, alias })),
  );
  return [
    ...listed.map((row) => ({ ...row, origin: 'reference' })),
    ...byRule.filter((row) => !taken.has(`${row.zone_code} ${row.alias}`)).map((row) => ({ ...row, origin: 'rule' })),
  ];
}

function formerNames(lines: readonly ZoneLine[]): AliasLine[] {
  return lines
    .filter((line) => line.standard_name_zh !== '')
    .map((line) => ({ zone_code: line.code, alias: line.standard_name_zh }));
}

async function putAliases(tx: Tx, rows: readonly object[]): Promise<string[]> {
  const { rows: changed } = await tx.execute<{ zone_code: string }>(sql`
    with given as (select distinct on (zone_code, alias) *
        from jsonb_populate_recordset(null::zone_alias, ${JSON.stringify(rows)}::jsonb)),
      gone as (delete from zone_alias old where origin <> 'person'
        and not exists (select from given where given.zone_code = old.zone_code and given.alias = old.alias)
        returning zone_code),
      put as (insert into zone_alias select * from given on conflict do nothing returning zone_code)
    select zone_code from gone union select zone_code from put`);
  return changed.map((row) => row.zone_code);
}

function termRows(lines: ZoneLines) {
  const known = new Map(lines.terms.map((line) => [line.term, line]));
  return lines.zones.flatMap((line) =>
    termsIn(line.industries_zh).map((term, position) => ({
      zone_code: line.code,
      term,
      term_en: known.get(term)?.name_en ?? '',
      industry_code: known.get(term)?.industry_code || null,
      position,
    })),
  );
}

async function putTerms(tx: Tx, rows: readonly object[]): Promise<string[]> {
  const { rows: changed } = await tx.execute<{ zone_code: string }>(sql`
    with given as (select * from jsonb_populate_recordset(null::zone_industry, ${JSON.stringify(rows)}::jsonb)),
      gone as (delete from zone_industry old
        where not exists (select from given where given.zone_code = old.zone_code and given.term = old.term)
        returning zone_code),
      put as (insert into zone_industry select * from given
        on conflict (zone_code, term) do update set (term_en, industry_code, position) =
          (excluded.term_en, excluded.industry_code, excluded.position)
        where (zone_industry.*) is distinct from (excluded.*) returning zone_code)
    select zone_code from gone union select zone_code from put`);
  return changed.map((row) => row.zone_code);
}
