import type { TwoText } from '../lang.ts';

/** The command that brings sheets into lists. */
export const sheetImportWords = {
  listUnknown: (name: string, all: string): TwoText => ({
    zh: `没有名为“${name}”的列表。可以是：${all}`,
    en: `There is no list “${name}”. One of: ${all}`,
  }),
  listUnclear: (all: string): TwoText => ({
    zh: `看不出这是哪个列表，请用 --list 指明：${all}`,
    en: `It is not clear which list this is. Say it with --list: ${all}`,
  }),
  oneFile: { zh: '表格一次导入一个文件。', en: 'Sheets are imported one file at a time.' },
  notThere: (path: string): TwoText => ({ zh: `读不到文件：${path}`, en: `The file cannot be read: ${path}` }),
  progress: { zh: '导入', en: 'Importing' },
  error: (at: { row: number; column: TwoText; says: TwoText }): TwoText => ({
    zh: `第 ${at.row} 行“${at.column.zh}”：${at.says.zh}`,
    en: `Row ${at.row}, “${at.column.en}”: ${at.says.en}`,
  }),
  change: (at: { row: number; label: string; column: TwoText; before: string; after: string }): TwoText => ({
    zh: `第 ${at.row} 行 ${at.label}，${at.column.zh}：${at.before} → ${at.after}`,
    en: `Row ${at.row} ${at.label}, ${at.column.en}: ${at.before} → ${at.after}`,
  }),
  more: (count: number): TwoText => ({ zh: `……另有 ${count} 处`, en: `… and ${count} more` }),
  nothingMade: (count: number): TwoText => ({
    zh: `有 ${count} 处问题，什么也没有导入。`,
    en: `${count === 1 ? 'There is a problem' : `There are ${count} problems`}; nothing was imported.`,
  }),
  wouldMake: (list: string, changes: number, unchanged: number): TwoText => ({
    zh: `试看 ${list}：会有 ${changes} 处改动，${unchanged} 行没有变化，什么也没有导入。`,
    en: `Dry run of ${list}: ${changes} ${changes === 1 ? 'change' : 'changes'}, ${unchanged} unchanged; nothing was imported.`,
  }),
  made: (list: string, changes: number, unchanged: number): TwoText => ({
    zh: `${list}：${changes} 处改动已导入，${unchanged} 行没有变化。`,
    en: `${list}: ${changes} ${changes === 1 ? 'change' : 'changes'} made, ${unchanged} unchanged.`,
  }),
} as const;
