import type { TwoText } from '../lang.ts';

/** Mail on its way out. */
export const mailWords = {
  serverRefused: (said: string): TwoText => ({
    zh: `邮件服务器没有收下：${said}`,
    en: `The mail server did not take it: ${said}`,
  }),
  noLongerTheirs: {
    zh: '收件人已无权查看附件，邮件没有发出。',
    en: 'Whom it is for may no longer see what it carries: it was not sent.',
  },
} as const;
