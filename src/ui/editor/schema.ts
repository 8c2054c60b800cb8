import type { Extensions } from '@tiptap/core';
import { textBlocks } from './blocks.ts';
import { figureBlock, type FigureWords } from './figure-block.ts';
import { marks } from './marks.ts';
import { tableBlocks } from './table-blocks.ts';

/** Everything that can stand in a text, and nothing else. */
export function documentExtensions(words: FigureWords): Extensions {
  return [...textBlocks, ...tableBlocks, figureBlock(words), ...marks];
}
