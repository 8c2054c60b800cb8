import { expect, test } from 'vitest';
import { timelineOf } from './timeline.ts';

test('facts stand newest first, and one of which only the year is known after those with a day', () => {
  const at = (day: string) => new Date(`${day}T02:00:00Z`);
  const moments = timelineOf(
    {
      honours: [
        { title: { zh: '奖', en: 'Prize' }, year: 2024, sourceUrl: '' },
        { title: { zh: '老奖', en: 'Old prize' }, year: 2019, sourceUrl: 'https://a.example' },
      ],
      listings: [{ id: 3, side: 'need', title: '需求', lang: 'zh', publishedAt: at('2024-03-05') }],
      events: [{ id: 4, title: { zh: '会', en: 'Day' }, beginsAt: at('2024-03-04') }],
      mentions: [{ article: { id: 9, title: '新闻', lang: 'zh' }, publishedAt: at('2025-01-01') }],
    },
    'en',
  );
  expect(moments.map(({ on, text, href }) => [on, text, href])).toEqual([
    ['2025-01-01', '新闻', '/news/9'],
    ['2024-03-05', '需求', '/needs/3'],
    ['2024-03-04', 'Day', '/events/4'],
    ['2024', 'Prize', undefined],
    ['2019', 'Old prize', 'https://a.example'],
  ]);
});
