import type { TwoText } from '../lang.ts';

/** Asking to act for an organisation, and what a broker says to it. */
export const claimWords = {
  title: (name: string): TwoText => ({ zh: `认领：${name}`, en: `Claim ${name}` }),
  titleNew: { zh: '申请加入组织名录', en: 'Ask to have an organisation added' },
  lead: {
    zh: '请说明您是谁、在这个组织担任什么职务。开发区的技术经理人核实后会发邮件告诉您；通过后，您可以维护资料、发布需求和成果。',
    en: 'Say who you are and what you do there. A broker of the zone checks it and you hear by e-mail. After that you can keep its page up to date and publish its needs and offers.',
  },
  signedInAs: (name: string): TwoText => ({ zh: `以账号“${name}”申请。`, en: `You ask as ${name}.` }),
  haveAccount: {
    zh: '已有账号？先登录，就不用再填姓名和邮箱。',
    en: 'Have an account? Sign in first, and there is no need to give your name and e-mail.',
  },
  proofFile: { zh: '证明文件', en: 'Proof' },
  file: { zh: '证明文件，如营业执照（可不传）', en: 'A file as proof, such as the business licence (optional)' },
  fileHint: {
    zh: '图片、PDF 或 Office 文件，最大 25 MB。只有负责核实的人员可以打开。',
    en: 'A picture, PDF or office file, 25 MB at most. Only those who check the claim can open it.',
  },
  oneFile: { zh: '请只上传一个文件。', en: 'Send one file only.' },
  fields: {
    kind: { zh: '组织类别', en: 'Kind of organisation' },
    nameZh: { zh: '组织中文全称', en: 'Full Chinese name of the organisation' },
    creditCode: { zh: '统一社会信用代码（境外机构可不填）', en: 'Unified social credit code (leave empty if abroad)' },
    zone: { zh: '所在开发区（名称或 8 位代码）', en: 'Development zone (name or 8-digit code)' },
    name: { zh: '您的姓名', en: 'Your name' },
    email: { zh: '您的邮箱', en: 'Your e-mail' },
    position: { zh: '您的职务', en: 'Your position there' },
    proof: { zh: '怎样核实（一两句话）', en: 'How it can be checked (a sentence or two)' },
  },
  hints: {
    email: {
      zh: '最好是单位邮箱；结果发到这里。',
      en: 'Preferably an address at the organisation. The answer goes there.',
    },
    proof: {
      zh: '例如：可拨打官网上的总机转我；或请看某年某月的公告。请不要写身份证号。',
      en: 'For instance: call the switchboard on our website and ask for me. Please leave out identity card numbers.',
    },
  },
  send: { zh: '提交申请', en: 'Send' },
  sent: {
    zh: '申请已提交。技术经理人核实后会发邮件告诉您结果。',
    en: 'Sent. A broker will check it, and you will hear by e-mail.',
  },
  back: { zh: '返回', en: 'Back' },
  wrong: {
    zone: {
      zh: '没有找到这个开发区，请填写全称、简称或 8 位国家代码。',
      en: 'No such development zone. Give its full or short name, or its 8-digit national code.',
    },
    name: { zh: '请填写您的姓名。', en: 'Give your name.' },
    email: { zh: '请填写能收到邮件的邮箱地址。', en: 'Give an e-mail address that reaches you.' },
    position: { zh: '请填写您的职务，最多 100 字。', en: 'Give your position, at most 100 characters.' },
    proof: {
      zh: '请写一两句怎样核实您的身份，最多 1,000 字。',
      en: 'Say in a sentence or two how it can be checked, at most 1,000 characters.',
    },
    reason: { zh: '请写明原因，最多 500 字。', en: 'Give the reason, at most 500 characters.' },
  } as Readonly<Record<string, TwoText>>,
  notUnderstood: { zh: '表单不完整，请刷新后重试。', en: 'The form was incomplete. Reload the page and try again.' },
  noOrganisation: {
    zh: '没有这个组织，或者它的资料没有公开。',
    en: 'There is no such organisation, or it is not public.',
  },
  alreadyYours: { zh: '您已经是这个组织的成员。', en: 'You are a member of this organisation already.' },
  onlyLooking: {
    zh: '您正以他人身份查看，不能替对方申请。',
    en: 'You are looking as somebody else and cannot ask for them.',
  },
  tooMany: { zh: '申请次数太多，请一小时后再试。', en: 'Too many requests. Please try again in an hour.' },

  // At the desk.
  desk: { zh: '组织认领', en: 'Claims' },
  deskLead: {
    zh: '有人申请代表这些组织。核实身份后同意：没有账号的会收到邀请邮件，有账号的立即成为成员。',
    en: 'People ask to act for these organisations. Accept once you have checked who they are: without an account they get an invitation, with one they are members at once.',
  },
  states: {
    open: { zh: '待核实', en: 'To be checked' },
    accepted: { zh: '已同意', en: 'Accepted' },
    declined: { zh: '未同意', en: 'Declined' },
  },
  showing: { zh: '显示', en: 'Show' },
  isNew: { zh: '新组织，名录里还没有', en: 'New: not among the organisations yet' },
  sameCode: { zh: '名录里已有同一信用代码的组织', en: 'One with this credit code is here already' },
  asker: { zh: '申请人', en: 'Who asks' },
  withAccount: { zh: '已有账号', en: 'has an account' },
  proof: { zh: '怎样核实', en: 'How it can be checked' },
  reasonWas: { zh: '原因', en: 'Reason' },
  accept: (name: string): TwoText => ({ zh: `同意 ${name} 的申请`, en: `Accept ${name}` }),
  decline: (name: string): TwoText => ({ zh: `不同意 ${name} 的申请`, en: `Decline ${name}` }),
  reason: { zh: '不同意的原因（发给申请人）', en: 'Why not (sent to the person who asks)' },
  accepted: { zh: '已同意。', en: 'Accepted.' },
  acceptedLink: {
    zh: '已同意，邀请邮件已写入发件箱。没有邮件服务时，请把这个链接交给对方；它只显示这一次：',
    en: 'Accepted; the invitation is in the outbox. Without a mail service, hand over this link yourself; it is shown only now:',
  },
  declined: { zh: '已回复申请人。', en: 'The answer is on its way.' },
  none: { zh: '没有这类申请。', en: 'No claims here.' },
  noneHint: {
    zh: '有人在组织的公开页面点“认领”后，会出现在这里，并通知本区的技术经理人。',
    en: 'They appear when somebody claims an organisation on its public page; the brokers of the zone are told.',
  },
  older: { zh: '下一页', en: 'Next page' },
  notFound: { zh: '没有这个申请，或者不归您处理。', en: 'There is no such claim, or it is not yours to decide.' },
  isDecided: { zh: '这个申请已经处理过，请刷新页面。', en: 'This claim has been decided already. Reload the page.' },
  told: (who: string, organisation: string): TwoText => ({
    zh: `${who}申请代表“${organisation}”，请核实`,
    en: `${who} asks to act for ${organisation}`,
  }),
  toldAccepted: (organisation: string): TwoText => ({
    zh: `您现在是“${organisation}”的成员`,
    en: `You now act for ${organisation}`,
  }),
  declinedSubject: (organisation: string): TwoText => ({
    zh: `关于您认领“${organisation}”的申请`,
    en: `Your request to act for ${organisation}`,
  }),
  declinedMail: (name: string, organisation: string, reason: string): TwoText => ({
    zh: `${name}，您好：\n\n您申请代表“${organisation}”，开发区没有同意。原因：\n\n${reason}\n\n如有补充，可以重新申请。`,
    en: `Dear ${name},\n\nThe zone did not agree to your request to act for ${organisation}. The reason:\n\n${reason}\n\nYou can ask again with what was missing.`,
  }),
} as const;
