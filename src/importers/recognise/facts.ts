/** Facts printed as “label: value”: the way nearly every site shows time, source and zone. */

export type FactKind = 'title' | 'time' | 'updated' | 'source' | 'author' | 'editor' | 'zone' | 'column' | 'other';

export interface Fact {
  readonly kind: FactKind;
  readonly value: string;
  /** Everything after the label up to the next one: a time may have a gap inside. */
  readonly rest: string;
}

const labels: Readonly<Record<FactKind, string>> = {
  title: '标题 题名 文章标题 名称 信息名称',
  time: '发布时间 发布日期 发表时间 发表日期 发稿时间 发文日期 公布日期 公开日期 公开时间 上传时间 录入时间 添加时间 生成日期 信息时间 日期 时间 Published Posted Date Release',
  updated: '更新时间 更新日期 最后更新 最后更新时间 最近更新 修改时间 Updated Modified',
  source:
    '来源 来 源 信息来源 文章来源 稿件来源 新闻来源 消息来源 内容来源 资料来源 转载来源 本文来源 文章出处 出处 稿源 供稿 供稿单位 来稿单位 发布机构 发布单位 发布部门 发文机关 发文单位 信息提供 Source From',
  author: '作者 文章作者 记者 撰稿 撰稿人 撰文 通讯员 供稿人 发布人 Author By',
  editor:
    '责任编辑 责编 编辑 文章编辑 网络编辑 本文编辑 录入 录入人 审核 初审 复审 终审 校对 编审 监制 值班编辑 Editor',
  zone: '发布开发区 发布园区 发布单位开发区 所属开发区 所属园区 开发区 Zone',
  column: '所属栏目 栏目 信息分类 分类 频道 Column Category',
  other:
    '字号 字体 字体大小 字号大小 文字大小 浏览 浏览量 浏览次数 访问量 访问次数 点击 点击数 点击量 点击率 点击次数 阅读 阅读量 阅读数 阅读次数 人气 评论 分享 分享到 分享至 打印 背景色 保护视力色 语音播报 索引号 信息索引 主题词 关键词 关键字 标签 文号 发文字号 有效性 视力保护色 编号 Views Tags Share Font',
};

const kindOf = new Map<string, FactKind>(
  (Object.entries(labels) as [FactKind, string][]).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, FactKind] => [word.toLowerCase(), kind]),
  ),
);

const alternatives = [...kindOf.keys()]
  .sort((one, other) => other.length - one.length)
  .map((word) => (/[a-z]/.test(word) ? word : Array.from(word).join('\\s*')))
  .join('|');

const labelled = new RegExp(`(?<!\\p{L})(${alternatives})\\s*[:：|｜丨](?!\\d{2}(?!\\d))\\s*`, 'giu');
const labelAlone = new RegExp(`^[\\[【（(]?(${alternatives})\\s*[:：]?[\\]】）)]?$`, 'iu');

/** Traditional characters of the labels, one for one, so that places in the line stay the same. */
const traditional = '時間發佈來責輯編號覽點擊開區單機構關鍵詞題標欄類體訪問閱讀數記條稱載審監製產';
const simplified = '时间发布来责辑编号览点击开区单机构关键词题标栏类体访问阅读数记条称载审监制产';

const anyTraditional = new RegExp(`[${traditional}]`, 'g');

function asSimplified(line: string): string {
  return line.replace(anyTraditional, (character) => simplified[traditional.indexOf(character)] ?? character);
}

/** The facts of neighbouring lines; a label at the end of one takes the next line as its value. */
export function readFacts(lines: readonly string[]): readonly Fact[] {
  const known = read.get(lines);
  if (known) return known;
  const facts = factsOf(lines);
  read.set(lines, facts);
  return facts;
}

/** The same lines are asked for time, source, author and zone. */
const read = new WeakMap<readonly string[], readonly Fact[]>();

function factsOf(lines: readonly string[]): Fact[] {
  return lines.flatMap((line, at) => {
    const alone = labelAlone.exec(asSimplified(line));
    if (!alone) return factsIn(line);
    const next = lines[at + 1] ?? '';
    return labelAlone.test(asSimplified(next)) ? [] : [factFrom(alone[1] ?? '', next)];
  });
}

function factsIn(line: string): Fact[] {
  if (!/[:：|｜丨]/.test(line)) return [];
  const matches = [...asSimplified(line).matchAll(labelled)];
  return matches.map((match, at) => {
    const end = matches[at + 1]?.index ?? line.length;
    return factFrom(match[1] ?? '', line.slice(match.index + match[0].length, end));
  });
}

function factFrom(label: string, rest: string): Fact {
  const [value = ''] = rest.trim().split(/ {2}/);
  return {
    kind: kindOf.get(label.replace(/\s/g, '').toLowerCase()) ?? 'other',
    value: trimmed(value),
    rest: rest.trim(),
  };
}

/** Without the brackets and bars that part one fact from the next. */
function trimmed(value: string): string {
  return value
    .replace(/^[\s|｜丨[【（(《“"·、，,;；]+(?=[^》”）)】\]]*$)/, '')
    .replace(/[\s|｜丨[\]【】（(;；,，、]+$/, '')
    .replace(/^([^（(]*)[）)]$/, '$1')
    .trim();
}

/** Whether a line is nothing but facts and tools: it belongs to the frame, not to the text. */
export function isFactLine(said: string): boolean {
  const line = asSimplified(said);
  if (labelAlone.test(line)) return true;
  const start = line.search(labelled);
  if (start < 0 || line.length > 200) return false;
  const before = line.slice(0, start).replace(/[\d\s年月日:：./-]/g, '');
  const longest = Math.max(...factsIn(line).map((fact) => fact.value.length));
  return before.length <= 6 && longest <= 40;
}
