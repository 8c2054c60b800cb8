import { expect, test } from 'vitest';
import { toChinese, toEnglish } from './dictionary.ts';
import { keywordsOf } from './keywords.server.ts';
import { initialsOf, pinyinOf } from './pinyin.ts';
import { createSegmenter, segment } from './segment.server.ts';
import { sentencesOf } from './sentences.ts';
import { similarity } from './similarity.ts';
import { otherZoneWords, shortZoneName } from './zone-words.ts';

test('a name that the dictionary would tear apart stays whole once it is known', () => {
  const segmenter = createSegmenter();
  expect(segmenter.words('相城经开区招商')).not.toContain('相城经开区');
  segmenter.add(['相城经开区']);
  expect(segmenter.words('相城经开区招商')).toEqual(['相城经开区', '招商']);
});

test('the finest cut also gives the words inside a word', () => {
  expect(createSegmenter().finest('技术开发区')).toEqual(
    expect.arrayContaining(['技术', '开发', '开发区', '技术开发区']),
  );
});

test('punctuation and blanks are no words, Latin words and numbers are', () => {
  expect(segment('半导体（DSP）芯片，2024 年!')).toEqual(['半导体', 'dsp', '芯片', '2024', '年']);
});

test('pinyin and initials of a name', () => {
  expect(pinyinOf('相城经开区')).toBe('xiangchengjingkaiqu');
  expect(initialsOf('相城经开区')).toBe('xcjkq');
  expect(initialsOf('重庆两江新区')).toBe('cqljxq');
});

test('zones are called by the short form of their type', () => {
  expect(shortZoneName('相城经济技术开发区')).toBe('相城经开区');
  expect(shortZoneName('苏州高新技术产业开发区')).toBe('苏州高新区');
  expect(shortZoneName('经济技术开发区')).toBeUndefined();
  expect(otherZoneWords('综保区')).toEqual(['综合保税区']);
  expect(otherZoneWords('高新技术产业开发区')).toEqual(['高新区']);
});

test('English words of the field have their Chinese words, in any number and spelling', () => {
  expect(toChinese('semiconductor')).toContain('半导体');
  expect(toChinese('New Materials')).toEqual(['新材料']);
  expect(toChinese('biomedicine')).toContain('生物医药');
  expect(toChinese('High-Tech Zone')).toContain('高新区');
  expect(toChinese('companies')).toContain('企业');
  expect(toChinese('xyzzy')).toEqual([]);
  expect(toEnglish('新材料')).toContain('new material');
});

test('a sentence ends where a reader would stop', () => {
  const text = '产值3.5亿元。“链接！”见 a.b.com 第2条; Then it ended. 完';
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  expect(sentences).toEqual(['产值3.5亿元。', '“链接！”', '见 a.b.com 第2条;', 'Then it ended.', '完']);
});

test('the keywords of a text are what it is about', () => {
  const words = keywordsOf('相城区推进新型工业化，集成电路和新材料企业与科创平台对接，集成电路企业提出需求。', 5).map(
    ({ word }) => word,
  );
  expect(words).toContain('集成电路');
  expect(words).not.toContain('和');
});

test('texts on one subject are more alike than texts on two', () => {
  const chips = keywordsOf('集成电路产业园开工，封装测试和芯片设计企业入驻');
  const more = keywordsOf('芯片设计企业发布新品，集成电路封装能力提升');
  const tea = keywordsOf('春茶开采，茶农采摘忙，茶叶市场价格上涨');
  expect(similarity(chips, more)).toBeGreaterThan(similarity(chips, tea));
  expect(similarity(chips, chips)).toBeCloseTo(1);
  expect(similarity(chips, [])).toBe(0);
});
