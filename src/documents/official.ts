import { Document, Packer, type ISectionOptions } from 'docx';
import { documentWords as words } from '#language/words/documents.ts';
import { coreProperties, fontTable } from './files.ts';
import { footers, landscape, portrait } from './page.ts';
import { headingNumbers } from './numbering.ts';
import type { Official } from './document.ts';
import { heading, headOf, paragraphs, tailOf } from './paragraphs.ts';
import { styles } from './styles.ts';
import { tableBlock } from './table.ts';
import { withoutTime } from './zip.ts';

const mostPieces = 3000;

/** The document as a DOCX file. The same document is the same bytes, whenever it is made. */
export async function officialDocument(official: Official): Promise<Buffer> {
  const document = new Document({
    title: official.title.slice(0, 200),
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: sectionsOf(official),
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(official) },
    { path: 'word/fontTable.xml', data: fontTable },
  ]);
  return withoutTime(packed);
}

type Block = ReturnType<typeof paragraphs>[number] | ReturnType<typeof tableBlock>[number];

interface Run {
  readonly isWide: boolean;
  readonly blocks: Block[];
}

/** One section for each stretch of sheets that lie the same way. */
function sectionsOf(official: Official): ISectionOptions[] {
  const whole = official.isWide ?? false;
  const runs: Run[] = [{ isWide: whole, blocks: headOf(official) }];
  for (const { blocks, isWide } of bodyOf(official)) addTo(runs, isWide, blocks);
  addTo(runs, whole, tailOf(official));
  return runs
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ isWide, blocks }) => ({
      properties: isWide ? landscape : portrait,
      footers: footers(),
      children: blocks,
    }));
}

function addTo(runs: Run[], isWide: boolean, blocks: readonly Block[]): void {
  if (blocks.length === 0) return;
  const last = runs.at(-1);
  if (last?.isWide === isWide) last.blocks.push(...blocks);
  else runs.push({ isWide, blocks: [...blocks] });
}

function bodyOf({ body, lang = 'zh', isWide = false }: Official): Run[] {
  const numberOf = headingNumbers();
  const runs = body.slice(0, mostPieces).map((piece): Run => {
    if (typeof piece === 'string') return { isWide, blocks: paragraphs(piece) };
    if ('heading' in piece) return { isWide, blocks: [heading(piece.heading, numberOf(piece.heading) + piece.text)] };
    const lies = isWide || (piece.table.isWide ?? false);
    return { isWide: lies, blocks: tableBlock(piece.table, lang, lies) };
  });
  return body.length > mostPieces ? [...runs, { isWide, blocks: paragraphs(words.partsLeftOut[lang]) }] : runs;
}
