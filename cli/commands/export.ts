import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Lang } from '#language/lang.ts';
import { operationsWords as words } from '#language/words/operations.ts';
import { articleSheet } from '#news/export.server.ts';
import type { Db } from '#platform/database.server.ts';
import { EnvironmentProblem, exitCodes } from '#platform/environment.ts';
import { csvOf, jsonOf, type Sheet } from '#text/sheet.ts';
import { workbookOf } from '#text/workbook.server.ts';
import { zoneSheet } from '#zones/export.ts';
import { allListed } from '#zones/read-directory.server.ts';
import { UsageProblem, type Command } from '../command.ts';

const sheets: Readonly<Record<string, (db: Db, lang: Lang) => Promise<Sheet>>> = {
  zones: async (db, lang) => zoneSheet(await allListed(db, { filter: {}, sort: 'code' }), lang),
  articles: (db, lang) => Promise.resolve(articleSheet(db, lang)),
};

const formats: Readonly<Record<string, (sheet: Sheet) => Readable>> = {
  csv: (sheet) => Readable.from(csvOf(sheet)),
  json: (sheet) => Readable.from(jsonOf(sheet)),
  xlsx: (sheet) => Readable.fromWeb(workbookOf(sheet) as Parameters<typeof Readable.fromWeb>[0]),
};

/** A list as a file; without `--out` it goes to standard output, for another program to take. */
export const exportCommand: Command = {
  name: 'export',
  summary: words.exportSummary,
  usage: 'export zones|articles [--format csv|xlsx|json] [--out FILE] [--json]',
  async run(args, context) {
    const { sheet, format, out } = asked(args);
    const { db } = await context.database();
    await write(format(await sheet(db, context.lang)), out);
    if (out) {
      context.say(words.exported(out));
      context.result({ file: out });
    }
    return exitCodes.ok;
  },
};

function asked(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { format: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const { out, format: named = out ? extname(out).slice(1) : 'csv' } = values;
  const [sheet, format] = [sheets[positionals.join(' ')], formats[named]];
  if (!sheet) throw new UsageProblem(words.exportWhat);
  if (!format) throw new UsageProblem(words.exportFormat);
  return { sheet, format, out };
}

async function write(content: Readable, file: string | undefined): Promise<void> {
  if (!file) return print(content);
  await pipeline(content, createWriteStream(file)).catch((error: Error) => {
    throw new EnvironmentProblem(words.notWritten(file, error.message), error);
  });
}

async function print(content: Readable): Promise<void> {
  await pipeline(content, process.stdout, { end: false }).catch((error: NodeJS.ErrnoException) => {
    // The program that reads has seen enough, as `| head` does.
    if (error.code !== 'EPIPE') throw error;
  });
}
