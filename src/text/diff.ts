import { diffArrays } from 'diff';
import { diffBlocks, type Step } from './block-diff.ts';
import { inlineText, type Block, type Inline, type RichDocument } from './document.ts';

/** A run of text that stayed, came or went. */
export interface Piece {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What became of a block. */
export interface BlockChange {
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  readonly type: Block['type'];
  readonly pieces: readonly Piece[];
  /** The words are the same and something else is not: a mark, a level, a merged cell. */
  readonly onlyForm: boolean;
}

/** As for blocks: beyond this many changed words all of it is old and new. */
const longestEdit = 4000;
/** Two blocks with less in common than this are not one block changed. */
const alike = 0.35;

const cutter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What changed between two texts, word by word. */
export function diffText(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ change: 'same', text: before }];
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: longestEdit });
  if (!changes) return [removed(before), added(after)].filter(({ text }) => text !== '');
  return changes.map(({ value, ...one }) => ({ change: changeOf(one), text: value.join('') }));
}

/** What changed between two documents: blocks that belong together side by side, and words within them. */
export function diffDocuments(before: RichDocument, after: RichDocument): BlockChange[] {
  const [old, now] = [before.content, after.content];
  const result: BlockChange[] = [];
  const [gone, come]: [Block[], Block[]] = [[], []];
  const settle = () => result.push(...paired(gone.splice(0), come.splice(0)));
  for (const step of diffBlocks(before, after)) {
    const was = old.slice(...placeOf(step, 'before'));
    const is = now.slice(...placeOf(step, 'after'));
    if (step.kind === 'same' && was.length === is.length) {
      settle();
      result.push(...is.map(sameBlock));
    } else {
      gone.push(...was);
      come.push(...is);
    }
  }
  settle();
  return result;
}

/** From where to where a step reaches in one of the texts: an empty text has not even the place of its empty paragraph. */
function placeOf(step: Step, side: 'before' | 'after'): [from: number, to: number] {
  const place = side in step ? (step as Record<typeof side, number>)[side] : 0;
  return side in step ? [place, place + 1] : [0, 0];
}

/** Of a run of blocks that went and one that came, those that are alike are one block changed; the order is kept. */
function paired(gone: readonly Block[], come: readonly Block[]): BlockChange[] {
  const result: BlockChange[] = [];
  let next = 0;
  for (const block of gone) {
    const match = come.findIndex((one, place) => place >= next && place < next + 20 && areAlike(block, one));
    const partner = come[match];
    if (!partner) {
      result.push(removedBlock(block));
      continue;
    }
    result.push(...come.slice(next, match).map(addedBlock), changedBlock(block, partner));
    next = match + 1;
  }
  return [...result, ...come.slice(next).map(addedBlock)];
}

function areAlike(a: Block, b: Block): boolean {
  if (a.type !== b.type) return false;
  const [wordsA, wordsB] = [new Set(wordsOf(readable(a))), new Set(wordsOf(readable(b)))];
  const common = [...wordsA].filter((word) => wordsB.has(word)).length;
  return common >= alike * Math.max(1, Math.min(wordsA.size, wordsB.size));
}

const removed = (text: string): Piece => ({ change: 'removed', text });
const added = (text: string): Piece => ({ change: 'added', text });

function removedBlock(block: Block): BlockChange {
  return { change: 'removed', type: block.type, pieces: [removed(readable(block))], onlyForm: false };
}

function addedBlock(block: Block): BlockChange {
  return { change: 'added', type: block.type, pieces: [added(readable(block))], onlyForm: false };
}

function sameBlock(block: Block): BlockChange {
  return { change: 'same', type: block.type, pieces: [{ change: 'same', text: readable(block) }], onlyForm: false };
}

function changedBlock(before: Block, after: Block): BlockChange {
  const pieces = diffText(readable(before), readable(after));
  return { change: 'changed', type: after.type, pieces, onlyForm: pieces.every(({ change }) => change === 'same') };
}

function changeOf({ added: came, removed: went }: { added: boolean; removed: boolean }): Piece['change'] {
  return came ? 'added' : went ? 'removed' : 'same';
}

function wordsOf(text: string): string[] {
  return Array.from(cutter.segment(text), ({ segment }) => segment);
}

/** A block as one compares it: cells parted, list items marked, addresses of links and pictures in sight. */
function readable(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return withAddresses(block.content);
    case 'bulletList':
    case 'orderedList':
      return block.content
        .map((item) => `• ${item.content.map((line) => withAddresses(line.content)).join('\n')}`)
        .join('\n');
    case 'blockquote':
      return block.content.map((line) => withAddresses(line.content)).join('\n');
    case 'table':
      return block.content.map((row) => row.content.map(cellText).join(' | ')).join('\n');
    case 'figure':
      return figureText(block.attrs);
    default:
      return JSON.stringify(block);
  }
}

function figureText({ caption, alt, file, source }: Extract<Block, { type: 'figure' }>['attrs']): string {
  return [caption, alt, file ?? source].filter(Boolean).join('\n');
}

function cellText(cell: { content: readonly { content: readonly Inline[] }[] }): string {
  return cell.content.map((line) => withAddresses(line.content)).join(' ');
}

function withAddresses(content: readonly Inline[]): string {
  return content.map((part) => inlineText([part]) + addressOf(part)).join('');
}

function addressOf(part: Inline): string {
  const link = part.type === 'text' ? part.marks?.find((mark) => mark.type === 'link') : undefined;
  return link ? ` (${link.attrs.href})` : '';
}
