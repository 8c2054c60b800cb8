import { readFile } from 'node:fs/promises';
import { importSheet, type SheetReport } from '#sheets/import.server.ts';
import { dateOf } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import { listWords } from '#language/words/lists.ts';
import { sheetImportWords as words } from '#language/words/sheet-import.ts';
import { exitCodes } from '#platform/environment.ts';
import { UsageProblem, type Context } from '../command.ts';

export interface SheetValues {
  readonly list?: string | undefined;
  readonly zone?: string | undefined;
  readonly plan?: string | undefined;
  readonly isDry: boolean;
}

const mostLines = 200;

/** Whether the files named are sheets of a list, and not pages. */
export function areSheets(paths: readonly string[], list: string | undefined): boolean {
  return list !== undefined || paths.every((path) => /\.(xlsx|csv)$/i.test(path));
}

/** Brings one sheet into its list; says every problem by row and column, and then takes nothing. */
export async function importOneSheet(paths: readonly string[], values: SheetValues, context: Context): Promise<number> {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) throw new UsageProblem(words.oneFile);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new UsageProblem(words.notThere(path));
  const progress = context.progress(words.progress);
  const outcome = await importSheet(await context.database(), context.actor, {
    bytes,
    list: values.list,
    isDry: values.isDry,
    defaults: { ...(values.zone && { zone: values.zone }), ...(values.plan && { plan: values.plan }) },
    year: Number(dateOf(context.now()).slice(0, 4)),
    onProgress: (done, of) => progress.at(done, of),
  });
  progress.end();
  if (outcome.ok) return tell(outcome.value, values.isDry, context);
  for (const { says } of outcome.problems) context.complain(says);
  context.result({ problems: outcome.problems.map(({ says }) => says) });
  return exitCodes.someRefused;
}

function tell(report: SheetReport, isDry: boolean, context: Context): number {
  const { list, preview, ignored, made } = report;
  const { changes, errors, unchanged, notices = [] } = preview;
  for (const notice of notices) context.say(notice);
  if (ignored.length > 0) context.say(listWords.headersIgnored(ignored.join(', ')));
  sayLines(errorsOf(report), (text) => context.complain(text));
  if (isDry) sayLines(changesOf(report), (text) => context.say(text));
  context.result({ list, isDry, made, changes: changes.length, unchanged, errors, notices, ignored });
  if (errors.length > 0) {
    context.complain(words.nothingMade(errors.length));
    return exitCodes.someRefused;
  }
  context.say((isDry ? words.wouldMake : words.made)(list, changes.length, unchanged));
  return exitCodes.ok;
}

function errorsOf({ preview, titles }: SheetReport): TwoText[] {
  return preview.errors.map((error) => words.error({ ...error, column: titleOf(titles, error.column) }));
}

function changesOf({ preview, titles }: SheetReport): TwoText[] {
  return preview.changes.map((change) => words.change({ ...change, column: titleOf(titles, change.column) }));
}

function titleOf(titles: SheetReport['titles'], key: string): TwoText {
  return titles[key] ?? { zh: key, en: key };
}

function sayLines(lines: readonly TwoText[], say: (text: TwoText) => void): void {
  for (const line of lines.slice(0, mostLines)) say(line);
  if (lines.length > mostLines) say(words.more(lines.length - mostLines));
}
