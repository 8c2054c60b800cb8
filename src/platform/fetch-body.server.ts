import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { fetchWords as words } from '#language/words/fetch.ts';
import { FetchProblem } from './fetch-problem.ts';

export interface BodyLimits {
  /** Of what comes over the wire, and again of what it unpacks to. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

const unpackers: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** Reads a body while counting, so that nothing larger than allowed is ever held. */
export async function readBody(response: IncomingMessage, { maxBytes, signal }: BodyLimits): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  const unpack = unpackerFor(response.headers['content-encoding']);
  if (!unpack) await pipeline(response, atMost(maxBytes), collect, { signal });
  else await pipeline(response, atMost(maxBytes), unpack, atMost(maxBytes), collect, { signal });
  return Buffer.concat(chunks);
}

function unpackerFor(encoding: string | undefined): Duplex | undefined {
  const name = (encoding ?? 'identity').trim().toLowerCase();
  if (name === 'identity' || name === '') return undefined;
  const unpacker = Object.hasOwn(unpackers, name) ? unpackers[name] : undefined;
  // Packed twice, or in a way that was not asked for.
  if (!unpacker) throw new FetchProblem(words.brokenAnswer);
  return unpacker();
}

function atMost(maxBytes: number) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  };
}

function tooLarge(maxBytes: number): FetchProblem {
  return new FetchProblem(words.tooLarge(Math.max(0.1, Math.round(maxBytes / 104_857.6) / 10)));
}
