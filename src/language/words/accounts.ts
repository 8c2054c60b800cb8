import type { TwoText } from '../lang.ts';

/** Signing in, the first operator, accounts. */
export const accountWords = {
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  password: { zh: '密码', en: 'Password' },
  name: { zh: '姓名', en: 'Name' },
  setupTitle: { zh: '创建第一位管理员', en: 'Create the first operator' },
  setupLead: {
    zh: '管理员管理账号、栏目和导入。这个链接只能使用一次。',
    en: 'Operators look after accounts, columns and imports. This link works once.',
  },
  passwordHint: (shortest: number, classes: number): TwoText =>
    classes === 0
      ? {
          zh: `至少 ${shortest} 个字符，越长越好；可以用一句话，不要求大小写或符号。`,
          en: `At least ${shortest} characters; longer is better. A sentence will do, and no mix of symbols is demanded.`,
        }
      : {
          zh: `至少 ${shortest} 个字符，须包含大写字母、小写字母、数字、其他符号中的三类。`,
          en: `At least ${shortest} characters, with three of: capitals, small letters, digits, other characters.`,
        },
  create: { zh: '创建账号', en: 'Create account' },
  desk: { zh: '工作台', en: 'Desk' },
  deskWelcome: (name: string): TwoText => ({ zh: `${name}，您好`, en: `Signed in as ${name}` }),
  /** The same for an unknown address, a wrong password and a disabled account. */
  wrong: { zh: '邮箱或密码不正确。', en: 'The e-mail or the password is not right.' },
  tooMany: (minutes: number): TwoText => ({
    zh: `尝试次数过多，请 ${minutes} 分钟后再试。`,
    en: `Too many attempts. Please try again in ${minutes} minutes.`,
  }),
  busy: { zh: '正在登录的人太多，请稍候再试。', en: 'Too many people are signing in. Please try again in a moment.' },
  signInBy: (name: TwoText): TwoText => ({ zh: `使用${name.zh}登录`, en: `Sign in with ${name.en}` }),
  identity: {
    refused: {
      zh: '没有登录成功：这个身份的邮箱在本站没有账号，或邮箱未经验证。请联系管理员邀请您。',
      en: 'You were not signed in: the e-mail of this identity has no account here, or is not verified. Ask an operator to invite you.',
    },
    away: {
      zh: '身份认证服务暂时无法访问，请稍后再试，或用邮箱和密码登录。',
      en: 'The identity service cannot be reached. Try again later, or sign in with e-mail and password.',
    },
  },
  linkUnknown: {
    zh: '这个链接无效：可能没有复制完整。请查看启动时显示的地址，或运行 yuanlian user link 生成新的链接。',
    en: 'This link is not known: perhaps it was not copied in full. See the address printed at start, or make a new one with “yuanlian user link”.',
  },
  linkUsed: {
    zh: '这个链接已经用过了。如果不是您用的，请立即停用那个账号。',
    en: 'This link has been used. If that was not you, disable the account it made at once.',
  },
  linkExpired: {
    zh: '这个链接已经过期。请运行 yuanlian user link 生成新的链接。',
    en: 'This link has expired. Make a new one with “yuanlian user link”.',
  },
  operatorExists: {
    zh: '第一位管理员已经创建，这个链接不再有效。',
    en: 'The first operator exists already, so this link no longer works.',
  },
  emailWrong: { zh: '请填写有效的电子邮箱。', en: 'Enter a valid e-mail address.' },
  emailTaken: { zh: '这个邮箱已有账号。', en: 'There is already an account with this e-mail.' },
  nameWrong: { zh: '请填写姓名，最多 100 个字。', en: 'Enter a name of at most 100 characters.' },
  passwordMissing: { zh: '请填写密码。', en: 'Enter a password.' },
  passwordTooShort: (shortest: number): TwoText => ({
    zh: `密码至少 ${shortest} 个字符。`,
    en: `The password needs at least ${shortest} characters.`,
  }),
  passwordClasses: {
    zh: '密码须包含大写字母、小写字母、数字、其他符号中的三类。',
    en: 'The password needs three of these: capitals, small letters, digits, other characters.',
  },
  passwordCharacters: {
    zh: '密码里有不能使用的字符，请换一个。',
    en: 'The password has a character that cannot be used. Choose another.',
  },
  passwordLong: { zh: '密码最多 256 个字符。', en: 'The password may have at most 256 characters.' },
  passwordCommon: {
    zh: '这个密码太容易猜到，请换一个。',
    en: 'This password is too easy to guess. Choose another.',
  },
  notYours: {
    zh: '您的角色不能打开这个页面。如果需要，请联系管理员。',
    en: 'Your role does not include this page. Ask an operator if you need it.',
  },
  onlyOperators: { zh: '只有管理员可以这样做。', en: 'Only an operator may do this.' },
  unknownAccount: { zh: '没有使用这个邮箱的账号。', en: 'There is no account with this e-mail.' },
  lastOperator: {
    zh: '这是最后一位管理员，不能停用。请先增加一位。',
    en: 'This is the last operator and cannot be disabled. Add another first.',
  },
};
