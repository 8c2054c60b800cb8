import type { TwoText } from '../lang.ts';

/** What a document seems to say a plan holds, for a person to accept. */
export const proposalWords = {
  title: { zh: '从文件提取', en: 'From a document' },
  lead: {
    zh: '上传方案正文或任务清单，系统按原文编号逐句列出目标、产业集群、指标和重点任务。每一条都由您核对，采纳后才成为记录，并保留原句。',
    en: 'Upload the plan or its list of tasks: sentence by sentence, its goals, clusters, targets and tasks are listed for you. Nothing becomes a record before you accept it, and each record keeps its sentence.',
  },
  file: { zh: '正文或任务清单', en: 'Document or task list' },
  fileHint: {
    zh: 'DOCX、TXT，或 XLSX、CSV 任务清单（第一行或前几行为表头）',
    en: 'DOCX or TXT, or a task list as XLSX or CSV with its titles in the first rows',
  },
  readFile: { zh: '读取文件', en: 'Read the file' },
  text: { zh: '粘贴正文', en: 'Paste the text' },
  readText: { zh: '读取文字', en: 'Read the text' },
  field: {
    titleZh: { zh: '内容（中文）', en: 'Title (Chinese)' },
    titleEn: { zh: '内容（英文）', en: 'Title (English)' },
    number: { zh: '编号', en: 'Number' },
    nameZh: { zh: '名称（中文）', en: 'Name (Chinese)' },
    nameEn: { zh: '名称（英文）', en: 'Name (English)' },
    value: { zh: '目标值', en: 'Target' },
    measureZh: { zh: '单位（中文）', en: 'Unit (Chinese)' },
    measureEn: { zh: '单位（英文）', en: 'Unit (English)' },
    on: { zh: '到哪一天', en: 'By' },
    direction: { zh: '方向', en: 'Direction' },
    tier: { zh: '级别', en: 'Tier' },
    beginsOn: { zh: '开始', en: 'Begins' },
    dueOn: { zh: '完成时限', en: 'Due' },
    lead: { zh: '责任单位', en: 'Responsible unit' },
    co: { zh: '配合单位', en: 'With' },
  } as Readonly<Record<string, TwoText>>,
  /** Asked for where the document says it in English alone. */
  needsChinese: {
    titleZh: {
      zh: '原文是英文，请补充中文内容后采纳。',
      en: 'The document says it in English: add the Chinese title before accepting it.',
    },
    nameZh: {
      zh: '原文是英文，请补充中文名称后采纳。',
      en: 'The document says it in English: add the Chinese name before accepting it.',
    },
    measureZh: {
      zh: '原文是英文，请补充中文单位后采纳。',
      en: 'The document says it in English: add the Chinese unit before accepting it.',
    },
  } as Readonly<Record<string, TwoText>>,
  lacksChinese: { zh: '待补中文', en: 'Chinese needed' },
  between: { zh: '、', en: ', ' },
  aField: { zh: '这一项', en: 'this field' },
  directions: {
    up: { zh: '越高越好', en: 'The more the better' },
    down: { zh: '越低越好', en: 'The less the better' },
  },
  kinds: {
    goal: { zh: '目标', en: 'Goal' },
    indicator: { zh: '指标', en: 'Indicator' },
    cluster: { zh: '产业集群', en: 'Cluster' },
    task: { zh: '重点任务', en: 'Task' },
  },
  noUnit: { zh: '暂不确定', en: 'Not settled yet' },
  waiting: (total: number): TwoText => ({
    zh: `待核对 ${total} 条`,
    en: total === 1 ? 'One proposal waits' : `${total} proposals wait`,
  }),
  firstOf: (shown: number): TwoText => ({
    zh: `先列出 ${shown} 条，处理后显示其余。`,
    en: `The first ${shown}; the rest follow once these are settled.`,
  }),
  none: {
    zh: '没有待核对的内容。在上面上传文件或粘贴正文。',
    en: 'Nothing waits. Upload a file or paste a text above.',
  },
  choose: (title: string): TwoText => ({ zh: `选择：${title}`, en: `Choose: ${title}` }),
  edit: { zh: '修改', en: 'Edit' },
  save: { zh: '保存修改', en: 'Save the changes' },
  accept: { zh: '采纳所选', en: 'Accept the chosen' },
  acceptAll: { zh: '采纳本页全部', en: 'Accept all on this page' },
  decline: { zh: '不采纳所选', en: 'Decline the chosen' },
  settle: { zh: '处理所选的内容', en: 'Settle what is chosen' },
  from: (name: string): TwoText => ({ zh: `来自 ${name}`, en: `From ${name}` }),
  did: {
    read: (count: number): TwoText => ({
      zh: `读取完成，提取 ${count} 条。`,
      en: count === 1 ? 'One proposal was found.' : `${count} proposals were found.`,
    }),
    accepted: (count: number): TwoText => ({
      zh: `已采纳 ${count} 条。`,
      en: count === 1 ? 'One was accepted.' : `${count} were accepted.`,
    }),
    declined: (count: number): TwoText => ({
      zh: `已标记不采纳 ${count} 条。`,
      en: count === 1 ? 'One was declined.' : `${count} were declined.`,
    }),
    saved: { zh: '已保存。', en: 'Saved.' },
  },
  partly: (failed: number): TwoText => ({
    zh: `另有 ${failed} 条没有采纳，原因见下。`,
    en:
      failed === 1
        ? 'One could not be accepted; the reason stands below.'
        : `${failed} could not be accepted; the reasons stand below.`,
  }),
  noText: { zh: '请粘贴方案的文字', en: 'Paste the text of the plan' },
  textTooLong: (most: number): TwoText => ({ zh: `文字不能超过 ${most} 个字符`, en: `${most} characters at most` }),
  nothingFound: {
    zh: '没有提取到目标、集群、指标或任务。请检查是否为方案正文或任务清单。',
    en: 'No goal, cluster, target or task was found. Check that this is a plan or a list of tasks.',
  },
  noTaskColumn: {
    zh: '没有找到“任务”一列。表头应有“重点任务”“工作内容”等名称。',
    en: 'No column of tasks was found: one must be called 重点任务, 工作内容 or Task.',
  },
  noFile: { zh: '请选择文件', en: 'Choose a file' },
  kindOfFile: { zh: '请上传 DOCX、TXT、XLSX 或 CSV 文件', en: 'Upload a DOCX, TXT, XLSX or CSV file' },
  isClosed: { zh: '方案已经结束，不能再添加内容。', en: 'The plan is closed: nothing can be added.' },
  notOpen: { zh: '这一条已经处理过。', en: 'This proposal is settled already.' },
  changedMeanwhile: {
    zh: '有人刚刚改过这一条，请刷新页面。',
    en: 'Somebody has changed this proposal meanwhile: reload the page.',
  },
  formWrong: {
    zh: '提交的内容不完整，请刷新页面后重试。',
    en: 'The form is not complete: reload the page and try again.',
  },
  chooseSome: { zh: '请先勾选要处理的内容。', en: 'Tick what is to be settled first.' },
} as const;
