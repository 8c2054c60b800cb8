/** What stands below every dot map. */
export const mapWords = {
  reviewNumber: { zh: '审图号', en: 'Map review number' },
} as const;
