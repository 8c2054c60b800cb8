import { attributeOf, tagsOf, type Tag } from './word-tags.ts';

/** A paragraph of the text itself, with what it says about its number. */
export interface WordParagraph {
  readonly from: number;
  readonly to: number;
  readonly style: string;
  readonly list: string | undefined;
  readonly level: number | undefined;
  readonly hasText: boolean;
  /** Where what it says of itself ends and its text begins. */
  readonly properties: number;
  /** What it says of its number; the place for it where it says nothing. */
  readonly number: { readonly from: number; readonly to: number };
}

interface Open {
  from: number;
  style: string;
  list: string | undefined;
  level: number | undefined;
  hasText: boolean;
  properties: number | undefined;
  number: { from: number; to: number } | undefined;
}

interface Walk {
  /** Paragraphs within paragraphs are those of text boxes: they are not counted. */
  depth: number;
  /** What a paragraph was before somebody changed it. */
  former: number;
  open: Open | undefined;
}

/** The paragraphs that say something of themselves. */
export function* paragraphsIn(document: string): Generator<WordParagraph> {
  const walk: Walk = { depth: 0, former: 0, open: undefined };
  for (const tag of tagsOf(document)) {
    if (tag.name === 'w:pPrChange') walk.former += Number(tag.opens) - Number(tag.closes);
    if (tag.name === 'w:p') {
      const done = step(walk, tag);
      if (done) yield done;
    } else if (walk.open && walk.depth === 1 && walk.former === 0) note(walk.open, tag);
  }
}

function step(walk: Walk, tag: Tag): WordParagraph | undefined {
  if (tag.opens && tag.closes) return undefined;
  walk.depth += tag.opens ? 1 : -1;
  if (tag.opens && walk.depth === 1) {
    walk.open = { ...nothing, from: tag.from };
    return undefined;
  }
  if (walk.depth !== 0) return undefined;
  const { open } = walk;
  walk.open = undefined;
  return open && closed(open, tag.to);
}

function closed({ properties, number, ...rest }: Open, to: number): WordParagraph | undefined {
  return properties === undefined || number === undefined ? undefined : { ...rest, properties, number, to };
}

const nothing: Omit<Open, 'from'> = {
  ...{ style: '', list: undefined, level: undefined, hasText: false, properties: undefined, number: undefined },
};

const notes = new Map<string, (open: Open, tag: Tag) => void>([
  ['w:t', (open) => (open.hasText = true)],
  ['w:pStyle', (open, tag) => (open.style = attributeOf(tag, 'w:val') ?? '')],
  ['w:numId', (open, tag) => (open.list = attributeOf(tag, 'w:val'))],
  ['w:ilvl', (open, tag) => (open.level = Number(attributeOf(tag, 'w:val')) || 0)],
  [
    'w:numPr',
    (open, { from, to, opens }) => (open.number = opens || !open.number ? { from, to } : { ...open.number, to }),
  ],
  [
    'w:pPr',
    (open, { from, to, opens, closes }) => {
      if (!closes || opens) return;
      open.number ??= { from, to: from };
      open.properties = to;
    },
  ],
]);

function note(open: Open, tag: Tag): void {
  notes.get(tag.name)?.(open, tag);
}
