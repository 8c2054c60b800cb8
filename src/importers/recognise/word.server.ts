import mammoth from 'mammoth';
import { ArchiveProblem, nameOf, openArchive, readEntry, type Archive } from '../reading/archive.server.ts';
import { maxWordBytes, maxWordParts } from '../limits.ts';
import { refuse, type Recognition, type Refusal } from '../page.ts';
import { written } from './body.ts';
import { decode } from './decode.ts';
import { recogniseDocument } from './document.ts';
import { storedZip, type Part } from './stored-zip.server.ts';
import { openPage } from './tree.ts';
import { typedNumbers } from './word-numbers.ts';

/** The parts that carry text. Pictures, fonts, macros and embedded files are not even unpacked. */
const textParts = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/i;

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
];

/** Recognises the article of a Word file. Runs only where a crash takes nothing else down. */
export async function recogniseWord(bytes: Uint8Array): Promise<Recognition> {
  try {
    const checked = storedZip(withNumbers(await partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))));
    const { value } = await mammoth.convertToHtml(
      { buffer: checked },
      {
        styleMap: styles,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return fromHtml(value);
  } catch (error) {
    return refuse(error instanceof ArchiveProblem ? wordRefusal(error.refusal) : 'brokenWord');
  }
}

/** Word counts numbers when it shows a file; in the file there are none. */
function withNumbers(parts: readonly Part[]): Part[] {
  const textOf = (name: RegExp) => parts.find((part) => name.test(part.name))?.bytes.toString('utf8') ?? '';
  const numbering = textOf(/^word\/numbering\d*\.xml$/i);
  if (numbering === '') return [...parts];
  const styles = textOf(/^word\/styles\d*\.xml$/i);
  return parts.map((part) => {
    if (!/^word\/document\d*\.xml$/i.test(part.name)) return part;
    const document = part.bytes.toString('utf8');
    return { ...part, bytes: Buffer.from(typedNumbers({ document, numbering, styles })) };
  });
}

function wordRefusal(refusal: Refusal): Refusal {
  return refusal === 'brokenArchive' ? 'brokenWord' : refusal;
}

async function partsOf(bytes: Buffer): Promise<Part[]> {
  const archive = await openArchive(bytes, maxWordParts);
  const wanted = archive.entries
    .map((entry) => ({ entry, name: nameOf(entry) }))
    .filter(({ name }) => textParts.test(name));
  const names = new Set(wanted.map(({ name }) => name.toLowerCase()));
  // Two parts of one name are how one reader is shown something else than another.
  if (names.size !== wanted.length) throw new ArchiveProblem('brokenWord');
  const parts: Part[] = [];
  let left = maxWordBytes;
  for (const { entry, name } of wanted) {
    const part = await readPart(archive, entry, left);
    left -= part.length;
    parts.push({ name, bytes: part });
  }
  return parts;
}

async function readPart(archive: Archive, entry: Archive['entries'][number], most: number): Promise<Buffer> {
  if (entry.isEncrypted()) throw new ArchiveProblem('encryptedEntry');
  if (entry.uncompressedSize > most) throw new ArchiveProblem('unpacksTooLarge');
  const bytes = await readEntry(archive, entry, most);
  // Word writes neither; whoever does wants the reader to expand or to fetch something.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(decode(bytes).text)) throw new ArchiveProblem('wordWithDoctype');
  return bytes;
}

function fromHtml(html: string): Recognition {
  const page = openPage(html);
  const body = page?.byTag.get('body')?.[0];
  if (!body) return refuse('tooDeep');
  const rules = { base: '', drop: new Set<never>(), size: Number.POSITIVE_INFINITY, left: () => undefined };
  return recogniseDocument(written(body, rules), 'docx');
}
