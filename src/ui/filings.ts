import { absolute, type Frame } from './frame.ts';

export const icpFilings = 'https://beian.miit.gov.cn/';

/** Where the public-security filing of that number is shown; undefined when the number has no digits. */
export function policeFiling(printed: string): string | undefined {
  const digits = printed.replace(/\D/g, '');
  return digits === '' ? undefined : `https://beian.mps.gov.cn/#/query/webSearch?code=${digits}`;
}

/** 政府网站找错: a plain link that names the site and the page, so no foreign script is needed. */
export function mistakeReport(frame: Frame): string | undefined {
  const { government, siteCode } = frame.site;
  if (!government || siteCode === undefined) return undefined;
  const page = encodeURIComponent(absolute(frame, frame.path));
  return `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${siteCode}&url=${page}`;
}
