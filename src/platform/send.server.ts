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

type Asked = Pick<Reply, 'request' | 'response'>;

/** Sends a kept page or a file, the same to everyone, so without an id. Written out rather than elegant: this is what a busy site does all day. */
export function sendStored({ request, response }: Asked, page: StoredPage): void {
  if (matches(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, page.notModified as string[]).end();
    return;
  }
  const form = page.form(acceptedEncoding(request.headers['accept-encoding']));
  if (!(form instanceof Promise)) return sendForm({ request, response }, form);
  form.then(
    (ready) => sendForm({ request, response }, ready),
    (error: unknown) => response.destroy(error as Error),
  );
}

function sendForm({ request, response }: Asked, form: Form): void {
  // The list is only read, however node declares it.
  response.writeHead(200, form.headers as string[]);
  response.end(request.method === 'HEAD' ? undefined : form.body);
}

/** The same answer may leave in several encodings, so its tag can only be a weak one. */
function weak(tag: string): string {
  return tag.startsWith('W/') ? tag : `W/${tag}`;
}

/** Weak comparison, as GET asks for. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header === '*') return true;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2));
}

/** Of use to this process only. */
const internal = new Set(['x-yuanlian-shows', 'x-yuanlian-route', 'x-sveltekit-page']);

/** Sends what was rendered for this one request, compressed where the reader takes it. */
export async function sendResponse(reply: Reply, rendered: Response, more: Headers): Promise<void> {
  const { request, response, id } = reply;
  const isKnown = isUnchanged(request, rendered);
  const encoding = isKnown ? undefined : encodingFor(request, rendered);
  const headers = headersOf(rendered, { more, id, encoding });
  if (isKnown || request.method === 'HEAD' || rendered.body === null) {
    await rendered.body?.cancel();
    response.writeHead(isKnown ? 304 : rendered.status, headers).end();
  } else {
    await sendBody(response, rendered, { headers, encoding, body: rendered.body });
  }
}

/** A reader who already has exactly this is told so. */
function isUnchanged(request: IncomingMessage, rendered: Response): boolean {
  const tag = rendered.headers.get('etag');
  return rendered.status === 200 && tag !== null && matches(request.headers['if-none-match'], weak(tag));
}

interface Outgoing {
  readonly headers: string[];
  readonly encoding: Encoding | undefined;
  readonly body: ReadableStream;
}

/** Pages and JSON were made as one text and leave as one; anything else streams, however long it is. */
async function sendBody(
  response: ServerResponse,
  rendered: Response,
  { headers, encoding, body }: Outgoing,
): Promise<void> {
  if (/^(text\/html|application\/([\w.-]+\+)?json)/.test(typeOf(rendered)) && !isFile(rendered)) {
    const plain = Buffer.from(await rendered.arrayBuffer());
    const bytes = encoding ? await compress(plain, encoding) : plain;
    response.writeHead(rendered.status, [...headers, 'content-length', String(bytes.length)]).end(bytes);
  } else {
    response.writeHead(rendered.status, headers);
    await stream(body, response, encoding);
  }
}

/** A file may be asked for in parts, so it leaves byte for byte as it is kept. */
function isFile(rendered: Response): boolean {
  return rendered.headers.has('accept-ranges');
}

function typeOf(rendered: Response): string {
  return rendered.headers.get('content-type') ?? '';
}

function encodingFor(request: IncomingMessage, rendered: Response): Encoding | undefined {
  if (!isCompressible(typeOf(rendered)) || isFile(rendered) || rendered.headers.has('content-encoding'))
    return undefined;
  return acceptedEncoding(request.headers['accept-encoding']);
}

interface About {
  readonly more: Headers;
  readonly id: string;
  readonly encoding: Encoding | undefined;
}

function headersOf(rendered: Response, { more, id, encoding }: About): string[] {
  const own = [...rendered.headers]
    .filter(([name]) => !internal.has(name) && (name !== 'content-length' || isFile(rendered)))
    .map(withCharset)
    .map(([name, value]): [string, string] =>
      name === 'etag' && !isFile(rendered) ? [name, weak(value)] : [name, value],
    );
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
  // A reader who goes away, beforehand or midway, is no error of ours.
  if (response.destroyed) return body.cancel();
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
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
