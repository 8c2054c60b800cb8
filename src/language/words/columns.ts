export const columnWords = { title: { zh: '栏目管理', en: 'Columns' } };
