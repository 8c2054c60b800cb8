import type { TwoText } from '../lang.ts';

/** The form of a need or an offer, in plain words with hints and examples. */
export const listingFormWords = {
  newTitle: { need: { zh: '写一条需求', en: 'Write a need' }, offer: { zh: '写一条成果/服务', en: 'Write an offer' } },
  newLead: {
    need: {
      zh: '先写标题，其余可以以后再补。只有您的组织和开发区的技术经理人看得到草稿。',
      en: 'Begin with a title; the rest can wait. Only your organisation and the brokers of its zone see a draft.',
    },
    offer: {
      zh: '先写标题，其余可以以后再补。只有您的组织和开发区的技术经理人看得到草稿。',
      en: 'Begin with a title; the rest can wait. Only your organisation and the brokers of its zone see a draft.',
    },
  },
  start: { zh: '开始填写', en: 'Begin' },
  organisation: { zh: '所属组织', en: 'Organisation' },
  noOrganisation: {
    zh: '还没有可以选择的组织。请先登记组织，或请开发区的技术经理人把您加为成员。',
    en: 'There is no organisation to choose. Add one first, or ask a broker of your zone to make you a member of yours.',
  },
  originalLang: { zh: '用哪种语言写', en: 'Written in' },
  langs: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
  kind: { zh: '类别', en: 'Kind' },
  kindFixed: { zh: '已有编号，类别不再更改。', en: 'It has a reference, so its kind stays.' },

  groups: {
    what: { need: { zh: '要解决什么', en: 'What is to be solved' }, offer: { zh: '能做什么', en: 'What it does' } },
    measure: {
      need: { zh: '怎样算解决', en: 'When it is solved' },
      offer: { zh: '达到的指标', en: 'What it reaches' },
    },
    words: { zh: '关键词与领域', en: 'Keywords and field' },
    terms: { zh: '怎么合作', en: 'How to work together' },
    shown: { zh: '公开的方式', en: 'How it is shown' },
  },
  label: {
    title: { zh: '标题', en: 'Title' },
    summary: { zh: '摘要', en: 'Summary' },
    body: { need: { zh: '遇到的问题', en: 'The problem' }, offer: { zh: '它做什么', en: 'What it does' } },
    tried: { zh: '试过的办法', en: 'What was tried' },
    conditions: { zh: '必须满足的条件', en: 'Conditions that must be met' },
    decider: { zh: '由谁决定', en: 'Who decides' },
    advantage: { zh: '比现有办法好在哪里', en: 'Advantage over the present way' },
    fields: { zh: '可以用在哪里', en: 'Where it can be used' },
    proof: { zh: '证明', en: 'Proof' },
    team: { zh: '团队', en: 'Team' },
    industryKeywords: { zh: '产业关键词', en: 'Industry keywords' },
    technologyKeywords: { zh: '技术关键词', en: 'Technology keywords' },
    industries: { zh: '所属产业', en: 'Industries' },
    disciplines: { zh: '学科', en: 'Disciplines' },
    cooperation: { zh: '合作方式', en: 'Form of cooperation' },
    rights: {
      need: { zh: '成果归谁', en: 'Who shall own the result' },
      offer: { zh: '知识产权归谁', en: 'Who owns the rights' },
    },
    secrecy: { zh: '保密要求', en: 'Secrecy' },
    budgetLow: { need: { zh: '预算，从', en: 'Budget, from' }, offer: { zh: '价格，从', en: 'Price, from' } },
    budgetHigh: { zh: '到', en: 'to' },
    isReward: { zh: '这是揭榜奖金，不是采购预算', en: 'This is a reward for the solution, not a budget to buy it' },
    deadline: { zh: '什么时候要', en: 'Needed by' },
    chainPosition: { zh: '在产业链的哪一环', en: 'Place in the industry chain' },
    stage: { zh: '做到了哪一步', en: 'How far it has come' },
    isAnonymous: { zh: '不公开组织名称', en: 'Do not show the name of the organisation' },
    targetOrganisations: { zh: '希望对接的科创平台', en: 'Institutes you have in mind' },
    targets: { zh: '可衡量的指标', en: 'Measurable targets' },
  },
  hint: {
    title: {
      need: {
        zh: '一句话说出要做到什么，例如“车载激光雷达窗口片在 −40 ℃ 下不起雾”。',
        en: 'One line that says what must be reached, such as “A lidar window that does not fog at −40 °C”.',
      },
      offer: {
        zh: '一句话说出能做到什么，例如“0.1 mm 玻璃的飞秒激光切割”。',
        en: 'One line that says what you can do, such as “Femtosecond cutting of 0.1 mm glass”.',
      },
    },
    summary: { zh: '最多 500 字，显示在列表和邮件里。', en: 'At most 500 characters; lists and mails show it.' },
    body: {
      need: {
        zh: '在哪道工序、什么情况下发生，现在的数值是多少，造成什么损失。',
        en: 'At which step and when it happens, what you measure today, what it costs you.',
      },
      offer: {
        zh: '原理、做法和结果，让外行的采购也能看懂。',
        en: 'How it works and what comes of it, so that a buyer who is no expert follows.',
      },
    },
    tried: {
      zh: '试过什么，为什么不行。可以省去对方重复尝试。',
      en: 'What you tried and why it failed. It saves others from trying it again.',
    },
    conditions: {
      zh: '温度、尺寸、成本、认证等不能让步的要求。没有截止日期时，请在这里写明原因。',
      en: 'Temperature, size, cost, certificates: what cannot be given up. Without a deadline, say here why there is none.',
    },
    decider: { zh: '例如“研发总监，采购会签”。', en: 'Such as “Head of development, together with purchasing”.' },
    advantage: {
      zh: '请写数字，例如“能耗比现有工艺低 30%”。',
      en: 'Give figures, such as “uses 30 % less energy than the present process”.',
    },
    fields: {
      zh: '行业、产品或工序，例如“消费电子盖板、医用玻璃”。',
      en: 'Industries, products or steps, such as “cover glass, medical glass”.',
    },
    proof: {
      zh: '检测报告、专利号、已用的客户或示范。',
      en: 'Test reports, patent numbers, customers or demonstrations.',
    },
    team: { zh: '谁来做，有多少人，做过什么。', en: 'Who does it, how many they are, what they have done.' },
    keywords: { zh: '1 到 5 个，用顿号或逗号分开。', en: '1 to 5, separated by commas.' },
    disciplines: {
      zh: 'GB/T 13745 的学科名称或代码，用顿号隔开，最多 10 个，例如：材料科学、460。',
      en: 'Names or codes of GB/T 13745, separated by commas, at most 10, such as 430, 460.',
    },
    rights: { zh: '合作产生的专利和数据归谁。', en: 'Patents and data that come of it.' },
    secrecy: {
      zh: '“细节只给对接方”时，公开页只显示标题和摘要。',
      en: 'With “details only for partners”, the public page shows title and summary alone.',
    },
    budget: {
      zh: '不填就是面议。可以写“50”“50万”“1.2亿”。',
      en: 'Left empty, it is to be agreed. “50”, “50万” and “1.2亿” are understood.',
    },
    stage: { zh: '按已经做出来的算，不按计划算。', en: 'What is there already, not what is planned.' },
    isAnonymous: {
      zh: '公开页写“相城区一家企业”，技术经理人知道是谁。',
      en: 'The public page says “an enterprise in Xiangcheng”; brokers know who it is.',
    },
    targets: {
      need: {
        zh: '写成“透光率 ≥ 92 %”这样可以检验的数。技术需求至少一条。',
        en: 'Something that can be checked, such as “Transmittance ≥ 92 %”. A need for technology has at least one.',
      },
      offer: {
        zh: '写成“切割速度 ≥ 200 mm/s”这样测得到的数。',
        en: 'What was measured, such as “Cutting speed ≥ 200 mm/s”.',
      },
    },
    targetOrganisations: { zh: '按住 Ctrl 可以选多个。', en: 'Hold Ctrl to choose more than one.' },
  },
  target: {
    name: { zh: '指标', en: 'Target' },
    comparison: { zh: '要求', en: 'Is' },
    value: { zh: '数值', en: 'Value' },
    unit: { zh: '单位', en: 'Unit' },
    row: (number: number): TwoText => ({ zh: `指标 ${number}`, en: `Target ${number}` }),
    add: { zh: '再加一行', en: 'Add a row' },
    emptied: { zh: '清空指标名称就是删除这一行。', en: 'Empty the name of a target to remove its row.' },
  },
  wan: { zh: '万元', en: '10,000 yuan (万元)' },
  yuan: { zh: '元', en: 'yuan (元)' },
  unitOfMoney: { zh: '单位', en: 'Unit' },
  notSaid: { zh: '未说明', en: 'Not said' },
  save: { zh: '保存', en: 'Save' },
  saveMine: { zh: '保存我的内容', en: 'Save mine over it' },

  missing: {
    title: { zh: '请写标题。', en: 'Give it a title.' },
    problem: { zh: '请写明遇到的问题。', en: 'Describe the problem.' },
    whatItDoes: { zh: '请写明它做什么。', en: 'Say what it does.' },
    summary: { zh: '请写摘要，它会显示在列表里。', en: 'Write a summary; lists show it.' },
    industryKeywords: { zh: '请至少写一个产业关键词。', en: 'Give at least one industry keyword.' },
    technologyKeywords: { zh: '请至少写一个技术关键词。', en: 'Give at least one technology keyword.' },
    targets: {
      zh: '技术需求至少要有一个可衡量的指标。',
      en: 'A need for technology has at least one measurable target.',
    },
    deadline: {
      zh: '请填日期；没有截止日期时，在“必须满足的条件”里写明原因。',
      en: 'Give a date, or say under “Conditions” why there is none.',
    },
    stage: { zh: '请选择做到了哪一步。', en: 'Say how far it has come.' },
    rights: { zh: '请说明知识产权归谁。', en: 'Say who owns the rights.' },
    advantage: {
      zh: '请写比现有办法好在哪里，最好有数字。',
      en: 'Say what is better than the present way, with figures if you can.',
    },
    cooperation: { zh: '请至少选一种合作方式。', en: 'Choose at least one form of cooperation.' },
  },
  tooLong: (label: TwoText, most: number): TwoText => ({
    zh: `${label.zh}最多 ${most} 字。`,
    en: `${label.en}: at most ${most} characters.`,
  }),
  tooMany: (label: TwoText, most: number): TwoText => ({
    zh: `${label.zh}最多 ${most} 个。`,
    en: `${label.en}: at most ${most}.`,
  }),
  wrong: (label: TwoText): TwoText => ({
    zh: `${label.zh}填写有误，请检查。`,
    en: `${label.en}: please check what you entered.`,
  }),
  notMoney: { zh: '请填金额，例如 50、50万 或 500000。', en: 'Enter an amount, such as 50, 50万 or 500000.' },
  budgetTurned: {
    zh: '“到”的金额要不小于“从”的金额。',
    en: 'The amount after “to” must not be less than the one after “from”.',
  },
  targetIncomplete: (row: number): TwoText => ({
    zh: `第 ${row} 行指标：请填名称和数值，数值只写数字。`,
    en: `Target ${row}: give a name and a value, the value as a plain number.`,
  }),
} as const;
