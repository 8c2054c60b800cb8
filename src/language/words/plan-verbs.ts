import type { TwoText } from '../lang.ts';

const field: Readonly<Record<string, TwoText>> = {
  zone: { zh: '开发区', en: 'Zone' },
  titleZh: { zh: '方案名称（中文）', en: 'Title (Chinese)' },
  titleEn: { zh: '方案名称（英文）', en: 'Title (English)' },
  summaryZh: { zh: '摘要（中文）', en: 'Summary (Chinese)' },
  summaryEn: { zh: '摘要（英文）', en: 'Summary (English)' },
  issuerZh: { zh: '印发机关（中文）', en: 'Issued by (Chinese)' },
  issuerEn: { zh: '印发机关（英文）', en: 'Issued by (English)' },
  documentNumber: { zh: '发文字号', en: 'Document number' },
  issuedOn: { zh: '印发日期', en: 'Issued on' },
  beginsOn: { zh: '实施期起', en: 'In effect from' },
  endsOn: { zh: '实施期止', en: 'In effect until' },
  document: { zh: '正文文件', en: 'Document' },
  articleId: { zh: '发布文章', en: 'Announced in' },
};

const goalField: Readonly<Record<string, TwoText>> = {
  parent: { zh: '上级目标', en: 'Belongs to' },
  number: { zh: '编号', en: 'Number' },
  titleZh: { zh: '目标（中文）', en: 'Goal (Chinese)' },
  titleEn: { zh: '目标（英文）', en: 'Goal (English)' },
  sentence: { zh: '原文', en: 'Sentence of the document' },
};

/** What the verbs of plans and goals say. */
export const planVerbWords = {
  field,
  goalField,
  adjustmentField: {
    instruction: { zh: '依据的批示', en: 'Instruction' },
    reason: { zh: '调整理由', en: 'Reason' },
  } as Readonly<Record<string, TwoText>>,
  instructionColumn: { zh: '依据批示（编号）', en: 'Instruction (number)' },
  reasonColumn: { zh: '调整理由', en: 'Reason of the adjustment' },
  cellUnclean: { zh: '这里有看不见的控制字符，请重新输入', en: 'It holds invisible control characters: type it again' },
  aField: { zh: '这一项', en: 'this field' },
  missing: (title: TwoText): TwoText => ({
    zh: `公开之前请填写“${title.zh}”`,
    en: `Before it is made public, fill in “${title.en}”`,
  }),
  lacks: {
    issuer: { zh: '实施之前请填写印发机关', en: 'Before it comes into force, say who issued it' },
    issuedOn: { zh: '实施之前请填写印发日期', en: 'Before it comes into force, say when it was issued' },
    document: {
      zh: '实施之前请附上正文文件，或选择发布它的文章',
      en: 'Before it comes into force, attach the document or choose the article that announced it',
    },
    goals: { zh: '实施之前至少要有一个目标', en: 'Before it comes into force, it needs at least one goal' },
    parts: {
      zh: '实施之前至少要有一项指标或重点任务',
      en: 'Before it comes into force, it needs at least one indicator or task',
    },
    units: (count: number): TwoText => ({
      zh: `还有 ${count} 项重点任务没有责任单位`,
      en: count === 1 ? 'One task has no responsible unit yet' : `${count} tasks have no responsible unit yet`,
    }),
    targets: (count: number): TwoText => ({
      zh: `还有 ${count} 项指标没有目标值`,
      en: count === 1 ? 'One indicator has no target yet' : `${count} indicators have no target yet`,
    }),
  },
  endsBeforeBegin: { zh: '实施期止要晚于实施期起', en: 'It must end after it begins' },
  notFound: { zh: '没有这个实施方案，或者您不能管理它。', en: 'There is no such plan, or you do not keep it.' },
  mayNot: {
    zh: '只有本开发区的发布人和领导可以管理实施方案。',
    en: 'Only publishers and leaders of the zone keep its plans.',
  },
  noArticle: { zh: '请选择本开发区已发布的文章', en: 'Choose an article that this zone has published' },
  changedMeanwhile: {
    zh: '有人刚刚改过这个方案。请重新打开页面，看过之后再改。',
    en: 'Somebody has changed this plan meanwhile. Open the page again and look before you change it.',
  },
  isClosed: { zh: '方案已经结束，不能再修改。', en: 'The plan is closed and can no longer be changed.' },
  onlyDraft: { zh: '这个方案已经实施或结束。', en: 'This plan is in force or closed already.' },
  onlyInForce: { zh: '只有实施中的方案可以结束。', en: 'Only a plan in force can be closed.' },
  onlyDraftGoes: { zh: '实施过的方案不能删除。', en: 'A plan that was in force cannot be deleted.' },
  hasParts: {
    zh: '方案下还有产业集群、指标或重点任务，请先移走它们。',
    en: 'Clusters, indicators or tasks still belong to this plan: move them away first.',
  },
  publicAfterForce: { zh: '方案实施之后才能公开。', en: 'A plan can be made public once it is in force.' },
  giveReason: { zh: '请写明理由', en: 'Please give the reason' },
  noInstruction: { zh: '请选择本开发区的一条批示', en: 'Choose an instruction given in this zone' },
  noGoal: { zh: '方案里没有这个目标。', en: 'The plan has no such goal.' },
  noParent: { zh: '方案里没有这个上级目标', en: 'The plan has no such goal to belong to' },
  beneathItself: { zh: '目标不能放在自己下面', en: 'A goal cannot belong to itself' },
  tooDeep: { zh: '目标最多三级', en: 'Goals go three levels deep at most' },
  goalHasParts: {
    zh: '这个目标下面还有目标、指标或重点任务，不能删除。',
    en: 'Goals, indicators or tasks hang beneath this goal: it cannot be removed.',
  },
};
