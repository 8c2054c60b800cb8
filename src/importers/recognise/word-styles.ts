import { attributeOf, tagsOf } from './word-tags.ts';

interface Style {
  basedOn: string | undefined;
  list: string | undefined;
  level: number | undefined;
}

export interface StyleNumber {
  /** The style that says it: the paragraph's own or one it is based on. */
  readonly style: string;
  readonly list: string;
  readonly level: number | undefined;
}

/** Styles stand on each other; more than this is a ring. */
const deepest = 20;

/** What `styles.xml` says about numbers: which list the paragraphs of a style are in. */
export function stylesIn(xml: string): (style: string) => StyleNumber | undefined {
  const styles = new Map<string, Style>();
  let open: Style | undefined;
  for (const tag of tagsOf(xml)) {
    if (!tag.opens) continue;
    const value = attributeOf(tag, 'w:val');
    if (tag.name === 'w:style') {
      open = { basedOn: undefined, list: undefined, level: undefined };
      styles.set(attributeOf(tag, 'w:styleId') ?? '', open);
    } else if (open) say(open, tag.name, value);
  }
  return (style) => numberOf(styles, style);
}

function say(style: Style, name: string, value: string | undefined): void {
  if (name === 'w:basedOn') style.basedOn = value;
  if (name === 'w:numId') style.list = value;
  if (name === 'w:ilvl') style.level = Number(value) || 0;
}

function numberOf(styles: ReadonlyMap<string, Style>, first: string): StyleNumber | undefined {
  let style: string | undefined = first;
  for (let depth = 0; depth < deepest && style !== undefined; depth += 1) {
    const { list, level, basedOn }: Partial<Style> = styles.get(style) ?? {};
    if (list !== undefined) return { style, list, level };
    style = basedOn;
  }
  return undefined;
}
