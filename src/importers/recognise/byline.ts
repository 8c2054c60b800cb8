import { readFacts } from './facts.ts';
import { findTimes } from './times.ts';

export interface Byline {
  readonly author?: string;
  readonly source?: string;
}

/** Author and source of lines that name them without labels. */
export function readByline(lines: readonly string[]): Byline {
  const [words] = lines.flatMap(namesIn);
  if (!words) return {};
  const [, person, paper] = /^([^/]{1,20})\s*\/\s*(\S{2,30})$/.exec(words) ?? [];
  if (person && paper) return { author: person.trim(), source: paper };
  const [, office, reporter] = /^(\S{2,20}?)(?:首席|特约|见习|实习)?(?:记者|通讯员)\s+(.{2,30})$/.exec(words) ?? [];
  if (office && reporter) return { author: reporter, source: office };
  return { source: words };
}

/** What remains of a line beside its time, its labelled facts and its tools. */
function namesIn(line: string): string[] {
  return line
    .split(/ {2}|\s*[·|]\s*/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1 && part.length <= 40 && findTimes(part).length === 0)
    .filter(
      (part) => readFacts([part]).length === 0 && !/^(?:字号|超大|大|标准|小|原创|关注|举报|分享.{0,4})$/.test(part),
    );
}
