import type { Lang } from '#language/lang.ts';
import type { Side } from './listing.ts';

/** Where a member says that the own organisation is interested; whoever has not signed in is asked to on the way. */
export function interestIn({ side, id }: { readonly side: Side; readonly id: number }, lang: Lang) {
  return { action: `/${lang}/desk/connections/new`, name: side, value: String(id) } as const;
}
