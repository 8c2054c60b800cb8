import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import type { ListFilter } from './list.ts';
import { countArticles } from './read-counts.server.ts';
import { listArticles } from './read-list.server.ts';

/** Forty articles in two columns over four years, every third in the city itself, every fourth withdrawn. */
async function someArticles(tx: Tx): Promise<void> {
  await twoZones(tx);
  await tx.execute(sql`
    insert into article (state, column_slug, zone_code, city_code, province_code, published_at, first_published_at)
    select case when n % 4 = 1 then 'withdrawn' else 'published' end, case when n % 2 = 0 then 'text' else 'notices' end,
      '32101026', case when n % 3 = 0 then '320500' end, '320000',
      '2021-12-31T16:30:00Z'::timestamptz + n * interval '1 month', now()
    from generate_series(0, 39) n`);
  await tx.execute(sql`insert into edition (article_id, lang, title, body, body_text, original)
    select id, 'zh', 'A' || id, '{"type":"doc","content":[]}', '', true from article`);
}

async function all(tx: Tx, filter: ListFilter) {
  const cards = [];
  for (let after, first = true; first || after; first = false) {
    const page = await listArticles(tx, 'zh', { filter, after, limit: 7 });
    cards.push(...page.cards);
    after =
      page.after === undefined
        ? undefined
        : {
            publishedAt: new Date(Number(page.after.split('-')[0])),
            id: Number(page.after.split('-')[1]),
          };
  }
  return cards;
}

const columns = [undefined, 'text', 'zone-news'];
const cities = [undefined, '320500', '320000'];
const years = [undefined, '2022', '2023'];
const filters = columns.flatMap((column) =>
  cities.flatMap((city) => years.map((year): ListFilter => ({ column, city, year, zone: year && '32101026' }))),
);

test('every set of filters shows what it says, page by page, and the counts agree with the list', () =>
  inRollback(async (tx) => {
    await someArticles(tx);
    const everything = await all(tx, {});
    expect(everything).toHaveLength(30);
    expect(everything).toEqual([...everything].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()));
    for (const filter of filters) {
      const cards = await all(tx, filter);
      const { column, city, year } = filter;
      const meant = everything.filter(
        (card) => isIn(column, card.column) && isOf(city, card.city?.code) && isOf(year, yearOf(card.publishedAt)),
      );
      expect(cards).toEqual(meant);
      const counts = await countArticles(tx, filter);
      expect(sum(counts.columns.filter(({ slug }) => isIn(column, slug)))).toBe(meant.length);
      expect(sum(counts.years.filter(({ value }) => isOf(year, value)))).toBe(meant.length);
      expect(sum(counts.cities.filter(({ value }) => isOf(city, value)))).toBe(meant.length);
    }
  }));

const isOf = (asked: string | undefined, value: string | undefined) =>
  asked === undefined || asked === value || asked === '320000';
const isIn = (column: string | undefined, value: string) => isOf(column, value) || column === 'zone-news';
const sum = (counted: readonly { count: number }[]) => counted.reduce((total, { count }) => total + count, 0);

/** On China's clock: the first of the articles above is from the first half hour of a year there. */
const yearOf = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 4);
