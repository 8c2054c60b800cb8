import { isSafeLink, type Mark } from './document.ts';
import { styleOf, type Markup } from './markup.ts';

export type Marks = readonly Mark[];

const byTag: Readonly<Record<string, Mark['type']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  sup: 'superscript',
  sub: 'subscript',
};

/** The marks inside an element: what its tag, its style and its address say, and nothing of how it was coloured. */
export function marksOf(node: Markup, marks: Marks): Marks {
  const named = byTag[node.tag];
  const styled = styledMarks(node);
  const off = unmarked(node);
  const link = linkOf(node);
  const added = [...(named ? [named] : []), ...styled].filter((type) => !off.includes(type));
  const kept = marks.filter(({ type }) => !off.includes(type) && !added.some((one) => one === type));
  const simple = added.map((type) => ({ type }) as Mark);
  return [...kept.filter(({ type }) => !link || type !== 'link'), ...simple, ...(link ? [link] : [])];
}

function styledMarks(node: Markup): Mark['type'][] {
  const checks: [boolean, Mark['type']][] = [
    [/^(bold|bolder|[6-9]00)$/.test(styleOf(node, 'font-weight')), 'bold'],
    [/^(italic|oblique)/.test(styleOf(node, 'font-style')), 'italic'],
    [styleOf(node, 'vertical-align') === 'super', 'superscript'],
    [styleOf(node, 'vertical-align') === 'sub', 'subscript'],
  ];
  return checks.filter(([applies]) => applies).map(([, type]) => type);
}

/** Some programs wrap a whole text in a bold element that says it is not bold. */
function unmarked(node: Markup): Mark['type'][] {
  const checks: [boolean, Mark['type']][] = [
    [/^(normal|[1-5]00)$/.test(styleOf(node, 'font-weight')), 'bold'],
    [styleOf(node, 'font-style') === 'normal', 'italic'],
  ];
  return checks.filter(([applies]) => applies).map(([, type]) => type);
}

function linkOf({ tag, attributes }: Markup): Mark | undefined {
  const href = tag === 'a' ? (attributes['href'] ?? '').trim() : '';
  // A place within the page it was copied from is no place here.
  const leads = /^(https?:|mailto:|tel:)/i.test(href) && href.length <= 2000 && isSafeLink(href);
  return leads ? { type: 'link', attrs: { href } } : undefined;
}
