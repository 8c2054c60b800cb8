/** What fits a need or an offer, on its public page. */
export const publicMatchWords = {
  title: {
    need: { zh: '可能适合的成果与服务', en: 'Offers that may fit' },
    offer: { zh: '可能用得上的需求', en: 'Needs it may answer' },
  },
  lead: {
    zh: '按文字和条件自动推荐，理由附后，仅供参考。',
    en: 'Suggested from the texts and terms, with the reason; judge for yourself.',
  },
};
