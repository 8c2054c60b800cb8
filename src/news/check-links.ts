import type { TwoText } from '#language/lang.ts';
import { checkWords as words } from '#language/words/checks.ts';
import type { Block, Inline } from '#text/document.ts';
import type { CheckedEdition, Finding, Severity } from './finding.ts';
import { personalFindings } from './check-personal.ts';

interface Link {
  readonly text: string;
  readonly href: string;
  readonly block: number;
}

interface Suspicion {
  readonly severity: Severity;
  readonly says: TwoText;
  readonly fix: TwoText;
}

const shorteners = new Set([
  't.cn',
  'url.cn',
  'dwz.cn',
  'suo.im',
  'bit.ly',
  'tinyurl.com',
  'goo.gl',
  't.co',
  'is.gd',
  'u.nu',
]);

/** Links that lead nowhere, or elsewhere than they say. Whether they answer is asked by the health of the site. */
export function linkFindings({ lang, body }: CheckedEdition): Finding[] {
  const links = body.content.flatMap((block, index) => linksIn(block).map((link) => ({ ...link, block: index })));
  return links.flatMap((link) => {
    const where = { lang, block: link.block, offset: 0, excerpt: `${link.text} → ${link.href}`.slice(0, 120) };
    const suspicious = suspicionsOf(link).map((one) => ({ kind: 'link', confirmable: false, where, ...one }) as const);
    return [...suspicious, ...inAddress(link, lang)];
  });
}

/** A `tel:` or `mailto:` address holds what its words may hide. */
function inAddress({ href, text, block }: Link, lang: CheckedEdition['lang']): Finding[] {
  const [, address] = /^(?:tel|mailto):([^?]+)/i.exec(href) ?? [];
  if (address === undefined || text.includes(address)) return [];
  return personalFindings({ lang, block, text: decodeURIComponent(address.replace(/%(?![\da-f]{2})/gi, '')) });
}

function suspicionsOf(link: Link): Suspicion[] {
  if (!/^https?:/i.test(link.href) || !URL.canParse(link.href)) return [];
  const url = new URL(link.href);
  const host = url.hostname;
  const shown = hostIn(link.text);
  const checks: [boolean, Suspicion][] = [
    [isInside(host), { severity: 'must', says: words.linkInside(host), fix: words.linkInsideFix }],
    [url.username !== '', { severity: 'should', says: words.linkUser(host), fix: words.linkUserFix }],
    [
      isAddress(host) && !isInside(host),
      { severity: 'should', says: words.linkNumber(host), fix: words.linkNumberFix },
    ],
    [/(?:^|\.)xn--/.test(host), { severity: 'should', says: words.linkLetters(host), fix: words.linkLettersFix }],
    [shorteners.has(host), { severity: 'should', says: words.linkShort(host), fix: words.linkShortFix }],
    [
      shown !== undefined && !sameSite(shown, host),
      { severity: 'should', says: words.linkElsewhere(shown ?? '', host), fix: words.linkElsewhereFix },
    ],
    [url.protocol === 'http:', { severity: 'note', says: words.linkOpen(host), fix: words.linkOpenFix }],
  ];
  return checks.filter(([applies]) => applies).map(([, suspicion]) => suspicion);
}

function isAddress(host: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.startsWith('[');
}

/** A machine that only the writer's own network knows. */
function isInside(host: string): boolean {
  return (
    /^(?:10|127|0)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\.|^\[(?:::1?|f[cde])/.test(host) ||
    /(?:^|\.)(?:localhost|local|internal|lan|intranet|home\.arpa)$/.test(host) ||
    (!host.includes('.') && !host.startsWith('['))
  );
}

/** The host that the words of a link claim; undefined where they are no address. */
function hostIn(text: string): string | undefined {
  const [, host] = /^(?:https?:\/\/)?((?:[a-z\d-]+\.)+[a-z]{2,})(?:[/:?#].*)?$/i.exec(text.trim()) ?? [];
  return host?.toLowerCase();
}

function sameSite(shown: string, host: string): boolean {
  const [a, b] = [shown, host].map((name) => name.replace(/^www\./, ''));
  return a === b || host.endsWith(`.${a ?? ''}`);
}

/** The links of a block; neighbouring runs with the same address are one. */
function linksIn(block: Block): Omit<Link, 'block'>[] {
  const links: { text: string; href: string }[] = [];
  for (const part of inlinesOf(block).flat()) {
    if (part.type !== 'text') continue;
    const mark = part.marks?.find((one) => one.type === 'link');
    if (!mark) continue;
    const last = links.at(-1);
    if (last?.href === mark.attrs.href) last.text += part.text;
    else links.push({ text: part.text, href: mark.attrs.href });
  }
  return links;
}

function inlinesOf(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.map((line) => line.content));
    case 'blockquote':
      return block.content.map((line) => line.content);
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.map((line) => line.content)));
    default:
      return [];
  }
}
