import { expect, test } from 'vitest';
import { measuredIn, saidIn } from './said-in.ts';

test.each([
  ['做强主导产业', '做强主导产业', 'zh'],
  ['建设 AI for Science 平台', '建设 AI for Science 平台。', 'zh'],
  ['GDP', '到2026年，GDP达到3500亿元。', 'zh'],
  ['GDP', 'By 2026, GDP will reach 350 billion yuan.', 'en'],
  ['Build the pilot base', 'Build the pilot base | 2026年6月 | 科技局', 'en'],
])('%s in “%s” is %s', (title, sentence, lang) => expect(saidIn(title, sentence)).toBe(lang));

test('a target said in English is counted in the units of the site where it is money, and is never called Chinese', () => {
  const inEnglish = (value: number, measure: string) => Object.values(measuredIn({ value, measure }, 'en'));
  expect(inEnglish(350, 'billion yuan')).toEqual(['3500', '亿元', '100 million yuan']);
  expect(inEnglish(1.1, 'bn RMB')).toEqual(['11', '亿元', '100 million yuan']);
  expect(inEnglish(2.5, 'million yuan')).toEqual(['250', '万元', '10,000 yuan']);
  expect(inEnglish(8, '%')).toEqual(['8', '%', '%']);
  expect(inEnglish(800, 'enterprises')).toEqual(['800', '', 'enterprises']);
  expect(Object.values(measuredIn({ value: 3500, measure: '亿元' }, 'zh'))).toEqual(['3500', '亿元', '']);
});
