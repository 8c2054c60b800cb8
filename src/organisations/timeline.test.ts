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
      agreements: [
        {
          on: '2024-06-01',
          side: 'need',
          listing: 3,
          title: '需求',
          lang: 'zh',
          other: { id: 8, name: { zh: '所', en: 'Lab' } },
        },
      ],
      events: [{ id: 4, title: { zh: '会', en: 'Day' }, beginsAt: at('2024-03-04') }],
      mentions: [{ article: { id: 9, title: '新闻', lang: 'zh' }, publishedAt: at('2025-01-01') }],
    },
    'en',
  );
  expect(moments.map(({ on, text, href, other }) => [on, text, href, other?.name])).toEqual([
    ['2025-01-01', '新闻', '/news/9', undefined],
    ['2024-06-01', '需求', '/needs/3', 'Lab'],
    ['2024-03-05', '需求', '/needs/3', undefined],
    ['2024-03-04', 'Day', '/events/4', undefined],
    ['2024', 'Prize', undefined, undefined],
    ['2019', 'Old prize', 'https://a.example', undefined],
  ]);
});
