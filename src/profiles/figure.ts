import type { TwoText } from '#language/lang.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import type { Choice } from '#lists/list.ts';
import type { Problem } from '#platform/outcome.ts';
import {
  addressField,
  choiceField,
  decimalField,
  textField,
  visibility,
  wholeField,
  type Cells,
  type Field,
} from './field.ts';

/** A name that many zones' figures share, with its usual unit. */
export interface FigureTemplate {
  readonly key: string;
  readonly name: TwoText;
  readonly unit: TwoText;
}

/** A figure as everybody may see it. */
export interface FigureView {
  readonly key: string | undefined;
  readonly name: TwoText;
  readonly value: number;
  readonly unit: TwoText;
  readonly year: number;
  readonly source: TwoText;
  readonly sourceUrl: string | undefined;
}

export function figureFields(templates: readonly FigureTemplate[]): Field[] {
  const choices: Choice[] = [
    { value: '', label: words.ownName },
    ...templates.map(({ key, name }) => ({ value: key, label: name })),
  ];
  return [
    { ...choiceField({ key: 'template', title: words.template }, choices), isRequired: false },
    textField({ key: 'name_zh', title: words.figureNameZh, hint: words.onlyOwnName }, 60),
    textField({ key: 'name_en', title: words.figureNameEn, hint: words.onlyOwnName }, 120),
    decimalField({ key: 'value', title: words.value }),
    textField({ key: 'unit_zh', title: words.unitZh, hint: words.unitFromTemplate }, 30),
    textField({ key: 'unit_en', title: words.unitEn, hint: words.unitFromTemplate }, 60),
    wholeField({ key: 'year', title: words.year }, 1949, { to: 2100 }),
    textField({ key: 'source_zh', title: words.sourceZh, hint: words.sourceHint }, 200, true),
    textField({ key: 'source_en', title: words.sourceEn }, 200),
    addressField({ key: 'source_url', title: words.sourceUrl }),
    choiceField({ key: 'visibility', title: words.visibility }, visibility),
    wholeField({ key: 'position', title: words.position }, 0, { to: 9999, otherwise: 0 }),
  ];
}

/** A figure of our own naming is named in both languages. */
export function figureProblems({ template, name_zh, name_en }: Cells): Problem[] {
  if (template !== '') return [];
  return [
    ...(name_zh === '' ? [{ field: 'name_zh', says: words.nameBoth }] : []),
    ...(name_en === '' ? [{ field: 'name_en', says: words.nameBoth }] : []),
  ];
}
