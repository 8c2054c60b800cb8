import { minuteOf } from '../dates.ts';
import type { Lang, TwoText } from '../lang.ts';

interface About {
  readonly name: string;
  readonly site: string;
  readonly link: string;
}

type Letter = (lang: Lang, about: About) => { subject: string; text: string };

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
  newSignIn:
    ({ browser, now }: { browser: TwoText; now: Date }): Letter =>
    (lang, { name, site, link }) =>
      ({
        zh: {
          subject: `${site}：新设备登录提醒`,
          text: `${name}，您好：\n\n您的账号于 ${minuteOf(now)} 在一台新设备上登录（${browser.zh}）。\n\n如果是您本人，无需处理。如果不是，请立即打开下面的页面，结束该登录并修改密码：\n\n${link}`,
        },
        en: {
          subject: `${site}: sign-in from a new device`,
          text: `Dear ${name},\n\nYour account was used on a new device at ${minuteOf(now)} (${browser.en}).\n\nIf that was you, there is nothing to do. If not, end that session and change your password at once:\n\n${link}`,
        },
      })[lang],
  recoveryUsed: ((lang, { name, site, link }) =>
    ({
      zh: {
        subject: `${site}：有人用恢复码登录了您的账号`,
        text: `${name}，您好：\n\n刚才有人用恢复码代替动态验证码登录了您的账号。如果不是您本人，请立即结束所有登录并修改密码：\n\n${link}`,
      },
      en: {
        subject: `${site}: a recovery code was used`,
        text: `Dear ${name},\n\nSomebody has just signed in to your account with a recovery code instead of a code of the app. If that was not you, end all sessions and change your password at once:\n\n${link}`,
      },
    })[lang]) satisfies Letter,
  factorRemoved: ((lang, { name, site, link }) =>
    ({
      zh: {
        subject: `${site}：两步验证已关闭`,
        text: `${name}，您好：\n\n您账号的两步验证刚刚被关闭。如果不是您本人操作，请立即修改密码并重新开启：\n\n${link}`,
      },
      en: {
        subject: `${site}: two-step sign-in was switched off`,
        text: `Dear ${name},\n\nTwo-step sign-in of your account has just been switched off. If that was not you, change your password and switch it on again at once:\n\n${link}`,
      },
    })[lang]) satisfies Letter,
  passwordChanged: ((lang, { name, site, link }) =>
    ({
      zh: {
        subject: `${site}：密码已修改`,
        text: `${name}，您好：\n\n您账号的密码刚刚被修改。如果不是您本人操作，请在登录页选择“忘记密码”重新设置，并检查：\n\n${link}`,
      },
      en: {
        subject: `${site}: your password was changed`,
        text: `Dear ${name},\n\nThe password of your account has just been changed. If that was not you, choose “Forgotten password” on the sign-in page at once, then look at:\n\n${link}`,
      },
    })[lang]) satisfies Letter,
  reset:
    (address: string): Letter =>
    (lang, { name, site }) =>
      ({
        zh: {
          subject: `${site}：重新设置密码`,
          text: `${name}，您好：\n\n请在 30 分钟内打开下面的链接，设置新密码：\n\n${address}\n\n链接只能使用一次。如果您没有要求重设密码，可以不理会这封邮件，密码不会改变。`,
        },
        en: {
          subject: `${site}: choose a new password`,
          text: `Dear ${name},\n\nOpen this link within 30 minutes to choose a new password:\n\n${address}\n\nThe link works once. If you did not ask for it, ignore this mail: your password stays as it is.`,
        },
      })[lang],
  confirmEmail:
    (newEmail: string, address: string): Letter =>
    (lang, { name, site }) =>
      ({
        zh: {
          subject: `${site}：请确认更换邮箱`,
          text: `${name}，您好：\n\n有人要求把您账号的邮箱换成 ${newEmail}。新旧两个邮箱都确认之后才会更换。请在 24 小时内打开：\n\n${address}\n\n如果这不是您的要求，请不要打开链接，并尽快修改密码。`,
        },
        en: {
          subject: `${site}: confirm the new e-mail`,
          text: `Dear ${name},\n\nThe e-mail of your account is to become ${newEmail}. It changes when both the old and the new address have agreed. Open this within 24 hours:\n\n${address}\n\nIf you did not ask for this, do not open the link, and change your password soon.`,
        },
      })[lang],
  emailChanged: ((lang, { name, site, link }) =>
    ({
      zh: {
        subject: `${site}：邮箱已更换`,
        text: `${name}，您好：\n\n您账号的邮箱已更换，新旧邮箱都已确认。以后请用新邮箱登录。\n\n${link}`,
      },
      en: {
        subject: `${site}: your e-mail was changed`,
        text: `Dear ${name},\n\nThe e-mail of your account has changed, as both addresses agreed. Sign in with the new one from now on.\n\n${link}`,
      },
    })[lang]) satisfies Letter,
  factorReset: ((lang, { name, site, link }) =>
    ({
      zh: {
        subject: `${site}：管理员重置了您的两步验证`,
        text: `${name}，您好：\n\n管理员取消了您账号的两步验证和通行密钥，所有设备都已退出登录。请用密码登录，并重新设置两步验证：\n\n${link}\n\n如果不是您提出的，请立即联系管理员。`,
      },
      en: {
        subject: `${site}: your second step was reset`,
        text: `Dear ${name},\n\nAn operator has taken the second step and the passkeys off your account, and every device is signed out. Sign in with your password and set the second step up again:\n\n${link}\n\nIf you did not ask for this, tell an operator at once.`,
      },
    })[lang]) satisfies Letter,
  attemptsStopped: ((lang, { name, site, link }) =>
    ({
      zh: {
        subject: `${site}：您的账号多次登录失败`,
        text: `${name}，您好：\n\n有人多次用错误的密码登录您的账号，已暂停其尝试。如果不是您本人，建议检查账号安全：\n\n${link}`,
      },
      en: {
        subject: `${site}: several wrong passwords for your account`,
        text: `Dear ${name},\n\nSomebody tried several wrong passwords for your account and has been stopped for a while. If that was not you, look at the security of your account:\n\n${link}`,
      },
    })[lang]) satisfies Letter,

  codeTitle: { zh: '两步验证', en: 'Second step' },
  codeLead: {
    zh: '请打开身份验证器应用，输入 6 位动态码。手机不在身边时，可以用一个恢复码代替。',
    en: 'Open your authenticator app and enter its 6-digit code. Without your telephone, a recovery code will do.',
  },
  code: { zh: '动态码或恢复码', en: 'Code, or a recovery code' },
  goOn: { zh: '继续', en: 'Continue' },
  codeWrong: {
    zh: '这个码不正确，或者已经用过。请等应用显示下一个码再试。',
    en: 'This code is not right, or was used already. Wait for the next one and try again.',
  },
  tooManyCodes: { zh: '尝试次数过多，请 15 分钟后再试。', en: 'Too many attempts. Please try again in 15 minutes.' },
  challengeOver: {
    zh: '时间已过，请重新输入邮箱和密码。',
    en: 'This took too long. Please enter e-mail and password again.',
  },
  startAgain: { zh: '重新登录', en: 'Sign in again' },
  passwordWrong: { zh: '密码不正确。', en: 'The password is not right.' },
  onlyOperators: { zh: '只有管理员可以这样做。', en: 'Only an operator may do this.' },
  unknownAccount: { zh: '没有使用这个邮箱的账号。', en: 'There is no account with this e-mail.' },

  forgotten: { zh: '忘记密码', en: 'Forgotten password' },
  forgottenLead: {
    zh: '填写账号的邮箱，我们会把重设密码的链接发到这个邮箱。',
    en: 'Enter the e-mail of your account. A link to choose a new password is sent there.',
  },
  sendLink: { zh: '发送链接', en: 'Send the link' },
  linkSent: {
    zh: '如果这个邮箱有账号，邮件已经发出，请在 30 分钟内打开其中的链接。没有收到？请看看垃圾邮件，或联系管理员。',
    en: 'If there is an account with this e-mail, the mail is on its way; its link works for 30 minutes. Nothing there? Look among the spam, or ask an operator.',
  },
  tooManyMails: { zh: '请求次数过多，请一小时后再试。', en: 'Too many requests. Please try again in an hour.' },
  resetTitle: { zh: '设置新密码', en: 'Choose a new password' },
  newPassword: { zh: '新密码', en: 'New password' },
  save: { zh: '保存', en: 'Save' },
  resetOver: {
    zh: '这个链接已经用过或已经过期，请重新申请。',
    en: 'This link was used or has expired. Please ask for another.',
  },
  resetDone: {
    zh: '密码已修改，所有设备都已退出登录。请用新密码登录。',
    en: 'The password is changed and every device is signed out. Sign in with the new one.',
  },
  passwordOld: {
    zh: '这个密码最近用过，请换一个。',
    en: 'This password was used before. Choose another.',
  },
};
