import type { TwoText } from '../lang.ts';

const because = (reason: string): TwoText => ({
  zh: reason === '' ? '' : `（${reason}）`,
  en: reason === '' ? '' : ` (${reason})`,
});

/** What the checks say of a text before it is published, and how to put it right. */
export const checkWords = {
  title: { zh: '检查结果', en: 'Checks' },
  none: { zh: '检查没有发现问题。', en: 'The checks found nothing.' },
  severity: {
    must: { zh: '必须处理', en: 'Must be fixed' },
    should: { zh: '建议处理', en: 'Should be looked at' },
    note: { zh: '提示', en: 'Note' },
  },
  goThere: { zh: '到该处', en: 'Go there' },
  inLang: { zh: { zh: '中文版', en: 'Chinese' }, en: { zh: '英文版', en: 'English' } },
  textMissing: { zh: '还没有正文。', en: 'There is no text yet.' },
  textMissingFix: { zh: '请先写好正文并保存。', en: 'Write the text and save it.' },
  columnMissing: { zh: '没有选择栏目。', en: 'No column is chosen.' },
  zoneMissing: { zh: '没有选择发布开发区。', en: 'No publishing zone is chosen.' },
  questionsFix: { zh: '请在“导入待确认”中回答。', en: 'Answer them under import questions.' },
  timeMissing: { zh: '没有填写发布时间。', en: 'No time of publication is given.' },
  timeMissingFix: { zh: '不填则以实际发布的时刻为准。', en: 'If left empty, the moment it goes live is used.' },
  timeAhead: { zh: '发布时间在将来。', en: 'The time of publication lies ahead.' },
  timeAheadFix: { zh: '如需到时再发布，请使用“定时发布”。', en: 'To publish it then, schedule it.' },
  englishMissing: {
    zh: '没有英文版，本开发区要求中英文同时发布。',
    en: 'There is no English edition, and this zone wants one.',
  },
  englishMissingFix: { zh: '请补充英文版。', en: 'Add the English edition.' },
  titleMissing: { zh: '没有标题。', en: 'There is no title.' },
  titleFix: { zh: '请填写标题。', en: 'Enter a title.' },
  bodyMissing: { zh: '正文是空的。', en: 'The text is empty.' },
  bodyFix: { zh: '请填写正文。', en: 'Write the text.' },
  sourceMissing: { zh: '没有注明来源。', en: 'No source is given.' },
  summaryMissing: { zh: '没有摘要。', en: 'There is no summary.' },
  summaryFix: {
    zh: '写一两句话，用于列表、搜索和分享。',
    en: 'Write a sentence or two for lists, search and sharing.',
  },
  pictureMissing: { zh: '有一张图片还没有上传。', en: 'A picture has not been uploaded yet.' },
  pictureMissingFix: { zh: '请上传图片，或删除这个位置。', en: 'Upload it, or take its place out of the text.' },
  altMissing: { zh: '图片没有替代文字。', en: 'A picture has no alternative text.' },
  altFix: {
    zh: '用一句话说明图中内容，供看不到图片的读者使用。',
    en: 'Say in a sentence what it shows, for readers who cannot see it.',
  },
  identityCard: { zh: '身份证号', en: 'an identity card number' },
  bankCard: { zh: '银行卡号', en: 'a bank card number' },
  mobile: { zh: '手机号', en: 'a mobile number' },
  landline: { zh: '电话号码', en: 'a telephone number' },
  passport: { zh: '护照号', en: 'a passport number' },
  personalMail: { zh: '个人邮箱', en: 'a personal e-mail address' },
  personalFound: (what: TwoText): TwoText => ({
    zh: `文中疑似有${what.zh}。`,
    en: `The text seems to contain ${what.en}.`,
  }),
  personalFix: {
    zh: '请删去或部分隐去；确需公开的，由发布员说明理由后发布。',
    en: 'Remove it or mask part of it. If it has to be public, a publisher confirms it and says why.',
  },
  wordForbidden: (word: string, reason: string): TwoText => ({
    zh: `“${word}”是禁用词${because(reason).zh}。`,
    en: `“${word}” must not be used${because(reason).en}.`,
  }),
  wordWarned: (word: string, reason: string): TwoText => ({
    zh: `“${word}”需要斟酌${because(reason).zh}。`,
    en: `“${word}” needs a second look${because(reason).en}.`,
  }),
  wordFix: { zh: '请改用别的说法。', en: 'Say it in another way.' },
  wordReplace: (word: string): TwoText => ({ zh: `可改为“${word}”。`, en: `Write “${word}” instead.` }),
  nameUnknown: (name: string): TwoText => ({
    zh: `名录中没有“${name}”。`,
    en: `The directory has no “${name}”.`,
  }),
  nameNear: (name: string): TwoText => ({ zh: `是否为“${name}”？`, en: `Is “${name}” meant?` }),
  nameFix: { zh: '请核对名称是否写对。', en: 'Check that the name is right.' },
  linkInside: (host: string): TwoText => ({
    zh: `链接指向内部地址 ${host}，外面的读者打不开。`,
    en: `A link leads to ${host}, which readers outside cannot reach.`,
  }),
  linkInsideFix: { zh: '请换成公开地址，或去掉链接。', en: 'Use a public address, or remove the link.' },
  linkUser: (host: string): TwoText => ({
    zh: `指向 ${host} 的链接里带有用户名。`,
    en: `The link to ${host} carries a user name.`,
  }),
  linkUserFix: { zh: '请去掉 @ 之前的部分。', en: 'Remove what stands before the @.' },
  linkNumber: (host: string): TwoText => ({
    zh: `链接直接使用了 IP 地址 ${host}。`,
    en: `A link uses the bare address ${host}.`,
  }),
  linkNumberFix: { zh: '请改用域名。', en: 'Use the name of the site.' },
  linkLetters: (host: string): TwoText => ({
    zh: `域名 ${host} 含有特殊字母，可能是仿冒网站。`,
    en: `The name ${host} has unusual letters and may imitate another site.`,
  }),
  linkLettersFix: { zh: '请核对网址。', en: 'Check the address.' },
  linkShort: (host: string): TwoText => ({
    zh: `${host} 是短链接，读者看不出去向。`,
    en: `${host} is a short link: readers cannot see where it leads.`,
  }),
  linkShortFix: { zh: '请换成完整网址。', en: 'Use the full address.' },
  linkElsewhere: (shown: string, host: string): TwoText => ({
    zh: `文字写的是 ${shown}，链接却指向 ${host}。`,
    en: `The words say ${shown}, but the link leads to ${host}.`,
  }),
  linkElsewhereFix: { zh: '请让文字与链接一致。', en: 'Make the words and the link agree.' },
  linkOpen: (host: string): TwoText => ({
    zh: `指向 ${host} 的链接没有加密（http）。`,
    en: `The link to ${host} is not encrypted (http).`,
  }),
  linkOpenFix: { zh: '对方支持时请改用 https。', en: 'Use https if the site offers it.' },
} as const;
