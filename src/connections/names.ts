import type { Lang } from '#language/lang.ts';
import { connectionDeskWords as words } from '#language/words/connection-desk.ts';
import type { SideView } from './side.ts';

/** What a side is called in one line: its title and who it is, as far as the reader may know. */
export function sideName({ listing, organisation }: SideView, lang: Lang): string {
  const who = organisation?.name[lang] ?? words.hidden[lang];
  return listing ? words.titleOf(titleOf(listing, lang), who)[lang] : who;
}

export function titleOf(listing: NonNullable<SideView['listing']>, lang: Lang): string {
  return listing.title[lang] || (listing.reference ?? words.confidential[lang]);
}
