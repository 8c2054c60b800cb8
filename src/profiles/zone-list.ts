import type { Lang, TwoText } from '#language/lang.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import { zoneWords } from '#language/words/zones.ts';
import type { Choice, List, Row } from '#lists/list.ts';
import { textCell, type SheetShape } from '#lists/sheet.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { zoneLevels, type ZoneLevel } from '#zones/zone.ts';

/** One zone as the desk lists it. */
export interface DeskZone {
  readonly code: string;
  readonly name: TwoText;
  readonly level: ZoneLevel;
  readonly province: TwoText;
  readonly figures: number;
  readonly contacts: number;
}

const levels: readonly Choice[] = zoneLevels.map((value) => ({ value, label: zoneWords.level[value] }));

export function zoneList(provinces: readonly Choice[]): List {
  return {
    name: 'zones',
    columns: [
      { key: 'name', title: words.zoneName },
      { key: 'name_en', title: words.zoneNameEn },
      { key: 'code', title: zoneWords.code, sortable: true },
      { key: 'level', title: zoneWords.facet.level },
      { key: 'province', title: zoneWords.facet.province },
      { key: 'figures', title: words.parts.figures, isNumber: true },
      { key: 'contacts', title: words.parts.contacts, isNumber: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'province', title: zoneWords.facet.province, kind: 'choice', choices: provinces },
      { key: 'level', title: zoneWords.facet.level, kind: 'choice', choices: levels },
    ],
    sort: 'code',
  };
}

export function zoneRow({ code, name, level, province, figures, contacts }: DeskZone, lang: Lang): Row {
  return {
    id: code,
    label: name[lang],
    cells: {
      name: { text: name.zh, href: `/${lang}/desk/zones/${code}` },
      name_en: { text: name.en },
      code: { text: code },
      level: { text: zoneWords.level[level][lang] },
      province: { text: province[lang] },
      figures: { text: String(figures) },
      contacts: { text: String(contacts) },
    },
  };
}

const shortText = textCell(200);

/** The verb asks for three characters; a file says so beside the cell. */
function nameCell(text: string): Outcome<string> {
  const name = shortText(text);
  return name.ok && name.value.length < 3 ? refused({ says: words.nameWrong }) : name;
}

/** Zones as a file: their English names may be changed in many at once, the rest is the catalogue's. */
export const zoneSheet: SheetShape = {
  columns: [
    { key: 'code', title: zoneWords.code },
    { key: 'name_zh', title: words.zoneName },
    { key: 'name_en', title: words.zoneNameEn, read: nameCell },
    { key: 'level', title: zoneWords.facet.level },
    { key: 'province', title: zoneWords.facet.province },
  ],
};

export function zoneSheetRow({ code, name, level, province }: DeskZone, lang: Lang): Record<string, string> {
  return { code, name_zh: name.zh, name_en: name.en, level: zoneWords.level[level][lang], province: province[lang] };
}
