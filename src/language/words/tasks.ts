import type { TwoText } from '../lang.ts';

/** Tasks as a record: their states, lights and fields, and what their verbs answer. */
export const taskWords = {
  title: { zh: '重点任务', en: 'Key tasks' },
  task: { zh: '重点任务', en: 'Task' },
  states: {
    planned: { zh: '未启动', en: 'Not started' },
    'under-way': { zh: '推进中', en: 'Under way' },
    done: { zh: '已完成', en: 'Done' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  lights: {
    none: { zh: '未亮灯', en: 'No light' },
    green: { zh: '正常', en: 'On track' },
    blue: { zh: '临期或偏慢', en: 'Near its limit' },
    yellow: { zh: '滞后', en: 'Behind' },
    red: { zh: '逾期', en: 'Overdue' },
  },
  rhythms: {
    week: { zh: '每周', en: 'Every week' },
    month: { zh: '每月', en: 'Every month' },
    quarter: { zh: '每季度', en: 'Every quarter' },
    none: { zh: '不定期', en: 'No fixed rhythm' },
  },
  notFound: {
    zh: '没有这项任务，或它不属于您的开发区。',
    en: 'There is no such task, or it is not of your zone.',
  },
  notYours: {
    zh: '这一步由任务的责任单位，或开发区的发布人、领导来做。',
    en: 'This is for the units that owe the task, or for a publisher or leader of the zone.',
  },
  notYourZone: {
    zh: '请选择您担任发布人或领导的开发区。',
    en: 'Choose a zone in which you are a publisher or leader.',
  },
  stale: {
    zh: '您打开以后，别人改过这项任务。您写的还在下面：请对照现在的内容，再保存一次就会覆盖。',
    en: 'Somebody changed this task after you opened it. What you wrote is still below: compare it with what stands now; saving again replaces that.',
  },
  isOver: {
    zh: '任务已完成或已取消，作为记录保留，不再修改。',
    en: 'The task is done or cancelled. It stays as a record and is not changed.',
  },
  notInThisState: {
    zh: '现在的状态不能这样做，请刷新页面。',
    en: 'That is not possible in its present state. Reload the page.',
  },
  alreadyAsked: {
    zh: '已经有人报告完成，正在等待复核。',
    en: 'Somebody has said that it is done; the recheck is waited for.',
  },
  nobodyAsked: {
    zh: '还没有人报告完成，不能复核。',
    en: 'Nobody has said that it is done, so there is nothing to recheck.',
  },
  ownWord: {
    zh: '完成是您报告的，请由另一位同事复核。',
    en: 'It was you who said that it is done. Somebody else has to look.',
  },
  evidenceFirst: {
    zh: '请先添加佐证（文件、文章或网址），再报告完成。',
    en: 'Add evidence first: a file, an article or an address. Then say that it is done.',
  },
  milestonesFirst: (open: number): TwoText => ({
    zh: `还有 ${open} 个节点没有完成，请先在进展中勾选。`,
    en:
      open === 1
        ? 'One milestone is still open. Tick it in a report first.'
        : `${open} milestones are still open. Tick them in a report first.`,
  }),
  reasonFirst: { zh: '请写明原因，责任单位才知道怎么办。', en: 'Say why, or the unit does not know what to do.' },
  instructionFirst: {
    zh: '取消任务要有领导批示，请选择依据的批示。',
    en: 'Cancelling a task needs a leader’s instruction. Choose the one it rests on.',
  },
  noSuchInstruction: { zh: '没有这件批示，请重新选择。', en: 'There is no such instruction. Choose again.' },
  noSuchPlan: { zh: '没有这个方案，请重新选择。', en: 'There is no such plan. Choose again.' },
  planClosed: { zh: '方案已结束，不再添加任务。', en: 'The plan is closed and takes no more tasks.' },
  noSuchGoal: { zh: '所选目标不在这个方案里。', en: 'That goal is not one of this plan.' },
  noSuchUnit: { zh: '没有这个责任单位，或已停用。', en: 'There is no such unit, or it is retired.' },
  noSuchPerson: {
    zh: '这个账号不是本开发区的工作人员。',
    en: 'That account does not belong to the people of this zone.',
  },
  numberTaken: (number: string): TwoText => ({
    zh: `方案中已有编号“${number}”，请换一个。`,
    en: `The plan has a task “${number}” already. Choose another number.`,
  }),
  milestoneOutside: {
    zh: '节点日期要在任务的起止日期之间。',
    en: 'A milestone lies between the first and the last day of its task.',
  },
  milestoneGone: {
    zh: '有节点已被别人删除，请刷新页面。',
    en: 'A milestone was removed by somebody else. Reload the page.',
  },
  milestoneDone: {
    zh: '已完成的节点不能删除或改日期。',
    en: 'A milestone that was reached stays, with its date.',
  },
  beginsAfterDue: { zh: '开始日期不能晚于完成期限。', en: 'The first day is not after the last.' },
  cycle: (chain: string): TwoText => ({
    zh: `形成循环等待：${chain}。请先去掉其中一项依赖。`,
    en: `The tasks would wait for each other in a circle: ${chain}. Take one of these dependencies away first.`,
  }),
  noSuchNeeded: { zh: '没有这项任务，或它不在本开发区。', en: 'There is no such task in this zone.' },
  needsItself: { zh: '任务不能依赖自己。', en: 'A task does not wait for itself.' },
  tooManyNeeds: { zh: '一项任务最多依赖 40 项。', en: 'A task waits for 40 others at the most.' },
  evidenceWrong: {
    zh: '请选择一份文件，或填写一篇本站文章的网址，或其他网址（http 或 https 开头）。',
    en: 'Choose a file, or give the address of an article of this site, or another address that begins with http or https.',
  },
  evidenceTitleWrong: {
    zh: '请写明佐证是什么，不超过 256 字。',
    en: 'Say what the evidence is, in 256 characters at the most.',
  },
  noSuchArticle: {
    zh: '没有这篇文章，或它不属于您的开发区。',
    en: 'There is no such article, or it is not of your zone.',
  },
  tooMuchEvidence: { zh: '一项任务最多 200 份佐证。', en: 'A task has 200 pieces of evidence at the most.' },
  file: { zh: '文件', en: 'File' },
  evidenceGone: { zh: '这份佐证已被移除。', en: 'That evidence was taken away already.' },
  notUnderstood: { zh: '没有看懂这一项，请检查后重试。', en: 'That was not understood. Look at it and try again.' },
  wrong: {
    zone: { zh: '请选择开发区。', en: 'Choose a zone.' },
    planId: { zh: '请选择方案。', en: 'Choose a plan.' },
    goalId: { zh: '请选择方案中的目标。', en: 'Choose a goal of the plan.' },
    number: { zh: '编号不超过 40 个字符，不换行。', en: 'A number has 40 characters at the most, on one line.' },
    titleZh: { zh: '请写中文标题，不超过 500 字。', en: 'Give a Chinese title, 500 characters at the most.' },
    titleEn: {
      zh: '英文标题不超过 1000 个字符，不换行。',
      en: 'The English title has 1,000 characters at the most, on one line.',
    },
    detailZh: { zh: '中文说明不超过 5000 字。', en: 'The Chinese text has 5,000 characters at the most.' },
    detailEn: { zh: '英文说明不超过 10000 个字符。', en: 'The English text has 10,000 characters at the most.' },
    leadUnitId: { zh: '请选择牵头单位。', en: 'Choose the unit that leads.' },
    coUnits: { zh: '请选择配合单位，最多 60 个。', en: 'Choose the units beside it, 60 at the most.' },
    personName: { zh: '责任人姓名不超过 80 字。', en: 'The name has 80 characters at the most.' },
    personEmail: { zh: '请填写完整的邮箱地址。', en: 'Give a whole e-mail address.' },
    personAccountId: { zh: '请选择责任人的账号。', en: 'Choose the account of the person.' },
    beginsOn: { zh: '请填写开始日期，例如 2026-03-01。', en: 'Give the first day, such as 2026-03-01.' },
    dueOn: { zh: '请填写完成期限，例如 2026-12-31。', en: 'Give the last day, such as 2026-12-31.' },
    reportEvery: { zh: '请选择多久报一次进展。', en: 'Choose how often it is reported on.' },
    isPublic: { zh: '请选择是否公开。', en: 'Choose whether it is public.' },
    instructionId: { zh: '请选择依据的批示。', en: 'Choose the instruction it rests on.' },
    milestones: {
      zh: '每个节点要有标题、日期和 1 至 100 的权重；最多 40 个。',
      en: 'Each milestone has a title, a date and a weight from 1 to 100; there are 40 at the most.',
    },
    needs: { zh: '请选择依赖的任务。', en: 'Choose the tasks it waits for.' },
    note: { zh: '说明不超过 1000 字。', en: 'The note has 1,000 characters at the most.' },
    reason: { zh: '原因不超过 1000 字。', en: 'The reason has 1,000 characters at the most.' },
  } as Readonly<Record<string, TwoText>>,
  toldAssigned: (title: TwoText): TwoText => ({
    zh: `交给您单位的重点任务：${title.zh}`,
    en: `A task for your unit: ${title.en}`,
  }),
  toldDoneAsked: (title: TwoText): TwoText => ({
    zh: `请复核是否完成：${title.zh}`,
    en: `Said to be done, please recheck: ${title.en}`,
  }),
  toldSentBack: (title: TwoText): TwoText => ({
    zh: `复核未通过，已退回：${title.zh}`,
    en: `Sent back at the recheck: ${title.en}`,
  }),
  toldDone: (title: TwoText): TwoText => ({
    zh: `已通过复核，任务完成：${title.zh}`,
    en: `Rechecked and done: ${title.en}`,
  }),
  toldCancelled: (title: TwoText): TwoText => ({
    zh: `任务已取消：${title.zh}`,
    en: `The task was cancelled: ${title.en}`,
  }),
} as const;
