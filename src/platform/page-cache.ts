/** A rendered page, ready to send. */
export interface CachedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly tags: readonly string[];
}

/**
 * Rendered public pages by address, bounded in bytes, least recently used first out; a page leaves as soon as a tag it
 * carries has changed. Pure: it neither renders nor listens.
 */
export class PageCache {
  readonly #pages = new Map<string, CachedPage>();
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): CachedPage | undefined {
    const page = this.#pages.get(key);
    if (page === undefined) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  put(key: string, page: CachedPage): void {
    this.#remove(key);
    if (page.body.length > this.#limit / 4) return;
    this.#pages.set(key, page);
    this.#bytes += page.body.length;
    for (const tag of page.tags) {
      const keys = this.#keysByTag.get(tag) ?? new Set();
      this.#keysByTag.set(tag, keys.add(key));
    }
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#remove(oldest);
    }
  }

  /** Drops every page that shows one of these tags. A bare kind (`news`) also drops every record of it (`news:7`). */
  drop(tags: readonly string[]): void {
    for (const [tag, keys] of this.#keysByTag) {
      const hit = tags.some((changed) => tag === changed || tag.startsWith(`${changed}:`));
      if (hit) for (const key of keys) this.#remove(key);
    }
  }

  clear(): void {
    this.#pages.clear();
    this.#keysByTag.clear();
    this.#bytes = 0;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#pages.size;
  }

  #remove(key: string): void {
    const page = this.#pages.get(key);
    if (page === undefined) return;
    this.#pages.delete(key);
    this.#bytes -= page.body.length;
    for (const tag of page.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}
