import { isDatabaseAway } from './database-away.ts';
import type { Site } from './site.ts';

/**
 * What the site says of itself, kept in memory and read again after every change. Whoever hears of a change calls
 * `forget` at once; whoever then asks waits for the new text, so that no page is drawn from the old one.
 */
export class SiteMemory {
  readonly #read: () => Promise<Site>;
  #known: Site;
  #reading: Promise<Site> | undefined;

  constructor(first: Site, read: () => Promise<Site>) {
    this.#known = first;
    this.#read = read;
  }

  /** As last read: for work that may be a moment behind. */
  get known(): Site {
    return this.#known;
  }

  forget(): void {
    this.#reading = undefined;
  }

  current(): Promise<Site> {
    this.#reading ??= this.#renew();
    return this.#reading;
  }

  /** While the database is away the site is what it was. */
  async #renew(): Promise<Site> {
    try {
      const site = await this.#read();
      this.#known = site;
      return site;
    } catch (error) {
      this.forget();
      if (isDatabaseAway(error)) return this.#known;
      throw error;
    }
  }
}
