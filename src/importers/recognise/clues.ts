import type { How, PublishedAt } from '../page.ts';
import { readFacts, type Fact, type FactKind } from './facts.ts';
import { commonTags, officialTags, valueOf, type Meta } from './meta.ts';
import { readByline } from './byline.ts';
import { findTimes, parseTime } from './times.ts';

/** Everything the page says about one article outside its body, sorted by where it was said. */
export interface Clues {
  readonly meta: Meta;
  /** What the places of a known system hold, as lines. */
  readonly system: {
    readonly time: readonly string[];
    readonly source: readonly string[];
    readonly author: readonly string[];
    readonly byline: readonly string[];
  };
  /** Epoch seconds or times from scripts of a known system. */
  readonly scriptTime: string;
  /** What a `time` element near the title says to machines. */
  readonly markedTime: string;
  /** Lines between the title and the body: where facts belong. */
  readonly near: readonly string[];
  /** Lines at the edges of the body and below it. */
  readonly below: readonly string[];
}

export interface Found<T> {
  readonly value: T;
  readonly how: How;
}

type Try<T> = readonly [how: How, find: () => T | undefined];

function firstOf<T>(tries: readonly Try<T>[]): Found<T> | undefined {
  for (const [how, find] of tries) {
    const value = find();
    if (value) return { value, how };
  }
  return undefined;
}

/** When it was published: the most trusted statement, made exact by a printed time of the same day. */
export function publishedAt(clues: Clues): Found<PublishedAt> | undefined {
  const near = readFacts(clues.near);
  const found = firstOf<PublishedAt>([
    ['official tags', () => parseTime(valueOf(clues.meta, officialTags.time))],
    ['known container', () => parseTime(clues.scriptTime)],
    ['known container', () => timeIn(clues.system.time)],
    ['page metadata', () => parseTime(clues.meta.linked.time) ?? firstTag(clues.meta) ?? parseTime(clues.markedTime)],
    ['printed label', () => labelledTime(near)],
    ['position', () => plainTime(clues.near)],
    ['printed label', () => labelledTime(readFacts(clues.below))],
    // A page that only says when it was changed last.
    ['printed label', () => labelledTime(near, 'updated')],
  ]);
  if (found?.value.precision !== 'day') return found;
  const day = found.value.at.slice(0, 10);
  const exact = [...clues.near, ...clues.system.time]
    .flatMap(findTimes)
    .find((time) => time.precision === 'minute' && time.at.startsWith(day));
  return exact ? { how: found.how, value: { at: exact.at, precision: 'minute' } } : found;
}

function firstTag(meta: Meta): PublishedAt | undefined {
  for (const name of commonTags.time ?? []) {
    const time = parseTime(meta.tags.get(name) ?? '');
    if (time) return time;
  }
  return undefined;
}

function timeIn(lines: readonly string[]): PublishedAt | undefined {
  return labelledTime(readFacts(lines)) ?? plainTime(lines);
}

function labelledTime(facts: readonly Fact[], kind: FactKind = 'time'): PublishedAt | undefined {
  for (const fact of facts) {
    const [time] = fact.kind === kind ? findTimes(fact.rest.slice(0, 60)) : [];
    if (time && time.index <= 12) return withoutPlace(time);
  }
  return undefined;
}

/** A time with no label: exact ones first, and never today's date or the time of a change. */
function plainTime(lines: readonly string[]): PublishedAt | undefined {
  const times = lines
    .filter((line) => line.length <= 200 && !/今天是|现在是|当前时间|截止|截至/.test(line))
    .flatMap((line) =>
      findTimes(line).filter(
        (time) => !/(?:更新|修改|updated|modified)\S*\s*[:：]?\s*$/i.test(line.slice(0, time.index)),
      ),
    );
  const best = times.find((time) => time.precision === 'minute') ?? times[0];
  return best && withoutPlace(best);
}

function withoutPlace({ at, precision }: PublishedAt): PublishedAt {
  return { at, precision };
}

/** Who published it first. */
export function sourceOf(clues: Clues): Found<string> | undefined {
  return firstOf<string>([
    ['official tags', () => named(valueOf(clues.meta, officialTags.source))],
    ['known container', () => clues.system.source.map(named).find(Boolean)],
    ['printed label', () => printed(clues.near, 'source')],
    ['known container', () => readByline(clues.system.byline).source],
    ['page metadata', () => named(clues.meta.linked.source)],
    ['page metadata', () => named(valueOf(clues.meta, commonTags.source))],
    ['printed label', () => printed(clues.below, 'source')],
  ]);
}

export function authorOf(clues: Clues, source: string): Found<string> | undefined {
  const person = (text: string) => (text !== source && isName(text) ? text : undefined);
  return firstOf<string>([
    [
      'official tags',
      () => (valueOf(clues.meta, officialTags.title) ? person(valueOf(clues.meta, officialTags.author)) : undefined),
    ],
    ['known container', () => clues.system.author.map(person).find(Boolean)],
    ['printed label', () => person(printed(clues.near, 'author') ?? '')],
    ['known container', () => person(readByline(clues.system.byline).author ?? '')],
    ['page metadata', () => person(clues.meta.linked.author)],
    [
      'printed label',
      () =>
        person(printed(clues.below, 'author') ?? printed(clues.below, 'editor') ?? printed(clues.near, 'editor') ?? ''),
    ],
  ]);
}

export function zoneOf(clues: Clues): Found<string> | undefined {
  return firstOf<string>([['printed label', () => printed(clues.near, 'zone') ?? printed(clues.below, 'zone')]]);
}

export function columnOf(clues: Clues, breadcrumb: readonly string[]): Found<string> | undefined {
  return firstOf<string>([
    ['official tags', () => valueOf(clues.meta, officialTags.column)],
    ['page metadata', () => valueOf(clues.meta, commonTags.column)],
    ['printed label', () => printed(clues.near, 'column')],
    ['position', () => breadcrumb.at(-1)],
  ]);
}

function printed(lines: readonly string[], kind: FactKind): string | undefined {
  const fact = readFacts(lines).find((one) => one.kind === kind && one.value !== '' && one.value.length <= 60);
  return fact && named(fact.value);
}

/** A name without its label, and nothing when it is an address, a number or a whole sentence. */
function named(text: string): string | undefined {
  const value = text
    .replace(/^[\s（(【[]*(?:信息|文章|稿件|新闻|本文)?(?:来\s*源|作\s*者|Source)\s*[:：]\s*/i, '')
    .trim();
  const isWords = /\p{L}/u.test(value) && !/^https?:|。/.test(value) && value.length <= 80;
  return isWords && findTimes(value).length === 0 ? value : undefined;
}

function isName(text: string): boolean {
  return (
    text.length > 1 &&
    text.length <= 60 &&
    /\p{L}/u.test(text) &&
    !/[@<>]|\d{3,}|^(?:admin|管理员|system|name)/i.test(text)
  );
}
