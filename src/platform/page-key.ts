import { pathOf } from './door.ts';

/**
 * The query parameters that public pages read. A page asked with any other one is rendered each time and never kept,
 * so that nothing a stranger adds to an address can end up in front of other readers.
 */
const parameters = new Set([
  ...['q', 'kind', 'sort', 'after', 'view', 'mode', 'limit'],
  ...['province', 'city', 'level', 'type', 'industry', 'decade', 'area', 'zone', 'place'],
  ...['deadline', 'stage', 'cooperation', 'interest', 'side', 'state'],
  ...['column', 'year', 'month', 'lang', 'language'],
  ...['institute', 'size', 'discipline', 'honour'],
]);

/** The one address under which a page is kept, whatever the order of its parameters; undefined when it is not kept. */
export function pageKey(url: string): string | undefined {
  const path = pathOf(url);
  if (path === url) return url;
  const query = new URLSearchParams(url.slice(path.length + 1));
  for (const name of query.keys()) if (!parameters.has(name)) return undefined;
  // Stable: `zone=A&zone=B` is not `zone=B&zone=A`.
  query.sort();
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
