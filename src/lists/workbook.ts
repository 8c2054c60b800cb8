import type { SourceSheet } from '#text/official-sheet.ts';

/** What reading a spreadsheet may cost. */
export const maxSheetBytes = 5 * 1024 * 1024;
export const maxUnpackedSheetBytes = 60 * 1024 * 1024;
export const maxSheetRows = 5000;
export const maxSheetColumns = 100;
export const maxSheets = 20;
export const maxMerges = 10_000;
export const maxSheetSeconds = 20;
export const maxSheetHeapMegabytes = 600;

export type SheetRefusal = 'fileUnreadable' | 'fileTooLong';

/** What the reading process answers: the shown sheets, their cells as text, or why not. */
export type SheetAnswer =
  | { readonly ok: true; readonly sheets: readonly SourceSheet[] }
  | { readonly ok: false; readonly refusal: SheetRefusal };
