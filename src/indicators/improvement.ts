import type { Actor } from '#accounts/actor.ts';
import { isOperator } from '#accounts/actor.ts';
import { improvementWords as words } from '#language/words/improvements.ts';
import { done, refused } from '#platform/outcome.ts';
import { textField, wholeField, type Field } from '#profiles/field.ts';
import { keyShape } from './indicator.ts';
import { indicatorFields } from './fields.ts';

/** Who words the site's improvements. */
export function canWordImprovements(actor: Actor): boolean {
  return isOperator(actor) && !actor.viewedBy;
}

const keyField: Field = {
  ...textField({ key: 'key', title: words.key, hint: words.keyHint }, 40, true),
  read: (text) => (keyShape.test(text.trim()) ? done(text.trim()) : refused({ says: words.badKey })),
};
const position = wholeField({ key: 'position', title: words.position }, 0, { to: 9999, otherwise: 0 });

export const groupFields: readonly Field[] = [
  textField({ key: 'name_zh', title: words.nameZh }, 60, true),
  textField({ key: 'name_en', title: words.nameEn }, 120),
  keyField,
  position,
];

const columns: readonly (readonly [field: string, column: string])[] = [
  ['nameZh', 'name_zh'],
  ['nameEn', 'name_en'],
  ['measureZh', 'measure_zh'],
  ['measureEn', 'measure_en'],
  ['decimals', 'decimals'],
  ['period', 'period'],
  ['accumulation', 'accumulation'],
  ['direction', 'direction'],
  ['formula', 'formula'],
  ['definitionZh', 'definition_zh'],
  ['definitionEn', 'definition_en'],
];
const none = { plans: [], goals: [], clusters: [], units: [], improvements: [] };

/** What is suggested for a plan: an indicator without its zone, its unit and its targets. */
export const suggestionFields: readonly Field[] = [
  keyField,
  ...columns.flatMap(([field, column]) => {
    const found = indicatorFields(none).find(({ key }) => key === field);
    return found ? [{ ...found, key: column }] : [];
  }),
  position,
];
