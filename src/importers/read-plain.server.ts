import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importWords as words } from '#language/words/importers.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { blockText, type Block } from '#text/document.ts';
import { maxFileBytes } from './limits.ts';
import { Reader } from './reading/reader.server.ts';

/** The words of a DOCX, page or text file, a paragraph a line; read where a broken file takes nothing else down. */
export async function plainTextOf(bytes: Uint8Array, ending: string): Promise<Outcome<string>> {
  if (bytes.length > maxFileBytes) return refused({ field: 'file', says: words.refusals.tooLarge });
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-plain-'));
  const reader = new Reader([folder, join(folder, '*')]);
  try {
    const path = join(folder, `file${ending}`);
    await writeFile(path, bytes);
    const [recognition] = await reader.read([{ path, name: 'file' }]);
    if (!recognition?.ok) return refused({ field: 'file', says: words.refusals[recognition?.refusal ?? 'crashed'] });
    const { title, body } = recognition.page;
    return done([title, ...body.content.map(textOf)].filter((line) => line !== '').join('\n'));
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A list that counts has its numbers: who reads its lines alone would not know that they belong together. */
function textOf(block: Block): string {
  if (block.type !== 'orderedList') return blockText(block);
  const items = block.content.map(({ content }) =>
    blockText({ type: 'bulletList', content: [{ type: 'listItem', content }] }),
  );
  return items.map((item, at) => `${at + 1}. ${item}`).join('\n');
}
