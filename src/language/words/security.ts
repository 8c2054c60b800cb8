import { minuteOf } from '../dates.ts';
import type { Lang, TwoText } from '../lang.ts';

interface Seen {
  readonly name: string;
  readonly site: string;
  readonly browser: string;
  readonly now: Date;
  readonly link: string;
}

/** The second factor, recovery, what mails say about an account, and the browsers that use it. */
export const securityWords = {
  weChat: { zh: '微信', en: 'WeChat' },
  qqBrowser: { zh: 'QQ 浏览器', en: 'QQ Browser' },
  browser360: { zh: '360 浏览器', en: '360 Browser' },
  harmony: { zh: '鸿蒙', en: 'HarmonyOS' },
  android: { zh: '安卓', en: 'Android' },
  unknownBrowser: { zh: '未知设备', en: 'Unknown device' },
  browserOn: (browser: TwoText, system: TwoText): TwoText => ({
    zh: `${system.zh} 上的 ${browser.zh}`,
    en: `${browser.en} on ${system.en}`,
  }),
  newSignIn: (lang: Lang, { name, site, browser, now, link }: Seen) =>
    ({
      zh: {
        subject: `${site}：新设备登录提醒`,
        text: `${name}，您好：\n\n您的账号于 ${minuteOf(now)} 在一台新设备上登录（${browser}）。\n\n如果是您本人，无需处理。如果不是，请立即打开下面的页面，结束该登录并修改密码：\n\n${link}`,
      },
      en: {
        subject: `${site}: sign-in from a new device`,
        text: `Dear ${name},\n\nYour account was used on a new device at ${minuteOf(now)} (${browser}).\n\nIf that was you, there is nothing to do. If not, end that session and change your password at once:\n\n${link}`,
      },
    })[lang],
};
