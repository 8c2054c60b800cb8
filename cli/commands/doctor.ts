import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { operationsWords as words } from '#language/words/operations.ts';
import { examineDatabase, examineMachine, proveBackup } from '#operations/doctor.server.ts';
import type { Finding } from '#operations/finding.ts';
import { examineHistorySince } from '#operations/doctor-history.server.ts';
import { examineFiles } from '#operations/doctor-files.server.ts';
import { EnvironmentProblem, exitCodes } from '#platform/environment.ts';
import { openStorage } from '#platform/storage-open.server.ts';
import { connectStore } from '#platform/store.server.ts';
import { UsageProblem, type Command, type Context } from '../command.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: words.doctorSummary,
  usage: 'doctor [--backup FILE|newest] [--json]',
  async run(args, context) {
    const { values } = parseArgs({ args: [...args], options: { backup: { type: 'string' } } });
    const file = values.backup === undefined ? undefined : fileNamed(values.backup, context.config.backupFolder);
    const findings = [...(await examineMachine(context.config, context.root)), ...(await examineStore(context, file))];
    for (const { ok, says } of findings) {
      const mark = ok ? '✓' : '✗';
      context.say({ zh: `${mark} ${says.zh}`, en: `${mark} ${says.en}` });
    }
    const wrong = findings.filter((finding) => !finding.ok).length;
    context.say(wrong === 0 ? words.doctorFine : words.doctorFound(wrong));
    context.result({ ok: wrong === 0, findings });
    return wrong === 0 ? exitCodes.ok : exitCodes.someRefused;
  },
};

/** `newest` is the newest of the backup folder: their names are their times. */
function fileNamed(name: string, folder: string): string {
  const backups = existsSync(folder) ? readdirSync(folder).filter((file) => /^yuanlian-.+\.tar\.zst$/.test(file)) : [];
  const file = name === 'newest' ? join(folder, backups.sort().at(-1) ?? '') : resolve(name);
  if (!isFile(file)) throw new UsageProblem(words.noSuchFile(file));
  return file;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** A database that cannot be reached is a finding here, not the end. */
async function examineStore(context: Context, file: string | undefined): Promise<Finding[]> {
  const migrations = join(context.root, 'migrations');
  try {
    // Not `context.database()`, which would change the schema: the doctor only looks.
    const store = await connectStore(context.config);
    try {
      const examined = await examineDatabase(store.database, migrations);
      const isCurrent = examined.every(({ name, ok }) => name !== 'schema' || ok);
      const storage = openStorage(context.config.files);
      // An older schema has no files to ask for.
      const findings = isCurrent ? [...examined, await examineFiles(store.database, storage)] : examined;
      if (file === undefined) return findings;
      const started = performance.now();
      const proof = await proveBackup(store.database, { url: store.url, file, migrations });
      const since = proof.ok && isCurrent ? await examineHistorySince(store.database, proof.value) : [];
      return [...findings, proven(proof, performance.now() - started), ...since];
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    return [{ name: 'database', ok: false, says: error.says }];
  }
}

function proven(proof: Awaited<ReturnType<typeof proveBackup>>, ms: number): Finding {
  if (!proof.ok) return { name: 'backup', ok: false, says: proof.problems[0]?.says ?? words.backupIsBroken('') };
  const { tables } = proof.value;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { name: 'backup', ok: true, says: words.backupRestores(rows, tables.length, (ms / 1000).toFixed(1)) };
}
