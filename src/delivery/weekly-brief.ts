import { barsOf } from '#clusters/bars.ts';
import { bulletinOf } from '#documents/bulletin.ts';
import type { Official, Piece } from '#documents/document.ts';
import type { Lang } from '#language/lang.ts';
import { leaderWords } from '#language/words/leader.ts';
import { weeklyBriefWords as words } from '#language/words/weekly-brief.ts';
import { yuanInWords } from '#listings/money.ts';
import { stages } from '#projects/project.ts';
import type { Heap, LeaderFacts } from './leader.ts';

/** How many names stand behind a count, so that the brief stays one page. */
const namesShown = 2;
const mostClusters = 6;

/** The brief as a document: 一页简报. */
export function briefOf(facts: LeaderFacts, lang: Lang): Official {
  const body: Piece[] = [
    words.lead(facts.since, facts.today)[lang],
    ...summaryOf(facts, lang),
    ...clusterTable(facts, lang),
    { heading: 1, text: words.waiting[lang] },
    ...linesOf(facts.waiting, lang),
    { heading: 1, text: words.changed[lang] },
    ...linesOf(facts.changed, lang),
  ];
  return bulletinOf({
    name: words.name[lang],
    lang,
    issue: weekOfYear(facts.today),
    issuer: facts.zoneName[lang],
    date: facts.today,
    title: words.title(facts.zoneName)[lang],
    body,
  });
}

/** What stands, one sentence for each kind of record. */
export function summaryOf({ tasks, improvements, stages: lines, slips }: LeaderFacts, lang: Lang): string[] {
  const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0);
  const signed = lines.filter(({ stage }) => stages.indexOf(stage) >= stages.indexOf('signed'));
  const [agreed, arrived] = [sum(signed, (one) => one.agreed), sum(signed, (one) => one.arrived)];
  const [red, yellow] = [
    sum(improvements, ({ lights }) => lights.red),
    sum(improvements, ({ lights }) => lights.yellow),
  ];
  const count = sum(signed, (one) => one.count);
  const redSlips = slips.find(({ colour }) => colour === 'red')?.count ?? 0;
  return [
    words.tasks(tasks.open, tasks.lights.red, tasks.lights.yellow)[lang],
    words.indicators(
      sum(improvements, (one) => one.total),
      red,
      yellow,
    )[lang],
    words.projects(count, yuanInWords(agreed)[lang], yuanInWords(arrived)[lang])[lang],
    words.slips(
      sum(slips, (one) => one.count),
      redSlips,
    )[lang],
  ];
}

/** The last year of each cluster that has a value, against its target. */
function clusterTable({ clusters }: LeaderFacts, lang: Lang): Piece[] {
  const rows = clusters.slice(0, mostClusters).flatMap(({ name, years }) => {
    const bar = barsOf(years, lang).findLast(({ value }) => value !== null);
    if (!bar) return [];
    return [[name[lang], bar.label, amount(bar.value), amount(bar.target), bar.note]];
  });
  if (rows.length === 0) return [];
  const unit = words.outputUnit[lang];
  const columns = [
    { title: words.cluster[lang], share: 3 },
    { title: words.year[lang] },
    { title: words.output[lang], unit, isNumber: true, share: 2 },
    { title: words.target[lang], unit, isNumber: true, share: 2 },
    { title: leaderWords.what[lang], share: 3 },
  ];
  return [{ heading: 1, text: words.clusters[lang] }, { table: { columns, rows } }];
}

function amount(yi: number | null): string {
  return yi === null ? '' : yi.toLocaleString('en', { maximumFractionDigits: 1 });
}

/** What changed or waits: the count of each kind, with a few names. */
export function linesOf(heaps: readonly Heap[], lang: Lang): string[] {
  const filled = heaps.filter(({ total }) => total > 0);
  if (filled.length === 0) return [words.nothing[lang]];
  return filled.map(({ of, total, first }) => {
    const names = first.slice(0, namesShown).map(({ name }) => name[lang]);
    const count = leaderWords.countOf(leaderWords.lists[of][lang], total)[lang];
    return `${count}${words.examples(names.join(words.between[lang]))[lang]}`;
  });
}

const dayInMs = 86_400_000;

/** Which week of its year a day is in, as ISO 8601 counts: the one with its Thursday. */
export function weekOfYear(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  const thursday = at + (3 - weekday) * dayInMs;
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - newYear) / dayInMs / 7) + 1;
}
