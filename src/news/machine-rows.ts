import { diffBlocks, type Step } from '#text/block-diff.ts';
import { blockText, type Block, type RichDocument } from '#text/document.ts';

/** The original as it is, and as it was when the translation was made from it. */
export interface Original {
  readonly body: RichDocument;
  readonly before: RichDocument | undefined;
}

/** One place of the original and what stands in the translation for it, each by its number. */
export interface Row {
  /** Undefined for what was removed from the original since. */
  readonly at: number | undefined;
  readonly theirs: number | undefined;
  /** What is to be done there: nothing where undefined. */
  readonly need: 'missing' | 'changed' | undefined;
}

/**
 * Puts the two texts side by side, block by block. A translation as long as its original was goes by the places of then;
 * any other goes by the places of now.
 */
export function rowsOf({ body, before }: Original, translation: RichDocument): Row[] {
  const steps: Step[] = before
    ? diffBlocks(before, body)
    : body.content.map((_, at) => ({ kind: 'same', before: at, after: at }));
  const lengths = [before?.content.length, body.content.length];
  const isAsBefore = lengths[0] !== lengths[1] && translation.content.length === lengths[0];
  return steps.map((step) => {
    const at = 'after' in step ? step.after : undefined;
    const place = isAsBefore && 'before' in step ? step.before : undefined;
    const theirs = within(isAsBefore ? place : at, translation);
    return {
      at,
      theirs,
      need: needOf(step, at === undefined ? undefined : body.content[at], blockAt(translation, theirs)),
    };
  });
}

function within(place: number | undefined, { content }: RichDocument): number | undefined {
  return place !== undefined && place < content.length ? place : undefined;
}

function blockAt({ content }: RichDocument, place: number | undefined): Block | undefined {
  return place === undefined ? undefined : content[place];
}

function needOf({ kind }: Step, original: Block | undefined, mine: Block | undefined): Row['need'] {
  if (!original) return undefined;
  if (!mine || isUntranslated(blockText(original), blockText(mine))) return 'missing';
  return kind === 'changed' ? 'changed' : undefined;
}

/** Nothing there, or the Chinese itself. */
function isUntranslated(original: string, mine: string): boolean {
  if (original.trim() === '') return false;
  return mine.trim() === '' || (mine === original && /\p{Script=Han}/u.test(mine));
}

/** The translation with what was translated put in its places; nothing that a person wrote elsewhere is lost. */
export function withBlocks(rows: readonly Row[], translation: RichDocument, done: ReadonlyMap<number, Block>): Block[] {
  const inPlace = rows.map(
    ({ at, theirs }) => (at === undefined ? undefined : done.get(at)) ?? blockAt(translation, theirs),
  );
  const last = inPlace.findLastIndex((block) => block !== undefined);
  // An empty paragraph holds the place of what is still missing, so that the rest stays beside its original.
  const upToLast = inPlace
    .slice(0, last + 1)
    .flatMap((block, row) => block ?? (rows[row]?.at === undefined ? [] : emptyParagraph()));
  const placed = new Set(rows.map(({ theirs }) => theirs));
  return [...upToLast, ...translation.content.filter((_, place) => !placed.has(place))];
}

/** Whether the translation has blocks for which the original has none. */
export function hasMore(rows: readonly Row[], translation: RichDocument): boolean {
  const needed = new Set(rows.filter(({ at }) => at !== undefined).map(({ theirs }) => theirs));
  return translation.content.some((block, place) => !needed.has(place) && blockText(block).trim() !== '');
}

function emptyParagraph(): Block {
  return { type: 'paragraph', content: [] };
}
