import type { TwoText } from '../lang.ts';

/** Templates of messages: the page that keeps them, and those that are shipped for everybody. */
export const templateWords = {
  title: { zh: '消息模板', en: 'Message templates' },
  lead: {
    zh: '退回需求、提议对接、写留言时可以选用，填入后再修改；选用不会发送。',
    en: 'Chosen when sending back a need, proposing a connection or writing a message. The text is filled in to be changed; nothing is sent by choosing.',
  },
  own: { zh: '本开发区的模板', en: 'Templates of the zone' },
  noOwn: {
    zh: '还没有自己的模板。可以从下面的通用模板复制一份来改。',
    en: 'None of your own yet. Copy one of the common templates below and change it.',
  },
  shipped: { zh: '通用模板', en: 'Common templates' },
  edit: { zh: '修改', en: 'Change' },
  copy: { zh: '复制为本区模板', en: 'Copy it for the zone' },
  add: { zh: '新建模板', en: 'New template' },
  delete: { zh: '删除', en: 'Delete' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
  zone: { zh: '开发区', en: 'Zone' },
  purpose: { zh: '用途', en: 'Purpose' },
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  bodyZh: { zh: '中文正文', en: 'Text in Chinese' },
  bodyEn: { zh: '英文正文', en: 'Text in English' },
  purposes: {
    'send-back': { zh: '退回修改', en: 'Sending back' },
    propose: { zh: '提议对接', en: 'Proposing a connection' },
    'first-contact': { zh: '首次联系', en: 'First contact' },
    reminder: { zh: '提醒', en: 'Reminder' },
    outcome: { zh: '询问结果与凭证', en: 'Outcome and evidence' },
    ending: { zh: '礼貌结束', en: 'Ending kindly' },
  },
  legend: { zh: '可用的占位符', en: 'Placeholders' },
  legendLead: {
    zh: '对方还不能知道的名称不会填入，会写成「需求方」「供给方」或编号。',
    en: 'A name that the other side may not know yet is not filled in: “the need side”, “the offer side” or a number stands for it.',
  },
  placeholders: {
    need: { zh: '需求的标题', en: 'title of the need' },
    offer: { zh: '成果的标题', en: 'title of the offer' },
    organisation: {
      zh: '需求方名称；退回时为发布方名称',
      en: 'name of the need side; when sending back, of its organisation',
    },
    institute: { zh: '供给方名称', en: 'name of the offer side' },
    person: { zh: '您的姓名', en: 'your name' },
    date: { zh: '下一步的日期；没有则为一周后', en: 'day of the next step, else a week from today' },
  },
  needSide: { zh: '需求方', en: 'the need side' },
  offerSide: { zh: '供给方', en: 'the offer side' },
  choose: { zh: '用模板填写', en: 'Fill in from a template' },
  fillIn: { zh: '填入', en: 'Fill in' },
  filled: { zh: '已填入模板文字，请检查后再发送。', en: 'The text is filled in. Read it before you send it.' },
  unknown: (found: string): TwoText => ({
    zh: `没有「${found}」这个占位符，请用列出的占位符。`,
    en: `There is no placeholder ${found}. Use those in the list.`,
  }),
  wrong: {
    nameZh: { zh: '请填写中文名称，60 字以内。', en: 'Give a name in Chinese of up to 60 characters.' },
    nameEn: { zh: '请填写英文名称，120 个字符以内。', en: 'Give a name in English of up to 120 characters.' },
    bodyZh: { zh: '请填写中文正文，2000 字以内。', en: 'Write the text in Chinese, up to 2,000 characters.' },
    bodyEn: { zh: '请填写英文正文，2000 个字符以内。', en: 'Write the text in English, up to 2,000 characters.' },
    purpose: { zh: '请选择用途。', en: 'Choose a purpose.' },
    zone: { zh: '请选择开发区。', en: 'Choose a zone.' },
  },
  notFound: { zh: '没有这个模板。', en: 'There is no such template.' },
} as const;

/** Shipped for every zone. */
export const shippedTemplates = {
  'send-back': {
    name: { zh: '退回：请补充关键信息', en: 'Sent back: please add what is missing' },
    body: {
      zh: '您好，「{need}{offer}」已经看过，方向很清楚。为了让合适的一方看得懂、愿意答复，请补充：\n1. 要解决的问题或能达到的效果，用指标和单位写明；\n2. 已经试过什么、卡在哪里；\n3. 预算或合作方式，以及时间要求。\n请在 {date} 前修改后重新提交，有不清楚的地方随时找我。\n{person}',
      en: 'Thank you for “{need}{offer}”. The direction is clear. So that the right people understand it and want to answer, please add:\n1. the problem or the effect, with figures and units;\n2. what has been tried and where it got stuck;\n3. the budget or form of cooperation, and by when.\nPlease revise it and hand it in again by {date}. Ask me whenever something is unclear.\n{person}',
    },
  },
  propose: {
    name: { zh: '提议对接', en: 'Proposing a connection' },
    body: {
      zh: '您好，我看了需求「{need}」和「{offer}」，指标和应用场景比较接近，值得双方谈一次。\n请看一下对方的介绍，合适就点同意；双方都同意后，才会互相看到名称和联系方式。如果不合适，选一个原因即可，不会影响今后的推荐。\n{person}',
      en: 'I have read the need “{need}” and “{offer}”. The figures and the application are close enough for a talk to be worthwhile.\nPlease look at the other side and accept if it fits. Names and contacts are shown only once both sides have accepted. If it does not fit, choose a reason; that does no harm to later suggestions.\n{person}',
    },
  },
  'first-contact': {
    name: { zh: '双方同意后的首次联系', en: 'First contact after both accepted' },
    body: {
      zh: '{organisation}、{institute}的各位好：双方都已同意就「{need}」对接，谢谢。我是技术经理人{person}，负责跟进。\n建议在 {date} 前通一次电话，先谈三件事：要达到的指标、现有的数据或样品、各自的下一步。请各位回复方便的时间，资料可以直接附在这里，只有双方和我能看到。',
      en: 'To {organisation} and {institute}: thank you both for accepting to talk about “{need}”. I am {person}, the broker who looks after this connection.\nI suggest a call by {date} about three things: the figures to be reached, the data or samples there are, and what each side does next. Please reply with times that suit you. Files can be attached here; only the two sides and I see them.',
    },
  },
  reminder: {
    name: { zh: '提醒下一步', en: 'Reminder of the next step' },
    body: {
      zh: '各位好，「{need}」与「{offer}」的对接有一段时间没有消息了。按约定，下一步的日期是 {date}。\n请回复一句目前的进展；如果需要推迟或者遇到困难，也请告诉我，我来协调。\n{person}',
      en: 'It has been a while since we heard about “{need}” and “{offer}”. The day for the next step is {date}.\nPlease reply with a line on how it stands. If it has to wait, or something is in the way, tell me and I shall help.\n{person}',
    },
  },
  outcome: {
    name: { zh: '询问结果和凭证', en: 'Asking for the outcome and evidence' },
    body: {
      zh: '各位好，{organisation}与{institute}就「{need}」的商谈如果已有结果，请在 {date} 前登记：合同类型、金额、签订日期，并附上合同或其关键页。\n登记后请另一方确认。双方确认且有凭证，才计为有效链接；文件只有双方和技术经理人能看到，公开的只有汇总数字。\n{person}',
      en: 'If {organisation} and {institute} have come to a result about “{need}”, please record it by {date}: the kind of contract, the amount and the day it was signed, with the contract or its key page.\nThe other side then confirms it. It counts as effective once both have confirmed it and there is evidence. Only the two sides and their brokers see the file; only totals become public.\n{person}',
    },
  },
  ending: {
    name: { zh: '礼貌结束', en: 'Ending kindly' },
    body: {
      zh: '各位好，「{need}」与「{offer}」这次没有谈成，先结束这个对接。谢谢双方投入的时间，原因已经记下，会用来改进今后的推荐。\n条件变化后欢迎再找我。\n{person}',
      en: '“{need}” and “{offer}” did not come together this time, so this connection ends here. Thank you both for the time you gave it. The reason is noted and makes later suggestions better.\nIf circumstances change, do come back to me.\n{person}',
    },
  },
} as const;
