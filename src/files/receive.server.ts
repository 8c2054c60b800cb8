import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { fileWords as words } from '#language/words/files.ts';
import type { TwoText } from '#language/lang.ts';
import { largestFile, mostFilesAtOnce } from './file.ts';
import type { Arrived } from './prepare.server.ts';

/** A form with files, on the disk until it has been dealt with. */
export interface Received {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly Arrived[];
}

interface Refusal {
  readonly status: 400 | 413;
  readonly says: TwoText;
}

/** Why a form was not taken: the status for the sender's program, the sentence for the sender. */
export interface Unreadable extends Refusal {
  /** What had arrived of the fields, so that nobody types it again. */
  readonly typed: Record<string, string>;
}

const limits = {
  fieldNameSize: 100,
  fieldSize: 20_000,
  fields: 12,
  fileSize: largestFile,
  files: mostFilesAtOnce,
  headerPairs: 20,
  headerSize: 8 * 1024,
};

const limitsFor = (fields: number) => ({ ...limits, fields, parts: mostFilesAtOnce + fields });

/** Receives a form as it streams in and hands it to `work`; whatever happens, nothing of it is left on the disk. */
export async function withReceived<T>(
  request: Request,
  work: (received: Received) => Promise<T>,
  mostFields = limits.fields,
): Promise<T | Unreadable> {
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-upload-'));
  try {
    const received = await receive(request, { folder, mostFields });
    return 'status' in received ? received : await work(received);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Receiving {
  readonly folder: string;
  readonly mostFields: number;
}

async function receive(request: Request, { folder, mostFields }: Receiving): Promise<Received | Unreadable> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(type)) return { ...malformed, typed: {} };
  const form = new Form(folder);
  try {
    const parser = new Busboy({ headers: { 'content-type': type }, limits: limitsFor(mostFields), defCharset: 'utf8' });
    form.listen(parser);
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser);
    return await form.result();
  } catch (error) {
    await form.broken();
    return { ...(isTooLong(error) ? { status: 413, says: words.tooMuch } : malformed), typed: form.typed };
  }
}

const malformed: Refusal = { status: 400, says: words.malformed };

/** What the server says when the whole request is longer than this address takes. */
function isTooLong(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
}

/** Gathers the parts of one form. */
class Form {
  readonly #folder: string;
  readonly #fields = new Map<string, string>();
  readonly #files: Arrived[] = [];
  readonly #writing: Promise<void>[] = [];
  readonly #stop = new AbortController();
  #refusal: Refusal | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get typed(): Record<string, string> {
    return Object.fromEntries(this.#fields);
  }

  listen(parser: BusboyInstance): void {
    const tooMany = () => this.#refuse({ status: 413, says: words.tooManyFiles(mostFilesAtOnce) });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, tooMany);
    parser.on('field', (name, value, ...isCut) => {
      if (isCut.includes(true) || this.#fields.has(name)) this.#refuse(malformed);
      else this.#fields.set(name, value);
    });
    parser.on('file', (field, stream, name) => this.#take(field, stream, name));
  }

  #take(field: string, stream: BusboyFileStream, name: string): void {
    // A form without a chosen file sends a part without a name; one that nobody asked for is not lost in silence.
    const isChosen = (name ?? '') !== '';
    if (field !== 'file' || !isChosen) {
      stream.resume();
      if (isChosen) this.#refuse(malformed);
      return;
    }
    const path = join(this.#folder, String(this.#files.length));
    this.#files.push({ path, name });
    stream.on('limit', () => this.#refuse({ status: 413, says: words.tooLarge(largestFile / 1024 ** 2) }));
    const written = pipeline(stream, createWriteStream(path), { signal: this.#stop.signal });
    written.catch(() => this.#refuse(malformed));
    this.#writing.push(written);
  }

  #refuse(refusal: Refusal): void {
    this.#refusal ??= refusal;
  }

  /** After the form broke off: a file that was cut at its limit would otherwise be waited for without end. */
  async broken(): Promise<void> {
    this.#stop.abort();
    await this.#settled();
  }

  async result(): Promise<Received | Unreadable> {
    await this.#settled();
    if (this.#refusal) return { ...this.#refusal, typed: this.typed };
    return { fields: this.#fields, files: this.#files };
  }

  /** When nothing is being written any more. */
  async #settled(): Promise<void> {
    await Promise.allSettled(this.#writing);
  }
}
