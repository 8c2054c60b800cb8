import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#calendar/workdays.ts';
import { milestonesFromText, milestonesToText } from './milestone-text.ts';

describe('milestones in a cell', () => {
  test('stand one on a line', () => {
    const text = '2026-06-30 | 完成选址 | Site chosen | 3\n2026-12-31 | 揭牌 |  | 1';
    const milestones = [
      { dueOn: '2026-06-30', titleZh: '完成选址', titleEn: 'Site chosen', weight: 3 },
      { dueOn: '2026-12-31', titleZh: '揭牌', titleEn: '', weight: 1 },
    ];
    expect(milestonesToText(milestones)).toBe(text);
    expect(milestonesFromText(text)).toEqual(milestones);
  });

  test('a bar of either width belongs to the title it stands in', () => {
    const milestones = [{ dueOn: '2026-06-30', titleZh: '甲|乙｜丙', titleEn: '｜', weight: 1 }];
    expect(milestonesFromText(milestonesToText(milestones))).toEqual(milestones);
  });

  test.each([
    ['2026-06-30|完成选址', { titleZh: '完成选址', titleEn: '', weight: 1 }],
    ['2026/06/30 ｜ 完成选址 ｜ 2', { titleZh: '完成选址', titleEn: '', weight: 2 }],
    ['2026.06.30 | 完成选址 | Site chosen', { titleZh: '完成选址', titleEn: 'Site chosen', weight: 1 }],
    ['2026-06-30 | 甲\\|乙', { titleZh: '甲|乙', titleEn: '', weight: 1 }],
  ])('%s is understood', (line, milestone) => {
    expect(milestonesFromText(line)).toEqual([{ dueOn: '2026-06-30', ...milestone }]);
  });

  test.each([
    '完成选址',
    '2026-02-30 | 完成选址',
    '2026-06-30 |',
    '2026-06-30 | a | b | 0',
    '2026-06-30 | a | b | 1 | c',
  ])('%s is none', (line) => {
    expect(milestonesFromText(line)).toBeUndefined();
  });

  test('come back as they went out', () => {
    const title = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((text) => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim());
    const milestone = fc.record({
      dueOn: fc.nat({ max: 3000 }).map((days) => addDays('2024-01-01', days)),
      titleZh: title.filter((text) => text !== ''),
      titleEn: title,
      weight: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(milestone, { maxLength: 10 }), (milestones) => {
        const written = milestones.map((one) => ({ ...one }));
        expect(milestonesFromText(milestonesToText(written))).toEqual(written);
      }),
    );
  });
});
