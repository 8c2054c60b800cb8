import type { CareList } from './lists.ts';

/** A row of one of the operator's lists as its form has it; a field that a list has not is left out of what is saved. */
export interface ListRow {
  readonly id: number | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly place: number;
  readonly isUsed: boolean;
  readonly days?: number;
  readonly neededFor?: string;
}

/** So many empty rows stand below a list for what is new. */
export const newRows = 2;

/** What the form of a list says; a new row without a name is none. What is no number the schema refuses. */
export function rowsIn(list: CareList, form: FormData): ListRow[] {
  const count = Math.min(100, form.getAll('id').length);
  const text = (name: string, at: number) => String(form.get(`${name}-${at}`) ?? '');
  const ids = form.getAll('id').map(String);
  const rows = Array.from({ length: count }, (_, at) => ({
    id: ids[at] === '' ? null : Number(ids[at]),
    ...{ nameZh: text('nameZh', at), nameEn: text('nameEn', at), place: Number(text('place', at)) },
    isUsed: form.get(`isUsed-${at}`) !== null,
    ...(list === 'permits' && { days: Number(text('days', at)) }),
    ...(list === 'tags' && { neededFor: text('neededFor', at) }),
  }));
  return rows.filter(({ id, nameZh, nameEn }) => id !== null || nameZh.trim() !== '' || nameEn.trim() !== '');
}

/** The rows to be shown: those there are, and empty ones for what is new. */
export function shownRows(rows: readonly ListRow[]): ListRow[] {
  const last = Math.max(0, ...rows.map(({ place }) => place || 0));
  const added = Array.from({ length: newRows }, (_, at) => ({
    ...{ id: null, nameZh: '', nameEn: '', place: last + at + 1, isUsed: true, days: 10, neededFor: '' },
  }));
  return [...rows, ...added];
}
