import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageCache, type Keepable } from './page-cache.ts';

const page = (tags: string[], bytes = 10, renderedAt = 0): Keepable => ({ tags, bytes, renderedAt });

test('a kept page is found until a record it shows changes', () => {
  const cache = new PageCache(1000);
  cache.put('/zh', page(['news:7', 'zone:1']), cache.moment);
  expect(cache.get('/zh', 0)).toBeDefined();
  cache.drop(['news:8', 'zone:11']);
  expect(cache.get('/zh', 0)).toBeDefined();
  cache.drop(['zone:1']);
  expect(cache.get('/zh', 0)).toBeUndefined();
  expect(cache.bytes).toBe(0);
});

test('a change of a kind drops every record of it', () => {
  const cache = new PageCache(1000);
  cache.put('/a', page(['news:7']), cache.moment);
  cache.put('/b', page(['newspaper:7']), cache.moment);
  cache.drop(['news']);
  expect(cache.get('/a', 0)).toBeUndefined();
  expect(cache.get('/b', 0)).toBeDefined();
});

test('a page rendered before a change and ready after it is not kept', () => {
  const cache = new PageCache(1000);
  const moment = cache.moment;
  cache.drop(['news']);
  expect(cache.put('/news', page(['news:7']), moment)).toBe(false);
  expect(cache.put('/zones', page(['zone:1']), moment)).toBe(true);
  cache.clear();
  expect(cache.put('/zones', page(['zone:1']), moment)).toBe(false);
});

test('a page whose rendering took longer than the memory of changes is not kept', () => {
  const cache = new PageCache(1000);
  const moment = cache.moment;
  for (let change = 0; change < 1_001; change++) cache.drop([`zone:${change}`]);
  expect(cache.put('/news', page(['news']), moment)).toBe(false);
});

test('the least recently asked page makes room, and a page too large for the cache never enters', () => {
  const cache = new PageCache(100);
  for (const key of ['/1', '/2', '/3', '/4']) cache.put(key, page([], 25), cache.moment);
  cache.get('/1', 2_000);
  cache.put('/5', page([], 25, 2_000), cache.moment);
  expect(cache.get('/2', 2_000)).toBeUndefined();
  expect(cache.get('/1', 2_000)).toBeDefined();
  expect(cache.put('/6', page([], 26), cache.moment)).toBe(false);
  expect(cache.bytes).toBe(100);
});

test('a page is rendered anew after its time, for what ages by itself', () => {
  const cache = new PageCache(1000, 60);
  cache.put('/zh', page([], 10, 1_000), cache.moment);
  expect(cache.get('/zh', 1_060)).toBeDefined();
  expect(cache.get('/zh', 1_061)).toBeUndefined();
});

/** Renders, changes and finished renderings in any order. */
const step = fc.oneof(
  fc.record({ do: fc.constant('begin' as const), key: fc.nat(3), tag: fc.nat(2) }),
  fc.record({ do: fc.constant('finish' as const), which: fc.nat(5) }),
  fc.record({ do: fc.constant('change' as const), tag: fc.nat(2) }),
);

interface Rendering {
  readonly key: string;
  readonly tag: number;
  readonly state: number;
  readonly moment: number;
}

/** A site of three records whose pages take their time to render. */
class SlowSite {
  readonly cache = new PageCache<Keepable & Rendering>(1_000_000);
  readonly #state = [0, 0, 0];
  readonly #rendering: Rendering[] = [];

  begin(key: number, tag: number): void {
    this.#rendering.push({ key: `/${key}`, tag, state: this.#state[tag] ?? 0, moment: this.cache.moment });
  }

  change(tag: number): void {
    this.#state[tag] = (this.#state[tag] ?? 0) + 1;
    this.cache.drop([`t:${tag}`]);
  }

  finish(which: number): void {
    for (const ready of this.#rendering.splice(which, 1)) {
      this.cache.put(ready.key, { ...page([`t:${ready.tag}`]), ...ready }, ready.moment);
    }
  }

  /** Pages in the cache that show another state than the record has now. */
  stale(): unknown[] {
    const kept = ['/0', '/1', '/2', '/3'].map((key) => this.cache.get(key, 0));
    return kept.filter((one) => one !== undefined && one.state !== this.#state[one.tag]);
  }
}

test('whatever the order of renderings and changes, no page is served that shows an older state', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const site = new SlowSite();
      for (const one of steps) {
        if (one.do === 'begin') site.begin(one.key, one.tag);
        else if (one.do === 'change') site.change(one.tag);
        else site.finish(one.which);
        expect(site.stale()).toEqual([]);
      }
    }),
  );
});
