import type { TwoText } from '../lang.ts';

interface Told {
  readonly title: string;
  readonly when: string;
  readonly venue: string;
  readonly reason: string;
  /** The other side of a meeting. */
  readonly other: string;
  readonly slot: string;
}

interface Mail {
  readonly subject: (told: Told) => TwoText;
  readonly text: (told: Told) => TwoText;
}

/** Mails to whoever registered for an event. The link to their own page and who sends it are added to each. */
export const registrationMails = {
  confirm: {
    subject: ({ title }) => ({ zh: `请确认报名：${title}`, en: `Please confirm: ${title}` }),
    text: ({ title, when, venue }) => ({
      zh: `有人用这个邮箱报名参加“${title}”。\n时间：${when}（北京时间）\n地点：${venue}\n\n请在 48 小时内打开下面的链接并确认。如果不是您本人，不用理会这封邮件。`,
      en: `Somebody used this address to register for “${title}”.\nTime: ${when} (China Standard Time)\nVenue: ${venue}\n\nPlease open the link below and confirm within 48 hours. If it was not you, ignore this mail.`,
    }),
  },
  'registered-already': {
    subject: ({ title }) => ({ zh: `您已报过名：${title}`, en: `You are registered already: ${title}` }),
    text: ({ title }) => ({
      zh: `有人用这个邮箱再次报名参加“${title}”，而您已经报过名了。打开下面的链接可以查看、修改或取消。`,
      en: `Somebody used this address to register again for “${title}”, and you are registered already. See, change or cancel it with the link below.`,
    }),
  },
  place: {
    subject: ({ title }) => ({ zh: `报名成功：${title}`, en: `You are registered: ${title}` }),
    text: ({ title, when, venue }) => ({
      zh: `您已报名参加“${title}”。\n时间：${when}（北京时间）\n地点：${venue}\n\n签到码在下面的页面上，到场时出示。`,
      en: `You are registered for “${title}”.\nTime: ${when} (China Standard Time)\nVenue: ${venue}\n\nYour check-in code is on the page below: show it when you arrive.`,
    }),
  },
  waiting: {
    subject: ({ title }) => ({ zh: `已进入候补：${title}`, en: `You are in line: ${title}` }),
    text: ({ title }) => ({
      zh: `“${title}”名额已满，您已进入候补名单。有名额时我们会发邮件通知您。`,
      en: `“${title}” is full and you are in line for a place. We will mail you when there is one.`,
    }),
  },
  'moved-up': {
    subject: ({ title }) => ({ zh: `有名额了：${title}`, en: `There is a place for you: ${title}` }),
    text: ({ title, when, venue }) => ({
      zh: `“${title}”有了名额，您已从候补转为报名成功。\n时间：${when}（北京时间）\n地点：${venue}\n\n如果来不了，请在下面的页面取消，把名额让给别人。`,
      en: `A place at “${title}” is free, and it is yours.\nTime: ${when} (China Standard Time)\nVenue: ${venue}\n\nIf you cannot come, please cancel on the page below, so that somebody else can.`,
    }),
  },
  withdrawn: {
    subject: ({ title }) => ({ zh: `报名已取消：${title}`, en: `Registration cancelled: ${title}` }),
    text: ({ title }) => ({
      zh: `您在“${title}”的报名已取消。`,
      en: `Your registration for “${title}” is cancelled.`,
    }),
  },
  changed: {
    subject: ({ title }) => ({ zh: `时间或地点有变：${title}`, en: `New time or place: ${title}` }),
    text: ({ title, when, venue }) => ({
      zh: `“${title}”的安排有变，现在是：\n时间：${when}（北京时间）\n地点：${venue}`,
      en: `The plans for “${title}” have changed. It is now:\nTime: ${when} (China Standard Time)\nVenue: ${venue}`,
    }),
  },
  'event-cancelled': {
    subject: ({ title }) => ({ zh: `活动取消：${title}`, en: `Cancelled: ${title}` }),
    text: ({ title, when, reason }) => ({
      zh: `原定 ${when} 举行的“${title}”已取消。\n原因：${reason}`,
      en: `“${title}”, planned for ${when}, is cancelled.\nReason: ${reason}`,
    }),
  },
  'meeting-asked': {
    subject: ({ other }) => ({ zh: `${other} 想与您洽谈`, en: `${other} would like to meet you` }),
    text: ({ title, other, slot }) => ({
      zh: `${other} 想在“${title}”期间与您所在的单位洽谈。\n时间：${slot}（北京时间）\n\n请打开下面的页面接受或谢绝。没有答复的请求到时会自动失效。`,
      en: `${other} would like to meet your organisation at “${title}”.\nTime: ${slot} (China Standard Time)\n\nPlease accept or decline on the page below. A request without an answer expires by itself.`,
    }),
  },
  'meeting-accepted': {
    subject: ({ other }) => ({ zh: `洽谈已约定：${other}`, en: `Meeting agreed: ${other}` }),
    text: ({ title, other, slot }) => ({
      zh: `您与 ${other} 在“${title}”期间的洽谈已约定。\n时间：${slot}（北京时间）\n\n桌号在下面的页面上。`,
      en: `Your meeting with ${other} at “${title}” is agreed.\nTime: ${slot} (China Standard Time)\n\nThe table is on the page below.`,
    }),
  },
  'meeting-declined': {
    subject: ({ other }) => ({ zh: `洽谈被谢绝：${other}`, en: `Meeting declined: ${other}` }),
    text: ({ other, slot }) => ({
      zh: `${other} 谢绝了 ${slot} 的洽谈。您可以约其他单位。`,
      en: `${other} declined the meeting at ${slot}. You can ask others.`,
    }),
  },
  'meeting-expired': {
    subject: ({ other }) => ({ zh: `洽谈请求未获答复：${other}`, en: `No answer from ${other}` }),
    text: ({ other, slot }) => ({
      zh: `${other} 没有答复您 ${slot} 的洽谈请求，请求已失效。您可以约其他单位。`,
      en: `${other} did not answer your request for ${slot}, so it has expired. You can ask others.`,
    }),
  },
  'meeting-called-off': {
    subject: ({ other }) => ({ zh: `洽谈取消：${other}`, en: `Meeting called off: ${other}` }),
    text: ({ other, slot }) => ({
      zh: `您与 ${other} 在 ${slot} 的洽谈已取消。`,
      en: `Your meeting with ${other} at ${slot} is called off.`,
    }),
  },
} satisfies Readonly<Record<string, Mail>>;

export const mailFoot = {
  link: { zh: '查看、修改或取消：', en: 'See, change or cancel: ' },
  sentBy: (zone: string, site: string): TwoText => ({
    zh: `${zone} · ${site}`,
    en: `${zone} · ${site}`,
  }),
};
