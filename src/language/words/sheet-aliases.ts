/** What the sheets of bureaus call columns that our own files name otherwise. */
export const organisationAliases = {
  name: ['名称', '企业名称', '单位名称', '公司名称', '机构名称'],
  creditCode: ['社会信用代码', '信用代码'],
  kind: ['组织类型', '组织类别', '类型'],
} as const;
