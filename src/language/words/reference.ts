import type { TwoText } from '../lang.ts';

/** Loading the reference files: places, industries, disciplines, zones. */
export const referenceWords = {
  onlyOperator: { zh: '只有平台管理员可以载入基础数据。', en: 'Only an operator may load reference data.' },
  lineWrong: ({ file, row, column }: { file: string; row: number; column: string }): TwoText => ({
    zh: `${file} 第 ${row} 行的“${column}”有误。`,
    en: `${file}, row ${row}: “${column}” is not right.`,
  }),
};
