import { fork } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listWords as words } from '#language/words/lists.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { SourceSheet } from '#text/official-sheet.ts';
import { maxSheetBytes, maxSheetHeapMegabytes, maxSheetSeconds, type SheetAnswer } from './workbook.ts';

/** The sheets of an XLSX or CSV file, their cells as text. */
export async function readWorkbook(file: Uint8Array): Promise<Outcome<readonly SourceSheet[]>> {
  if (file.length === 0) return refused({ field: 'file', says: words.fileMissing });
  if (file.length > maxSheetBytes) return refused({ field: 'file', says: words.fileTooLarge });
  const answer = await askProcess(file);
  return answer.ok ? done(answer.sheets) : refused({ field: 'file', says: words[answer.refusal] });
}

function askProcess(file: Uint8Array): Promise<SheetAnswer> {
  // By its name in the package: what runs is the source, also when this function comes from the build.
  const program = fileURLToPath(import.meta.resolve('#lists/read-workbook-process.server.ts'));
  const root = resolve(dirname(program), '../..');
  const readable = [
    join(root, 'src', '*'),
    join(root, 'package.json'),
    join(realpathSync(join(root, 'node_modules')), '*'),
  ];
  const child = fork(program, [], {
    execArgv: [
      `--max-old-space-size=${maxSheetHeapMegabytes}`,
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: maxSheetSeconds * 1000,
    killSignal: 'SIGKILL',
  });
  return new Promise((finish) => {
    child.once('message', (answer: SheetAnswer) => finish(answer));
    child.once('error', () => finish({ ok: false, refusal: 'fileUnreadable' }));
    child.once('exit', () => finish({ ok: false, refusal: 'fileUnreadable' }));
    child.send(file);
  });
}
