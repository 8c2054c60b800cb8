import type { TwoText } from '#language/lang.ts';
import { errorWords as words } from '#language/words/errors.ts';

export interface ErrorText {
  readonly title: TwoText;
  readonly says: TwoText;
}

const texts: Readonly<Record<number, ErrorText>> = {
  400: { title: words.badRequestTitle, says: words.badRequest },
  404: { title: words.notFoundTitle, says: words.notFound },
  410: { title: words.withdrawnTitle, says: words.withdrawn },
  429: { title: words.busyTitle, says: words.busy },
};

/** What the error page of that status says. */
export function errorText(status: number): ErrorText {
  if (status >= 500) return { title: words.brokenTitle, says: words.broken };
  return texts[status] ?? { title: words.refusedTitle, says: words.refused };
}

/** Words worth searching for in an address that led nowhere: the last part of it, when it reads like words. */
export function searchGuess(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  const words = decoded(last)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[-_+.]+/g, ' ')
    .trim();
  return /\p{L}{2}/u.test(words) && words.length <= 60 ? words : '';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The zone code in an address, right or wrong: the digits after `/zones/`. */
export function zoneCodeIn(path: string): string | undefined {
  return /\/zones\/(\d{4,12})(?:\/|$)/.exec(path)?.[1];
}
