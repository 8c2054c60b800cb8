import type { TwoText } from '../lang.ts';

/** What is looked after beside the stages of a project: checks, permits, milestones, visits, promises, proof. */
export const careWords = {
  questionUnknown: { zh: '这个调查事项已停用或不存在，请刷新页面', en: 'This question is not in use: reload the page' },
  stepUnknown: { zh: '这个审批事项已停用或不存在，请刷新页面', en: 'This permit is not in use: reload the page' },
  tagUnknown: { zh: '这种佐证已停用或不存在，请刷新页面', en: 'This kind of proof is not in use: reload the page' },
  milestoneGone: { zh: '这个节点已不存在，请刷新页面', en: 'This milestone is gone: reload the page' },
  evidenceGone: { zh: '这条佐证已不存在，请刷新页面', en: 'This proof is gone: reload the page' },
  lineUnknown: { zh: '这笔签约或到资不存在，请刷新页面', en: 'There is no such line in the ledgers: reload the page' },
  sayWhy: { zh: '存疑或否决请写明情况', en: 'Say what is doubtful, or why it stops' },
  gotNeedsApplied: { zh: '请先填写申报日期', en: 'Say first when it was applied for' },
  gotBeforeApplied: { zh: '办结日期不能早于申报日期', en: 'It cannot come before it was applied for' },
  waivedWithDates: { zh: '不需办理的事项不填日期', en: 'What is not needed has no dates' },
  waivedWhy: { zh: '请说明为什么不需办理', en: 'Say why it is not needed' },
  dateMovedWhy: { zh: '调整计划日期请说明原因', en: 'Say why the planned date changes' },
  promiseNeedsDay: { zh: '请填写答应办结的日期', en: 'Say by when it was promised' },
  dayNeedsPromise: { zh: '请填写答应办的事', en: 'Say what was promised' },
  promisedBefore: { zh: '答应的期限不能早于走访日期', en: 'The promise cannot be due before the visit' },
  notPromised: { zh: '这项没有承诺，不需评价', en: 'Nothing was promised of this: there is nothing to judge' },
  noFiguresWhy: {
    zh: '没有实际数据时请说明评价依据',
    en: 'Nothing real is known of it: say what the verdict rests on',
  },
  mayNotJudge: {
    zh: '履约结论由本开发区的发布员或领导作出，项目负责人本人不能评价',
    en: 'Publishers and leaders of the zone judge, and never the manager of the project',
  },
  proofMissing: {
    zh: '请上传佐证文件；选择的签约或到资已附文件时可不上传',
    en: 'Attach the file; only a line that has its document needs none',
  },
  proofThere: { zh: '这份文件已登记为这种佐证', en: 'This file is that kind of proof already' },
  oneLine: { zh: '请只选一笔', en: 'Choose one line' },

  checks: { zh: '尽职调查', en: 'Due diligence' },
  results: {
    fine: { zh: '通过', en: 'Fine' },
    doubt: { zh: '存疑', en: 'Doubt' },
    stop: { zh: '否决', en: 'Stop' },
  },
  checkSummary: (open: number, doubts: number, stops: number): TwoText => ({
    zh:
      stops > 0
        ? `${stops} 项否决，消除前不能签约`
        : open + doubts > 0
          ? `${open} 项待查，${doubts} 项存疑`
          : '全部通过',
    en:
      stops > 0
        ? `${stops} ${stops === 1 ? 'stop' : 'stops'}: nothing can be signed until cleared`
        : open + doubts > 0
          ? `${open} open, ${doubts} in doubt`
          : 'All fine',
  }),
  noQuestions: { zh: '还没有设置调查事项，由平台管理员设置。', en: 'No questions are set: the operator does that.' },
  question: { zh: '事项', en: 'Question' },
  result: { zh: '结论', en: 'Result' },
  note: { zh: '说明', en: 'Note' },
  checkedBy: { zh: '核查', en: 'Checked' },
  file: { zh: '文件', en: 'File' },
  open: { zh: '待查', en: 'Open' },
  answer: { zh: '登记调查结论', en: 'Answer a question' },

  permits: { zh: '审批手续', en: 'Permits' },
  permitHint: {
    zh: '期限从申报次日起按工作日计算，办结即停。',
    en: 'The clock counts working days from the day after the application and stops when the permit comes.',
  },
  noPermits: { zh: '还没有设置审批事项，由平台管理员设置。', en: 'No permits are set: the operator does that.' },
  permit: { zh: '事项', en: 'Permit' },
  days: { zh: '工作日', en: 'Working days' },
  appliedOn: { zh: '申报', en: 'Applied' },
  dueOn: { zh: '应办结', en: 'Due' },
  gotOn: { zh: '办结', en: 'Got' },
  state: { zh: '状态', en: 'State' },
  permitStates: {
    waiting: { zh: '未申报', en: 'Not applied for' },
    running: { zh: '办理中', en: 'Running' },
    late: { zh: '已超期', en: 'Late' },
    got: { zh: '已办结', en: 'Got' },
    waived: { zh: '不需办理', en: 'Not needed' },
  },
  over: (days: number): TwoText => ({
    zh: `超 ${days} 个工作日`,
    en: `${days} working ${days === 1 ? 'day' : 'days'} over`,
  }),
  setPermit: { zh: '登记审批进度', en: 'Record a permit' },
  permitFormHint: {
    zh: '同一事项再次登记即为更新；日期都留空则清除。',
    en: 'Recording the same permit again updates it; with no dates it is cleared.',
  },
  waived: { zh: '不需办理', en: 'Not needed' },

  milestones: { zh: '项目节点', en: 'Milestones' },
  noMilestones: {
    zh: '还没有节点。把约定的关键日期写下来，到期未完成会亮灯。',
    en: 'No milestones yet. Write down the days that matter: one that is missed turns the light.',
  },
  milestone: { zh: '节点', en: 'Milestone' },
  planned: { zh: '计划完成', en: 'Due' },
  doneOn: { zh: '实际完成', en: 'Done' },
  addMilestone: { zh: '新增节点', en: 'Add a milestone' },
  changeMilestone: { zh: '登记完成或调整', en: 'Mark done or change' },
  changeHint: {
    zh: '填写实际完成日期即为完成；调整计划日期须说明原因。',
    en: 'With the day it was done it is done; a changed plan says why.',
  },
  removeMilestone: (name: string): TwoText => ({ zh: `删除节点“${name}”`, en: `Remove “${name}”` }),
  which: { zh: '哪个节点', en: 'Which milestone' },

  visits: { zh: '走访服务', en: 'Aftercare visits' },
  noVisits: {
    zh: '还没有走访记录。投产后每半年走访一次。',
    en: 'No visits yet. What produces is visited every half year.',
  },
  visitDue: (day: string): TwoText => ({ zh: `应于 ${day} 前再次走访`, en: `The next visit is due by ${day}` }),
  visitedBy: (day: string, who: string): TwoText => ({ zh: `${day} ${who}走访`, en: `${day}, ${who}` }),
  promisedThere: (what: string, by: string): TwoText => ({
    zh: `答应：${what}（${by} 前）`,
    en: `Promised: ${what} (by ${by})`,
  }),
  recordVisit: { zh: '登记走访', en: 'Record a visit' },
  visitHint: {
    zh: '答应企业的事连同期限会成为项目的下一步，逾期亮灯。',
    en: 'What was promised becomes the project’s next step with its day, and turns the light when that has passed.',
  },

  fulfilment: { zh: '履约评价', en: 'Fulfilment' },
  noPromises: {
    zh: '还没有登记承诺，先在“承诺与实际”中登记。',
    en: 'Nothing was promised yet: record that under “Promised and real”.',
  },
  fulfilmentHint: {
    zh: '按承诺与实际都有数据的年份合计；用地和能耗以不超过承诺为履约。',
    en: 'Summed over the years that have both figures; land and energy are kept by staying within the promise.',
  },
  promised: { zh: '承诺', en: 'Promised' },
  real: { zh: '实际', en: 'Real' },
  share: { zh: '履约率', en: 'Share kept' },
  verdict: { zh: '结论', en: 'Verdict' },
  verdicts: {
    kept: { zh: '履约', en: 'Kept' },
    partly: { zh: '部分履约', en: 'Partly' },
    broken: { zh: '未履约', en: 'Broken' },
  },
  notJudged: { zh: '未评价', en: 'Not judged' },
  openYears: (years: readonly number[]): TwoText => ({
    zh: `${years.join('、')} 年缺实际数据`,
    en: `No real figure for ${years.join(', ')}`,
  }),
  outdated: { zh: '评价后数据有变，请重新评价', en: 'The figures changed since: judge again' },
  judgedBy: (who: string, on: string): TwoText => ({ zh: `${who}，${on}`, en: `${who}, ${on}` }),
  judge: { zh: '作出履约结论', en: 'Judge a promise' },

  evidence: { zh: '佐证', en: 'Proof' },
  noEvidence: { zh: '还没有登记佐证。', en: 'No proof yet.' },
  missing: { zh: '还缺：', en: 'Still missing:' },
  nothingMissing: { zh: '应有的佐证都已登记', en: 'All the proof that is asked for is here' },
  tag: { zh: '类型', en: 'Kind' },
  about: { zh: '对应', en: 'About' },
  whole: { zh: '整个项目', en: 'The project' },
  signingLine: (kind: TwoText, on: string, sum: TwoText): TwoText => ({
    zh: `${on} ${kind.zh} ${sum.zh}`,
    en: `${kind.en}, ${on}, ${sum.en}`,
  }),
  by: { zh: '登记', en: 'By' },
  addEvidence: { zh: '登记佐证', en: 'Add proof' },
  evidenceHint: {
    zh: '选择的签约或到资已附文件时，不上传即以该文件为佐证。',
    en: 'Where the chosen line has its document, that is taken if nothing is attached.',
  },
  removeEvidence: (name: string): TwoText => ({ zh: `移除“${name}”`, en: `Remove “${name}”` }),
  colon: { zh: '：', en: ': ' },
} as const;

/** The operator's lists for it. */
export const careListWords = {
  title: { zh: '项目清单设置', en: 'Lists for projects' },
  lead: {
    zh: '尽职调查问什么、签约到开工之间办哪些手续、各要什么佐证，都在这里设置。停用的条目不再要求，已有的记录仍然保留。',
    en: 'What due diligence asks, which permits lie between signing and start, and which proof is needed. What is taken out of use is asked for no more; records keep it.',
  },
  questions: { zh: '尽职调查事项', en: 'Due-diligence questions' },
  permits: { zh: '审批事项', en: 'Permits' },
  tags: { zh: '佐证类型', en: 'Kinds of proof' },
  nameZh: { zh: '中文', en: 'Chinese' },
  nameEn: { zh: '英文', en: 'English' },
  place: { zh: '顺序', en: 'Order' },
  isUsed: { zh: '使用', en: 'In use' },
  days: { zh: '工作日', en: 'Working days' },
  neededFor: { zh: '何时需要', en: 'Needed for' },
  never: { zh: '不要求', en: 'Not asked for' },
  eachSigning: { zh: '每笔签约', en: 'Each signing' },
  eachArrival: { zh: '每笔到资', en: 'Each arrival' },
  fromStage: (stage: TwoText): TwoText => ({ zh: `进入“${stage.zh}”后`, en: `From “${stage.en}” on` }),
  newRow: { zh: '新增一条', en: 'New' },
  row: (place: number, column: TwoText): TwoText => ({
    zh: `第 ${place} 条${column.zh}`,
    en: `${column.en}, row ${place}`,
  }),
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  nameMissing: {
    zh: '请填写中文；不再使用的请取消“使用”',
    en: 'Give the Chinese; take what is no longer asked for out of use',
  },
  tooLong: { zh: '文字太长', en: 'The text is too long' },
  daysWrong: { zh: '工作日请填 1 到 365', en: 'Working days are 1 to 365' },
  wrong: { zh: '请检查填写内容', en: 'Check what was filled in' },
  gone: { zh: '清单已被别人修改，请刷新页面', en: 'The list has changed: reload the page' },
} as const;
