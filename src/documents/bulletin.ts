import type { Lang } from '#language/lang.ts';
import { documentWords as words } from '#language/words/documents.ts';
import type { Official, Piece } from './document.ts';

export interface Bulletin {
  /** The name it comes out under, as 重点工作推进简报. */
  readonly name: string;
  readonly lang: Lang;
  readonly issue: number;
  /** Who issues it. */
  readonly issuer: string;
  readonly date: string;
  readonly title: string;
  readonly body: readonly Piece[];
  /** Whom it is sent to, below the text. */
  readonly sentTo?: readonly string[];
  /** With the red heading and line; only where the issuing body uses them. */
  readonly isRed?: boolean;
}

/** 简报: name, number of the issue, who issues it and when, above the text; whom it goes to below. */
export function bulletinOf({
  name,
  lang,
  issue,
  issuer,
  date,
  title,
  body,
  sentTo = [],
  isRed = false,
}: Bulletin): Official {
  const masthead = [words.issue(issue)[lang], `${issuer}　${words.day(date)[lang]}`];
  const below = sentTo.length > 0 ? [words.sentTo(sentTo.join(words.betweenNames[lang]))[lang]] : [];
  return {
    ...(isRed && { issuer: name }),
    title,
    lang,
    number: (isRed ? masthead : [name, ...masthead]).join('\n'),
    body: [...body, ...below],
  };
}
