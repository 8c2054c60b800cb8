import type { TwoText } from '../lang.ts';

/** Inviting colleagues, and accepting an invitation. */
export const invitationWords = {
  title: { zh: '接受邀请', en: 'Accept the invitation' },
  lead: (email: string): TwoText => ({
    zh: `您受邀开通账号，邮箱是 ${email}。请填写姓名并设置密码。`,
    en: `You are invited to open an account; its address will be ${email}. Enter your name and choose a password.`,
  }),
  joinLead: (email: string): TwoText => ({
    zh: `${email} 已有账号。登录后即可接受邀请，新的角色会加到您的账号上。`,
    en: `There is already an account for ${email}. Sign in to accept, and the new roles are added to it.`,
  }),
  accept: { zh: '接受邀请', en: 'Accept' },
  subject: (site: string): TwoText => ({ zh: `邀请您加入${site}`, en: `You are invited to ${site}` }),
  mail: (name: string, site: string, link: string): TwoText => ({
    zh: `${name}，您好：\n\n您受邀加入${site}的工作台。请在 7 天内打开下面的链接，设置密码：\n\n${link}\n\n链接只能使用一次，请不要转发。如果您不知道为什么收到这封邮件，可以不理会它。`,
    en: `Dear ${name},\n\nYou are invited to the desk of ${site}. Open this link within 7 days and choose a password:\n\n${link}\n\nThe link works once; please do not forward it. If you do not know why you receive this, you can ignore it.`,
  }),
  notYours: {
    zh: '您只能邀请本区的编辑，或者本区组织的成员；其他角色请联系管理员。',
    en: 'You can invite editors of zones you publish for, and members of organisations that your zone keeps. Ask an operator for other roles.',
  },
  tooMany: {
    zh: '您今天发出的邀请太多了，请明天再试。',
    en: 'You have sent too many invitations today. Please go on tomorrow.',
  },
  zoneUnknown: { zh: '没有这个代码的开发区。', en: 'There is no zone with this code.' },
  notFound: { zh: '没有这个邀请。', en: 'There is no such invitation.' },
  notOpen: { zh: '这个邀请已经用过或已撤销。', en: 'This invitation has been used or revoked already.' },
  linkUnknown: {
    zh: '这个邀请链接无效：可能没有复制完整，也可能已被撤销。请联系邀请您的人。',
    en: 'This invitation is not known: perhaps it was not copied in full, or it was revoked. Ask the person who invited you.',
  },
  linkUsed: {
    zh: '这个邀请已经用过了。如果是您用的，请直接登录。',
    en: 'This invitation has been used. If that was you, simply sign in.',
  },
  linkExpired: {
    zh: '这个邀请已经过期，请让邀请您的人重新发送。',
    en: 'This invitation has expired. Ask the person who invited you for another.',
  },
  signInFirst: {
    zh: '这个邮箱已有账号。请先用这个账号登录，再打开邀请链接。',
    en: 'There is already an account with this e-mail. Sign in with it first, then open the invitation again.',
  },
};
