import type { Entries } from '../entry.ts';
import { decode } from './decode.ts';
import { entriesOfFeed } from './feed.ts';
import { kindByBytes, kindByText } from './kind.ts';
import { entriesOfList } from './links.ts';

/** The articles that a feed or a list page points to, whichever of the two these bytes are. */
export function entriesIn(bytes: Uint8Array, address: string): Entries {
  if (kindByBytes(bytes, '')) return { ok: false, refusal: 'unknownKind' };
  const { text } = decode(bytes);
  const kind = kindByText(text, '');
  if (kind === 'feed') return entriesOfFeed(text, address);
  // Without a tag that only pages have it may still be one: what has no links is refused below.
  const isPage = kind === 'html' || kind === 'text';
  return isPage ? entriesOfList(text, address) : { ok: false, refusal: 'unknownKind' };
}
