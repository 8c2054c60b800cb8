import type { Entry } from '#search/entry.ts';
import { listingWords as words } from '#language/words/listings.ts';
import { listingPath } from './board.ts';
import type { ShownListing } from './public.ts';

/**
 * What search knows of a listing in one language: what its page shows and nothing else. Whose it is, is left to the
 * organisation's own entry, which goes when the organisation is no longer public.
 */
export function listingEntry(shown: ShownListing): Entry {
  const { side, id, lang, title, reference, province, state, isOpen } = shown;
  return {
    ...{ kind: side, lang, title },
    id: String(id),
    path: listingPath(shown),
    names: reference ? [reference] : [],
    body: bodyOf(shown),
    province: province?.code,
    industries: shown.industries.map(({ code }) => code),
    date: shown.publishedAt,
    sample: shown.sample,
    standing: standing[state] + (isOpen ? 0.1 : 0),
  };
}

/** What can still be answered is more likely meant than a record. */
const standing = { published: 0.5, closed: 0.1, expired: 0.1 } as const;

function bodyOf(shown: ShownListing): string {
  const { lang, keywords, summary, body, tried, conditions, advantage, proof, fields, targets } = shown;
  const target = targets.map(({ name, value, unit }) => `${name[lang]} ${value} ${unit}`.trim());
  const industries = shown.industries.map(({ name }) => name[lang]);
  const disciplines = shown.disciplines.map(({ name }) => name[lang]);
  const parts = [summary, ...keywords, body, tried, conditions, advantage, proof, fields, ...target];
  return [...parts, words.kind[shown.kind][lang], ...industries, ...disciplines].filter(Boolean).join('\n');
}
