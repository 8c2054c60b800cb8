/** What helps an author to a need or an offer that a stranger understands. */
export const sharpnessWords = {
  title: { zh: '清晰度', en: 'Clarity' },
  lead: {
    zh: '边写边看：陌生人读了能不能判断自己帮得上忙。分数只供参考，是否受理由技术经理人决定。',
    en: 'As you write: could a stranger tell whether they can help? The score is advice; a broker decides.',
  },
  score: { zh: '分', en: 'points' },
  outOf: { zh: '满分 100', en: 'out of 100' },
  refresh: { zh: '重新评估', en: 'Check again' },
  found: { zh: '例如', en: 'For example' },
  quoted: { zh: (text: string) => `“${text}”`, en: (text: string) => `“${text}”` },
  alike: {
    zh: '看起来与这些相近，请先看看是否已有人提出：',
    en: 'This looks like one of these; see first whether it is there already:',
  },
  checking: { zh: '正在评估…', en: 'Checking…' },
  failed: {
    zh: '暂时无法评估，您写的内容不受影响。',
    en: 'It cannot be checked just now. What you wrote is not affected.',
  },
  level: {
    vague: { zh: '还看不清要什么', en: 'Hard to tell what is wanted' },
    fair: { zh: '基本清楚，补上下面几项会更容易对接', en: 'Mostly clear; the points below would help it match' },
    sharp: { zh: '清楚', en: 'Clear' },
  },
  noTitle: {
    zh: '先写一个标题：要解决什么，或能提供什么。',
    en: 'Start with a title: what must be solved, or what you can provide.',
  },
  noFigure: {
    need: {
      zh: '没有可衡量的指标。至少写一个：名称、数值、单位，例如“良品率 ≥ 95 %”“耐温 ≥ 800 ℃”。',
      en: 'Nothing can be measured yet. Give at least one target: name, value, unit, such as “yield ≥ 95 %” or “withstands ≥ 800 °C”.',
    },
    offer: {
      zh: '没有可衡量的数据。至少写一个：与现有做法相比好多少，例如“能耗降低 18 %”。',
      en: 'Nothing can be measured yet. Say at least once how much better than today, such as “18 % less energy”.',
    },
  },
  figureInText: {
    zh: '文字里有数据，请填进指标表：匹配和筛选只看得懂指标表。',
    en: 'There are figures in the text. Put them into the table of targets: matching and filters read only that.',
  },
  noUnit: {
    zh: '有的指标没有单位。没有单位的请写“个”“次”等。',
    en: 'Some targets have no unit. Where there is none, say what is counted.',
  },
  figureGood: {
    need: { zh: '指标可以衡量。', en: 'The targets can be measured.' },
    offer: { zh: '数据可以衡量。', en: 'The figures can be measured.' },
  },
  problem: {
    missing: {
      zh: '还没有写问题：现在怎么做、哪里不行、影响多大。',
      en: 'The problem is not described yet: what happens today, what goes wrong, and how much it costs you.',
    },
    short: {
      zh: '问题写得太短。补充现在的做法、出问题的环节和造成的影响。',
      en: 'The problem is described too briefly. Add how it is done today, where it fails and what follows from that.',
    },
    good: { zh: '说明了问题。', en: 'The problem is described.' },
  },
  whatItDoes: {
    missing: {
      zh: '还没有写它能做什么：用在哪里、怎样起作用。',
      en: 'It does not say yet what it does: where it is used, and how it works.',
    },
    short: {
      zh: '介绍太短。补充原理、适用条件和使用效果。',
      en: 'Too brief. Add how it works, where it applies and what it achieved.',
    },
    good: { zh: '说明了作用。', en: 'What it does is described.' },
  },
  tooLittle: { zh: '内容太少，还无法判断是否具体。', en: 'There is too little text to judge.' },
  vague: {
    zh: '有些说法没有尺度，别人无法判断。写出从多少到多少，或删去。',
    en: 'Some words promise without a measure. Say from how much to how much, or leave them out.',
  },
  plainGood: { zh: '说法具体。', en: 'The wording is concrete.' },
  twoInOne: {
    need: {
      zh: '看起来是两个需求。分开提，各自更容易找到合适的一方。',
      en: 'These look like two needs. Apart, each finds its partner more easily.',
    },
    offer: {
      zh: '看起来是两项成果。分开发布，各自更容易被找到。',
      en: 'These look like two offers. Apart, each is found more easily.',
    },
  },
  oneThingGood: {
    need: { zh: '说的是一件事。', en: 'It is about one thing.' },
    offer: { zh: '说的是一件事。', en: 'It is about one thing.' },
  },
  filled: {
    conditions: {
      missing: {
        zh: '没有写条件：设备、材料、环境、标准、保密等限制。没有限制也请写明“无特殊限制”。',
        en: 'No conditions are given: equipment, materials, surroundings, standards, secrecy. If there are none, say so.',
      },
      good: { zh: '写明了条件。', en: 'The conditions are given.' },
    },
    deadline: {
      missing: { zh: '没有写期限：什么时候必须解决？', en: 'There is no deadline: by when must it be solved?' },
      good: { zh: '写明了期限。', en: 'There is a deadline.' },
    },
    decider: {
      missing: {
        zh: '没有写谁来决定：写职务即可，例如“分管研发的副总”。',
        en: 'It does not say who decides. A role is enough, such as “vice president for R&D”.',
      },
      good: { zh: '写明了由谁决定。', en: 'It says who decides.' },
    },
    tried: {
      missing: {
        zh: '没有写试过什么。写出来可以少走弯路。',
        en: 'It does not say what was tried. That saves everybody the same detour.',
      },
      good: { zh: '写明了试过的办法。', en: 'It says what was tried.' },
    },
    stage: {
      missing: { zh: '没有选成熟度：从概念到已上市。', en: 'The stage is missing: from concept to on the market.' },
      good: { zh: '写明了成熟度。', en: 'The stage is given.' },
    },
    proof: {
      missing: {
        zh: '没有依据：检测报告、用户、专利、论文，任一项都行。',
        en: 'There is no proof: a test report, a user, a patent or a paper will do.',
      },
      good: { zh: '有依据。', en: 'There is proof.' },
    },
    fields: {
      missing: {
        zh: '没有写应用领域：哪些行业、哪些环节用得上。',
        en: 'The fields of use are missing: which industries, which steps.',
      },
      good: { zh: '写明了应用领域。', en: 'The fields of use are given.' },
    },
  },
};
