import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inRollback } from '../../tests/support/database.ts';
import { seedReference } from '../../tests/support/reference.ts';
import { directoryAddress, facetKeys, parseDirectoryQuery, type DirectoryQuery } from './directory.ts';
import { countFacets, listZones, zoneDots } from './read-directory.server.ts';

const usual: DirectoryQuery = { filter: {}, sort: 'code' };

function queryOf(address: string): DirectoryQuery {
  const parsed = parseDirectoryQuery(new URLSearchParams(address));
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.field).join());
  return parsed.value;
}

describe('the address of the directory', () => {
  test('holds the whole state, and reading it gives the state back', () => {
    const address =
      '?q=相城&province=320000&city=320500&level=national&type=101&industry=electronics&decade=2010&area=200-500&sort=area';
    const query = queryOf(address);
    const again = directoryAddress('/zh/zones', query);
    expect(queryOf(again.slice(again.indexOf('?')))).toEqual(query);
  });

  test('a new province forgets the city of the old one', () => {
    const query = queryOf('?province=320000&city=320500&level=national');
    expect(directoryAddress('/zh/zones', query, { province: '330000' })).toBe(
      '/zh/zones?province=330000&level=national',
    );
  });

  test.each([
    'province=x',
    'level=local',
    'type=1',
    'decade=1066',
    'area=big',
    'sort=random()',
    'after=nowhere',
    'after=x~32101026&sort=area',
  ])('%s is refused by name', (wrong) => {
    const parsed = parseDirectoryQuery(new URLSearchParams(wrong));
    expect(parsed).toMatchObject({ ok: false, problems: [{ field: wrong.split('=')[0] }] });
  });

  test('whatever stands in the address, it is read or refused, never a failure', () => {
    const anything = fc.dictionary(fc.constantFrom('q', 'sort', 'after', 'x', ...facetKeys), fc.string());
    fc.assert(
      fc.property(anything, (parameters) => {
        expect(typeof parseDirectoryQuery(new URLSearchParams(parameters)).ok).toBe('boolean');
      }),
    );
  });
});

describe('the directory', () => {
  test('pages follow each other without a gap or a repetition, in every order', () =>
    inRollback(async (tx) => {
      await seedReference(tx);
      for (const sort of ['code', 'name', 'area', 'year'] as const) {
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = await listZones(
            tx,
            queryOf(`?province=440000&sort=${sort}${after ? `&after=${encodeURIComponent(after)}` : ''}`),
          );
          seen.push(...page.zones.map((zone) => zone.code));
          after = page.after;
        } while (after);
        expect(seen).toHaveLength(138);
        expect(new Set(seen).size).toBe(138);
      }
    }));

  test('counts every value of a filter with the other filters applied', () =>
    inRollback(async (tx) => {
      await seedReference(tx);
      const filter = { province: '320000', level: 'national', industry: 'electronics' };
      const counts = await countFacets(tx, filter);
      const count = (facet: string, value: string) =>
        counts.find((one) => one.facet === facet && one.value === value)?.count;
      const listed = async (change: object) => await zoneCount(tx, { ...filter, ...change });
      expect(count('total', 'total')).toBe(await listed({}));
      expect(count('province', '330000')).toBe(await listed({ province: '330000' }));
      expect(count('level', 'national')).toBe(await listed({}));
      expect(count('industry', 'automotive')).toBe(await listed({ industry: 'automotive' }));
      expect(count('decade', '2010')).toBe(await listed({ decade: '2010' }));
      expect(count('city', '320500')).toBe(await listed({ city: '320500' }));
      expect(counts.find((one) => one.value === '320500')?.name).toEqual({ zh: '苏州市', en: 'Suzhou' });
    }));

  test('the map shows what the list shows', () =>
    inRollback(async (tx) => {
      await seedReference(tx);
      const filter = { city: '320500' };
      const { zones } = await listZones(tx, { ...usual, filter });
      const located = zones.filter((zone) => zone.location).map((zone) => zone.code);
      const dots = await zoneDots(tx, filter);
      expect(
        dots
          .filter((dot) => dot.hit)
          .map((dot) => dot.code)
          .sort(),
      ).toEqual(located);
      expect(dots.length).toBeGreaterThan(2300);
    }));

  test('a text is looked for in names, other names and codes, in either language and script', () =>
    inRollback(async (tx) => {
      await seedReference(tx);
      const codes = async (q: string) => {
        const page = await listZones(tx, queryOf(`?q=${encodeURIComponent(q)}`));
        return page.zones.map((zone) => zone.code);
      };
      expect(await codes('相城')).toEqual(['32101026', '32202016']);
      expect(await codes('蘇州 相城經開區')).toEqual(['32101026']);
      expect(await codes('Xiangcheng High-Tech')).toEqual(['32202016']);
      expect(await codes('32101026')).toEqual(['32101026']);
      expect(await codes(`%_\\' or 1=1 --`)).toEqual([]);
    }));
});

async function zoneCount(
  tx: Parameters<typeof countFacets>[0],
  filter: Parameters<typeof countFacets>[1],
): Promise<number> {
  const dots = await countFacets(tx, filter);
  return dots.find((one) => one.facet === 'total')?.count ?? 0;
}
