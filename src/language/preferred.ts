import { isLang, type Lang } from './lang.ts';

/**
 * The language a program asked for: by name, else by its `Accept-Language`, else Chinese. For answers to programs
 * only: a page's language is always in its address.
 */
export function preferredLang(named: string | null, accepted: string | null): Lang {
  if (named !== null && isLang(named)) return named;
  const wishes = (accepted ?? '').split(',').map(parseWish);
  const best = wishes
    .filter((wish) => wish.lang !== undefined && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)[0];
  return best?.lang ?? 'zh';
}

function parseWish(text: string): { lang: Lang | undefined; weight: number } {
  const [tag = '', ...parameters] = text.trim().toLowerCase().split(';');
  const primary = tag.split('-')[0] ?? '';
  const quality = parameters.map((parameter) => /^\s*q=(\d(?:\.\d+)?)\s*$/.exec(parameter)?.[1]).find(Boolean);
  return { lang: isLang(primary) ? primary : undefined, weight: quality === undefined ? 1 : Number(quality) };
}
