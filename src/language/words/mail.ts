import type { TwoText } from '../lang.ts';

/** Mail on its way out. */
export const mailWords = {
  serverRefused: (said: string): TwoText => ({
    zh: `邮件服务器没有收下：${said}`,
    en: `The mail server did not take it: ${said}`,
  }),
} as const;
