import type { TwoText } from '../lang.ts';
import { letterWords } from './letters.ts';

const quoted = ({ zh, en }: TwoText) => ({ zh: `“${zh}”`, en: `“${en}”` });

/** What reminders say, and the page that their links lead to. */
export const reportLetterWords = {
  ...letterWords,
  subject: (title: TwoText): TwoText => ({ zh: `请报送进展：${title.zh}`, en: `Please report: ${title.en}` }),
  subjectOfMany: (count: number): TwoText => ({
    zh: `有 ${count} 项任务请您报送进展`,
    en: `Please report on ${count} tasks`,
  }),
  dear: (name: string): TwoText => ({
    zh: name === '' ? '您好：' : `${name}，您好：`,
    en: name === '' ? 'Hello,' : `Dear ${name},`,
  }),
  lead: (count: number): TwoText => ({
    zh: `请用下面的链接报送进展，不用登录，一分钟即可。链接只对您${count === 1 ? '和这项任务' : '和所列任务'}有效，请勿转发。`,
    en: `Please report with the ${count === 1 ? 'link' : 'links'} below: no signing in, one minute. Each link works for you and its task only; please do not pass it on.`,
  }),
  leadOfHead: (count: number): TwoText => ({
    zh: `贵单位以下${count === 1 ? '任务' : ` ${count} 项任务`}到期后一直没有收到进展，请您过问。也可以直接用链接报送，不用登录。`,
    en: `Nothing has been heard of ${count === 1 ? 'this task' : `these ${count} tasks`} of your unit since the day it was owed. Please look into it; the links let you report without signing in.`,
  }),
  foot: (site: TwoText): TwoText => ({
    zh: `${site.zh}自动发送。如果任务不再由您负责，请联系本区发布人更换经办人。`,
    en: `Sent by ${site.en}. If you no longer answer for a task, ask the zone’s publisher to name somebody else.`,
  }),
  asked: { zh: '这是您索取的新链接', en: 'This is the new link you asked for' },
  milestoneOwed: (title: TwoText, day: string): TwoText => ({
    zh: `节点${quoted(title).zh}应于 ${day} 前完成`,
    en: `Milestone ${quoted(title).en} is due on ${day}`,
  }),
  dueOwed: (day: string): TwoText => ({ zh: `任务应于 ${day} 前完成`, en: `The task is due on ${day}` }),
  reportOwed: (day: string): TwoText => ({ zh: `应于 ${day} 前报送进展`, en: `A report is due on ${day}` }),
  milestoneLate: (title: TwoText, day: string): TwoText => ({
    zh: `节点${quoted(title).zh}应于 ${day} 完成，至今没有收到进展`,
    en: `Milestone ${quoted(title).en} was due on ${day}, and nothing has been reported since`,
  }),
  dueLate: (day: string): TwoText => ({
    zh: `任务应于 ${day} 完成，至今没有收到进展`,
    en: `The task was due on ${day}, and nothing has been reported since`,
  }),
  reportLate: (day: string): TwoText => ({
    zh: `应于 ${day} 报送的进展至今没有收到`,
    en: `The report due on ${day} has not come`,
  }),
  told: (title: TwoText): TwoText => ({ zh: `请报送进展：${title.zh}`, en: `Please report on ${title.en}` }),
  toldMany: (title: TwoText, count: number): TwoText => ({
    zh: `${quoted(title).zh}等 ${count} 项任务请报送进展`,
    en: `Please report on ${quoted(title).en} and ${count - 1} more`,
  }),
  leader: (title: TwoText): TwoText => ({
    zh: `${quoted(title).zh}到期后经办人和单位负责人均未报送进展`,
    en: `Neither the person nor the head of the unit has reported on ${quoted(title).en} since it was owed`,
  }),
  leaderMany: (title: TwoText, count: number): TwoText => ({
    zh: `${quoted(title).zh}等 ${count} 项任务到期后经办人和单位负责人均未报送进展`,
    en: `${quoted(title).en} and ${count - 1} more tasks: neither the person nor the head of the unit has reported since they were owed`,
  }),

  title: { zh: '报送进展', en: 'Report progress' },
  reader: (name: string): TwoText => ({ zh: `报送人：${name}`, en: `Reporting as ${name}` }),
  due: (day: string): TwoText => ({ zh: `完成时限 ${day}`, en: `Due ${day}` }),
  next: (title: TwoText, day: string): TwoText => ({
    zh: `下一节点：${title.zh}（${day}）`,
    en: `Next milestone: ${title.en} (${day})`,
  }),
  percent: (percent: number): TwoText => ({ zh: `已完成 ${percent}%`, en: `${percent} % done` }),
  last: (day: string, by: string): TwoText => ({ zh: `上次（${day}，${by}）`, en: `Last time (${day}, ${by})` }),
  done: { zh: '哪些节点已经完成？', en: 'Which milestones are done?' },
  by: (day: string): TwoText => ({ zh: `${day} 前`, en: `by ${day}` }),
  doneOn: { zh: '完成日期', en: 'Done on' },
  doneOnOf: (title: TwoText): TwoText => ({ zh: `${title.zh}的完成日期`, en: `${title.en}: done on` }),
  body: { zh: '一句话说明进展', en: 'How does it go? One sentence' },
  bodyHint: {
    zh: '已填入上次的内容，请改成现在的情况。',
    en: 'What was said last time is filled in; change it to how things stand now.',
  },
  bodyHintFirst: { zh: '例如：选址已定，正在办理手续。', en: 'Such as: The place is chosen; permits are under way.' },
  file: { zh: '照片或文件（可不传）', en: 'Photo or file (optional)' },
  fileAgain: { zh: '如需上传文件，请重新选择。', en: 'If you want to send a file, please choose it again.' },
  address: { zh: '佐证网址（可不填）', en: 'Web address as evidence (optional)' },
  send: { zh: '报送', en: 'Report' },
  thanks: { zh: '已收到，谢谢！', en: 'Thank you, received.' },
  kept: { zh: '您报送的进展已记录。', en: 'Your report is kept.' },
  tickedCount: (count: number): TwoText => ({
    zh: `${count} 个节点已标记为完成`,
    en: count === 1 ? '1 milestone is marked as done' : `${count} milestones are marked as done`,
  }),
  moved: (from: number, to: number): TwoText => ({
    zh: `完成度 ${from}% → ${to}%`,
    en: `Progress ${from} % → ${to} %`,
  }),
  nothingOpen: {
    zh: '全部节点已经完成，任务由本区发布人或领导复核后办结。',
    en: 'All milestones are done. The zone’s publisher or leader rechecks the task before it is closed.',
  },
  sameAsLast: {
    zh: '和上次报送的内容一样。如果没有新进展，请写明原因。',
    en: 'This is what was said last time. If nothing has moved, please say why.',
  },
  states: {
    ...letterWords.states,
    ended: {
      zh: '这项任务已经办结或取消，不再需要报送进展。谢谢！',
      en: 'This task is done or was cancelled; no further report is needed. Thank you.',
    },
    'handed-over': {
      zh: '这项任务已改由他人负责，此链接不再有效。如有疑问，请联系本区发布人。',
      en: 'Somebody else answers for this task now, so this link no longer works. Ask the zone’s publisher if that is wrong.',
    },
  },
} as const;
