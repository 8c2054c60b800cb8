import type { TwoText } from '../lang.ts';
import { letterWords } from './letters.ts';

interface Letter {
  readonly name: string;
  readonly line: TwoText;
  readonly link: string;
  readonly site: TwoText;
}

/** Letters about slips, and the page that their links lead to. */
export const slipLetterWords = {
  ...letterWords,
  letter: ({ name, line, link, site }: Letter): TwoText => ({
    zh: `${name === '' ? '您好：' : `${name}，您好：`}\n\n${line.zh}\n\n请用下面的链接反馈，不用登录，一分钟即可。链接只对您和这张督办单有效，请勿转发。\n${link}\n\n--\n${site.zh}自动发送。如果不再由您负责，请联系本区发布人改交他人。`,
    en: `${name === '' ? 'Hello,' : `Dear ${name},`}\n\n${line.en}\n\nPlease answer with the link below: no signing in, one minute. It works for you and this slip only; please do not pass it on.\n${link}\n\n--\nSent by ${site.en}. If you no longer answer for this, ask the zone’s publisher to name somebody else.`,
  }),
  asked: (what: TwoText): TwoText => ({
    zh: `这是您索取的新链接：${what.zh}`,
    en: `The new link you asked for: ${what.en}`,
  }),
  title: { zh: '反馈督办单', en: 'Answer a supervision slip' },
  reader: (name: string): TwoText => ({ zh: `反馈人：${name}`, en: `Answering as ${name}` }),
  due: (day: string): TwoText => ({ zh: `当前时限 ${day}`, en: `Due ${day}` }),
  last: (day: string, by: string): TwoText => ({ zh: `上次（${day}，${by}）`, en: `Last time (${day}, ${by})` }),
  note: { zh: '一句话说明情况', en: 'How does it stand? One sentence' },
  noteHint: {
    zh: '例如：审批材料已补齐，正在等待会签。',
    en: 'Such as: The papers are complete; two offices have yet to sign.',
  },
  until: { zh: '预计何时办结（可不填）', en: 'When will it be solved? (optional)' },
  untilHint: {
    zh: '只作说明，不改变时限。',
    en: 'For information: it does not change when it is due.',
  },
  planHint: {
    zh: '疑难事项填写日期即为限期办理计划，只能提一次。',
    en: 'Of a hard matter this is its dated plan, which is given once.',
  },
  file: { zh: '照片或文件（可不传）', en: 'Photo or file (optional)' },
  address: { zh: '佐证网址（可不填）', en: 'Web address as evidence (optional)' },
  evidence: { zh: '佐证', en: 'Evidence' },
  evidenceWrong: {
    zh: '佐证网址须以 http:// 或 https:// 开头。',
    en: 'The address must begin with http:// or https://.',
  },
  send: { zh: '反馈情况', en: 'Send the answer' },
  solve: { zh: '已经办结', en: 'It is solved' },
  solveHint: {
    zh: '点“已经办结”即报告办结，之后由他人复核。',
    en: '“It is solved” reports the matter as solved. Somebody else rechecks it.',
  },
  thanks: { zh: '已收到，谢谢！', en: 'Thank you, received.' },
  kept: { zh: '您的反馈已记入督办单。', en: 'Your answer is kept with the slip.' },
  keptSolved: { zh: '已报告办结，等待复核。', en: 'Reported as solved; it will be rechecked.' },
  expected: (day: string): TwoText => ({ zh: `预计 ${day} 办结`, en: `expected to be solved by ${day}` }),
  states: {
    ...letterWords.states,
    ended: {
      zh: '这张督办单已报告办结或已销号，现在不需要反馈。谢谢！',
      en: 'This slip was reported as solved or is closed; no answer is needed now. Thank you.',
    },
    'handed-over': {
      zh: '这张督办单已改由他人负责，此链接不再有效。如有疑问，请联系本区发布人。',
      en: 'Somebody else answers for this slip now, so this link no longer works. Ask the zone’s publisher if that is wrong.',
    },
  },
} as const;
