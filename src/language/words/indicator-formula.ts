import type { TwoText } from '../lang.ts';

/** Formulas of indicators: what cannot be read of them, and how they are written. */
export const indicatorFormulaWords = {
  problem: (at: number, says: TwoText): TwoText => ({
    zh: `第 ${at} 个字符：${says.zh}`,
    en: `Character ${at}: ${says.en}`,
  }),
  notReadable: (one: string): TwoText => ({ zh: `无法识别“${one}”。`, en: `“${one}” cannot be read.` }),
  unexpected: (one: string): TwoText => ({ zh: `这里不应是“${one}”。`, en: `“${one}” was not expected here.` }),
  tooMuch: (one: string): TwoText => ({
    zh: `“${one}”之前缺少运算符。`,
    en: `There is no operator before “${one}”.`,
  }),
  endsEarly: { zh: '公式没有写完。', en: 'The formula ends too early.' },
  notClosed: { zh: '这里缺少右括号。', en: 'A closing bracket is missing here.' },
  tooDeep: { zh: '括号嵌套太深。', en: 'Brackets are nested too deeply.' },
  noFunction: (name: string): TwoText => ({ zh: `没有函数 ${name}。`, en: `There is no function ${name}.` }),
  ratioOfTwo: { zh: 'ratio 要写两项，例如 ratio(a, b)。', en: 'A ratio is of two things, such as ratio(a, b).' },
  growthOfKey: { zh: 'growth 里要写一个指标代号。', en: 'growth is of the key of one indicator.' },
  noSuchOf: (name: string, all: string): TwoText => ({
    zh: all === '' ? `${name} 的括号里不写内容。` : `${name} 可以写：${all}`,
    en: all === '' ? `${name} has nothing between its brackets.` : `${name} may say: ${all}`,
  }),
  saysWhich: (name: string, all: string): TwoText => ({
    zh: `${name} 要写明是哪一种：${all}`,
    en: `${name} must say which: ${all}`,
  }),
  unknownKey: (keys: string): TwoText => ({
    zh: `本区没有这些代号的指标：${keys}`,
    en: `The zone has no indicators with these keys: ${keys}`,
  }),
  cycle: (way: string): TwoText => ({
    zh: `公式绕回了自己：${way}`,
    en: `The formula leads back to itself: ${way}`,
  }),
  ofNothing: {
    zh: '公式里没有指标，也没有由记录计算的函数。',
    en: 'The formula names no indicator and counts no records.',
  },
  source: (formula: string): TwoText => ({ zh: `按公式计算：${formula}`, en: `Computed: ${formula}` }),
  recomputed: { zh: '所依据的数据有变化，重新计算', en: 'Computed anew, because what it is made of changed' },
  help: {
    zh: '可以写数字、指标代号、+ − × ÷ 和括号，以及 sum(a, b)、ratio(a, b)（百分比）、growth(a)（比上年同期，%）。由记录计算的有：projects(signed)（到达该阶段的项目数）、signed_amount()、arrived_amount()（元）、effective_connections()、honours(national)。',
    en: 'Numbers, keys of indicators, + − × ÷ and brackets; sum(a, b), ratio(a, b) in per cent, growth(a) on the year before in per cent. Counted from records: projects(signed), the projects that reached a stage; signed_amount() and arrived_amount() in yuan; effective_connections(); honours(national).',
  },
} as const;
