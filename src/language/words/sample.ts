/** What the sample's own records say of themselves. */
export const sampleWords = {
  source: { zh: '示例数据，为演示而编写', en: 'Invented for the sample' },
};
