import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync, type InputType } from 'node:zlib';
import { promisify } from 'node:util';

export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

const asked = new Map<string, Encoding | undefined>();

/** The best encoding the reader takes. Browsers send a handful of different headers, so the answers are remembered. */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  if (!header) return undefined;
  if (asked.has(header)) return asked.get(header);
  const refused = /(?:^|,)\s*(\w+)\s*;\s*q=0(?:\.0*)?\s*(?=,|$)/g;
  const taken = header
    .toLowerCase()
    .replace(refused, ',')
    .split(',')
    .map((part) => part.split(';')[0]?.trim());
  const found = encodings.find((encoding) => taken.includes(encoding));
  if (asked.size < 200) asked.set(header, found);
  return found;
}

/** Whether bytes of this type become fewer; pictures and archives are compressed already. */
export function isCompressible(contentType: string): boolean {
  return /^(text\/|application\/(json|xml|javascript|manifest|[\w.-]+\+(json|xml))|image\/svg)/.test(contentType);
}

const br = promisify(brotliCompress) as (input: InputType, options: object) => Promise<Buffer>;
const gz = promisify(gzip) as (input: InputType, options: object) => Promise<Buffer>;

/** Up to here compressing lightly takes less time than handing the work to another thread and hearing back. */
const smallEnoughAtOnce = 64 * 1024;

/** What is sent once is compressed lightly and, unless it is long, at once. */
export function compress(body: Buffer, encoding: Encoding): Buffer | Promise<Buffer> {
  if (body.length > smallEnoughAtOnce) {
    return encoding === 'gzip' ? gz(body, { level: 3 }) : br(body, brotliAt(3, body.length));
  }
  return encoding === 'gzip' ? gzipSync(body, { level: 3 }) : brotliCompressSync(body, brotliAt(1, body.length));
}

/** For what is kept and sent many times: worth more work. */
export function compressWell(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'gzip' ? gz(body, { level: 7 }) : br(body, brotliAt(5, body.length));
}

function brotliAt(quality: number, length: number) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      // A page is smaller than the window brotli would otherwise set up memory for.
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: length,
    },
  };
}
