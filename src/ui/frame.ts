import type { Lang, TwoText } from '#language/lang.ts';
import type { Site } from '#platform/site.ts';

/** What every page knows of where it stands; the root layout loads it, so it is in the `data` of each page. */
export interface Frame {
  readonly lang: Lang;
  readonly site: Site;
  /** From the configuration, never from a request header. */
  readonly origin: string;
  /** Path of the page as asked for, with its language, without the query. */
  readonly path: string;
  /** Query as asked for, with its question mark; empty when there is none. */
  readonly query: string;
  /** 适老模式, from the address. */
  readonly care: boolean;
  /** Whom an operator sees this page as, and how much longer. */
  readonly viewing?: { readonly name: string; readonly minutes: number };
}

/** Nearly every path of this site: nothing in it needs encoding. */
const plainPath = /^[\w./~-]*$/;

/** An absolute address on this site. `path` begins with a slash. */
export function absolute(frame: Pick<Frame, 'origin'>, path: string): string {
  return frame.origin + (plainPath.test(path) ? path : encodeURI(decodeSafely(path)));
}

function decodeSafely(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** The same page in another language: only the prefix differs. An address without one leads to the front page. */
export function pathIn(lang: Lang, path: string): string {
  const [, rest] = /^\/(?:zh|en)(?=\/|$)(.*)$/s.exec(path) ?? [];
  return `/${lang}${rest ?? ''}`;
}

/** The operator's words in that language; a half-filled setting falls back to the other half. */
export function siteText(text: TwoText, lang: Lang): string {
  return text[lang].trim() || text[lang === 'zh' ? 'en' : 'zh'].trim();
}
