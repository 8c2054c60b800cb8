import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, escaped, folded } from './ics.ts';
import type { EventCard } from './read-list.server.ts';

const card: EventCard = {
  ...{ id: 7, kind: 'pitch-day', state: 'published', sequence: 0, sample: false },
  title: { zh: '新材料路演；第一场', en: 'New materials, first round' },
  summary: { zh: '第一行\n第二行', en: '' },
  venue: { zh: '会议中心', en: 'Centre' },
  beginsAt: new Date('2026-09-11T01:00:00Z'),
  endsAt: new Date('2026-09-11T09:30:00Z'),
  zone: { code: '32101026', name: { zh: '相城经开区', en: 'Xiangcheng "ETDZ"' } },
  city: { code: '320500', name: { zh: '苏州', en: 'Suzhou' } },
  updatedAt: new Date('2026-08-01T02:03:04Z'),
  publishedAt: null,
};

test('an event is told to calendars as RFC 5545 asks', () => {
  const text = calendarOf({ origin: 'https://zone.example', lang: 'zh', name: '活动', events: [card] });
  expect(text.split('\r\n')).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Yuanlian//Events//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    'X-WR-CALNAME:活动',
    ...['BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19920101T000000'],
    ...['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'],
    'BEGIN:VEVENT',
    'UID:event-7@zone.example',
    'SEQUENCE:0',
    'DTSTAMP:20260801T020304Z',
    'LAST-MODIFIED:20260801T020304Z',
    'DTSTART;TZID=Asia/Shanghai:20260911T090000',
    'DTEND;TZID=Asia/Shanghai:20260911T173000',
    'SUMMARY:新材料路演；第一场',
    'DESCRIPTION:第一行\\n第二行\\n\\nhttps://zone.example/zh/events/7',
    'LOCATION:会议中心',
    'ORGANIZER;CN="相城经开区":https://zone.example/zh/zones/32101026',
    'URL:https://zone.example/zh/events/7',
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('a cancelled event says so, under the same UID and a higher number; a quote cannot end a name', () => {
  const event: EventCard = { ...card, state: 'cancelled', sequence: 3 };
  const text = calendarOf({ origin: 'https://zone.example', lang: 'en', name: 'Events', events: [event] });
  expect(text).toContain('UID:event-7@zone.example\r\nSEQUENCE:3\r\n');
  expect(text).toContain('STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n');
  expect(text).toContain('SUMMARY:New materials\\, first round\r\n');
  expect(text).toContain('ORGANIZER;CN="Xiangcheng  ETDZ ":');
});

test.each([
  ['a, b; c', 'a\\, b\\; c'],
  ['a\\nb', 'a\\\\nb'],
  ['one\r\ntwo\rthree\nfour', 'one\\ntwo\\nthree\\nfour'],
  ['bell\u0007 and tab\t.', 'bell  and tab .'],
])('%j is written %j', (text, written) => {
  expect(escaped(text)).toBe(written);
});

test('a line of more than 75 octets goes on after a space, and no character is cut', () => {
  expect(folded(`SUMMARY:${'a'.repeat(80)}`).split('\r\n')).toEqual([
    `SUMMARY:${'a'.repeat(67)}`,
    ` ${'a'.repeat(13)}`,
  ]);
  const [first = '', second = ''] = folded(`SUMMARY:${'园'.repeat(30)}`).split('\r\n');
  expect([first, second]).toEqual([`SUMMARY:${'园'.repeat(22)}`, ` ${'园'.repeat(8)}`]);
});

test('whatever the text, no line is longer than 75 octets and unfolding gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = `DESCRIPTION:${escaped(text)}`;
      const lines = folded(line).split('\r\n');
      expect(lines.every((one) => new TextEncoder().encode(one).length <= 75)).toBe(true);
      expect(lines.map((one, at) => (at === 0 ? one : one.slice(1))).join('')).toBe(line);
    }),
  );
});
