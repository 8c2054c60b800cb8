import { z } from 'zod';
import { columnWords as words } from '#language/words/columns.ts';
import type { TwoText } from '#language/lang.ts';

export type ColumnType = keyof typeof words.types;
export const columnTypes = Object.keys(words.types) as [ColumnType, ...ColumnType[]];

const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed());

/** What is said of a column. Its slug stands in addresses and feeds, so it is given once. */
export const columnInput = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  nameZh: text(60),
  nameEn: text(60),
  descriptionZh: text(200),
  descriptionEn: text(200),
  columnType: z.enum(columnTypes),
});
export type ColumnInput = z.input<typeof columnInput>;

export const columnSays: Readonly<Record<string, TwoText>> = {
  slug: words.slugWrong,
  nameZh: words.nameWrong,
  nameEn: words.nameWrong,
  descriptionZh: words.descriptionWrong,
  descriptionEn: words.descriptionWrong,
  columnType: words.typeWrong,
};

/** A column as the operator's list shows it. */
export interface DeskColumn {
  readonly slug: string;
  readonly parent: string | null;
  readonly retired: boolean;
  readonly articles: number;
  readonly said: Omit<ColumnInput, 'slug'>;
}

/** Top columns in order, each followed by those under it. */
export function inTree<C extends { slug: string; parent: string | null }>(columns: readonly C[]): C[] {
  return columns
    .filter(({ parent }) => parent === null)
    .flatMap((top) => [top, ...columns.filter(({ parent }) => parent === top.slug)]);
}
