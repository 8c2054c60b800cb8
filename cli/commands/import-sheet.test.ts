import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { newClone } from '../../tests/support/database.ts';
import { here, organisationWorld } from '../../tests/support/organisations.ts';
import type { Context } from '../command.ts';
import { importCommand } from './import.ts';

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yuanlian-sheet-'));
  database = openDatabase(await newClone());
  await database.inTransaction(commandLine, organisationWorld);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function imported(...args: string[]) {
  const config = readConfig({});
  if (!config.ok) throw new Error('the settings are wrong');
  const lines: string[] = [];
  const context: Context = {
    ...{
      config: config.value,
      lang: 'zh',
      actor: commandLine,
      now: () => new Date(),
      json: false,
      root: process.cwd(),
    },
    database: () => Promise.resolve(database),
    progress: () => ({ at: () => undefined, end: () => undefined }),
    say: (text) => void lines.push(text.zh),
    complain: (text) => void lines.push(text.zh),
    result: () => undefined,
  };
  return { code: await importCommand.run(args, context), lines };
}

async function sheetOf(rows: string[][], name = '企业.xlsx'): Promise<string> {
  const path = join(folder, name);
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('企业名录');
  for (const row of rows) sheet.addRow(row);
  sheet.mergeCells('A1:C1');
  await workbook.xlsx.writeFile(path);
  return path;
}

async function names(): Promise<string[]> {
  const { rows } = await database.inTransaction(commandLine, (tx) =>
    tx.execute<{ name: string }>(sql`select name_zh as name from organisation order by id`),
  );
  return rows.map(({ name }) => name);
}

const good = [
  ['重点企业名录', '', ''],
  ['序号', '企业名称', '类型'],
  ['1', '甲智能科技有限公司', '企业'],
  ['2', '乙生物医药研究院', '科创平台'],
  ['', '合计', '2'],
];

test('a bureau’s list of enterprises is looked at first, then taken whole; its kind is seen from its columns', async () => {
  const path = await sheetOf(good);
  const before = await names();
  const dry = await imported(path, '--zone', here, '--dry-run');
  expect(dry.lines).toContain('合计、小计行不导入：第 5 行。');
  expect(dry.code).toBe(0);
  expect(await names()).toEqual(before);
  expect(await imported(path, '--list', 'organisations', '--zone', here)).toMatchObject({ code: 0 });
  expect((await names()).slice(before.length)).toEqual(['甲智能科技有限公司', '乙生物医药研究院']);
});

test('what is wrong is said by row and column, and nothing of the file is taken', async () => {
  const path = await sheetOf([...good.slice(0, 3), ['2', '丙有限公司', '饭店']], 'wrong.xlsx');
  const before = await names();
  const { code, lines } = await imported(path, '--zone', here);
  expect(code).toBe(1);
  expect(lines.some((line) => line.startsWith('第 4 行“类别”：'))).toBe(true);
  expect(lines.at(-1)).toBe('有 1 处问题，什么也没有导入。');
  expect(await names()).toEqual(before);
});

test('a CSV is a sheet too, and one that fits no list has to be named', async () => {
  const path = join(folder, 'x.csv');
  await writeFile(path, '甲,乙\n1,2\n');
  const { code, lines } = await imported(path);
  expect(code).toBe(1);
  expect(lines[0]).toContain('--list');
  expect((await imported(path, '--list', 'constructor')).lines[0]).toContain('没有名为“constructor”的列表');
});
