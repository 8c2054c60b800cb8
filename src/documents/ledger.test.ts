import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { bulletinOf } from './bulletin.ts';
import { ledgerOf } from './ledger.ts';
import { officialDocument } from './official.ts';

const linesOf = async (official: Parameters<typeof officialDocument>[0]) =>
  (await mammoth.extractRawText({ buffer: await officialDocument(official) })).value.split(/\n+/).filter(Boolean);

test('a ledger says what it was narrowed to, as of which day and how many, then counts its rows', async () => {
  const ledger = ledgerOf({
    ...{ name: '投资项目', lang: 'zh' as const, date: '2026-11-23', filters: ['阶段：签约', '板块：经开区'] },
    columns: [{ title: '项目' }, { title: '协议投资', unit: '万元', isNumber: true }],
    rows: [
      ['甲', '12,000'],
      ['乙', '8,000'],
    ],
  });
  expect(ledger.isWide).toBe(true);
  expect(await linesOf(ledger)).toEqual([
    '投资项目台账',
    '筛选条件：阶段：签约；板块：经开区。',
    '截至2026年11月23日，共 2 条。',
    ...['序号', '项目', '协议投资（万元）'],
    ...['1', '甲', '12,000'],
    ...['2', '乙', '8,000'],
  ]);
});

test('a bulletin carries its name, issue, issuer and day above the text, and whom it goes to below', async () => {
  const bulletin = {
    ...{ name: '重点工作推进简报', lang: 'zh' as const, issue: 3, issuer: '相城区发展和改革局', date: '2026-03-02' },
    ...{ title: '一季度重点任务进展', body: [{ heading: 1 as const, text: '总体情况' }, '120 项任务按期推进。'] },
    sentTo: ['区委', '区政府'],
  };
  expect(await linesOf(bulletinOf(bulletin))).toEqual([
    ...['重点工作推进简报', '第 3 期', '相城区发展和改革局　2026年3月2日', '一季度重点任务进展'],
    ...['一、总体情况', '120 项任务按期推进。', '报送：区委，区政府'],
  ]);
  expect(bulletinOf(bulletin).issuer).toBeUndefined();
  expect(bulletinOf({ ...bulletin, isRed: true }).issuer).toBe('重点工作推进简报');
});
