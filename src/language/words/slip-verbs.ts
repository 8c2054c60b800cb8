import type { TwoText } from '../lang.ts';

/** What is said when something is done to a slip or a blocker, and what others are told of it. */
export const slipVerbWords = {
  notFound: { zh: '没有这张督办单。', en: 'There is no such slip.' },
  noBlocker: { zh: '没有这个堵点。', en: 'There is no such blocker.' },
  mayNot: { zh: '您没有办理这张督办单的权限。', en: 'You may not do this with this slip.' },
  mayNotRaise: {
    zh: '只有本开发区的领导和发布人员可以下发督办单。',
    en: 'Only a leader or a publisher of the zone raises a slip.',
  },
  ownRecheck: {
    zh: '报告办结的人不能自己复核，请由他人复核。',
    en: 'Whoever reported it as solved does not recheck it. Somebody else does.',
  },
  wrongStep: {
    zh: '督办单的状态已经变化，现在不能这样办理。请刷新页面。',
    en: 'The slip has moved on, and this cannot be done now. Reload the page.',
  },
  stale: {
    zh: '您打开页面后，别人已经办理过这张督办单。请看过最新情况再提交。',
    en: 'Somebody has worked on this slip since you opened the page. Look at it as it is now, then send again.',
  },
  wrongForm: { zh: '表单不完整，请刷新后重试。', en: 'The form was incomplete. Reload the page and try again.' },
  wrong: {
    zone: { zh: '请选择开发区。', en: 'Choose the zone.' },
    title: { zh: '请填写标题。', en: 'Write a title.' },
    demand: { zh: '督办要求不超过 4000 字。', en: 'What is demanded has 4,000 characters at most.' },
    difficulty: { zh: '请选择一般事项或疑难事项。', en: 'Choose ordinary or hard.' },
    unitId: { zh: '请选择责任单位。', en: 'Choose the responsible unit.' },
    personName: { zh: '责任人姓名不超过 80 字。', en: 'The name has 80 characters at most.' },
    personEmail: { zh: '邮箱格式不对。', en: 'That is no e-mail address.' },
    until: { zh: '请填写日期，例如 2026-09-11。', en: 'Enter a date, such as 2026-09-11.' },
    note: { zh: '请填写说明，不超过 4000 字。', en: 'Say so in words, in 4,000 characters at most.' },
    organisationId: { zh: '请选择您所在的组织。', en: 'Choose your organisation.' },
    kind: { zh: '请选择堵点类型。', en: 'Choose what kind of blocker it is.' },
    body: { zh: '请说明情况，不超过 4000 字。', en: 'Say what stops you, in 4,000 characters at most.' },
  } as Readonly<Record<string, TwoText>>,
  unitUnknown: { zh: '本开发区没有这个责任单位。', en: 'The zone has no such unit.' },
  unitCell: (name: string): TwoText => ({
    zh: `本开发区没有名为“${name}”的责任单位。`,
    en: `The zone has no unit called “${name}”.`,
  }),
  fixedCell: {
    zh: '督办单下发后，这一列不能用文件修改；须经领导批示。',
    en: 'Once a slip is raised, no file changes this column; an instruction does.',
  },
  onlyHard: {
    zh: '只有疑难事项才能提出限期办理计划；一般事项须在 7 日内办结。',
    en: 'Only a hard matter gets a dated plan. An ordinary one is solved in 7 days.',
  },
  plannedBefore: {
    zh: '已有限期办理计划；要改变期限，须经领导批示。',
    en: 'It has a dated plan already. Only an instruction of a leader changes the date.',
  },
  planPast: { zh: '计划完成日期须晚于今天。', en: 'The date of the plan must be after today.' },
  planTooFar: {
    zh: '计划完成日期距下发不得超过一年；更长的期限须经领导批示。',
    en: 'A plan ends within a year of the slip. Only an instruction of a leader gives it longer.',
  },
  deadlinePast: { zh: '批示的期限不能早于今天。', en: 'A date that is instructed cannot be before today.' },
  nothingChanged: {
    zh: '批示须至少改变一项：期限、责任单位或督办要求。',
    en: 'An instruction changes at least one thing: the date, the unit or what is demanded.',
  },
  waitsForWord: (until: string): TwoText => ({
    zh: `须先由企业确认堵点是否真正解决；企业到 ${until} 仍未回复的，可以直接复核。`,
    en: `The enterprise is asked first whether it is really solved. If it has not answered by ${until}, go on without its word.`,
  }),
  saysNotSolved: {
    zh: '企业表示堵点没有解决，不能销号。',
    en: 'The enterprise says that it is not solved, so the slip cannot be closed.',
  },
  projectUnknown: {
    zh: '这不是该企业在本开发区的项目，请重新选择。',
    en: 'That is no project of this organisation in the zone. Choose again.',
  },
  blockerMoved: { zh: '这个堵点已经有人办理。', en: 'Somebody has dealt with this blocker already.' },
  notAsked: { zh: '现在还不需要确认结果。', en: 'There is nothing to confirm yet.' },
  mayNotSettle: {
    zh: '只有本开发区的领导、发布人员和技术经理人可以办理堵点。',
    en: 'Only a leader, a publisher or a broker of the zone deals with a blocker.',
  },
  tooManyFiles: (most: number): TwoText => ({
    zh: `一个堵点最多附 ${most} 个文件。`,
    en: `A blocker has ${most} files at most.`,
  }),
  fromBlocker: { zh: '企业反映的堵点', en: 'Blocker filed by an enterprise' },
  byRule: {
    taskBlue: (days: number, due: string): TwoText => ({
      zh: `任务临近时限已 ${days} 天仍未推进（完成时限 ${due}）。请抓紧办理并反馈情况。`,
      en: `The task has been near its limit for ${days} days without moving (due ${due}). Get on with it and say how it stands.`,
    }),
    taskYellow: (due: string): TwoText => ({
      zh: `任务进度滞后（完成时限 ${due}）。请说明原因，提出赶上进度的措施。`,
      en: `The task is behind (due ${due}). Say why, and how it will catch up.`,
    }),
    taskRed: (due: string): TwoText => ({
      zh: `任务或其节点已逾期（完成时限 ${due}）。请限期办结，并说明逾期原因。`,
      en: `The task or one of its milestones is overdue (due ${due}). Finish it, and say why it is late.`,
    }),
    indicatorRed: (name: TwoText): TwoText => ({
      zh: `指标“${name.zh}”明显落后于目标。请分析原因，提出措施。`,
      en: `The indicator “${name.en}” is far behind its target. Say why, and what will be done.`,
    }),
    indicatorLate: (name: TwoText, end: string): TwoText => ({
      zh: `指标“${name.zh}”截至 ${end} 的数据逾期未报。请尽快报送。`,
      en: `The value of “${name.en}” for the period to ${end} is late. Enter it.`,
    }),
    permit: (name: TwoText, due: string): TwoText => ({
      zh: `项目“${name.zh}”应于 ${due} 办结，已超期。请说明卡在哪里、何时办结。`,
      en: `“${name.en}” of the project was due on ${due} and is late. Say what holds it up, and when it will come.`,
    }),
    project: (stage: TwoText, since: string, days: number): TwoText => ({
      zh: `项目自 ${since} 起停留在“${stage.zh}”阶段，已超过 ${days} 天。请说明卡在哪里、下一步怎么办。`,
      en: `The project has stood at “${stage.en}” since ${since}, more than ${days} days. Say what holds it up, and what comes next.`,
    }),
  },
  told: {
    raised: (what: string): TwoText => ({ zh: `待交办的督办单：${what}`, en: `Slip to be assigned today: ${what}` }),
    assigned: (what: string): TwoText => ({ zh: `督办单已交办给您的单位：${what}`, en: `Slip for your unit: ${what}` }),
    answered: (what: string): TwoText => ({ zh: `责任单位已反馈：${what}`, en: `The unit has answered: ${what}` }),
    'dated-plan': (what: string): TwoText => ({
      zh: `责任单位提出限期办理计划：${what}`,
      en: `The unit has given a dated plan: ${what}`,
    }),
    solved: (what: string): TwoText => ({
      zh: `报告办结，等待复核：${what}`,
      en: `Reported as solved, to be rechecked: ${what}`,
    }),
    'recheck-failed': (what: string): TwoText => ({
      zh: `复核未通过，请继续办理：${what}`,
      en: `The recheck failed; go on with: ${what}`,
    }),
    closed: (what: string): TwoText => ({ zh: `督办单已销号：${what}`, en: `Slip closed: ${what}` }),
    instructed: (what: string): TwoText => ({
      zh: `领导对督办单作出批示：${what}`,
      en: `A leader has instructed on: ${what}`,
    }),
    yellow: (what: string): TwoText => ({ zh: `督办单转为黄色：${what}`, en: `Slip has turned yellow: ${what}` }),
    red: (what: string): TwoText => ({
      zh: `督办单转为红色（逾期）：${what}`,
      en: `Slip has turned red, it is overdue: ${what}`,
    }),
    filed: (what: string): TwoText => ({
      zh: `企业反映堵点：${what}`,
      en: `An enterprise has filed a blocker: ${what}`,
    }),
    taken: (what: string): TwoText => ({
      zh: `您反映的堵点已受理：${what}`,
      en: `Your blocker has been taken on: ${what}`,
    }),
    declined: (what: string): TwoText => ({
      zh: `您反映的堵点未予受理：${what}`,
      en: `Your blocker was not taken on: ${what}`,
    }),
    settled: (what: string): TwoText => ({
      zh: `您反映的堵点已有答复：${what}`,
      en: `Your blocker has been answered: ${what}`,
    }),
    askWord: (what: string): TwoText => ({
      zh: `责任单位报告已解决，请您确认：${what}`,
      en: `The unit reports it as solved; please say whether it is: ${what}`,
    }),
    confirmed: (what: string): TwoText => ({
      zh: `企业确认堵点已解决：${what}`,
      en: `The enterprise confirms that it is solved: ${what}`,
    }),
    notSolved: (what: string): TwoText => ({
      zh: `企业表示堵点没有解决：${what}`,
      en: `The enterprise says it is not solved: ${what}`,
    }),
  },
  letter: (line: string, link: string, site: string): TwoText => ({
    zh: `${line}\n\n查看和办理：\n${link}\n\n--\n${site}`,
    en: `${line}\n\nSee it and act:\n${link}\n\n--\n${site}`,
  }),
  toldPeople: {
    yellow: { zh: '已提醒责任人、责任单位负责人', en: 'The person and the head of the unit were told' },
    red: {
      zh: '已提醒责任人、责任单位负责人、分管领导',
      en: 'The person, the head of the unit and the leaders were told',
    },
  },
} as const;
