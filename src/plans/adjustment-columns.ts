import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import { textCell, type SheetColumn } from '#lists/sheet.ts';
import { isClean } from '#profiles/field.ts';
import { refused } from '#platform/outcome.ts';

const clean = (longest: number) => {
  const read = textCell(longest, true);
  return (text: string) => (isClean(text) ? read(text) : refused({ says: words.cellUnclean }));
};

/** In a file of what hangs on plans: what a change of a plan in force rests on. They go out empty. */
export const adjustmentColumns: readonly SheetColumn[] = [
  { key: 'instruction', title: words.instructionColumn, read: clean(15) },
  { key: 'reason', title: words.reasonColumn, read: clean(1000) },
];
export const noAdjustmentCells = { instruction: '', reason: '' };

/** What the cells of a row say of it. */
export function adjustmentInCells({ instruction = '', reason = '', ...cells }: Readonly<Record<string, string>>) {
  return { cells, adjustment: { instruction, reason } };
}
