import { sentencesOf } from '#text/sentences.ts';

const chineseUnits =
  '万元|亿元|元|吨|公斤|千克|毫克|微克|克|毫米|厘米|微米|纳米|千米|公里|米|小时|分钟|秒|天|个月|年|次|件|台|套|人|倍|' +
  '级|兆帕|千帕|帕|伏|安|千瓦|兆瓦|瓦|赫兹|摄氏度|度|毫升|升|平方米|立方米|转|个|种|家|公顷|亩|点';
const latinUnits =
  '[µμnmck]?m[²³23]?|[kmµμ]?g|t|m?L|h|min|m?s|[kMG]?Pa|bar|[km]?V|m?A|[kM]?W|kWh|[kMG]?Hz|dB|k?N|K|rpm|ppm|ppb|lx|lm|mol|' +
  '[kM]?J|Ω|℃|°C?|[kMGT]B|[MG]bps|yuan|USD|CNY|RMB|million|per cent|percent|days|weeks|months|years|hours|people|times';
/** A number with a unit: what can be measured. A bare number may be anything, such as a year or the number of a list. */
const figure = new RegExp(
  `(?:[<>≤≥±~～]\\s*)?(?<![\\d.])(?!(?:19|20)\\d\\d\\s*年)\\d[\\d,]*(?:\\.\\d+)?\\s*(?:[-~～至到]\\s*\\d[\\d,.]*\\s*)?` +
    `(?:[%％‰]|${chineseUnits}|(?:${latinUnits})(?:/[A-Za-z]{1,4}[²³23]?)?(?![A-Za-z]))`,
  'gu',
);

/** What praises or promises without saying how much. */
const vagueChinese = [
  '国际领先 国际先进 国内领先 国内先进 行业领先 世界一流 国际一流 先进水平 领先水平 填补空白',
  '高性能 高效 高质量 高品质 高精度 高可靠 高端 高水平 优异 优良 良好 较好 较高 较大 较低 更好 更高 更低 不太理想',
  '大幅 显著 明显 一定程度 尽可能 尽快 若干 等方面 相关技术 相关设备 各种 进一步 全面',
  '提高 提升 改善 优化 增强 加强 降低 减少 完善 改进 转型升级 提质增效 降本增效 智能化 数字化',
].flatMap((line) => line.split(' '));
const vagueEnglish = [
  'world-class',
  'world-leading',
  'leading level',
  'state-of-the-art',
  'cutting-edge',
  'advanced level',
  'high performance',
  'high-performance',
  'high quality',
  'high-quality',
  'highly efficient',
  'significantly',
  'substantially',
  'as much as possible',
  'as soon as possible',
  'to some extent',
  'various',
  'better',
  'improve',
  'enhance',
  'optimise',
  'optimize',
  'reduce',
  'lower',
  'upgrade',
  'smart',
];

const vague = new RegExp(
  `${vagueChinese.join('|')}|(?<![a-z])(?:${vagueEnglish.join('|')})(?:s|d|ing|ment)?(?![a-z])`,
  'giu',
);

/** Every number with its unit, as it stands in the text. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(figure)].map(([found]) => found.trim());
}

/**
 * The words of a text that promise without a measure: "大幅提高耐磨性". Where their sentence has a figure ("提高 30%") they
 * say enough. Each sentence counts once, with its first such word.
 */
export function vagueIn(text: string): string[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (sentence.search(figure) >= 0) return [];
    return [...sentence.matchAll(vague)].slice(0, 1).map(({ index }) => aroundOf(sentence, index));
  });
}

const boundary = /[，,、。；;：:！!？?\n]/u;
const longestShown = 30;

/** The clause the word stands in, so that the author finds it again. */
function aroundOf(sentence: string, at: number): string {
  const clauses = sentence.split(boundary);
  let start = 0;
  for (const clause of clauses) {
    if (at <= start + clause.length) return shortened(clause.trim());
    start += clause.length + 1;
  }
  return shortened(sentence);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : text;
}
