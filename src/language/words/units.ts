import type { Lang } from '../lang.ts';

/** Units as Chinese writes them, in English; one that is not here is the same in both, such as mm or ℃. */
const english: Readonly<Record<string, string>> = {
  ...{ 个: '', 件: 'pieces', 台: 'units', 套: 'sets', 片: 'pieces', 次: 'times', 人: 'people', 家: '', 种: 'kinds' },
  ...{
    秒: 's',
    分钟: 'min',
    小时: 'h',
    天: 'days',
    日: 'days',
    周: 'weeks',
    个月: 'months',
    月: 'months',
    年: 'years',
  },
  ...{
    纳米: 'nm',
    微米: 'µm',
    毫米: 'mm',
    厘米: 'cm',
    米: 'm',
    公里: 'km',
    平方米: 'm²',
    立方米: 'm³',
    角秒: 'arcsec',
  },
  ...{ 毫克: 'mg', 克: 'g', 公斤: 'kg', 千克: 'kg', 吨: 't', 毫升: 'mL', 升: 'L', 摄氏度: '°C', 度: '°', 倍: 'times' },
  ...{ 元: 'CNY', 万元: 'CNY 10,000', 亿元: 'CNY 100 million', 转每分: 'rpm', '转/分': 'rpm', '转/分钟': 'rpm' },
};

/** The unit as readers of that language write it. */
export function unitIn(unit: string, lang: Lang): string {
  return lang === 'en' ? (english[unit.trim()] ?? unit) : unit;
}
