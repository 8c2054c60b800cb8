/** What reading a spreadsheet may cost. */
export const maxSheetBytes = 5 * 1024 * 1024;
export const maxUnpackedSheetBytes = 60 * 1024 * 1024;
export const maxSheetRows = 5000;
export const maxSheetColumns = 100;
export const maxSheetSeconds = 20;
export const maxSheetHeapMegabytes = 400;

export type SheetRefusal = 'fileUnreadable' | 'fileTooLong';

/** What the reading process answers: the cells as text, or why not. */
export type SheetAnswer =
  { readonly ok: true; readonly table: string[][] } | { readonly ok: false; readonly refusal: SheetRefusal };
