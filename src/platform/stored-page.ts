import { hash } from 'node:crypto';
import { compress, compressWell, isCompressible, type Encoding } from './encoding.ts';
import type { Keepable } from './page-cache.ts';
import type { Headers } from './security-headers.ts';

/** One form of the page, ready to be written: header names and values in one flat list, as node:http likes them best. */
export interface Form {
  readonly headers: readonly string[];
  readonly body: Buffer;
}

export interface PageParts {
  readonly headers: Headers;
  readonly body: Buffer;
  readonly tags: readonly string[];
  readonly route: string;
  readonly renderedAt: number;
  /** Sent many times, so worth better compression. */
  readonly forKeeping: boolean;
}

const smallestWorthCompressing = 600;

/** A rendered page or a static file that is sent many times. Compressed once for each encoding, when first asked for. */
export class StoredPage implements Keepable {
  readonly tags: readonly string[];
  readonly route: string;
  readonly renderedAt: number;
  readonly bytes: number;
  readonly etag: string;
  /** What a 304 says: the same headers without those that describe a body. */
  readonly notModified: readonly string[];
  readonly #headers: Headers;
  readonly #plain: Form;
  readonly #isCompressible: boolean;
  readonly #forKeeping: boolean;
  readonly #encoded = new Map<Encoding, Form | Promise<Form>>();

  constructor({ headers, body, ...about }: PageParts) {
    const contentType = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
    this.#isCompressible = body.length >= smallestWorthCompressing && isCompressible(contentType);
    this.etag = `W/"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
    this.#headers = [
      ...headers,
      ['etag', this.etag],
      ...(this.#isCompressible ? [['vary', 'accept-encoding'] as const] : []),
    ];
    this.#plain = this.#form(body);
    this.notModified = this.#headers.filter(([name]) => name !== 'content-type').flat();
    this.tags = about.tags;
    this.route = about.route;
    this.renderedAt = about.renderedAt;
    this.#forKeeping = about.forKeeping;
    // The compressed forms to come are counted from the start: together about half of the plain one.
    this.bytes = Math.ceil(body.length * 1.5) + 1_024;
  }

  /** At once where that form exists, which is nearly always. */
  form(encoding: Encoding | undefined): Form | Promise<Form> {
    if (encoding === undefined || !this.#isCompressible) return this.#plain;
    return this.#encoded.get(encoding) ?? this.#encode(encoding);
  }

  #encode(encoding: Encoding): Form | Promise<Form> {
    const { body } = this.#plain;
    const coming = this.#forKeeping ? compressWell(body, encoding) : compress(body, encoding);
    const finish = (bytes: Buffer) => {
      const form = this.#form(bytes, 'content-encoding', encoding);
      this.#encoded.set(encoding, form);
      return form;
    };
    if (!(coming instanceof Promise)) return finish(coming);
    const promised = coming.then(finish);
    this.#encoded.set(encoding, promised);
    return promised;
  }

  #form(body: Buffer, ...more: string[]): Form {
    return { body, headers: [...this.#headers.flat(), 'content-length', String(body.length), ...more] };
  }
}
