import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTimes, parseTime } from './times.ts';

describe('a printed time', () => {
  const minute = (at: string) => ({ at: `${at}:00+08:00`, precision: 'minute' });
  const day = (at: string) => ({ at: `${at}T00:00:00+08:00`, precision: 'day' });

  it.each([
    ['2024-02-01', day('2024-02-01')],
    ['2016-11-22 09:53', minute('2016-11-22T09:53')],
    ['2026年10月4日 01:39', minute('2026-10-04T01:39')],
    ['2019年06月15日08:18', minute('2019-06-15T08:18')],
    ['2026-10-04 01:39:11.0', minute('2026-10-04T01:39')],
    ['2024/2/1', day('2024-02-01')],
    ['2024.02.01', day('2024-02-01')],
    ['２０２４年２月１日', day('2024-02-01')],
    ['二〇二四年十二月三十一日', day('2024-12-31')],
    ['二○一九年二月十日', day('2019-02-10')],
    ['2024年2月1日 星期四 下午3:05', minute('2024-02-01T15:05')],
    ['2024年2月1日 15时05分', minute('2024-02-01T15:05')],
    ['2019-09-07T13:43:45+08:00', minute('2019-09-07T13:43')],
    ['2019-09-07T13:43:45.120Z', minute('2019-09-07T21:43')],
    ['2024-02-01T23:30:00-0500', minute('2024-02-02T12:30')],
    ['Sat, 03 Oct 2026 08:00:00 +0800', minute('2026-10-03T08:00')],
    ['Sat, 03 Oct 2026 08:00:00 GMT', minute('2026-10-03T16:00')],
    ['February 1, 2024', day('2024-02-01')],
    ['1 February 2024', day('2024-02-01')],
    ['Sept. 3rd, 2024 at 9:30 p.m.', minute('2024-09-03T21:30')],
    ['12:30', undefined],
    ['2024-13-45', undefined],
    ['0000-00-00 00:00', undefined],
    ['2023年2月30日', undefined],
    ['20240201', day('2024-02-01')],
    ['20240201093000', minute('2024-02-01T09:30')],
    ['1581517074', minute('2020-02-12T22:17')],
    ['1581517074000', minute('2020-02-12T22:17')],
  ])('%s', (text, expected) => {
    expect(parseTime(text)).toEqual(expected);
  });

  it('is found inside a line, all of them in order', () => {
    const found = findTimes('发布时间：2019-09-07 15:10:53　最后更新: 2019年9月8日');
    expect(found.map((time) => time.at)).toEqual(['2019-09-07T15:10:00+08:00', '2019-09-08T00:00:00+08:00']);
  });

  it('is not seen in a telephone number, a sum or a file number', () => {
    expect(findTimes('电话 0512-53660867，投资 2024.5 亿元，苏府〔2024〕12号，型号 12024-02-013')).toEqual([]);
  });

  it('never throws and always gives a real moment, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const time of findTimes(`2024-${text}`)) expect(Number.isNaN(Date.parse(time.at))).toBe(false);
      }),
    );
  });
});
