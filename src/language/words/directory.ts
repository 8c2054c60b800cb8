import type { TwoText } from '../lang.ts';

/** What every public list with filters beside it says. */
export const directoryWords = {
  filters: { zh: '筛选', en: 'Filters' },
  chosen: { zh: '已选条件', en: 'Chosen filters' },
  remove: (name: string): TwoText => ({ zh: `去掉“${name}”`, en: `Remove “${name}”` }),
  clear: { zh: '清除全部条件', en: 'Clear all filters' },
  sort: { zh: '排序', en: 'Sort by' },
  more: { zh: '下一页', en: 'Next page' },
  firstPage: { zh: '回到第一页', en: 'Back to the first page' },
  download: { zh: '下载本列表', en: 'Download this list' },
};
