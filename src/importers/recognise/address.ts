import { commonTags, officialTags, valueOf, type Meta } from './meta.ts';
import { attribute, select, type PageTree } from './tree.ts';

/** The address a page was published at, as far as it says so itself; empty when it does not. */
export function sourceAddressOf(page: PageTree, meta: Meta): string {
  const canonical = select(page, 'link[rel=canonical]').map((link) => attribute(link, 'href'));
  const said = [
    ...canonical,
    valueOf(meta, officialTags.address),
    valueOf(meta, commonTags.address),
    meta.linked.address,
    ...fromComments(page),
  ];
  const base = baseOf(page) || fromComments(page)[0];
  const found = said
    .filter(Boolean)
    .map((address) => absolute(address, base))
    .find(isArticleAddress);
  return found ?? '';
}

/** What relative addresses on the page start from. */
export function baseOf(page: PageTree): string {
  const base = (page.byTag.get('base') ?? [])
    .map((element) => attribute(element, 'href'))
    .find((href) => /^https?:/i.test(href));
  return base ?? '';
}

/** Browsers write where they saved a page from into its first comment. */
function fromComments(page: PageTree): string[] {
  return page.comments.slice(0, 20).flatMap((comment) => {
    const found =
      /^\s*(?:saved from url=\(\d+\)|(?:Page saved with SingleFile\s*)?url:\s*)?(https?:\/\/[^\s<>"']+)\s*(?:$|\s)/i.exec(
        comment,
      );
    return found?.[1] ? [found[1]] : [];
  });
}

/** Absolute without its fragment, or as it was when there is nothing to start from. */
export function absolute(address: string, base: string | undefined): string {
  const parsed = URL.parse(address.trim(), base || undefined);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return address.trim();
  return parsed.href;
}

/** A home page names the site, not the article. */
function isArticleAddress(address: string): boolean {
  const parsed = URL.parse(address);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && (parsed.pathname.length > 1 || parsed.search !== '');
}
