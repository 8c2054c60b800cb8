import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { startWords as words } from '#language/words/start.ts';
import { EnvironmentProblem } from './environment.ts';
import { isKey, type Storage, type StoredObject } from './storage.ts';
import type { S3Settings } from './storage-config.ts';

const patienceMs = 60_000;

/** Files in a bucket. Every object is sent with the hash of its content, which the server compares. */
export function s3Storage(settings: S3Settings): Storage {
  const bucket = new Bucket(settings);
  return {
    check: () => bucket.check(),
    write: (key, path) => bucket.put(key, path),
    read: async (key, range) => {
      const headers = range && { range: `bytes=${range.first}-${range.last}` };
      const response = await bucket.ask(key, { method: 'GET', ...(headers && { headers }) });
      if (response.status === 404) return undefined;
      if (range && response.status !== 206) throw new Error('the storage sent more than was asked for');
      return Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    },
    remove: async (keys) => {
      await Promise.all(keys.map(async (key) => (await bucket.ask(key, { method: 'DELETE' })).body?.cancel()));
    },
    list: () => bucket.list(),
  };
}

class Bucket {
  readonly #client: AwsClient;
  readonly #base: string;
  readonly #prefix: string;

  constructor({ endpoint, bucket, prefix, region, key, secret }: S3Settings) {
    this.#client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, service: 's3', region, retries: 3 });
    const named = new URL(endpoint).hostname.startsWith(`${bucket}.`);
    this.#base = named ? endpoint : `${endpoint}/${bucket}`;
    this.#prefix = prefix === '' ? '' : `${prefix}/`;
  }

  async check(): Promise<void> {
    try {
      await this.#page({ 'max-keys': '1' });
    } catch (error) {
      throw new EnvironmentProblem(words.storageAway(error instanceof Error ? error.message : ''), error as Error);
    }
  }

  async put(key: string, path: string): Promise<void> {
    const body = await readFile(path);
    const sum = createHash('sha256').update(body).digest('hex');
    const headers = { 'x-amz-content-sha256': sum, 'content-type': 'application/octet-stream' };
    const response = await this.ask(key, { method: 'PUT', body, headers });
    await response.body?.cancel();
    if (response.status === 404) throw new Error('the bucket is gone');
  }

  /** A 404 is an answer; any other refusal is thrown with what the server said. */
  async ask(key: string, init: RequestInit): Promise<Response> {
    if (!isKey(key)) throw new Error('not a key of the storage');
    const path = (this.#prefix + key).split('/').map(encodeURIComponent).join('/');
    return this.#fetch(`${this.#base}/${path}`, init);
  }

  /** By the first form of the question, which every service that calls itself S3 answers. */
  async *list(): AsyncGenerator<StoredObject> {
    let last: string | undefined;
    do {
      const page: string = await this.#page(last === undefined ? {} : { marker: last });
      last = undefined;
      for (const [, object = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        last = textOf(object, 'Key') ?? '';
        yield { key: last.slice(this.#prefix.length), bytes: Number(textOf(object, 'Size')) };
      }
      if (textOf(page, 'IsTruncated') !== 'true') return;
    } while (last !== undefined);
  }

  async #page(more: Readonly<Record<string, string>>): Promise<string> {
    const query = new URLSearchParams({ prefix: this.#prefix, ...more });
    const response = await this.#fetch(`${this.#base}?${query}`, { method: 'GET' });
    if (!response.ok) throw new Error(`${response.status} ${textOf(await response.text(), 'Code') ?? ''}`);
    return response.text();
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    // Not the guarded fetch for strangers' addresses: the operator named this one, and it is often inside.
    const response = await this.#client.fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
    if (response.ok || response.status === 404) return response;
    throw new Error(`${response.status} ${textOf(await response.text(), 'Code') ?? ''}`);
  }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function textOf(xml: string, tag: string): string | undefined {
  const found = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];
  return found?.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
