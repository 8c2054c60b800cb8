/** What the cache must know of a page; how it is sent is the page's own affair. */
export interface Keepable {
  readonly bytes: number;
  readonly tags: readonly string[];
  /** Milliseconds since the epoch. */
  readonly renderedAt: number;
}

interface Entry<Page> {
  readonly page: Page;
  /** When it last went to the end of the line; the front of the line leaves first. */
  movedAt: number;
}

/** Often enough to know what is asked for, and far less work than at every request. */
const moveEveryMs = 1_000;

interface Change {
  readonly moment: number;
  readonly tags: readonly string[];
}

/** What is remembered of past changes, for pages that are being rendered meanwhile. */
const rememberedChanges = 1_000;

/**
 * Rendered public pages by address, bounded in bytes, least recently used first out; a page leaves as soon as a tag it
 * carries has changed. Pure: it neither renders nor listens.
 *
 * A page may be rendered before a change and be ready after it. So whoever renders notes the `moment` first, and
 * `put` refuses a page with a tag that has changed since.
 */
export class PageCache<Page extends Keepable> {
  readonly #pages = new Map<string, Entry<Page>>();
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #limit: number;
  readonly #lifeMs: number;
  #changes: Change[] = [];
  #forgottenUntil = 0;
  #moment = 0;
  #bytes = 0;

  constructor(limit: number, lifeMs = 10 * 60_000) {
    this.#limit = limit;
    this.#lifeMs = lifeMs;
  }

  /** How many changes have been heard of. */
  get moment(): number {
    return this.#moment;
  }

  get(key: string, now: number): Page | undefined {
    const entry = this.#pages.get(key);
    if (entry === undefined) return undefined;
    if (now - entry.page.renderedAt > this.#lifeMs) {
      this.#remove(key);
      return undefined;
    }
    if (now - entry.movedAt > moveEveryMs) {
      entry.movedAt = now;
      this.#pages.delete(key);
      this.#pages.set(key, entry);
    }
    return entry.page;
  }

  /** Keeps a page whose rendering began at `moment`; a page that has become untrue meanwhile is not kept. */
  put(key: string, page: Page, moment: number): boolean {
    if (page.bytes > this.#limit / 4 || this.#hasChangedSince(moment, page.tags)) return false;
    this.#remove(key);
    this.#pages.set(key, { page, movedAt: page.renderedAt });
    this.#bytes += page.bytes;
    for (const tag of page.tags) {
      const keys = this.#keysByTag.get(tag) ?? new Set();
      this.#keysByTag.set(tag, keys.add(key));
    }
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#remove(oldest);
    }
    return true;
  }

  /** Drops every page that shows one of these tags. A bare kind (`news`) also drops every record of it (`news:7`). */
  drop(tags: readonly string[]): void {
    this.#moment += 1;
    this.#changes.push({ moment: this.#moment, tags });
    if (this.#changes.length > rememberedChanges) this.#forgottenUntil = this.#changes.shift()?.moment ?? 0;
    for (const [tag, keys] of this.#keysByTag) {
      if (tags.some((changed) => covers(changed, tag))) for (const key of keys) this.#remove(key);
    }
  }

  /** Drops everything, and what is being rendered as well. */
  clear(): void {
    this.#moment += 1;
    this.#forgottenUntil = this.#moment;
    this.#changes = [];
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

  #hasChangedSince(moment: number, tags: readonly string[]): boolean {
    if (moment < this.#forgottenUntil) return true;
    return this.#changes.some(
      (change) => change.moment > moment && change.tags.some((changed) => tags.some((tag) => covers(changed, tag))),
    );
  }

  #remove(key: string): void {
    const entry = this.#pages.get(key);
    if (entry === undefined) return;
    this.#pages.delete(key);
    this.#bytes -= entry.page.bytes;
    for (const tag of entry.page.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}

function covers(changed: string, tag: string): boolean {
  return tag === changed || tag.startsWith(`${changed}:`);
}
