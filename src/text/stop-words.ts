/** Words that say nothing about what a text is about. Written for this project. */
const chinese = `的 了 和 与 及 或 在 是 为 被 把 对 向 从 由 以 于 至 到 之 其 这 那 此 该 各 每 某 我 你 他 她 它 们 我们 你们 他们 自己
也 都 就 还 又 再 才 很 更 最 不 没 没有 无 有 能 会 可 可以 应 应该 要 将 已 已经 曾 正 正在 着 过 得 地 所 所有 等 等等 如 如果 若 则 因 因为
所以 因此 但 但是 而 而且 并 并且 且 即 只 只是 仅 除 除了 关于 根据 按照 通过 经过 以及 以来 以上 以下 之间 之后 之前 其中 其他 同时 此外 另外 例如
比如 包括 一个 一些 一种 一定 一直 个 种 次 项 条 名 位 上 下 中 内 外 前 后 里 间 时 年 月 日 时候 进行 做 使 让 给 说 看 来 去 用 吗 呢 吧 啊 呀 的话
什么 哪 哪个 哪些 哪里 哪儿 哪一 谁 多少 几 几个 怎么 怎样 如何 为什么 为何 何 何时 何地 是否 请问 请 想 知道 告诉 有关 什么样 怎么样 哪种 哪年 哪位`;

const english = `a an the and or but if then of in on at to from by for with without into over under about as is are was were be been being has have had
do does did will would can could may might shall should must not no nor so than that this these those it its they them their he she his her we our you your i my me
what which who whom whose when where why how there here also such only more most some any all each other between during after before up down out off`;

export const stopWords: ReadonlySet<string> = new Set(`${chinese} ${english}`.split(/\s+/));

/** Words that a question is made of; in a query they are dropped, in a title they may be a name. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
