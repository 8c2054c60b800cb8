import { expect, test } from 'vitest';
import { countedDocument } from '../../tests/support/plan-files.ts';
import { plainTextOf } from './read-plain.server.ts';

test('a Word file is read with the numbers that Word shows before its headings and items', async () => {
  const bytes = await countedDocument('检验检测产业集群建设实施方案', [
    [undefined, '为加快产业集群建设，制定本方案。'],
    [0, '主要目标'],
    [undefined, '到2027年，检验检测服务业产值达到350亿元。'],
    [0, '重点任务'],
    [1, '做强检验检测产业'],
    [2, '建成中试基地。2027年6月底前投用。（责任单位：科技局）'],
    [2, '引进检测机构。2027年底前引进10家。（责任单位：招商局）'],
    [1, '提升创新能力'],
    [2, '出台共享办法。2027年3月底前出台。（责任单位：科技局）'],
  ]);
  const text = await plainTextOf(bytes, '.docx');
  expect(text.ok && text.value.split('\n')).toEqual([
    '检验检测产业集群建设实施方案',
    '为加快产业集群建设，制定本方案。',
    '一、主要目标',
    '到2027年，检验检测服务业产值达到350亿元。',
    '二、重点任务',
    '（一）做强检验检测产业',
    '1. 建成中试基地。2027年6月底前投用。（责任单位：科技局）',
    '2. 引进检测机构。2027年底前引进10家。（责任单位：招商局）',
    '（二）提升创新能力',
    '1. 出台共享办法。2027年3月底前出台。（责任单位：科技局）',
  ]);
});

test('a list that counts by itself keeps its numbers in the plain text', async () => {
  const page =
    '<h1>任务清单公示</h1><p>2024-02-01 来源：园区报</p><div id="zoom"><p>现将清单公示如下。</p><ol><li>建成中试基地</li><li>引进检测机构</li></ol></div>';
  const text = await plainTextOf(Buffer.from(page), '.html');
  expect(text.ok && text.value.split('\n').slice(-2)).toEqual(['1. 建成中试基地', '2. 引进检测机构']);
});
