import excel from 'exceljs';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { workbookOf } from '#text/workbook.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { seedReference } from '../../tests/support/reference.ts';
import { exportCells, exportHeader, zoneSheet } from './export.ts';
import { allListed } from './read-directory.server.ts';

test('a file holds what the directory shows, all pages of it, with the names in both languages', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const zones = await allListed(tx, { filter: { province: '440000' }, sort: 'code' });
    expect(zones).toHaveLength(138);
    const xiangcheng = await allListed(tx, { filter: { q: '32101026' }, sort: 'code' });
    const cells = xiangcheng.map(exportCells)[0] ?? [];
    const row = Object.fromEntries(exportHeader('en').map((name, at) => [name, cells[at]]));
    expect(row).toMatchObject({
      'Zone code': '32101026',
      'Name (Chinese)': '相城经济技术开发区',
      'Name (English)': 'Xiangcheng Economic and Technological Development Zone',
      'City (English)': 'Suzhou',
      Approved: '2014-10',
      'Approved area (ha)': 213,
      'Leading industries (Chinese)': '电子信息、装备制造、汽车',
    });
  }));

test('the workbook opens, its codes are texts and none of its cells is a formula', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const [zone] = await allListed(tx, { filter: { q: '32101026' }, sort: 'code' });
    const evil = zone && { ...zone, name: { zh: '=cmd|x', en: '+1' } };
    const bytes = await buffer(workbookOf(zoneSheet(evil ? [evil] : [], 'zh')));
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    const row = workbook.worksheets[0]?.getRow(2).values as unknown[] | undefined;
    expect(row?.slice(0, 4)).toEqual([undefined, '32101026', "'=cmd|x", "'+1"]);
  }));
