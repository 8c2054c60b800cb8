import { attribute, childrenOf, isElement, namesOf, type Element, type Node } from './tree.ts';
import { oneLine, textOf } from './words.ts';

/** Elements that never belong to the text of an article. */
const tags: ReadonlySet<string> = new Set('nav footer aside audio video dialog menu'.split(' '));
const roles: ReadonlySet<string> = new Set(
  'navigation banner contentinfo complementary search toolbar dialog'.split(' '),
);

/** Parts of names, between the boundaries authors put in them: `share-box`, `bdshare`, `articleShare`. */
const words =
  'share bdshare jiathis bshare sns qrcode qr ewm erweima recommend recommended related relate relevant xgyd xgxw xgwz hotnews comment comments cmt discuss copyright copyrights toolbar tools print pagination pager pagebar page-turn pageturn prevnext prev-next shangxia sxp pre_next editor responsible ads advert adbox gg breadcrumb breadcrumbs crumb crumbs crumbbar sidebar side footer foot header subscribe newsletter navbar login popup modal cookie tags keyword-list fontsize zihao disclaimer statement readcount views';
const nameForm = new RegExp(`(?:^|[\\s_-])(?:${words.split(' ').join('|')})(?=$|[\\s_\\d-])`, 'i');

/** Whether an element inside the body is frame rather than text, by its kind, role or name. */
export function looksLikeFrame(element: Element): boolean {
  if (tags.has(element.tagName) || roles.has(attribute(element, 'role').toLowerCase())) return true;
  // ArticleShareBox is read as article share box.
  const names = namesOf(element).replace(/([a-z])([A-Z])/g, '$1-$2');
  return names !== '' && nameForm.test(names);
}

/** Hidden from every reader. `visibility` is not asked: WeChat hides its article until a script has run. */
export function isHidden(element: Element): boolean {
  const style = attribute(element, 'style').replace(/\s/g, '').toLowerCase();
  return style.includes('display:none') || element.attrs.some((one) => one.name === 'hidden');
}

const relatedLabel =
  /^(?:相关(?:阅读|新闻|链接|文章|推荐|报道|稿件)|延伸阅读|推荐阅读|更多阅读|此前报道|Related (?:articles|stories|news)|Read (?:more|also))\s*[:：]?/i;

/** A paragraph or box that opens with “related news” and is made of links. */
export function isRelatedReading(element: Element): boolean {
  if (!relatedLabel.test(firstWords(element))) return false;
  const text = textOf(element).replace(relatedLabel, '');
  return text.length > 0 && linkedLength(element) * 2 > text.length;
}

function firstWords(node: Node): string {
  for (const child of childrenOf(node)) {
    const words =
      child.nodeName === '#text' && 'value' in child ? oneLine(child.value) : isElement(child) ? firstWords(child) : '';
    if (words) return words;
  }
  return '';
}

function linkedLength(node: Node): number {
  return childrenOf(node).reduce((sum, child) => {
    if (!isElement(child)) return sum;
    return sum + (child.tagName === 'a' ? textOf(child).length : linkedLength(child));
  }, 0);
}
