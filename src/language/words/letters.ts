import type { TwoText } from '../lang.ts';

/** What every letter says whose link lets its reader answer without signing in. */
export const letterWords = {
  again: { zh: '还要补充', en: 'Add something' },
  usable: (day: string): TwoText => ({
    zh: `链接在 ${day} 前可以多次使用。`,
    en: `The link can be used again until ${day}.`,
  }),
  tooMany: { zh: '提交太频繁，请几分钟后再试。', en: 'Too many attempts. Please try again in a few minutes.' },
  states: {
    open: { zh: '链接有效。', en: 'The link works.' },
    unknown: {
      zh: '这个链接无效。请核对是否复制完整，或打开最近一封邮件中的链接。',
      en: 'This link is not valid. Check that it is complete, or open the one in the latest mail.',
    },
    replaced: {
      zh: '我们后来给您发过新的链接，此链接已被替换。请打开最近一封邮件，或再发一次。',
      en: 'A newer link was sent to you and has taken the place of this one. Open the latest mail, or have it sent again.',
    },
    expired: {
      zh: '链接已过期（有效期 30 天）。可以再发一个新链接到您的邮箱。',
      en: 'The link has expired (it works for 30 days). A new one can be sent to your address.',
    },
  },
  renew: { zh: '把新链接发到我的邮箱', en: 'Send me a new link' },
  renewed: { zh: '新链接已发出，请查收邮件。', en: 'A new link is on its way to your inbox.' },
  signIn: { zh: '登录工作台', en: 'Sign in to the desk' },
} as const;
