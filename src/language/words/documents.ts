import type { Lang, TwoText } from '../lang.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** What official documents say by themselves. */
export const documentWords = {
  /** `2026-02-14` as a document is dated. */
  day: (day: string): TwoText => {
    const [year = '', month = '', date = ''] = day.split('-');
    return {
      zh: `${year}年${Number(month)}月${Number(date)}日`,
      en: `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`,
    };
  },
  to: (name: string): TwoText => ({ zh: `${name}：`, en: `${name}:` }),
  ledger: (name: string): TwoText => ({ zh: `${name}台账`, en: `${name}: ledger` }),
  counting: { zh: '序号', en: 'No.' },
  filtered: (filters: string): TwoText => ({ zh: `筛选条件：${filters}。`, en: `Filtered by ${filters}.` }),
  unfiltered: { zh: '范围：全部记录。', en: 'All records.' },
  betweenFilters: { zh: '；', en: '; ' },
  filter: (title: string, value: string): TwoText => ({ zh: `${title}：${value}`, en: `${title}: ${value}` }),
  asOf: (day: string, count: number): TwoText => ({
    zh: `截至${day}，共 ${count} 条。`,
    en: `As of ${day}: ${count} ${count === 1 ? 'record' : 'records'}.`,
  }),
  issue: (issue: number): TwoText => ({ zh: `第 ${issue} 期`, en: `No. ${issue}` }),
  sentTo: (names: string): TwoText => ({ zh: `报送：${names}`, en: `Sent to: ${names}` }),
  betweenNames: { zh: '，', en: ', ' },
  attachments: { zh: '附件：', en: 'Attachments: ' },
  withUnit: (title: string, unit: string, lang: Lang): string =>
    lang === 'zh' ? `${title}（${unit}）` : `${title} (${unit})`,
  rowsLeftOut: (shown: number, all: number): TwoText => ({
    zh: `（共 ${all} 行，此处列出前 ${shown} 行，全部内容请导出 XLSX 查看。）`,
    en: `(${all} rows in all; the first ${shown} are listed here. Export to XLSX for the whole list.)`,
  }),
  partsLeftOut: { zh: '（内容过长，以下从略。）', en: '(Too long: what follows is left out.)' },
} as const;
