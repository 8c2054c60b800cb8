import type { TwoText } from '../lang.ts';

/** What is said of a sheet that was read: what was left out of it, and sums that do not add up. */
export const officialSheetWords = {
  fromSheet: (name: string, others: string): TwoText => ({
    zh: `只读取了工作表“${name}”，没有读取：${others}。`,
    en: `Only the sheet “${name}” was read, not: ${others}.`,
  }),
  headerAt: (row: number): TwoText => ({
    zh: `表头在第 ${row} 行。`,
    en: `The header ends in row ${row}.`,
  }),
  unitLine: (unit: string): TwoText => ({
    zh: `没有另注单位的金额和数量按“单位：${unit}”换算。`,
    en: `Amounts without a unit of their own are taken as ${unit}, as the sheet says above its table.`,
  }),
  totalsLeftOut: (rows: string): TwoText => ({
    zh: `合计、小计行不导入：第 ${rows} 行。`,
    en: `Rows of totals are not imported: ${rows}.`,
  }),
  groupsLeftOut: (rows: string): TwoText => ({
    zh: `分组标题行不导入：第 ${rows} 行。`,
    en: `Rows that only head a group are not imported: ${rows}.`,
  }),
  notesLeftOut: (row: number): TwoText => ({
    zh: `第 ${row} 行起是表下的说明，不导入。`,
    en: `What begins in row ${row} is a note below the table and is not imported.`,
  }),
  hiddenRows: (rows: string): TwoText => ({
    zh: `文件里有隐藏的行，也会导入：第 ${rows} 行。`,
    en: `Hidden rows of the file are imported too: ${rows}.`,
  }),
  mergedNumber: (row: number, column: string): TwoText => ({
    zh: `第 ${row} 行“${column}”是合并的数字，只算在第一行。`,
    en: `Row ${row}, “${column}”: a number merged over several rows counts in the first of them only.`,
  }),
  sumDiffers: (at: { row: number; column: string; said: string; sum: string }): TwoText => ({
    zh: `第 ${at.row} 行“${at.column}”的合计是 ${at.said}，各行相加是 ${at.sum}，请核对。`,
    en: `Row ${at.row}, “${at.column}”: the total says ${at.said}, its rows add up to ${at.sum}. Please check.`,
  }),
} as const;
