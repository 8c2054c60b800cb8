import { isDay } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { planWords as words } from '#language/words/plans.ts';
import { planAliases } from '#language/words/sheet-aliases.ts';
import type { SheetColumn, SheetShape } from '#lists/sheet.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { textField } from '#profiles/field.ts';
import { zoneCell } from '#zones/zone-cell.ts';
import { adjustmentColumns, noAdjustmentCells } from './adjustment-columns.ts';
import { typedPlan } from './fields.ts';
import type { DeskPlan } from './list.ts';
import type { TypedPlan } from './plan.ts';
import type { plans } from './tables.server.ts';

/** What a file says of a plan; its document and the article that announced it are chosen on its page. */
type InFile = Exclude<keyof TypedPlan, 'document' | 'articleId'>;

function column(key: InFile | 'zone', read: (text: string) => Outcome<string>, isDayCell = false): SheetColumn {
  const title = words.field[key] ?? words.aField;
  return { key, title, aliases: planAliases[key] ?? [], read, ...(isDayCell && { isDay: true as const }) };
}

function texts(key: InFile, longest: number, isRequired = false): SheetColumn {
  const { title } = column(key, done);
  return column(key, textField({ key, title }, longest, isRequired).read);
}

const days = (key: InFile, mayBeEmpty: boolean) =>
  column(
    key,
    (text) => ((mayBeEmpty && text === '') || isDay(text) ? done(text) : refused({ says: words.dayCell })),
    true,
  );

/** Plans as a file: a row without a number is found by its title, or is a new draft. The zone of one that is there stays. */
export const planSheet: SheetShape = {
  columns: [
    { key: 'id', title: words.id },
    column('zone', zoneCell),
    texts('titleZh', 256, true),
    texts('titleEn', 400),
    texts('issuerZh', 120),
    texts('issuerEn', 240),
    texts('documentNumber', 60),
    days('issuedOn', true),
    days('beginsOn', false),
    days('endsOn', false),
    texts('summaryZh', 2000),
    texts('summaryEn', 4000),
    ...adjustmentColumns,
    { key: 'state', title: words.state },
    { key: 'version', title: words.version },
    { key: 'public', title: words.isPublic },
    { key: 'goals', title: words.goals },
    { key: 'tasks', title: words.tasks },
    { key: 'red', title: words.redTasks },
  ],
  mayAdd: true,
  isFound: true,
};

/** As a file's cells mean it, whatever language they are in. */
export function planCells(plan: typeof plans.$inferSelect): Record<string, string> {
  return { ...typedPlan(plan), ...noAdjustmentCells, id: String(plan.id), zone: plan.zoneCode };
}

export function planSheetRow(plan: DeskPlan, lang: Lang): Record<string, string> {
  const { kept, state, isPublic, version, goals, tasks, red } = plan;
  return {
    ...kept,
    ...{ state: words.states[state][lang], public: (isPublic ? words.shown : words.notShown)[lang] },
    ...{ version: String(version), goals: String(goals), tasks: String(tasks), red: String(red) },
  };
}
