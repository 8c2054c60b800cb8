import type { Lang, TwoText } from '#language/lang.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import type { Cells, Field } from './field.ts';
import type { PartName } from './part.ts';

/** What a table shows of a row: the fields in which rows differ, not all that can be said. */
const shown: Readonly<Record<PartName, readonly string[]>> = {
  figures: ['name', 'value', 'unit', 'year', 'source', 'visibility'],
  contacts: ['topic', 'name', 'role', 'phone', 'email', 'answer_days', 'visibility'],
  units: ['name', 'kind', 'parent', 'head_name', 'position', 'state'],
};

const titles: Readonly<Partial<Record<string, TwoText>>> = { name: words.zoneNameShort, unit: words.unitShort };

export function partTitles(part: PartName, fields: readonly Field[]): TwoText[] {
  return titlesOf(shown[part], fields);
}

/** The cells of a row in the reader's language, as far as it is said in it. */
export function partCells(part: PartName, fields: readonly Field[], said: SaidIn): string[] {
  // A figure of an indicator has no name of its own.
  const isNamed = part !== 'figures' || said.cells['template'] === '';
  const keys = isNamed ? shown[part] : shown[part].map((key) => (key === 'name' ? 'template' : key));
  return cellsOf(keys, fields, said);
}

interface SaidIn {
  readonly cells: Cells;
  readonly lang: Lang;
}

/** What stands above the columns of these fields; a key without its language means the reader's. */
export function titlesOf(keys: readonly string[], fields: readonly Field[]): TwoText[] {
  return keys.map((key) => titles[key] ?? fieldOf(fields, key, 'zh')?.title ?? words.zoneNameShort);
}

export function cellsOf(keys: readonly string[], fields: readonly Field[], { cells, lang }: SaidIn): string[] {
  const said = (field: Field | undefined) => shownAs(field, cells, lang);
  return keys.map((key) => said(fieldOf(fields, key, lang)) || said(fieldOf(fields, key, 'zh')));
}

function shownAs(field: Field | undefined, cells: Cells, lang: Lang): string {
  if (!field) return '';
  const text = cells[field.key] ?? '';
  return field.choices?.find(({ value }) => value === text)?.label[lang] ?? text;
}

function fieldOf(fields: readonly Field[], key: string, lang: Lang): Field | undefined {
  return fields.find((field) => field.key === key) ?? fields.find((field) => field.key === `${key}_${lang}`);
}
