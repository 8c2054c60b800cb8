import type { Kit, Rendered } from './kit.server.ts';
import { pageKey } from './page-key.ts';
import { PageCache } from './page-cache.ts';
import { withCharset, withHeaders, type Headers } from './security-headers.ts';
import { StoredPage } from './stored-page.ts';

/** A public page: kept and ready to send, or rendered just now and not for keeping. */
export type Page = StoredPage | Response;

interface Asked {
  readonly url: string;
  readonly accept: string | undefined;
  readonly requestId: string;
}

interface Settings {
  readonly bytes: number;
  readonly kit: Kit;
  readonly headers: Headers;
  /** Whether changes are heard at this moment: nothing is kept while they are not. */
  readonly mayKeep: () => boolean;
}

/** Taken off before a response leaves: what only this process needs to know. */
const internal = new Set(['x-yuanlian-shows', 'x-yuanlian-route', 'x-sveltekit-page', 'etag', 'content-length']);

/** Renders public pages, each at most once at a time, and keeps those that say what they show. */
export class Pages {
  readonly #cache: PageCache<StoredPage>;
  readonly #settings: Settings;
  readonly #rendering = new Map<string, { moment: number; page: Promise<Page> }>();

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#cache = new PageCache(settings.bytes);
  }

  get cache(): PageCache<StoredPage> {
    return this.#cache;
  }

  /** The page as it is kept under exactly this address: the shortest way, for the pages that are asked most. */
  kept(url: string, now: number): StoredPage | undefined {
    return this.#cache.get(url, now);
  }

  async find(asked: Asked): Promise<Page> {
    const key = this.#settings.bytes > 0 ? pageKey(asked.url) : undefined;
    if (key === undefined) return this.#render(asked, false);
    return this.#cache.get(key, Date.now()) ?? this.#joinRendering({ ...asked, url: key });
  }

  /** Readers who ask for the same page at once wait for one rendering, unless something has changed since it began. */
  async #joinRendering(asked: Asked): Promise<Page> {
    const { moment } = this.#cache;
    const under = this.#rendering.get(asked.url);
    if (under?.moment === moment) {
      const page = await under.page;
      return page instanceof StoredPage ? page : this.#render(asked, false);
    }
    const mine = { moment, page: this.#renderAndKeep(asked, moment) };
    this.#rendering.set(asked.url, mine);
    try {
      return await mine.page;
    } finally {
      if (this.#rendering.get(asked.url) === mine) this.#rendering.delete(asked.url);
    }
  }

  async #renderAndKeep(asked: Asked, moment: number): Promise<Page> {
    const page = await this.#render(asked, true);
    if (page instanceof StoredPage && this.#settings.mayKeep()) this.#cache.put(asked.url, page, moment);
    return page;
  }

  async #render(asked: Asked, forKeeping: boolean): Promise<Page> {
    const rendered = await this.#settings.kit.renderPublic(asked.url, asked.accept, asked.requestId);
    const { response, page } = rendered;
    const shows = response.headers.get('x-yuanlian-shows');
    if (shows === null || response.status !== 200 || response.headers.has('set-cookie')) return whole(rendered);
    return new StoredPage({
      headers: withHeaders(publicHeaders(response), this.#settings.headers),
      body: Buffer.from(page ?? (await response.bytes())),
      tags: shows.split(' '),
      route: response.headers.get('x-yuanlian-route') ?? '',
      renderedAt: Date.now(),
      forKeeping,
    });
  }
}

/** A page that is not for everyone, with its text; tag and length were those of the empty one. */
function whole({ response, page }: Rendered): Response {
  if (page === undefined) return response;
  const headers = [...response.headers].filter(([name]) => name !== 'etag' && name !== 'content-length');
  return new Response(page, { status: response.status, headers });
}

/** A browser keeps the page and asks whether it is still true. */
function publicHeaders(response: Response): Headers {
  const own = [...response.headers].filter(([name]) => !internal.has(name)).map(withCharset);
  return withHeaders(own, [['cache-control', 'public, max-age=0, must-revalidate']]);
}
