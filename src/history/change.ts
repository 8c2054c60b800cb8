import { isDeepStrictEqual } from 'node:util';

/** What changed: for each field its value before and after. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

/** The fields of `after` that differ from `before`; a new record has no before. */
export function changesBetween<T extends object>(before: Partial<T> | undefined, after: T): Changes {
  const entries = Object.entries(after).map(([field, value]) => {
    const old = (before as Record<string, unknown> | undefined)?.[field] ?? null;
    return [field, [old, value ?? null]] as const;
  });
  return Object.fromEntries(entries.filter(([, [old, now]]) => !isDeepStrictEqual(old, now)));
}
