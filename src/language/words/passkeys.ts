import type { Lang, TwoText } from '../lang.ts';

interface About {
  readonly name: string;
  readonly site: string;
  readonly link: string;
}

/** Signing in by fingerprint, face or the lock of a device. */
export const passkeyWords = {
  title: { zh: '通行密钥', en: 'Passkeys' },
  lead: {
    zh: '用指纹、面容或屏幕锁登录，不必再输入密码和动态码。通行密钥只对本站有效，不会被钓鱼网站骗走。',
    en: 'Sign in with your fingerprint, your face or the lock of your screen, without password and code. A passkey works on this site only, so no false site can take it from you.',
  },
  none: { zh: '还没有通行密钥。', en: 'You have no passkeys yet.' },
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '例如：办公电脑、我的手机', en: 'For example: office computer, my phone' },
  nameWrong: { zh: '请填写名称，不超过 60 个字。', en: 'Give it a name of at most 60 characters.' },
  add: { zh: '添加通行密钥', en: 'Add a passkey' },
  rename: { zh: '改名', en: 'Rename' },
  renameOf: (name: string): TwoText => ({ zh: `给“${name}”改名`, en: `Rename “${name}”` }),
  remove: { zh: '移除', en: 'Remove' },
  removeOf: (name: string): TwoText => ({ zh: `移除“${name}”`, en: `Remove “${name}”` }),
  addedAt: { zh: '添加于', en: 'Added' },
  lastUsed: { zh: '最近使用', en: 'Last used' },
  neverUsed: { zh: '尚未使用', en: 'Not used yet' },
  needsScript: {
    zh: '添加通行密钥需要浏览器启用 JavaScript，并支持通行密钥。',
    en: 'Adding a passkey needs JavaScript and a browser that knows passkeys.',
  },
  signIn: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  useInstead: { zh: '使用通行密钥', en: 'Use a passkey' },
  codeLead: {
    zh: '请用这个账号的通行密钥完成登录。',
    en: 'Finish signing in with a passkey of this account.',
  },
  codeNeedsScript: {
    zh: '这需要浏览器启用 JavaScript，并支持通行密钥。通行密钥丢失时，请联系管理员。',
    en: 'This needs JavaScript and a browser that knows passkeys. If your passkey is lost, ask an operator.',
  },
  failed: {
    zh: '没有完成。请再试一次，或改用密码登录。',
    en: 'That did not work out. Try again, or use your password.',
  },
  addFailed: { zh: '没有完成，请再试一次。', en: 'That did not work out. Please try again.' },
  known: { zh: '这台设备已经有通行密钥了。', en: 'This device has a passkey already.' },
  over: { zh: '等待时间过长，请再试一次。', en: 'This took too long. Please try again.' },
  wrong: {
    zh: '这个通行密钥不能登录本站。请换一个，或改用密码登录。',
    en: 'This passkey does not open anything here. Try another, or use your password.',
  },
  notAccepted: {
    zh: '这个通行密钥不能用于本站，请换一台设备试试。',
    en: 'This passkey cannot be used here. Try another device.',
  },
  gone: { zh: '这个通行密钥已经移除。', en: 'This passkey is gone already.' },
  notYours: { zh: '只有本人可以修改账号。', en: 'Only its owner may change an account.' },
  proveFirst: { zh: '请先在本页再次确认身份。', en: 'Prove first that it is you, further up on this page.' },
  tooMany: (most: number): TwoText => ({
    zh: `最多 ${most} 个通行密钥，请先移除不用的。`,
    en: `There may be ${most} passkeys at most. Remove one you do not use.`,
  }),
  lastFactor: {
    zh: '本站要求工作人员使用两步验证。请先添加另一个通行密钥或身份验证器应用，再移除这一个；设备丢失时请联系管理员。',
    en: 'This site asks its staff for a second step. Add another passkey or an app first, then remove this one; if a device is lost, ask an operator.',
  },
  changed: { zh: '已更新。', en: 'Done.' },
  added: (lang: Lang, { name, site, link }: About) =>
    ({
      zh: {
        subject: `${site}：您的账号添加了通行密钥`,
        text: `${name}，您好：\n\n您的账号刚刚添加了一个通行密钥，以后可以用它登录。如果不是您本人操作，请立即移除它、结束所有登录并修改密码：\n\n${link}`,
      },
      en: {
        subject: `${site}: a passkey was added to your account`,
        text: `Dear ${name},\n\nA passkey was just added to your account and signs in to it from now on. If that was not you, remove it, end all sessions and change your password at once:\n\n${link}`,
      },
    })[lang],
  removed: (lang: Lang, { name, site, link }: About) =>
    ({
      zh: {
        subject: `${site}：您的账号移除了通行密钥`,
        text: `${name}，您好：\n\n您的账号刚刚移除了一个通行密钥。如果不是您本人操作，请立即结束所有登录并修改密码：\n\n${link}`,
      },
      en: {
        subject: `${site}: a passkey was removed from your account`,
        text: `Dear ${name},\n\nA passkey was just removed from your account. If that was not you, end all sessions and change your password at once:\n\n${link}`,
      },
    })[lang],
};
