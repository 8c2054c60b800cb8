import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { acceptedEncoding, compress, isCompressible, type Encoding } from './encoding.ts';
import { withCharset, withHeaders, type Headers } from './security-headers.ts';
import type { Form, StoredPage } from './stored-page.ts';

const requestIdHeader = 'x-request-id';

/** A request with its answer to be, and the id both are logged under. */
export interface Reply {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly id: string;
}

/** Sends a kept page or a file. Written out rather than elegant: this is what a busy site does all day. */
export function sendStored({ request, response, id }: Reply, page: StoredPage): void {
  if (matches(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, [...page.notModified, requestIdHeader, id]).end();
    return;
  }
  const form = page.form(acceptedEncoding(request.headers['accept-encoding']));
  if (!(form instanceof Promise)) return sendForm({ request, response, id }, form);
  form.then(
    (ready) => sendForm({ request, response, id }, ready),
    (error: unknown) => response.destroy(error as Error),
  );
}

function sendForm({ request, response, id }: Reply, form: Form): void {
  response.writeHead(200, [...form.headers, requestIdHeader, id]);
  response.end(request.method === 'HEAD' ? undefined : form.body);
}

/** Weak comparison, as GET asks for. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header === '*') return true;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2));
}

/** Of use to this process only, or true of a body that is about to be written anew. */
const internal = new Set(['x-yuanlian-shows', 'x-yuanlian-route', 'x-sveltekit-page', 'etag', 'content-length']);

/** Sends what was rendered for this one request, compressed where the reader takes it. */
export async function sendResponse({ request, response, id }: Reply, rendered: Response, more: Headers): Promise<void> {
  const type = rendered.headers.get('content-type') ?? '';
  const encoding = encodingFor(request, rendered, type);
  const headers = headersOf(rendered, { more, id, encoding });
  if (request.method === 'HEAD' || rendered.body === null) {
    await rendered.body?.cancel();
    response.writeHead(rendered.status, headers).end();
  } else if (/^(text\/html|application\/([\w.-]+\+)?json)/.test(type)) {
    const plain = Buffer.from(await rendered.arrayBuffer());
    const body = encoding ? await compress(plain, encoding, false) : plain;
    response.writeHead(rendered.status, [...headers, 'content-length', String(body.length)]).end(body);
  } else {
    response.writeHead(rendered.status, headers);
    await stream(rendered.body, response, encoding);
  }
}

function encodingFor(request: IncomingMessage, rendered: Response, type: string): Encoding | undefined {
  if (!isCompressible(type) || rendered.headers.has('content-encoding')) return undefined;
  return acceptedEncoding(request.headers['accept-encoding']);
}

interface About {
  readonly more: Headers;
  readonly id: string;
  readonly encoding: Encoding | undefined;
}

function headersOf(rendered: Response, { more, id, encoding }: About): string[] {
  const own = [...rendered.headers].filter(([name]) => !internal.has(name)).map(withCharset);
  const standing: Headers = [...more, ['cache-control', 'no-store']];
  const waiting: Headers = rendered.status === 503 ? [['retry-after', '5']] : [];
  const encoded: Headers = encoding
    ? [
        ['content-encoding', encoding],
        ['vary', 'accept-encoding'],
      ]
    : [];
  return [...withHeaders(own, [...standing, ...waiting]), ...encoded, [requestIdHeader, id]].flat();
}

async function stream(body: ReadableStream, response: ServerResponse, encoding: Encoding | undefined): Promise<void> {
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  // A reader who goes away midway is no error of ours.
  const work = encoding === undefined ? pipeline(source, response) : pipeline(source, compressor(encoding), response);
  await work.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

function compressor(encoding: Encoding) {
  return encoding === 'gzip'
    ? createGzip({ level: 4 })
    : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 3 } });
}

/** A short answer in plain words: health, refusals at the door. */
export function sendText(
  response: ServerResponse,
  status: number,
  { text, headers }: { text: string; headers: Headers },
): void {
  const own: Headers = [
    ['content-type', 'text/plain; charset=utf-8'],
    ['cache-control', 'no-store'],
    ['content-length', String(Buffer.byteLength(text))],
  ];
  response.writeHead(status, withHeaders(headers, own).flat()).end(text);
}
