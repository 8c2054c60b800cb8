import type { Lang, TwoText } from '#language/lang.ts';
import { boardWords } from '#language/words/board.ts';
import { subscriptionWords as words } from '#language/words/subscriptions.ts';
import { dateOf } from '#language/dates.ts';
import { listingPath } from './board.ts';
import { boardPath } from './board-facets.ts';
import type { Side } from './listing.ts';
import type { ShownCard } from './public.ts';

const mostLines = 30;

interface About {
  readonly email: string;
  readonly lang: Lang;
  readonly side: Side;
  readonly query: string;
  readonly name: TwoText;
  readonly origin: string;
  readonly site: TwoText;
  /** The link that ends the subscription. */
  readonly stop: string;
}

/** What is new in a subscription, as a mail: what anybody can read on the board. */
export function newsLetter(cards: readonly ShownCard[], about: About) {
  const { email, lang, side, query, name, origin, site, stop } = about;
  const board = `${origin}${boardPath(side, lang)}${query && `?${query}`}`;
  const more = cards.length - mostLines;
  const parts = [
    words.newLead(name)[lang],
    ...cards.slice(0, mostLines).map((card) => lineOf(card, about)),
    ...(more > 0 ? [words.newMore(more)[lang]] : []),
    words.seeAll(board)[lang],
    `--\n${words.stop(stop)[lang]}`,
  ];
  return {
    ...{ to: email, lang, kind: 'subscription' },
    subject: words.newSubject(side, cards.length, site)[lang],
    text: parts.join('\n\n'),
    unsubscribe: stop,
  };
}

function lineOf(card: ShownCard, { lang, origin }: About): string {
  const whose = card.organisation?.name[lang] ?? boardWords.anonymous[lang];
  const until = card.deadline ? ` · ${boardWords.neededBy[lang]} ${card.deadline}` : '';
  const facts = `${whose} · ${dateOf(card.publishedAt)}${until}`;
  return [
    `· ${card.title}`,
    ...(card.summary ? [card.summary] : []),
    facts,
    `${origin}/${lang}${listingPath(card)}`,
  ].join('\n');
}
