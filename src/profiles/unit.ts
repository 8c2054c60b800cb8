import { profileWords as words } from '#language/words/profiles.ts';
import type { Choice } from '#lists/list.ts';
import type { Problem } from '#platform/outcome.ts';
import { email } from './contact.ts';
import { choiceField, shapedField, textField, wholeField, type Cells, type Field } from './field.ts';

export const unitKinds = ['block', 'unit'] as const;
export type UnitKind = (typeof unitKinds)[number];

const kinds: readonly Choice[] = unitKinds.map((value) => ({ value, label: words.unitKind[value] }));
const states: readonly Choice[] = [
  { value: 'active', label: words.active },
  { value: 'retired', label: words.retired },
];

/** Blocks and units by name: what stands above one is said by its Chinese name, in a file too. */
export function unitFields(names: readonly string[]): Field[] {
  const choices = ['', ...names].map((value) => ({ value, label: value === '' ? words.noParent : same(value) }));
  return [
    choiceField({ key: 'kind', title: words.kind }, kinds),
    textField({ key: 'name_zh', title: words.nameZh }, 60, true),
    textField({ key: 'name_en', title: words.nameEn }, 120),
    { ...textField({ key: 'parent', title: words.parent }, 60), input: 'choice', choices },
    wholeField({ key: 'position', title: words.position }, 0, { to: 9999, otherwise: 0 }),
    choiceField({ key: 'state', title: words.state, hint: words.retiredHint }, states),
    textField({ key: 'head_name', title: words.headName }, 80),
    shapedField({ key: 'head_email', title: words.headEmail, hint: words.headHint }, 'email', {
      shape: email,
      says: words.notEmail,
    }),
  ];
}

const same = (text: string) => ({ zh: text, en: text });

export interface UnitAbove {
  readonly id: number;
  readonly nameZh: string;
  readonly parentId: number | null;
}

/** Where a unit may stand: under one of the same zone, and not under itself by any way around. */
export function parentProblems({ id, cells, units }: Placed): Problem[] {
  const { parent } = cells;
  if (!parent) return [];
  const above = units.find(({ nameZh }) => nameZh === parent);
  if (!above) return [{ field: 'parent', says: words.noSuchUnit(parent) }];
  return id !== undefined && chain(above, units).includes(id) ? [{ field: 'parent', says: words.underItself }] : [];
}

interface Placed {
  /** Undefined for a new one. */
  readonly id: number | undefined;
  readonly cells: Cells;
  readonly units: readonly UnitAbove[];
}

function chain(from: UnitAbove, units: readonly UnitAbove[]): number[] {
  const ids: number[] = [];
  let at: UnitAbove | undefined = from;
  while (at && !ids.includes(at.id)) {
    ids.push(at.id);
    const { parentId }: UnitAbove = at;
    at = units.find(({ id }) => id === parentId);
  }
  return ids;
}
