/** Reports on tasks: the form at the desk and on a phone, and why one is refused. */
export const reportWords = {
  onlyLooking: {
    zh: '您正以他人身份查看，不能报送进展。',
    en: 'You are looking as somebody else and cannot report.',
  },
  noTask: { zh: '没有这项任务。', en: 'There is no such task.' },
  notYours: {
    zh: '只有牵头单位、配合单位的经办人，以及本区发布人、领导可以报送这项任务的进展。',
    en: 'Officers of the lead and supporting units, and the zone’s publishers and leaders, report on this task.',
  },
  isDone: {
    zh: '这项任务已经办结，不再需要报送进展。',
    en: 'This task is done; no further report is needed.',
  },
  isCancelled: {
    zh: '这项任务已经取消，不再需要报送进展。',
    en: 'This task was cancelled; no further report is needed.',
  },
  bodyWrong: {
    zh: '请用一句话说明进展，不超过 500 字。',
    en: 'Say how it goes in one sentence of at most 500 characters.',
  },
  tickWrong: {
    zh: '节点的完成日期应为今天或以前的日期。',
    en: 'The day a milestone was done is today or earlier.',
  },
  noMilestone: {
    zh: '所勾选的节点已不在这项任务中，请刷新页面。',
    en: 'A milestone you ticked is no longer part of this task. Reload the page.',
  },
  evidenceWrong: {
    zh: '佐证网址应以 http:// 或 https:// 开头；文件请从本机选择。',
    en: 'An address given as evidence begins with http:// or https://; a file is chosen from your device.',
  },
  formWrong: { zh: '表单不完整，请刷新后重试。', en: 'The form was incomplete. Reload the page and try again.' },
  toTask: { zh: '返回任务', en: 'Back to the task' },
  evidence: { zh: '佐证', en: 'Evidence' },
} as const;
