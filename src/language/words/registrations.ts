import type { TwoText } from '../lang.ts';

const field: Readonly<Record<string, TwoText>> = {
  name: { zh: '姓名', en: 'Name' },
  organisation: { zh: '单位', en: 'Organisation' },
  email: { zh: '邮箱', en: 'E-mail' },
  phone: { zh: '电话', en: 'Telephone' },
  role: { zh: '职务', en: 'Position' },
  lang: { zh: '通知语言', en: 'Language of our mails' },
};

/** Registering for an event, and a registration as its owner sees it. */
export const registrationWords = {
  field,
  hints: {
    organisation: { zh: '请写全称', en: 'Its full name, please' },
    email: { zh: '确认链接会发到这里', en: 'We send a link there to confirm' },
    optional: { zh: '选填', en: 'Optional' },
  },
  register: { zh: '报名参加', en: 'Register' },
  places: (left: number): TwoText => ({
    zh: left > 0 ? `还有 ${left} 个名额` : '名额已满，现在报名进入候补，有人退出时按先后递补',
    en:
      left > 0
        ? `${left} ${left === 1 ? 'place' : 'places'} left`
        : 'Full. If you register now, you wait in line for a place',
  }),
  closed: { zh: '报名已截止', en: 'Registration is closed' },
  consent: {
    zh: '我同意主办的开发区为组织本次活动使用以上信息，并在活动结束 12 个月后删除。只有约定洽谈的一方能看到我的姓名、职务和单位。',
    en: 'I agree that the zone holding the event uses this for organising it, and deletes it 12 months after the event. Only those I agree to meet see my name, position and organisation.',
  },
  consentNeeded: { zh: '请勾选同意，否则无法报名', en: 'Please tick that you agree: we cannot register you otherwise' },
  send: { zh: '报名', en: 'Register' },
  sent: {
    zh: '请查收邮件。打开邮件里的链接并确认后，报名才算完成。没有收到时，请看看垃圾邮件，或核对邮箱后再报一次。',
    en: 'Please look at your mail. You are registered once you open the link in it and confirm. Nothing there? Look among the spam, or register again with the right address.',
  },
  tooMany: {
    zh: '报名次数太多，请过 15 分钟再试。',
    en: 'Too many attempts. Please try again in 15 minutes.',
  },
  notOpen: { zh: '这个活动现在不能报名。', en: 'This event takes no registrations now.' },
  title: { zh: '我的报名', en: 'My registration' },
  linkWrong: {
    zh: '这个链接无效，或者报名信息已经删除。',
    en: 'This link is not valid, or the registration has been deleted.',
  },
  confirmLead: { zh: '请核对以下信息，然后确认报名。', en: 'Please check what is below, then confirm.' },
  confirm: { zh: '确认报名', en: 'Confirm my registration' },
  confirmed: { zh: '报名成功，已为您保留一个名额。', en: 'You are registered: a place is kept for you.' },
  waiting: (place: number): TwoText => ({
    zh: `名额已满，您在候补名单第 ${place} 位。有名额时会发邮件通知您。`,
    en: `The event is full. You are number ${place} in line; we will mail you when there is a place.`,
  }),
  withdrawn: { zh: '您的报名已取消。', en: 'Your registration is cancelled.' },
  already: {
    zh: '这个邮箱已经报过名了，请用之前邮件里的链接查看或修改。',
    en: 'This address is registered already: use the link in our earlier mail to see or change it.',
  },
  code: { zh: '签到码', en: 'Check-in code' },
  codeHint: {
    zh: '到场时出示二维码或报出签到码。',
    en: 'Show the QR code when you arrive, or give the check-in code.',
  },
  change: { zh: '修改信息', en: 'Change my details' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
  withdraw: { zh: '取消报名', en: 'Cancel my registration' },
  withdrawHint: {
    zh: '名额会让给候补的人。之后想来可以重新报名。',
    en: 'Your place goes to whoever waits. You can register again later.',
  },
  tooLate: { zh: '活动已经开始，不能再修改。', en: 'The event has begun: nothing can be changed any more.' },
  seeEvent: { zh: '查看活动', en: 'See the event' },
  checkedIn: (at: string): TwoText => ({ zh: `已签到（${at}）`, en: `Checked in at ${at}` }),
};
