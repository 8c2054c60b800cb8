import { fetchWords as words } from '#language/words/fetch.ts';
import { done, refused, type Outcome } from './outcome.ts';

const longestAddress = 2_000;

/** Reads an address once, for everything after it: only what the parser understood is ever connected to. */
export function fetchableUrl(text: string, base?: URL): Outcome<URL> {
  if (text.length > longestAddress) return refused({ says: words.addressTooLong });
  if (!URL.canParse(text, base)) return refused({ says: words.addressWrong });
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused({ says: words.addressWrong });
  if (url.username !== '' || url.password !== '') return refused({ says: words.credentials });
  url.hash = '';
  return url.href.length > longestAddress ? refused({ says: words.addressTooLong }) : done(url);
}

/** The host without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
