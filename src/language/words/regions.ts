import type { TwoText } from '../lang.ts';

/** Regions of China that investment is said to come from, as official lists name them. */
export const regions: Readonly<Record<string, TwoText>> = {
  HK: { zh: '中国香港', en: 'Hong Kong, China' },
  MO: { zh: '中国澳门', en: 'Macao, China' },
  TW: { zh: '中国台湾', en: 'Taiwan, China' },
};
