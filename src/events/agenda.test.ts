import { expect, test } from 'vitest';
import { overlaps } from './agenda.ts';

const at = (time: string) => new Date(`2026-09-11T${time}:00+08:00`);
const item = (title: string, room: string, [from, to]: [string, string]) => ({
  ...{ title: { zh: title, en: title }, room: { zh: room, en: room } },
  ...{ beginsAt: at(from), endsAt: at(to) },
});

test('two items at once in one room are told, in both languages', () => {
  const items = [
    item('致辞', '一号厅', ['09:00', '09:30']),
    item('路演', '一号厅', ['09:20', '10:00']),
    item('参观', '二号厅', ['09:00', '10:00']),
  ];
  expect(overlaps(items)).toEqual([{ zh: '一号厅：“致辞”与“路演”时间重叠', en: '一号厅: “致辞” and “路演” overlap' }]);
});

test('one after the other is no overlap, and rooms without a name are one room', () => {
  expect(overlaps([item('a', '', ['09:00', '09:30']), item('b', '', ['09:30', '10:00'])])).toEqual([]);
  expect(overlaps([item('a', '', ['09:00', '09:31']), item('b', '', ['09:30', '10:00'])])).toHaveLength(1);
});
