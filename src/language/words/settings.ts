import type { TwoText } from '../lang.ts';

/** The operator's settings of the whole site. */
export const settingsWords = {
  title: { zh: '站点设置', en: 'Site settings' },
  lead: {
    zh: '保存后立即在所有页面生效，不需要重启。',
    en: 'What you save shows on every page at once. No restart is needed.',
  },
  names: { zh: '名称', en: 'Names' },
  who: { zh: '主办与联系', en: 'Who runs it, and how to reach them' },
  identifiers: { zh: '标识与备案', en: 'Identifiers and filings' },
  inZh: (name: TwoText): TwoText => ({ zh: `${name.zh}（中文）`, en: `${name.en}, in Chinese` }),
  inEn: (name: TwoText): TwoText => ({ zh: `${name.zh}（英文）`, en: `${name.en}, in English` }),
  fields: {
    name: { zh: '站点名称', en: 'Name of the site' },
    slogan: { zh: '标语', en: 'Slogan' },
    description: { zh: '站点简介', en: 'Description' },
    host: { zh: '主办单位', en: 'Hosted by' },
    operator: { zh: '承办单位', en: 'Operated by' },
    address: { zh: '地址', en: 'Address' },
    copyright: { zh: '版权说明', en: 'Copyright line' },
    siteCode: { zh: '网站标识码', en: 'Site code (网站标识码)' },
    icp: { zh: 'ICP 备案号', en: 'ICP filing number' },
    policeRecord: { zh: '公安网安备号', en: 'Public security filing number' },
    phone: { zh: '电话', en: 'Phone' },
    fax: { zh: '传真', en: 'Fax' },
    email: { zh: '电子邮箱', en: 'E-mail' },
    securityContact: { zh: '安全问题联系方式', en: 'Contact for security problems' },
    government: { zh: '政府网站模式', en: 'Government website' },
    ipv6: { zh: '页脚显示“支持 IPv6 访问”', en: 'Say in the footer that the site is reachable over IPv6' },
  },
  hints: {
    siteCode: { zh: '10 位数字，部委为 bm 加 8 位数字', en: 'Ten digits, or bm and eight digits for a ministry' },
    icp: { zh: '按批复原样填写', en: 'As it is printed' },
    policeRecord: { zh: '按批复原样填写', en: 'As it is printed' },
    securityContact: {
      zh: '邮箱或网址，公布在 /.well-known/security.txt',
      en: 'An e-mail or web address, published in /.well-known/security.txt',
    },
    government: {
      zh: '按政府网站规范显示标识码、找错入口等',
      en: 'Shows what the conventions ask of a government website: site code, mistake report and the rest',
    },
  } satisfies Readonly<Record<string, TwoText>>,
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存，所有页面已更新。', en: 'Saved. Every page shows it now.' },
  nameMissing: {
    zh: '请填写站点名称，最多 500 字。',
    en: 'Give the site a name, at most 500 characters.',
  },
  siteCodeWrong: {
    zh: '网站标识码是 10 位数字，或 bm 加 8 位数字，例如 3200000000。',
    en: 'A site code is ten digits, or bm and eight digits, such as 3200000000.',
  },
  emailWrong: { zh: '电子邮箱的写法不对。', en: 'This is not an e-mail address.' },
  contactWrong: {
    zh: '请填写电子邮箱，或以 https:// 开头的网址。',
    en: 'Give an e-mail address, or a web address that begins with https://.',
  },
  tooLong: { zh: '内容太长，或含有不能保存的字符。', en: 'This is too long, or holds characters that cannot be kept.' },
  changedMeanwhile: {
    zh: '您打开页面后，别人改过站点设置。请刷新页面，再改一次。',
    en: 'Somebody changed the settings after you opened this page. Load it again and make your change there.',
  },
};
