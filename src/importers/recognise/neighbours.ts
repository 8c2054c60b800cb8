const form =
  /^[·•\s]*(?:上一篇|上一条|上篇|前一篇|上一页|Previous|(?<next>下一篇|下一条|下篇|后一篇|下一页|Next))(?:文章|信息|新闻|article|post)?\s*(?<colon>[:：])?\s*[>»]?\s*(?<title>.*?)\s*$/i;

/** The titles a page names as the articles before and after it. */
export function neighboursIn(lines: readonly string[]): { previous: string; next: string } {
  const found = lines.flatMap((line, at) => neighbourIn(line, lines[at + 1] ?? ''));
  const titleOf = (which: string) => found.find((one) => one.which === which)?.title ?? '';
  return { previous: titleOf('previous'), next: titleOf('next') };
}

function neighbourIn(line: string, below: string) {
  const said = line.length <= 200 ? form.exec(line)?.groups : undefined;
  if (!said) return [];
  const title = said['title'] === '' && said['colon'] ? below : (said['title'] ?? '');
  return isTitle(title) ? [{ which: whichOf(said), title }] : [];
}

function whichOf(said: { next?: string }) {
  return said.next ? 'next' : 'previous';
}

function isTitle(text: string): boolean {
  return text.length >= 4 && text.length <= 150 && !form.test(text) && !/^(?:没有了|无|暂无|已是)/.test(text);
}
