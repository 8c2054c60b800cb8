import type { TwoText } from '../lang.ts';

/**
 * Why an address could not be read. The sentences say what a person can do and nothing about the network behind this
 * site: a name that does not exist and a name that leads inside are told apart by nobody.
 */
export const fetchWords = {
  addressWrong: {
    zh: '网址有误：请填写 http:// 或 https:// 开头的完整网址。',
    en: 'This is not a full address: it should begin with http:// or https://.',
  },
  addressTooLong: { zh: '网址过长（上限 2000 个字符）。', en: 'The address is longer than 2,000 characters.' },
  credentials: {
    zh: '网址中不能带用户名或密码：请删除 @ 之前的部分。',
    en: 'An address may not carry a user name or password: remove what stands before the @.',
  },
  port: {
    zh: '只能读取 80 和 443 端口；其他端口须由管理员放行。',
    en: 'Only ports 80 and 443 are read; an operator has to allow any other.',
  },
  notPublic: {
    zh: '没有找到这个网址对应的公网地址：请检查网址；内部网站须由管理员放行。',
    en: 'No public site was found at this address: check it; an operator has to allow an internal site.',
  },
  notReached: {
    zh: '连接不上对方网站：请稍后再试，或检查网址。',
    en: 'The site could not be reached: try again later, or check the address.',
  },
  notTrusted: {
    zh: '对方网站的安全证书无效，未予读取。',
    en: 'The site’s security certificate is not valid, so nothing was read.',
  },
  brokenAnswer: {
    zh: '对方网站的应答不完整或不合规范。',
    en: 'The site’s answer was incomplete or malformed.',
  },
  tooSlow: { zh: '对方网站在限定时间内没有答完。', en: 'The site did not finish its answer in time.' },
  tooLarge: (megabytes: number): TwoText => ({
    zh: `内容超过 ${megabytes} MB，未予读取。`,
    en: `It is larger than ${megabytes} MB and was not read.`,
  }),
  tooManyRedirects: { zh: '跳转次数过多。', en: 'The address redirects too many times.' },
  unsafeRedirect: {
    zh: '网址跳转到了不允许读取的地方。',
    en: 'The address redirects to a place that may not be read.',
  },
  wrongType: {
    zh: '对方返回的不是所需类型的内容。',
    en: 'What the site sent is not of a kind that can be used here.',
  },
  status: (status: number): TwoText => statuses[status] ?? otherStatus(status),
  allowWrong: {
    zh: 'YUANLIAN_FETCH_ALLOW 应为主机名、IP 地址或网段（可加端口），以逗号分隔，例如 oa.example.cn,10.1.2.0/24,127.0.0.1:8080。',
    en: 'YUANLIAN_FETCH_ALLOW must list hosts, addresses or networks, with a port where needed, separated by commas, for example oa.example.cn,10.1.2.0/24,127.0.0.1:8080.',
  },
  proxyWrong: {
    zh: 'YUANLIAN_FETCH_PROXY 应为代理服务器的网址，例如 http://proxy.example:3128。',
    en: 'YUANLIAN_FETCH_PROXY must be the address of a proxy, for example http://proxy.example:3128.',
  },
};

const statuses: Readonly<Record<number, TwoText>> = {
  401: { zh: '对方网站要求登录（401）。', en: 'The site asks for a sign-in (401).' },
  403: { zh: '对方网站拒绝访问（403）。', en: 'The site refuses access (403).' },
  404: { zh: '网页不存在（404）。', en: 'There is no such page (404).' },
  410: { zh: '网页已被删除（410）。', en: 'The page was removed (410).' },
  429: { zh: '对方网站认为访问过于频繁（429）。', en: 'The site finds that it is read too often (429).' },
};

function otherStatus(status: number): TwoText {
  return status >= 500
    ? { zh: `对方网站出错（${status}）。`, en: `The site itself has failed (${status}).` }
    : { zh: `对方网站没有给出内容（${status}）。`, en: `The site gave no content (${status}).` };
}
