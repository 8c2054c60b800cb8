import { z } from 'zod';
import { isInstant } from '#language/dates.ts';
import { isFileId } from './file.ts';

export const fileFilters = ['all', 'pictures', 'documents', 'unused', 'deleted'] as const;
export type FileFilter = (typeof fileFilters)[number];

/** Where a page of the list begins: after the file with this time and id. */
const key = z.string().refine(isKey).optional().catch(undefined);

function isKey(text: string): boolean {
  const [at = '', id = '', ...more] = text.split('_');
  return isInstant(at) && isFileId(id) && more.length === 0;
}

/** The list as its address asks for it; what an address cannot mean is as if it were not there. */
export const fileListQuery = z.object({
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional()
    .catch(undefined),
  show: z.enum(fileFilters).catch('all'),
  after: key,
});
export type FileListQuery = z.infer<typeof fileListQuery>;

/** Where a form of the list goes: its action, and back to the same list. */
export function fileListAction(action: string, query: Partial<FileListQuery>): string {
  return fileListAddress('', query).replace(/^\??/, `?/${action}&`);
}

export function fileListAddress(path: string, query: Partial<FileListQuery>): string {
  const { zone, show, after } = query;
  const given = Object.entries({ zone, show: show === 'all' ? undefined : show, after });
  const text = new URLSearchParams(given.filter((pair): pair is [string, string] => pair[1] !== undefined)).toString();
  return text === '' ? path : `${path}?${text}`;
}
