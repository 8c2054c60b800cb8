/** A tar archive in plain ustar: what `tar` on any machine can open when nothing of ours runs any more. */
const block = 512;
const mode = '0000600';

/** The 512 bytes in front of a file. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`a name in an archive has at most 100 bytes: ${name}`);
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write(`${mode}\0`, 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write(
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  );
  header.write('0', 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** What follows a file of that size, up to the next block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block);
}

export const tarEnd = Buffer.alloc(2 * block);

/** The sum of all bytes, with the field of the sum itself read as spaces. */
function checksum(header: Buffer): number {
  let sum = 0;
  for (const [place, byte] of header.entries()) sum += place >= 148 && place < 156 ? 0x20 : byte;
  return sum;
}

export interface TarEntry {
  readonly name: string;
  readonly size: number;
}

/** A piece of a file of the archive, in order; `last` closes the file. An empty file has one empty piece. */
export interface TarPiece {
  readonly entry: TarEntry;
  readonly bytes: Buffer;
  readonly last: boolean;
}

export class BrokenArchive extends Error {}

/** Reads an archive as it streams past; throws BrokenArchive where it is damaged or ends too early. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarPiece> {
  const reader = new BlockReader(source);
  for (;;) {
    const header = await reader.take(block);
    if (header.every((byte) => byte === 0)) return;
    const entry = entryOf(header);
    let left = entry.size;
    do {
      const bytes = await reader.take(Math.min(left, 256 * 1024));
      left -= bytes.length;
      yield { entry, bytes, last: left === 0 };
    } while (left > 0);
    await reader.take((block - (entry.size % block)) % block);
  }
}

function entryOf(header: Buffer): TarEntry {
  const text = (from: number, to: number) => header.toString('utf8', from, to).split('\0')[0] ?? '';
  const sum = Number.parseInt(text(148, 156), 8);
  const size = Number.parseInt(text(124, 136), 8);
  if (sum !== checksum(header) || !Number.isSafeInteger(size)) throw new BrokenArchive('a header is damaged');
  return { name: text(0, 100), size };
}

/** Cuts a stream of chunks of any size into pieces of the size asked for. */
class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    const parts = [this.#rest];
    let have = this.#rest.length;
    while (have < size) {
      const next = await this.#chunks.next();
      if (next.done) throw new BrokenArchive('the archive ends too early');
      parts.push(next.value);
      have += next.value.length;
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts);
    this.#rest = all.subarray(size);
    return all.subarray(0, size);
  }
}
