import { parseArgs } from 'node:util';
import type { Defaults } from '#importers/article.ts';
import { columnNamed } from '#importers/columns.ts';
import { parseTime } from '#importers/recognise/times.ts';
import { itemResults, type Counts, type ItemReport, type RunReport } from '#importers/report.ts';
import { importPaths } from '#importers/run.server.ts';
import type { TwoText } from '#language/lang.ts';
import { importWords as words } from '#language/words/importers.ts';
import { allColumns } from '#news/read-columns.server.ts';
import type { Database } from '#platform/database.server.ts';
import { exitCodes } from '#platform/environment.ts';
import { segmenter } from '#text/segment.server.ts';
import { resolveZone, zoneNames } from '#zones/read.server.ts';
import { UsageProblem, type Command, type Context } from '../command.ts';
import { areSheets, importOneSheet } from './import-sheet.ts';

const options = {
  zone: { type: 'string' },
  column: { type: 'string' },
  source: { type: 'string' },
  published: { type: 'string' },
  draft: { type: 'boolean' },
  list: { type: 'string' },
  plan: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

type Values = Partial<Record<'zone' | 'column' | 'source' | 'published', string>> & { draft?: boolean };

/** Lines printed for single files; the stored report holds all of them. */
const mostLines = 200;

/** Files listed in the result for machines. */
const mostItems = 1000;

export const importCommand: Command = {
  name: 'import',
  summary: words.summary,
  usage:
    'import PATH… [--zone CODE] [--column SLUG] [--source TEXT] [--published TIME] [--draft] [--json], or ' +
    'import FILE.xlsx|FILE.csv [--list NAME] [--zone CODE] [--plan ID] [--dry-run] [--json]',
  async run(args, context) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length === 0) throw new UsageProblem(words.pathMissing);
    if (areSheets(positionals, values.list)) return sheetFrom(positionals, values, context);
    const published = publishedFrom(values.published);
    const database = await context.database();
    const defaults = {
      ...(await placeFrom(database, values)),
      source: values.source,
      draft: values.draft,
      ...published,
    };
    segmenter().add(await zoneNames(database.db));
    return importAll(database, context, { paths: positionals, defaults });
  },
};

async function sheetFrom(
  paths: readonly string[],
  { list, zone, plan, 'dry-run': isDry = false }: { list?: string; zone?: string; plan?: string; 'dry-run'?: boolean },
  context: Context,
): Promise<number> {
  const code = zone === undefined ? undefined : await zoneMeant(await context.database(), zone);
  return importOneSheet(paths, { list, plan, isDry, zone: code }, context);
}

function publishedFrom(text: string | undefined): Pick<Defaults, 'publishedAt'> {
  if (text === undefined) return {};
  const time = parseTime(text);
  if (!time) throw new UsageProblem(words.timeUnknown(text));
  return { publishedAt: new Date(time.at) };
}

/** Zone and column may be given by code and slug or by name, as long as only one is meant. */
async function placeFrom(
  database: Database,
  { zone, column }: Values,
): Promise<Pick<Defaults, 'zoneCode' | 'columnSlug'>> {
  return {
    zoneCode: zone === undefined ? undefined : await zoneMeant(database, zone),
    columnSlug: column === undefined ? undefined : await columnMeant(database, column),
  };
}

async function zoneMeant(database: Database, text: string): Promise<string> {
  const matches = await resolveZone(database.db, text);
  const [zone, ...others] = matches?.zones ?? [];
  if (!zone || others.length > 0) throw new UsageProblem(words.zoneUnknown(text));
  return zone.code;
}

async function columnMeant(database: Database, text: string): Promise<string> {
  const columns = await allColumns(database.db);
  const slug = columnNamed(text, columns);
  if (!slug) throw new UsageProblem(words.columnUnknown(text, columns.map((column) => column.slug).join(', ')));
  return slug;
}

async function importAll(database: Database, context: Context, request: { paths: string[]; defaults: Defaults }) {
  const items: ItemReport[] = [];
  const progress = context.progress(words.progress);
  const outcome = await importPaths(database, context.actor, {
    ...request,
    onItem: (item) => void (items.length < mostItems && items.push(item)),
    onProgress: (done, total) => progress.at(done, total),
  });
  progress.end();
  if (!outcome.ok) {
    for (const problem of outcome.problems) context.complain(problem.says);
    return exitCodes.someRefused;
  }
  tell(context, outcome.value, items);
  return outcome.value.counts.refused > 0 ? exitCodes.someRefused : exitCodes.ok;
}

function tell(context: Context, run: RunReport, items: readonly ItemReport[]): void {
  // What needs a person comes first: it must not be lost among what went well.
  const urgent = items.filter((item) => item.result === 'refused' || item.result === 'draft');
  const shown = [...urgent, ...items.filter((item) => !urgent.includes(item))].slice(0, mostLines);
  for (const item of shown) context.say(words.item(item.path, words.outcomes[item.result], item.reason));
  const all = itemResults.reduce((sum, result) => sum + run.counts[result], 0);
  if (all > shown.length) context.say(words.more(all - shown.length));
  context.say(words.report(run.id, inWords(run.counts)));
  context.result({ run: run.id, counts: run.counts, items, more: all - items.length });
}

function inWords(counts: Counts): TwoText {
  const parts = itemResults.map((result) => ({ words: words.results[result], count: counts[result] }));
  return {
    zh: parts.map(({ words: { zh }, count }) => `${zh} ${count}`).join('，'),
    en: parts.map(({ words: { en }, count }) => `${count} ${en}`).join(', '),
  };
}
