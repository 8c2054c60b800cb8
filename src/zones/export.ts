import type { Lang, TwoText } from '#language/lang.ts';
import type { Cell, Sheet } from '#text/sheet.ts';
import { zoneWords as words } from '#language/words/zones.ts';
import { typeName } from './types.ts';
import { approvedOn, type ListedZone } from './zone.ts';

export const exportName = 'zones';

interface Column {
  /** What the column is called in a file; an import knows it by either name. */
  readonly title: TwoText;
  readonly cell: (zone: ListedZone) => Cell;
}

const titles = words.columns;

/** The columns of every file of zones, in both directions. Names come in both languages whatever the page's language is. */
export const exportColumns: readonly Column[] = [
  { title: titles.code, cell: (zone) => zone.code },
  { title: titles.nameZh, cell: (zone) => zone.name.zh },
  { title: titles.nameEn, cell: (zone) => zone.name.en },
  { title: titles.level, cell: (zone) => words.level[zone.level].zh },
  { title: titles.typeCode, cell: (zone) => zone.type },
  { title: titles.type, cell: (zone) => typeName(zone.type).zh },
  { title: titles.provinceCode, cell: (zone) => zone.province.code },
  { title: titles.provinceZh, cell: (zone) => zone.province.name.zh },
  { title: titles.provinceEn, cell: (zone) => zone.province.name.en },
  { title: titles.cityCode, cell: (zone) => zone.city?.code ?? null },
  { title: titles.cityZh, cell: (zone) => zone.city?.name.zh ?? null },
  { title: titles.cityEn, cell: (zone) => zone.city?.name.en ?? null },
  { title: titles.districtCode, cell: (zone) => zone.district?.code ?? null },
  { title: titles.districtZh, cell: (zone) => zone.district?.name.zh ?? null },
  { title: titles.districtEn, cell: (zone) => zone.district?.name.en ?? null },
  { title: titles.approved, cell: (zone) => approvedOn(zone) ?? null },
  { title: titles.area, cell: (zone) => zone.areaHectares ?? null },
  { title: titles.industriesZh, cell: (zone) => zone.industries.map(({ term }) => term.zh).join('、') || null },
  { title: titles.industriesEn, cell: (zone) => zone.industries.map(({ term }) => term.en).join('; ') || null },
  { title: titles.lng, cell: (zone) => zone.location?.lng ?? null },
  { title: titles.lat, cell: (zone) => zone.location?.lat ?? null },
  { title: titles.basis, cell: (zone) => (zone.location ? words.basis[zone.location.basis].zh : null) },
];

/** Zones as a file tells them. */
export function zoneSheet(zones: readonly ListedZone[], lang: Lang): Sheet {
  return { name: words.zones[lang], header: exportHeader(lang), rows: zones.map(exportCells) };
}

export function exportHeader(lang: Lang): string[] {
  return exportColumns.map((column) => column.title[lang]);
}

export function exportCells(zone: ListedZone): Cell[] {
  return exportColumns.map((column) => column.cell(zone));
}
